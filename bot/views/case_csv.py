"""The list of cases as a sheet that spreadsheets open."""

from collections.abc import Iterable
from dataclasses import asdict, fields

from bot.views.case_rows import CaseLine
from bot.views.csv_file import as_csv


def csv_text(lines: Iterable[CaseLine]) -> str:
    """One line a case under a head."""
    return as_csv((field.name for field in fields(CaseLine)), (asdict(one).values() for one in lines))
