"""What we write for spreadsheets. No cell begins like a formula, whoever typed what stands in it."""

import csv
import io
from collections.abc import Iterable

FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
"""A cell that begins so would be run by a spreadsheet; the wide ones by a Chinese or Japanese one."""
CONTROL = ("\t", "\r", "\n")
"""What some spreadsheets skip before they look for a formula."""


def as_csv(head: Iterable[str], rows: Iterable[Iterable[object]]) -> str:
    """Lines under a head, each cell safe. The only way by which this program writes CSV."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(safe_cell(name) for name in head)
    for row in rows:
        writer.writerow(safe_cell(value) for value in row)
    return out.getvalue()


def safe_cell(value: object) -> str:
    """As text; what would be run gets an apostrophe before it, a number stays a number."""
    text = "" if value is None else str(value)
    if isinstance(value, int | float):
        return text
    return f"'{text}" if text.startswith(CONTROL) or text.lstrip().startswith(FORMULA) else text
