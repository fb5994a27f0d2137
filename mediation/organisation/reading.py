"""Sheets become an organisation, or a list of all the cells that are wrong."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar, NamedTuple

from knowledge.errors import KnowledgeError
from mediation.model.organisation import Department, Organisation, Person, Unit
from mediation.organisation.cells import CannotRead, Cells
from mediation.organisation.layout import Column, Layout, Sheet
from mediation.routing.rules import RoutingRules

MODELS: dict[str, type[Unit] | type[Department] | type[Person]] = {
    "units": Unit,
    "departments": Department,
    "people": Person,
}


class Grid(NamedTuple):
    """A sheet as it lies there: headings first, all cells as text. ``sheet`` is empty for a CSV file."""

    file: str
    sheet: str
    name: str
    rows: Sequence[Sequence[str]]


class Slip(NamedTuple):
    """One thing that is wrong, and where; ``row`` counts from 1 with the headings, 0 for the whole sheet."""

    file: str
    sheet: str
    row: int
    column: str
    code: str
    value: str = ""


class BadSheets(KnowledgeError):
    """The sheets cannot be taken as they are; ``slips`` says everything that is wrong."""

    code: ClassVar[str] = "org_sheets_wrong"
    hint: ClassVar[str] = "the sheets of the organisation have mistakes; nothing was changed"

    def __init__(self, slips: Sequence[Slip]) -> None:
        super().__init__(slips=len(slips))
        self.slips = tuple(slips)


@dataclass
class _Read:
    """One table while it is being read; ``rows`` tells where an entry stands."""

    grid: Grid
    columns: dict[int, Column] = field(default_factory=dict)
    entries: list[Any] = field(default_factory=list)
    rows: dict[str, int] = field(default_factory=dict)

    def slip(self, row: int, column: str, code: str, value: str = "") -> Slip:
        return Slip(self.grid.file, self.grid.sheet, row, column, code, value)

    def heading(self, name: str) -> str:
        """How the column of a field is called in this sheet."""
        at = next((at for at, one in self.columns.items() if one.field == name), None)
        return name if at is None else self.grid.rows[0][at].strip()


def read_sheets(
    grids: Iterable[Grid], before: Organisation, layout: Layout, rules: RoutingRules
) -> Organisation:
    """The organisation after an import: a table that is among the sheets replaces the one there was.

    Raises ``BadSheets`` with every slip that was found.
    """
    slips: list[Slip] = []
    cells, read = Cells(layout, rules), dict[str, _Read]()
    for grid in grids:
        sheet = layout.sheet(grid.name)
        if sheet is None or sheet.table in read:
            slips.append(
                Slip(grid.file, grid.sheet, 0, "", "sheet_twice" if sheet else "unknown_sheet", grid.name)
            )
            continue
        read[sheet.table] = _Read(grid)
        slips += _read_one(read[sheet.table], sheet, cells)
    if slips:
        raise BadSheets(slips)
    tables = {name: tuple(sorted(one.entries, key=lambda entry: entry.key)) for name, one in read.items()}
    after = Organisation(**{name: getattr(before, name) for name in MODELS} | tables)
    if slips := list(_dangling(after, read)):
        raise BadSheets(slips)
    return after


def _read_one(read: _Read, sheet: Sheet, cells: Cells) -> Iterator[Slip]:
    if not any(any(cell.strip() for cell in row) for row in read.grid.rows[1:]):
        yield read.slip(0, "", "no_rows")
        return
    wrong = list(_headings(read, sheet))
    yield from wrong
    for number, row in enumerate(read.grid.rows[1:], start=2):
        if not wrong and any(cell.strip() for cell in row):
            yield from _row(read, sheet, cells, number, row)


def _headings(read: _Read, sheet: Sheet) -> Iterator[Slip]:
    for at, heading in enumerate(read.grid.rows[0]):
        column = sheet.column(heading)
        if column is None:
            if heading.strip() or any(row[at].strip() for row in read.grid.rows[1:] if at < len(row)):
                yield read.slip(1, heading.strip(), "unknown_column")
        elif column in read.columns.values():
            yield read.slip(1, heading.strip(), "column_twice")
        else:
            read.columns[at] = column
    for column in sheet.columns:
        if column.needed and column not in read.columns.values():
            yield read.slip(1, column.names[-1], "missing_column")


def _row(read: _Read, sheet: Sheet, cells: Cells, number: int, row: Sequence[str]) -> Iterator[Slip]:
    values: dict[str, Any] = {}
    sound = True
    if any(cell.strip() for at, cell in enumerate(row) if at not in read.columns):
        sound = False
        yield read.slip(number, "", "cell_without_heading")
    for at, column in read.columns.items():
        try:
            values[column.field] = cells.read(column.field, row[at] if at < len(row) else "")
            if column.needed and values[column.field] is None:
                raise CannotRead("empty", "")
        except CannotRead as problem:
            sound = False
            yield read.slip(number, read.heading(column.field), problem.code, problem.value)
    if not sound:
        return
    entry = MODELS[sheet.table](**values)
    if entry.key in read.rows:
        yield read.slip(number, read.heading("key"), "key_twice", entry.key)
    read.rows.setdefault(entry.key, number)
    read.entries.append(entry)


class _Named(NamedTuple):
    """An entry of ``table`` that names another one, of ``wanted``."""

    table: str
    key: str
    field: str
    wanted: str
    value: str | None


def _references(after: Organisation) -> Iterator[_Named]:
    for unit in after.units:
        yield _Named("units", unit.key, "parent", "units", unit.parent)
        yield _Named("units", unit.key, "head", "people", unit.head)
    for one in after.departments:
        yield _Named("departments", one.key, "unit", "units", one.unit)
    for person in after.people:
        yield _Named("people", person.key, "unit", "units", person.unit)
        yield _Named("people", person.key, "department", "departments", person.department)
        yield _Named("people", person.key, "reports_to", "people", person.reports_to)
        for held in person.roles:
            yield _Named("people", person.key, "roles", "departments", held.department)


UNKNOWN = {"units": "unknown_unit", "departments": "unknown_department", "people": "unknown_person"}


def _dangling(after: Organisation, read: dict[str, _Read]) -> Iterator[Slip]:
    """What names something that is not there: a cell of these sheets, or an entry that stays as it is."""
    there = {name: {one.key for one in getattr(after, name)} for name in MODELS}
    for one in _references(after):
        if one.value is None or one.value in there[one.wanted]:
            continue
        if (where := read.get(one.table)) is not None:
            row = where.rows.get(one.key, 0)
            yield where.slip(row, where.heading(one.field), UNKNOWN[one.wanted], one.value)
        elif (gone := read.get(one.wanted)) is not None:
            yield gone.slip(0, "", "still_used", f"{one.value} ← {one.key}")
    if (people := read.get("people")) is not None:
        yield from _chats_twice(people)


def _chats_twice(read: _Read) -> Iterator[Slip]:
    seen: set[int] = set()
    for one in read.entries:
        if one.telegram in seen:
            column = read.heading("telegram")
            yield read.slip(read.rows[one.key], column, "chat_twice", str(one.telegram))
        seen |= {one.telegram} if one.telegram is not None else set()
