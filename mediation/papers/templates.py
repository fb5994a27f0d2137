"""Templates: one readable file per kind and language; an operator's own folder lies over ours."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from pydantic import Field, StringConstraints

from knowledge.datafile import Checked, read_checked
from knowledge.errors import BadData
from knowledge.fields import Words
from mediation.model.procedure.paper import Kind
from mediation.papers.formats import LANGUAGES
from mediation.papers.kinds import ONLY_CONDITIONS, Demands, Kinds, Name, kinds

TEMPLATES_FOLDER = Path(__file__).with_name("templates")

PLACEHOLDER = re.compile(r"\{(?P<name>[a-z]+(?:_[a-z]+)*)(?P<may_lack>\?)?\}")
_CONDITION = re.compile(r"(?P<name>[a-z]+(?:_[a-z]+)*)(?: *= *(?P<value>[a-z]+(?:_[a-z]+)*))?")

LONGEST = 60
"""Characters of a title and of a heading."""


class TemplatePart(Checked):
    """One part. Without a `heading` it stands by itself and has no number.

    `when` and `unless` hold a fact's name, or ``name = value`` for a choice: the part is written only where
    the fact is given (``unless``: is not given), or has that value. Each line of `text` is a paragraph; a
    line with ``{name?}`` is left out where that fact is not given.
    """

    key: Name
    heading: Annotated[str, StringConstraints(max_length=LONGEST, strip_whitespace=True)] = ""
    when: str | None = None
    unless: str | None = None
    text: Words

    @property
    def lines(self) -> tuple[str, ...]:
        """The paragraphs as they stand in the file."""
        return tuple(line.strip() for line in self.text.split("\n") if line.strip())

    @property
    def condition(self) -> tuple[str, str | None, bool] | None:
        """(fact, value or None, whether it must hold); None for a part that is always written."""
        written = self.when or self.unless
        match = _CONDITION.fullmatch(written.strip()) if written else None
        return (match["name"], match["value"], self.when is not None) if match else None

    def shows(self, name: str) -> bool:
        """Whether a line shows that fact and cannot be left out for another one's sake."""
        for line in self.lines:
            found = list(PLACEHOLDER.finditer(line))
            if name in {one["name"] for one in found} and all(
                one["name"] == name or not one["may_lack"] for one in found
            ):
                return True
        return False


class Template(Checked):
    """The file of one kind: a title, and parts in their order."""

    title: Annotated[str, StringConstraints(min_length=1, max_length=LONGEST, strip_whitespace=True)]
    part: tuple[TemplatePart, ...] = Field(min_length=1)


@dataclass(frozen=True, slots=True)
class Templates:
    """The templates of one language, all checked."""

    language: str
    by_kind: Mapping[Kind, Template]


def load_templates(language: str, templates_folder: Path | None = None) -> Templates:
    """Our templates in `language`, over them those in ``templates_folder/language``; see `check_template`.

    Raises BadData with file, place and problem: also for a language that we do not have, for a folder that
    is not there, and for a file in it whose name is no kind.
    """
    if language not in LANGUAGES:
        raise BadData(file=str(TEMPLATES_FOLDER), place=language, problem="there are no templates for it")
    places = {kind: TEMPLATES_FOLDER / language / f"{kind.value}.toml" for kind in Kind}
    if templates_folder is not None:
        places |= _own(templates_folder, language)
    return Templates(language, {kind: read_template(path, kind) for kind, path in places.items()})


def read_template(path: Path, kind: Kind) -> Template:
    """The template in one file, checked. Raises BadData."""
    template = read_checked(path, Template)
    check_template(template, kind, path)
    return template


def _own(folder: Path, language: str) -> dict[Kind, Path]:
    """The operator's files. Nobody should wonder why a misspelt one changes nothing."""
    if not folder.is_dir():
        raise BadData(file=str(folder), place="", problem="there is no such folder of templates")
    found: dict[Kind, Path] = {}
    for path in sorted((folder / language).glob("*.toml")):
        if path.stem not in {kind.value for kind in Kind}:
            raise BadData(file=str(path), place="", problem=f"{path.stem} is no kind of paper")
        found[Kind(path.stem)] = path
    return found


