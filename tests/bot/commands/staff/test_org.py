"""``xinqiao org``: an import is all or nothing, says where it is wrong; the same again is no change."""

from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from bot.commands.staff import org, org_files
from bot.commands.staff.org_files import CannotOpen, read_grids
from mediation.model.organisation import Organisation
from tests.bot.commands.conftest import Terminal
from tests.organisations import EXAMPLE, example

UNITS = "编号,名称,主要负责人\nU,一厂,p1\n"
PEOPLE = "工号,姓名,单位,角色\np1,马骁,U,主要负责人 2026-01-01至2099-12-31\n"
SAME = "units: 0 added, 0 changed, 0 removed\n"


def kept(terminal: Terminal) -> Organisation:
    return terminal.store(lambda r: r.organisation.read())  # type: ignore[no-any-return]


def lines(terminal: Terminal, *words: str | Path) -> list[str]:
    """What an import that is refused says."""
    result = terminal.types("org", "import", *words)
    assert (result.exit_code, result.stdout) == (2, ""), result.output
    return str(result.stderr).splitlines()


def workbook(**sheets: list[list[Any]]) -> bytes:
    book = Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def test_the_example_is_imported_as_it_stands(terminal: Terminal) -> None:
    said = terminal.types("org", "import", EXAMPLE)
    assert said.exit_code == 0, said.output
    assert said.stdout.startswith("units: 3 added, 0 changed, 0 removed\n")
    assert kept(terminal) == example()


def test_the_same_files_again_change_nothing(terminal: Terminal) -> None:
    terminal.types("org", "import", EXAMPLE)
    before = terminal.store(lambda r: r.connection.exec_driver_sql("SELECT count(*) FROM audit").scalar())
    again = terminal.types("org", "import", EXAMPLE)
    assert again.stdout.startswith(SAME)
    assert "nothing is different" in again.stdout
    after = terminal.store(lambda r: r.connection.exec_driver_sql("SELECT count(*) FROM audit").scalar())
    assert (kept(terminal), after) == (example(), before)


def test_a_dry_run_only_says_what_would_happen(terminal: Terminal) -> None:
    said = terminal.types("org", "import", EXAMPLE, "--dry-run")
    assert "people: 28 added" in said.stdout
    assert kept(terminal) == Organisation()


def test_one_mistake_and_nothing_is_changed(terminal: Terminal) -> None:
    terminal.types("org", "import", EXAMPLE)
    bad = terminal.file("people.csv", PEOPLE.replace("2026-01-01", "2026-13-01"))
    said = lines(terminal, terminal.file("units.csv", UNITS), bad)
    assert (
        said[0] == f"{bad} 第2行 「角色」: 日期应写成 2026-01-31 / a day is written 2026-01-31: '2026-13-01'"
    )
    assert said[-1] == "什么都没改 / nothing was changed"
    assert kept(terminal) == example()


def test_a_mistake_in_a_workbook_names_its_sheet(terminal: Terminal) -> None:
    book = workbook(
        单位=[["编号", "名称"], ["U", "一厂"]], 人员=[["工号", "姓名", "单位"], ["p1", "马骁", "X"]]
    )
    file = terminal.file("org.xlsx", book)
    assert lines(terminal, file)[0] == f"{file} 表「人员」 第2行 「单位」: 没有这个单位 / no such unit: 'X'"


def test_a_workbook_says_the_same_as_csv(terminal: Terminal) -> None:
    rows = [line.split(",") for line in PEOPLE.splitlines()]
    book = workbook(units=[["id", "name", "head"], ["U", "一厂", "p1"]], people=rows, 空表=[])
    terminal.types("org", "import", terminal.file("org.xlsx", book))
    from_book = kept(terminal)
    terminal.types("org", "import", terminal.file("units.csv", UNITS), terminal.file("people.csv", PEOPLE))
    assert from_book == kept(terminal)
    assert from_book.person("p1") is not None


