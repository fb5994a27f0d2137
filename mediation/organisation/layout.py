"""Reads ``sheets.toml``: how people may call sheets, columns and roles."""

import re
from functools import cached_property
from pathlib import Path

from pydantic import Field

from knowledge.datafile import CheckedByName, read_checked
from mediation.model.organisation import OrgRole

SHEETS_FILE = Path(__file__).with_name("sheets.toml")


class Column(CheckedByName):
    """A column; ``needed`` when none of its cells may be empty."""

    field: str
    names: tuple[str, ...] = Field(min_length=1)
    needed: bool = False


class Sheet(CheckedByName):
    """A sheet, or a CSV file."""

    table: str
    names: tuple[str, ...] = Field(min_length=1)
    columns: tuple[Column, ...] = Field(alias="column", min_length=1)

    def column(self, heading: str) -> Column | None:
        """The column with this heading."""
        return next((one for one in self.columns if plain(heading) in map(plain, one.names)), None)


class DateWords(CheckedByName):
    """What stands between the first and the last day of a role."""

    between: tuple[str, ...] = Field(min_length=1)


class Layout(CheckedByName):
    """All of it."""

    sheets: tuple[Sheet, ...] = Field(alias="sheet", min_length=3, max_length=3)
    dates: DateWords
    roles: dict[OrgRole, tuple[str, ...]]

    def sheet(self, name: str) -> Sheet | None:
        """The sheet with this name."""
        return next((one for one in self.sheets if plain(name) in map(plain, one.names)), None)

    def role(self, word: str) -> OrgRole | None:
        """The role that is called so."""
        return next((role for role, words in self.roles.items() if plain(word) in map(plain, words)), None)

    @cached_property
    def held(self) -> re.Pattern[str]:
        """One role in a cell: ``role@department 2026-01-01..2026-12-31``, the department being optional."""
        between = "|".join(re.escape(word) for word in self.dates.between)
        return re.compile(
            rf"(?P<role>[^@\s]+)(?:\s*@\s*(?P<department>\S+))?\s+(?P<first>[^\s.~～至]+)"
            rf"\s*(?:{between})\s*(?P<last>[^\s.~～至]+)"
        )


def plain(word: str) -> str:
    """For comparing: without blanks, in small letters."""
    return "".join(word.split()).lower()


def load_layout(path: Path = SHEETS_FILE) -> Layout:
    """The layout; raises ``BadData`` with file, place and problem."""
    return read_checked(path, Layout)
