"""Draws the two tables in the documents, never by hand: ``python -m mediation.diagrams`` renews them."""

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple, Protocol

from mediation.access.rights import FORMALLY, Rights, rights
from mediation.cases.life_table import LifeTable, read_table
from mediation.model.procedure.table import BACK, STAY, ProcedureTable, read_procedure

ROOT = Path(__file__).parent.parent
MANY = 6
"""A step that is open in more states than this is listed, because its arrows would hide all others."""

GROUPS: Mapping[str, frozenset[str]] = {
    "The door": frozenset(
        {"registered", "need_info", "sealed", "redirected", "transferred", "suggestion"}
    ),
    "Handling": frozenset(
        {
            "accepted_simple", "accepted", "in_mediation", "hearing", "extended", "settled", "decided",
            "executing",
        }
    ),
    "Review and re-check": frozenset({"review", "review_decided", "recheck", "final", "lapsed_final"}),
    "The end, and after it": frozenset({"closed", "reopened", "second_look", "withdrawn", "care"}),
}  # fmt: skip
"""The states of the procedure, so that each picture can be read."""
ELSEWHERE = "Elsewhere"
"""States that are in no group yet."""


class NoPlaceForIt(ValueError):
    """The document does not have the two marks, once each and in this order."""


class Move(Protocol):
    """One line of either table."""

    @property
    def do(self) -> str:
        """What is done."""

    @property
    def sources(self) -> Sequence[str]:
        """Where it may be done."""

    @property
    def to(self) -> str:
        """Where it leads to: a state, ``=`` or ``back``."""

    @property
    def who(self) -> Sequence[str]:
        """Who may do it."""


class NamedMove(NamedTuple):
    """What is done, and by which roles of the table of rights."""

    do: str
    who: Sequence[str]


class Place(NamedTuple):
    """What stands between two marks of a document; ``what`` is in the marks."""

    file: str
    what: str
    text: Callable[[], str]

    @property
    def begin(self) -> str:
        """The mark before it."""
        return f"<!-- {self.what}: drawn by `python -m mediation.diagrams`, not by hand -->"

    @property
    def end(self) -> str:
        """The mark after it."""
        return f"<!-- end of {self.what} -->"


def arrows(
    moves: Iterable[Move], label: Callable[[Move], str], within: Callable[[str], bool] = lambda source: True
) -> Iterator[str]:
    """One arrow for all that lead from one state to another, in the order of the table."""
    found: dict[tuple[str, str], list[str]] = {}
    for move in moves:
        for source in filter(within, move.sources):
            labels = found.setdefault((source, source if move.to == STAY else move.to), [])
            if label(move) not in labels:
                labels.append(label(move))
    for (source, target), labels in found.items():
        yield f"    {source} --> {target}: {'<br/>'.join(labels)}"


def with_roles(move: Move) -> str:
    """What is done, and by whom."""
    return f"{move.do} ({', '.join(move.who)})"


def fenced(lines: Iterable[str]) -> str:
    """A Mermaid diagram of states."""
    return "\n".join(["```mermaid", "stateDiagram-v2", *lines, "```"])


def draw_life(table: LifeTable) -> str:
    """Who may pull which trigger. Filing comes before the table: the owner does it."""
    lines = [f"    [*] --> {table.initial}: file (owner)", *arrows(table.move, with_roles)]
    return fenced([*lines, *(f"    {state} --> [*]" for state in table.final)])


def draw_procedure(table: ProcedureTable) -> str:
    """A picture for each group of states with the steps that lead away from them, and a list of the rest."""
    drawn = [step for step in table.steps if len(step.sources) <= MANY]
    parts = []
    for name, states in _groups(table).items():
        lines = list(arrows(drawn, with_roles, states.__contains__))
        if any(line.partition(": ")[0].endswith(f"> {BACK}") for line in lines):
            lines.insert(0, f'    state "where it came from" as {BACK}')
        if table.initial in states:
            lines.insert(0, f"    [*] --> {table.initial}: file (owner)")
        parts.append(f"## {name}\n\n{fenced(lines)}\n")
    parts.append("## Open in many states\n")
    for step in table.steps:
        if step not in drawn:
            leads = {STAY: "stays", BACK: "goes back"}.get(step.to, f"leads to `{step.to}`")
            parts.append(f"- {with_roles(step)} {leads}: {', '.join(step.sources)}")
    return "\n".join(parts)