def check_template(template: Template, kind: Kind, path: Path) -> None:
    """Raises BadData(file, place, problem) for what would spoil a paper.

    An unknown placeholder or condition, a stray brace, a list inside a sentence; a fact that must be shown
    and is not in every case; a part that the law demands and that is not in every case.
    """
    table = kinds()
    demands = table.kind[kind]
    for place, problem in (*_part_faults(template, demands, table), *_gaps(template, demands, table)):
        raise BadData(file=str(path), place=place, problem=problem)


Faults = Iterator[tuple[str, str]]
"""Place and problem, the first that there is first."""


def _part_faults(template: Template, demands: Demands, table: Kinds) -> Faults:
    if re.search(r"[{}\n]", template.title):
        yield "title", "a title is one line and holds no placeholder"
    for place, part in enumerate(template.part):
        for field, problem in _faults(part, demands, table):
            yield f"part.{place}.{field}", problem


def _gaps(template: Template, demands: Demands, table: Kinds) -> Faults:
    """What the law or the house demands, and some paper of this template would lack."""
    for key in demands.parts:
        if not _always([part for part in template.part if part.key == key], demands, table):
            yield f"part.{key}", f"this part must be there in every case ({demands.why})"
    for name in demands.must:
        showing = [part for part in template.part if part.shows(name)]
        if not table.choices(name) and not _always(showing, demands, table):
            yield f"{{{name}}}", "this placeholder must be there in every case"
    for name in (one for pair in demands.either for one in pair):
        if not any(part.shows(name) for part in template.part):
            yield f"{{{name}}}", "this placeholder must be there"
    for one in demands.also:
        there = [part for part in template.part if part.condition in (None, (one.where, one.has, True))]
        for name in one.must:
            if not any(part.shows(name) for part in there):
                yield f"{{{name}}}", f"this placeholder must be there where {one.where} = {one.has}"


def _faults(part: TemplatePart, demands: Demands, table: Kinds) -> list[tuple[str, str]]:
    """(field, problem) of one part taken by itself."""
    found = [("heading", "a heading holds no placeholder")] if re.search(r"[{}\n]", part.heading) else []
    found += _condition_faults(part, demands, table)
    for line in part.lines:
        if re.search(r"[{}]", PLACEHOLDER.sub("", line)):
            found.append(("text", f"a brace that begins or ends no placeholder: {line[:40]}"))
        for match in PLACEHOLDER.finditer(line):
            name = match["name"]
            if name not in demands.known:
                found.append(("text", f"unknown placeholder {match[0]}"))
            elif table.choices(name) or table.facts[name] in ONLY_CONDITIONS:
                found.append(("text", f"{match[0]} is for conditions only"))
            elif table.facts[name] == "lines" and line != match[0]:
                found.append(("text", f"{match[0]} is a list and needs a line of its own"))
            elif not match["may_lack"] and not _is_given(name, part, demands):
                found.append(("text", f"{match[0]} may be missing: write {{{name}?}}, or a condition"))
    return found


def _condition_faults(part: TemplatePart, demands: Demands, table: Kinds) -> list[tuple[str, str]]:
    if part.when is None and part.unless is None:
        return []
    field = "when" if part.when is not None else "unless"
    if part.when is not None and part.unless is not None:
        return [(field, "a part has one condition, not two")]
    condition = part.condition
    if condition is None or condition[0] not in demands.known:
        return [(field, "not a fact of this kind of paper")]
    name, value, _ = condition
    choices = table.choices(name)
    if (value is None) == bool(choices) or (value is not None and value not in choices):
        return [(field, f"write one of: {', '.join(f'{name} = {one}' for one in choices) or name}")]
    return []


def _is_given(name: str, part: TemplatePart, demands: Demands) -> bool:
    """Whether the fact is always there where this part is written."""
    chosen = [(one.where, one.has, True) for one in demands.also if name in one.must]
    return name in demands.needed or part.condition in [(name, None, True), *chosen]


def _always(good: Sequence[TemplatePart], demands: Demands, table: Kinds) -> bool:
    """Whether every paper has one of these parts: one without condition, or one for each case there is."""
    held = {part.condition for part in good}
    if None in held:
        return True
    for name, value, holds in filter(None, held):
        if (name, value, not holds) in held:
            return True
        if table.choices(name) and all((name, one, True) in held for one in table.choices(name)):
            return True
    return any(all((name, None, True) in held for name in pair) for pair in demands.either)
