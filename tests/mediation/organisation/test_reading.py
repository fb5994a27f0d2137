"""Sheets become an organisation; every mistake is told with file, sheet, row and column."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediation.model.organisation import Held, Organisation, OrgRole, changes
from mediation.organisation.layout import load_layout
from mediation.organisation.reading import BadSheets, Grid, Slip, read_sheets
from tests.organisations import RULES, example

UNITS = "编号,名称,上级单位,主要负责人\nU,一厂,,p1"
DEPARTMENTS = "id,unit,name,kind,duties,words\nD,U,工会,union,WAGE,加班 食堂"
PEOPLE = (
    "工号,姓名,单位,部门,直接上级,Telegram编号,角色\np1,马骁,U,,,,\n"
    "p2,田禾,U,D,p1,9001,经办人 2026-01-01至2026-12-31"
)
LAYOUT = load_layout()


def grid(name: str, text: str) -> Grid:
    return Grid(f"{name}.csv", "", name, [line.split(",") for line in text.split("\n")])


def read(
    units: str = UNITS, departments: str = DEPARTMENTS, people: str = PEOPLE, **more: str
) -> Organisation:
    sheets = {"units": units, "departments": departments, "people": people} | more
    return read_sheets([grid(name, text) for name, text in sheets.items()], Organisation(), LAYOUT, RULES)


def slips(**sheets: str) -> list[Slip]:
    with pytest.raises(BadSheets) as problem:
        read(**sheets)
    return list(problem.value.slips)


def with_role(cell: str) -> str:
    return PEOPLE.replace("经办人 2026-01-01至2026-12-31", cell)


def test_three_sheets_are_an_organisation() -> None:
    here = read()
    assert (here.unit("U").head, here.department("D").words) == ("p1", ("加班", "食堂"))
    assert here.person("p2").roles == (
        Held(role=OrgRole.HANDLER, first=date(2026, 1, 1), last=date(2026, 12, 31)),
    )
    assert here.by_telegram(9001) == here.person("p2")


@pytest.mark.parametrize(
    "cell",
    [
        "handler 2026-01-01..2026-12-31",
        "经办人  2026/1/1 ~ 2026/12/31",
        "承办 2026年1月1日至2026年12月31日",
        "经办人 ２０２６－０１－０１～２０２６－１２－３１；",
    ],
)
def test_a_role_may_be_written_in_several_ways(cell: str) -> None:
    assert read(people=with_role(cell)) == read()


def test_a_deputy_may_be_in_charge_of_one_department() -> None:
    held = read(people=with_role("分管领导@D 2026-01-01至2026-12-31;督查 2026-01-01至2027-01-01")).person(
        "p2"
    )
    assert [(one.role, one.department) for one in held.roles] == [("deputy", "D"), ("supervisor", None)]


@pytest.mark.parametrize(
    ("cell", "code", "value"),
    [
        ("经办人", "role_unreadable", "经办人"),
        ("经办人 2026-01-01", "role_unreadable", "经办人 2026-01-01"),
        ("经办人 2026-01-01至", "role_unreadable", "经办人 2026-01-01至"),
        ("队长 2026-01-01至2026-12-31", "unknown_role", "队长"),
        ("经办人 2026-02-30至2026-12-31", "bad_date", "2026-02-30"),
        ("经办人 某天至2026-12-31", "bad_date", "某天"),
        ("经办人 2026-12-31至2026-01-01", "ends_before_start", "经办人 2026-12-31至2026-01-01"),
        ("分管@X 2026-01-01至2026-12-31", "unknown_department", "X"),
    ],
)
def test_a_role_that_cannot_be_read_is_told_with_its_place(cell: str, code: str, value: str) -> None:
    assert slips(people=with_role(cell)) == [Slip("people.csv", "", 3, "角色", code, value)]


@pytest.mark.parametrize(
    ("sheets", "row", "column", "code", "value"),
    [
        ({"units": UNITS.replace("一厂", " ")}, 2, "名称", "empty", ""),
        ({"units": UNITS.replace("U,一厂,", "U,一厂,X")}, 2, "上级单位", "unknown_unit", "X"),
        ({"units": UNITS.replace("p1", "p9")}, 2, "主要负责人", "unknown_person", "p9"),
        ({"units": UNITS + "\nU,二厂,,"}, 3, "编号", "key_twice", "U"),
        ({"units": UNITS + "\nV,二厂,,,多"}, 3, "", "cell_without_heading", ""),
        ({"units": UNITS.replace("编号", "号码")}, 1, "号码", "unknown_column", ""),
        ({"units": "编号,名称,名称\nU,一厂,一"}, 1, "名称", "column_twice", ""),
        ({"units": "编号,名称"}, 0, "", "no_rows", ""),
        ({"departments": DEPARTMENTS.replace("union", "社团")}, 2, "kind", "unknown_kind", "社团"),
        ({"departments": DEPARTMENTS.replace("WAGE", "WAGE PAY")}, 2, "duties", "unknown_category", "PAY"),
        ({"departments": DEPARTMENTS.replace("D,U", "D D,U")}, 2, "id", "bad_key", "D D"),
        ({"people": PEOPLE.replace("9001", "小田")}, 3, "Telegram编号", "not_a_number", "小田"),
        (
            {"people": PEOPLE.replace("p1,马骁,U,,,,", "p1,马骁,U,,,9001,")},
            3,
            "Telegram编号",
            "chat_twice",
            "9001",
        ),
        ({"people": PEOPLE.replace("马骁", "长" * 121)}, 2, "姓名", "bad_name", "长" * 121),
        ({"staff": PEOPLE}, 0, "", "unknown_sheet", "staff"),
        ({"人员": PEOPLE}, 0, "", "sheet_twice", "人员"),
    ],
)
def test_each_mistake_is_told_with_its_place(
    sheets: dict[str, str], row: int, column: str, code: str, value: str
) -> None:
    told = [(one.row, one.column, one.code, one.value) for one in slips(**sheets)]
    assert (row, column, code, value) in told
    assert len(told) <= 2


def test_a_missing_column_is_named_as_people_write_it() -> None:
    assert slips(units="编号,上级\nU,") == [Slip("units.csv", "", 1, "单位名称", "missing_column")]


def test_all_mistakes_are_told_at_once() -> None:
    bad = slips(people=with_role("队长 x至y"), departments=DEPARTMENTS.replace("WAGE", "PAY"))
    assert [one.file for one in bad] == ["departments.csv", "people.csv"]


def test_a_sheet_that_is_not_given_stays_as_it_was() -> None:
    fewer = "工号,姓名,单位\n1001,高远山,G\n2001,江怀谷,D\n3001,马骁,D1"
    after = read_sheets([grid("people", fewer)], example(), LAYOUT, RULES)
    assert (after.units, after.departments) == (example().units, example().departments)
    assert changes(example(), after)[2] == ("people", 0, 3, len(example().people) - 3)


def test_what_is_still_in_use_cannot_be_taken_away() -> None:
    with pytest.raises(BadSheets) as problem:
        read_sheets([grid("units", "编号,名称\nG,集团\nD,分公司")], example(), LAYOUT, RULES)
    assert Slip("units.csv", "", 0, "", "still_used", "D1 ← D1-GH") in problem.value.slips


def test_blank_rows_and_the_order_of_rows_mean_nothing() -> None:
    head, first, second = PEOPLE.split("\n")
    assert read(people=f"{head}\n,,,,,,\n{second}\n\n{first}") == read()


CELL = st.text(alphabet="a1@-~ ;；至..DU经办人2026-01\t\x00", max_size=12)


@given(st.lists(st.tuples(CELL, CELL, CELL, CELL), max_size=4))
def test_whatever_stands_in_the_cells_is_read_or_told(rows: list[tuple[str, ...]]) -> None:
    sheet = Grid("p.csv", "", "people", [("id", "name", "unit", "roles"), *rows])
    try:
        after = read_sheets([sheet], read(), LAYOUT, RULES)
    except BadSheets as problem:
        assert problem.slips
    else:
        assert changes(after, read_sheets([sheet], after, LAYOUT, RULES)) == changes(after, after)
