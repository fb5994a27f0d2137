"""Writes a paper from facts: what is missing is named, nothing is made up, nobody signs here."""

from collections.abc import Mapping, Sequence
from datetime import date

from knowledge.cards.card import Reference
from mediation.model.procedure.paper import Kind, Paper, Section
from mediation.model.procedure.paper_errors import FactsMissing, FactsUnknown, FactWrong, PartMissing
from mediation.papers.formats import Formats, Value, fits, formats, one_line
from mediation.papers.kinds import Demands, kinds
from mediation.papers.templates import PLACEHOLDER, TemplatePart, Templates

Facts = Mapping[str, Value | None]
"""By the names in ``kinds.toml``; None is the same as not given."""


def write(kind: Kind, facts: Facts, templates: Templates) -> Paper:
    """The draft of a paper: `signed_by` is None, see `mediation.model.procedure.paper.sign`.

    `facts` holds number, date and office as well. Raises FactsMissing (names all of them), FactsUnknown,
    FactWrong, PartMissing.
    """
    demands = kinds().kind[kind]
    given = {name: value for name, value in facts.items() if not _is_nothing(value)}
    _check_facts(kind, demands, given)
    template = templates.by_kind[kind]
    hand = formats(templates.language)
    written = [(part, _paragraphs(part, given, hand)) for part in template.part if _applies(part, given)]
    there = {part.key for part, paragraphs in written if paragraphs}
    if missing := tuple(key for key in demands.parts if key not in there):
        raise PartMissing(kind=kind.value, missing=missing)
    day, number, office = given["date"], given["number"], given["office"]
    assert isinstance(day, date)  # _check_facts has looked
    return Paper(
        kind=kind,
        number=one_line(str(number)),
        date=day,
        office=one_line(str(office)),
        signed_by=None,
        parts=_numbered(written, hand),
        language=templates.language,
        title=one_line(template.title),
    )


def _is_nothing(value: object) -> bool:
    """None, blank words and empty lists say nothing; False and 0 do."""
    return value is None or (isinstance(value, str) and not one_line(value)) or value in ((), [])


def _check_facts(kind: Kind, demands: Demands, given: Mapping[str, Value | None]) -> None:
    missing = [name for name in demands.needed_with(given) if name not in given]
    missing += [pair[0] for pair in demands.either if not any(name in given for name in pair)]
    if missing:
        raise FactsMissing(kind=kind.value, missing=tuple(missing))
    if unknown := tuple(sorted(name for name in given if name not in demands.known)):
        raise FactsUnknown(kind=kind.value, unknown=unknown)
    for name, value in given.items():
        wanted = kinds().facts[name]
        if not fits(value, wanted):
            raise FactWrong(kind=kind.value, name=name, wanted=wanted)


def _applies(part: TemplatePart, given: Mapping[str, Value | None]) -> bool:
    if part.condition is None:
        return True
    name, value, must_hold = part.condition
    found = given.get(name)
    holds = found == value if value is not None else found is not None and found is not False
    return holds is must_hold


def _paragraphs(part: TemplatePart, given: Mapping[str, Value | None], hand: Formats) -> tuple[str, ...]:
    """The part with its facts, one paragraph per line; facts are put in once and never read as templates."""
    found: list[str] = []
    for line in part.lines:
        if any(match["name"] not in given for match in PLACEHOLDER.finditer(line)):
            continue  # checked before: only a {name?} can lack
        filled = _filled(line, given, hand)
        found += [text for text in map(str.strip, filled.split("\n")) if text]
    return tuple(found)


def _filled(line: str, given: Mapping[str, Value | None], hand: Formats) -> str:
    return PLACEHOLDER.sub(lambda match: _shown(given[match["name"]], match[0] == line, hand), line)


def _shown(value: Value | None, alone: bool, hand: Formats) -> str:
    if value is None:
        return ""
    if not alone and isinstance(value, Sequence) and not isinstance(value, str):
        return hand.write_joined([one for one in value if isinstance(one, Reference)])
    return hand.write(value)


def _numbered(written: list[tuple[TemplatePart, tuple[str, ...]]], hand: Formats) -> tuple[Section, ...]:
    parts: list[Section] = []
    place = 0
    for part, paragraphs in written:
        if not paragraphs:
            continue
        place += bool(part.heading)
        parts.append((hand.write_heading(place, part.heading) if part.heading else "", paragraphs))
    return tuple(parts)
