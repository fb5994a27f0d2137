"""Opens the CSV files and workbooks of an organisation, as people save them, without trusting their size."""

import csv
import io
import warnings
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

from mediation.organisation.reading import Grid

MEGABYTE = 1024 * 1024
LARGEST_FILE = 20 * MEGABYTE
LARGEST_UNPACKED = 200 * MEGABYTE
"""What a workbook may grow to; a sheet of 100,000 people unpacks to about 60 MB."""
MOST_RATIO, RATIO_FROM = 200, MEGABYTE
"""How far a part may be squeezed (sheets reach 30, a bomb 1000), from that size on."""
MOST_ROWS = 100_000
MOST_COLUMNS = 50
ENDINGS = (".csv", ".xlsx")


class CannotOpen(Exception):
    """One line that says which file, and why."""


def read_grids(paths: Iterable[Path]) -> list[Grid]:
    """Every sheet of these files; a folder stands for the files in it. Raises ``CannotOpen``."""
    files = [file for path in paths for file in _files(path)]
    return [grid for file in files for grid in _read(file)]


def _files(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path]
    found = sorted(one for one in path.iterdir() if one.suffix.lower() in ENDINGS and one.name[0] not in "~.")
    if not found:
        raise CannotOpen(f"{path}: no .csv or .xlsx file in this folder")
    return found


def _read(file: Path) -> list[Grid]:
    if file.suffix.lower() not in ENDINGS:
        raise CannotOpen(f"{file}: not a .csv or .xlsx file")
    try:
        if file.stat().st_size > LARGEST_FILE:
            raise CannotOpen(f"{file}: larger than {LARGEST_FILE // MEGABYTE} MB")
        content = file.read_bytes()
    except OSError as error:
        raise CannotOpen(f"{file}: {error.strerror}") from None
    if file.suffix.lower() == ".csv":
        return [Grid(str(file), "", file.stem, _bounded(file, _csv(file, content)))]
    return list(_workbook(file, content))


def _csv(file: Path, content: bytes) -> Iterator[Sequence[str]]:
    text = _decoded(file, content)
    try:
        yield from csv.reader(io.StringIO(text, newline=""), strict=True)
    except csv.Error as error:
        raise CannotOpen(f"{file}: not CSV ({error})") from None


def _decoded(file: Path, content: bytes) -> str:
    """UTF-8, or GB 18030 as a Chinese Excel writes it."""
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text:
            return text
    raise CannotOpen(f"{file}: neither UTF-8 nor GB 18030 text")


def _workbook(file: Path, content: bytes) -> Iterator[Grid]:
    from openpyxl import load_workbook  # a CSV need not wait for it

    _check_unpacked(file, content)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about styles and extensions that nobody reads here
            book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
            for sheet in book.worksheets:
                sheet.reset_dimensions()  # what a file claims of its size may be wrong
                rows = ([_text(cell) for cell in row] for row in sheet.iter_rows(values_only=True))
                grid = Grid(str(file), sheet.title, sheet.title, _bounded(file, rows))
                if any(cell for row in grid.rows for cell in row):
                    yield grid
    except CannotOpen:
        raise
    except Exception as error:  # openpyxl raises whatever a broken part happens to cause
        raise CannotOpen(f"{file}: not a workbook that can be read ({type(error).__name__})") from None


def _check_unpacked(file: Path, content: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            # zipfile itself stops reading a part at the size that is declared here
            entries = packed.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        raise CannotOpen(f"{file}: not a workbook; an old .xls must be saved as .xlsx") from None
    if sum(entry.file_size for entry in entries) > LARGEST_UNPACKED:
        raise CannotOpen(f"{file}: unpacks to more than {LARGEST_UNPACKED // MEGABYTE} MB")
    if any(one.file_size > max(RATIO_FROM, MOST_RATIO * one.compress_size) for one in entries):
        raise CannotOpen(
            f"{file}: unpacks to more than {MOST_RATIO} times its size; save it as a new workbook"
        )


def _bounded(file: Path, rows: Iterable[Sequence[str]]) -> list[list[str]]:
    kept: list[list[str]] = []
    for row in rows:
        if len(kept) >= MOST_ROWS:
            raise CannotOpen(f"{file}: more than {MOST_ROWS} rows")
        if any(row[MOST_COLUMNS:]):
            raise CannotOpen(f"{file}: more than {MOST_COLUMNS} columns")
        kept.append(list(row[:MOST_COLUMNS]))
    return kept


def _text(cell: Any) -> str:
    """A cell as somebody would read it: 1001 and not 1001.0, a day without a time."""
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)
