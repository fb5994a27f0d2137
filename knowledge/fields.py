"""Types of fields that several data files have in common."""

from typing import Annotated

from pydantic import StringConstraints

from knowledge.datafile import Checked

Words = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
"""A text that is shown: not empty, no blanks around it."""
Phrase = Annotated[str, StringConstraints(min_length=1)]
"""A word or pattern that is looked for, as it is written."""
Key = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
"""The name of an entry in a data file: small-letters-and-hyphens."""


class Bilingual(Checked):
    """A text in both languages."""

    zh: Words
    en: Words
