"""No file that we write for a spreadsheet has a cell that the spreadsheet would run."""

import ast
import csv
import io
from pathlib import Path

import pytest

from bot.views.csv_file import as_csv, safe_cell

ROOT = Path(__file__).parents[3]
FORMULAS = (
    "=HYPERLINK(1)",
    "+1",
    "-1+1",
    "@SUM(1)",
    "\t=1",
    "\r=1",
    "\n=1",
    "  =1",
    "＝1",
    "＋1",
    "－1",
    "＠1",
)


@pytest.mark.parametrize("typed", FORMULAS)
def test_a_formula_is_kept_as_the_words_it_is(typed: str) -> None:
    rows = list(csv.reader(io.StringIO(as_csv(["a", typed], [["x", typed]]), newline="")))
    assert rows == [["a", f"'{typed}"], ["x", f"'{typed}"]]


@pytest.mark.parametrize(
    ("value", "shown"), [(-3, "-3"), (None, ""), ("夜班费", "夜班费"), ("2026-01-01", "2026-01-01")]
)
def test_what_is_no_formula_stays_as_it_is(value: object, shown: str) -> None:
    assert safe_cell(value) == shown


def test_every_sheet_that_we_write_is_written_there() -> None:
    writers = ("csv.writer", "csv.DictWriter", "Workbook", "openpyxl.Workbook")
    found = {
        file.relative_to(ROOT).as_posix()
        for folder in ("bot", "mediation", "storage", "knowledge")
        for file in (ROOT / folder).rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and ast.unparse(node.func) in writers
    }
    assert found == {"bot/views/csv_file.py"}