def draw_overview(table: ProcedureTable) -> str:
    """The groups, and which steps lead from one into another."""
    groups = _groups(table)
    keys = {state: f"group{place}" for place, states in enumerate(groups.values()) for state in states}
    lines = [f'    state "{name}" as group{place}' for place, name in enumerate(groups)]
    lines.append(f"    [*] --> {keys[table.initial]}: file")
    found: dict[tuple[str, str], list[str]] = {}
    for step in table.steps:
        for source in step.sources:
            target = keys.get(step.to, keys[source])
            names = found.setdefault((keys[source], target), [])
            if target != keys[source] and step.do not in names:
                names.append(step.do)
    lines += [f"    {a} --> {b}: {'<br/>'.join(names)}" for (a, b), names in found.items() if names]
    return fenced(lines)


def draw_rights(table: Rights) -> str:
    """A table for each area: a line for each right, a column for each role that has one of them."""
    parts = []
    for area in table.area:
        lines = ((right.do, sorted(right.ways), right.who) for right in area.right)
        parts.append(f"## {area.name}\n\n{_matrix(table, lines)}\n")
    return "\n".join(parts)


def draw_moves(table: Rights, moves: Iterable[NamedMove]) -> str:
    """The same for the rows of another table: who may do what."""
    who: dict[str, set[str]] = {}
    for move in moves:
        who.setdefault(move.do, set()).update(move.who)
    return _matrix(table, ((do, [], roles) for do, roles in who.items()))


def _matrix(table: Rights, lines: Iterable[tuple[str, list[str], Iterable[str]]]) -> str:
    rows = [(do, ways, set(who)) for do, ways, who in lines]
    columns = [role for role in table.roles if any(role in who for _, _, who in rows)]
    drawn = ["| | " + " | ".join(f"{table.roles[role]}<br/>`{role}`" for role in columns) + " |"]
    drawn.append("|---" + "|:-:" * len(columns) + "|")
    for do, ways, who in rows:
        how = "<br/>" + " ".join(f"`{way}`" for way in ways) if ways else ""
        drawn.append(f"| **{do}**{how} | " + " | ".join("●" if one in who else "" for one in columns) + " |")
    return "\n".join(drawn)


def _in_case(table: LifeTable) -> Iterator[NamedMove]:
    return (NamedMove(move.do, [str(role) for role in move.who]) for move in table.move)


def _formally(table: ProcedureTable) -> Iterator[NamedMove]:
    for step in table.steps:
        yield NamedMove(step.do, [FORMALLY.get(part, str(part)) for part in step.who])


def _groups(table: ProcedureTable) -> dict[str, frozenset[str]]:
    grouped = frozenset().union(*GROUPS.values())
    states = {name: held & frozenset(table.states) for name, held in GROUPS.items()}
    states[ELSEWHERE] = frozenset(table.states) - grouped
    return {name: held for name, held in states.items() if held}


PLACES = (
    Place("ARCHITECTURE.md", "the life of a case", lambda: draw_life(read_table())),
    Place("ARCHITECTURE.md", "the way of a matter", lambda: draw_overview(read_procedure())),
    Place("docs/rights.md", "the table of rights", lambda: draw_rights(rights())),
    Place("docs/rights.md", "the moves of a case", lambda: draw_moves(rights(), _in_case(read_table()))),
    Place(
        "docs/rights.md", "who takes which step", lambda: draw_moves(rights(), _formally(read_procedure()))
    ),
    Place("docs/procedure.md", "the steps of a matter", lambda: draw_procedure(read_procedure())),
)


def renewed(document: str, place: Place) -> str:
    """The document with what belongs between the marks of that place; raises ``NoPlaceForIt``."""
    before, begin, rest = document.partition(place.begin)
    _old, end, after = rest.partition(place.end)
    if not begin or not end or place.begin in rest or place.end in before + after:
        raise NoPlaceForIt(f"expected once each: {place.begin} … {place.end}")
    return f"{before}{place.begin}\n{place.text()}\n{place.end}{after}"


def main(root: Path = ROOT) -> int:
    """Renew every place below ``root``; returns 2 with one line when there is no place for one."""
    for place in PLACES:
        file = root / place.file
        try:
            old = file.read_text(encoding="utf-8")
            new = renewed(old, place)
        except (OSError, NoPlaceForIt) as error:
            print(f"{file}: {error}", file=sys.stderr)
            return 2
        if new != old:
            file.write_text(new, encoding="utf-8")
        print(f"{place.file}, {place.what}: {'renewed' if new != old else 'was current'}")
    return 0


if __name__ == "__main__":
    sys.exit(main(*map(Path, sys.argv[1:2])))
