"""Units, people and roles: who holds what on which day, and what an import makes different."""

from dataclasses import replace
from datetime import date

from mediation.model.organisation import OrgRole, Unit, changes
from tests.organisations import TODAY, changed, example, person, role, small


def test_a_role_is_held_from_its_first_to_its_last_day() -> None:
    held = role("handler")
    assert [held.on(day) for day in (date(2025, 12, 31), date(2026, 1, 1), date(2027, 12, 31))] == [
        False,
        True,
        True,
    ]
    assert not held.on(date(2028, 1, 1))


def test_a_role_for_another_department_is_not_held_in_ones_own() -> None:
    here = small(person("a", None, role("handler", "E")))
    assert here.holders(OrgRole.HANDLER, TODAY, "D") == ()
    assert [one.key for one in here.holders(OrgRole.HANDLER, TODAY, "E")] == ["a"]
    assert here.holders_in(OrgRole.HANDLER, TODAY, "U") == ()


def test_units_are_walked_upwards_and_a_circle_once() -> None:
    assert [one.key for one in example().upwards("D1")] == ["D1", "D", "G"]
    round_ = small(units=(Unit(key="A", name="a", parent="B"), Unit(key="B", name="b", parent="A")))
    assert [one.key for one in round_.upwards("A")] == ["A", "B"]
    assert round_.upwards("nowhere") == ()


def test_superiors_are_named_up_to_the_top() -> None:
    assert example().superiors("2006") == ("2005", "2002", "2001", "1001")
    assert example().superiors("1001") == ()


def test_a_name_finds_everybody_who_bears_it() -> None:
    twins = changed(example(), "3002", name="周平")
    assert [one.key for one in twins.named(" 周 平 ")] == ["3002", "3003"]
    assert twins.named("没有这个人") == ()


def test_a_changed_organisation_answers_anew() -> None:
    assert example().person("2006") is not None
    assert replace(example(), people=()).person("2006") is None


def test_the_order_of_entries_is_no_change() -> None:
    assert all(
        one[1:] == (0, 0, 0) for one in changes(example(), replace(example(), people=example().people[::-1]))
    )


def test_changes_are_counted_table_by_table() -> None:
    after = changed(replace(example(), units=example().units[1:]), "3003", name="周萍")
    assert [tuple(one) for one in changes(example(), after)] == [
        ("units", 0, 0, 1),
        ("departments", 0, 0, 0),
        ("people", 0, 1, 0),
    ]
