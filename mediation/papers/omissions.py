"""Standing sentences without articles that cannot be looked up, because their law is not loaded.

Only our own words are cut, never what a person wrote: that is refused (``mediation.papers.check``).
"""

import re
from collections.abc import Callable

from mediation.papers.templates import Template, Templates

_IN_BRACKETS = re.compile(r"\s*[（(][^（）()]*《[^（）()]*[）)]")
_TITLE = re.compile(r"《([^》]+)》")

Holds = Callable[[str], bool]
"""Whether the text of a law is loaded, by its short title."""


def without_unloaded(text: str, holds: Holds) -> str:
    """The text without brackets that cite a law which is not loaded."""

    def keep(match: re.Match[str]) -> str:
        return match[0] if all(holds(title) for title in _TITLE.findall(match[0])) else ""

    return _IN_BRACKETS.sub(keep, text)


def loaded_templates(templates: Templates, holds: Holds) -> Templates:
    """The same templates, each line as ``without_unloaded`` leaves it."""
    cut = {kind: _cut(template, holds) for kind, template in templates.by_kind.items()}
    return Templates(templates.language, cut)


def _cut(template: Template, holds: Holds) -> Template:
    parts = (one.model_copy(update={"text": without_unloaded(one.text, holds)}) for one in template.part)
    return template.model_copy(update={"part": tuple(parts)})
