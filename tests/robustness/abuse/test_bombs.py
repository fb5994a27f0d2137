"""Files that grow when they are opened are refused by name, before they fill the memory."""

import hashlib
import json
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook

from bot.commands.staff.org_files import MEGABYTE, MOST_RATIO, CannotOpen, read_grids
from storage.operations import backup
from storage.operations.backup import BackupError, check

NOTHING = bytes(8 * MEGABYTE)


def workbook(folder: Path, **parts: bytes) -> Path:
    """A sheet that can be read, with these parts beside it."""
    book, out = Workbook(), BytesIO()
    book.active.append(["id", "name"])
    book.save(out)
    file = folder / "people.xlsx"
    file.write_bytes(out.getvalue())
    with zipfile.ZipFile(file, "a", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(f"xl/media/{name}", content)
    return file


def test_a_workbook_with_a_part_squeezed_like_a_bomb_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CannotOpen, match=f"people.xlsx: unpacks to more than {MOST_RATIO} times"):
        read_grids([workbook(tmp_path, noise=NOTHING)])


def test_an_ordinary_workbook_is_not_taken_for_one(tmp_path: Path) -> None:
    (grid,) = read_grids([workbook(tmp_path, note=b"0" * 1000)])
    assert list(grid.rows) == [["id", "name"]]


@pytest.mark.parametrize("name", ["manifest.json", "cases.jsonl"])
def test_a_backup_with_a_line_larger_than_any_row_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr(backup, "LONGEST_LINE", MEGABYTE)
    long = name == "cases.jsonl"
    rows = NOTHING if long else b"{}"
    manifest = json.dumps({"rows": {"cases": 1}, "sha256": {"cases": hashlib.sha256(rows).hexdigest()}})
    file = tmp_path / "backup.zip"
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("manifest.json", manifest if long else manifest.ljust(8 * MEGABYTE))
        packed.writestr("cases.jsonl", rows)
    with pytest.raises(BackupError, match="damaged"):
        check(file)