def test_numbers_in_a_workbook_are_read_as_they_look(terminal: Terminal) -> None:
    book = workbook(units=[["id", "name"], [10.0, 2026]], people=[["id", "name", "unit"], [1001, "马骁", 10]])
    assert terminal.types("org", "import", terminal.file("org.xlsx", book)).exit_code == 0
    assert (kept(terminal).unit("10").name, kept(terminal).person("1001").unit) == ("2026", "10")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_csv_may_come_from_any_office(terminal: Terminal, encoding: str) -> None:
    units = terminal.file("单位.csv", UNITS.replace(",p1", ",").encode(encoding))
    assert terminal.types("org", "import", units).exit_code == 0
    assert kept(terminal).unit("U").name == "一厂"


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("units.xls", b"\xd0\xcf", "not a .csv or .xlsx file"),
        ("units.xlsx", b"\xd0\xcf\x11\xe0", "not a workbook"),
        ("units.xlsx", b"PK\x05\x06" + bytes(18), "not a workbook"),
        ("units.csv", b"\xff\xff\x00", "neither UTF-8 nor GB 18030"),
        ("units.csv", b'"a', "not CSV"),
        ("units.csv", ("," * 60 + "x").encode(), "more than 50 columns"),
    ],
)
def test_what_is_no_sheet_is_refused_in_one_line(
    terminal: Terminal, name: str, content: bytes, why: str
) -> None:
    (line,) = lines(terminal, terminal.file(name, content))
    assert name in line
    assert why in line


def test_files_larger_than_any_sheet_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "units.csv").write_text(UNITS * 3, encoding="utf-8")
    (tmp_path / "people.xlsx").write_bytes(workbook(people=[["id"]]))
    monkeypatch.setattr(org_files, "MOST_ROWS", 4)
    with pytest.raises(CannotOpen, match="more than 4 rows"):
        read_grids([tmp_path / "units.csv"])
    monkeypatch.setattr(org_files, "LARGEST_UNPACKED", 10)
    with pytest.raises(CannotOpen, match="unpacks to more than"):
        read_grids([tmp_path / "people.xlsx"])
    monkeypatch.setattr(org_files, "LARGEST_FILE", 10)
    with pytest.raises(CannotOpen, match="larger than"):
        read_grids([tmp_path / "units.csv"])


def test_a_file_or_folder_that_is_not_there_is_named(terminal: Terminal) -> None:
    assert lines(terminal, "gone.csv") == ["gone.csv: No such file or directory"]
    (empty := terminal.folder / "empty").mkdir()
    assert lines(terminal, empty) == [f"{empty}: no .csv or .xlsx file in this folder"]


def test_many_mistakes_are_counted(terminal: Terminal) -> None:
    many = "编号,名称\n" + "U,\n" * 60
    said = lines(terminal, terminal.file("units.csv", many))
    assert len(said) == org.MOST_LINES + 2
    assert said[-2] == "还有 10 处 / 10 more"


def test_the_check_names_what_is_missing(terminal: Terminal) -> None:
    terminal.types("org", "import", terminal.file("units.csv", UNITS), terminal.file("people.csv", PEOPLE))
    said = terminal.types("org", "check")
    assert said.exit_code == 1
    assert "WAGE: 这一类没有部门负责" in said.stdout
    assert "U 一厂: 这些类别没有人能接" in said.stdout


def test_the_organisation_is_shown_as_a_tree(terminal: Terminal) -> None:
    terminal.types("org", "import", EXAMPLE)
    shown = terminal.types("org", "show").stdout
    assert "D1 · 东河采油一厂 · 马骁" in shown
    assert "D-GH · 东河工会 · union · 2 人 · WAGE POST DISP BENE DEMO APPE" in shown


def test_before_the_first_import_there_is_nothing_to_show(terminal: Terminal) -> None:
    assert "nothing was imported yet" in terminal.line("org", "show")


def test_every_mistake_that_has_words_can_be_made() -> None:
    words, folder = org.load_words(), Path(org.__file__).parents[3] / "mediation" / "organisation"
    code = "".join((folder / f"{name}.py").read_text(encoding="utf-8") for name in ("cells", "reading"))
    assert all(f'"{slip}"' in code for slip in words.slips)
