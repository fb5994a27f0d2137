"""What the check finds in an organisation, and that the example has nothing to find."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from mediation.model.organisation import Department, Organisation, Unit
from mediation.organisation.check import Finding, check
from tests.organisations import RULES, TODAY, changed, example, person, role, small


def found(organisation: Organisation, code: str) -> list[tuple[str, str]]:
    return [(one.key, one.other) for one in check(organisation, RULES, TODAY) if one.code == code]


def with_unit(**fields: Any) -> Organisation:
    return replace(example(), units=(*example().units, Unit(**{"key": "N", "name": "新单位"} | fields)))


def with_department(**fields: Any) -> Organisation:
    values = {"key": "N", "unit": "D", "name": "新部门", "kind": "labour", "duties": ("WAGE",)} | fields
    return replace(example(), departments=(*example().departments, Department(**values)))


def test_the_example_has_nothing_to_find() -> None:
    assert check(example(), RULES, TODAY) == ()


@pytest.mark.parametrize(
    ("organisation", "finding"),
    [
        (with_unit(parent="G"), Finding("unit_without_head", "N")),
        (with_unit(parent="G", head="ghost"), Finding("unknown_person", "N", "ghost")),
        (with_unit(parent="X", head="1001"), Finding("unknown_unit", "N", "X")),
        (with_unit(parent="N", head="1001"), Finding("unit_in_circle", "N")),
        (with_unit(key="D", head="1001"), Finding("unit_twice", "D")),
        (with_department(duties=()), Finding("department_without_duties", "N")),
        (with_department(unit="X"), Finding("unknown_unit", "N", "X")),
        (with_department(kind="magic"), Finding("unknown_kind", "N", "magic")),
        (with_department(duties=("NONE",)), Finding("unknown_category", "N", "NONE")),
        (changed(example(), "3003", reports_to="3003"), Finding("reports_to_self", "3003")),
        (changed(example(), "3003", reports_to="ghost"), Finding("unknown_person", "3003", "ghost")),
        (changed(example(), "3003", unit="X"), Finding("unknown_unit", "3003", "X")),
        (changed(example(), "3003", department="X"), Finding("unknown_department", "3003", "X")),
        (changed(example(), "2001", reports_to="3001"), Finding("reports_in_circle", "3001")),
        (changed(example(), "3003", roles=(role("unit_head"),)), Finding("two_heads", "D1", "3001、3003")),
    ],
)
def test_each_fault_is_found(organisation: Organisation, finding: Finding) -> None:
    assert finding in check(organisation, RULES, TODAY)


def test_a_circle_is_found_for_those_in_it_and_not_for_those_below() -> None:
    round_ = small(person("a", "b"), person("b", "a"), person("c", "a"))
    assert found(round_, "reports_in_circle") == [("a", ""), ("b", "")]


def test_a_department_has_one_head() -> None:
    two = changed(example(), "2006", roles=(role("department_head"), role("handler")))
    assert found(two, "two_heads") == [("D-GH", "2005、2006")]


def test_a_role_that_has_ended_is_found_unless_it_was_renewed() -> None:
    ended = role("supervisor", last=date(2026, 11, 30))
    assert found(changed(example(), "3003", roles=(ended,)), "role_ended") == [
        ("3003", "supervisor 2026-11-30")
    ]
    assert found(changed(example(), "3003", roles=(ended, role("supervisor"))), "role_ended") == []


def test_a_role_is_held_on_its_last_day() -> None:
    last = changed(example(), "3003", roles=(role("supervisor", last=TODAY),))
    assert found(last, "role_ended") == []


def test_a_category_that_nobody_is_responsible_for_is_found() -> None:
    rest = tuple(one for one in example().departments if one.key != "D-SB")
    assert found(replace(example(), departments=rest), "category_without_owner") == [("INSU", "")]


def test_a_sealed_category_counts_only_where_it_may_go() -> None:
    rest = tuple(one for one in example().departments if one.kind != "discipline")
    union = Department(key="U", unit="D", name="工会", kind="union", duties=("DISC",))
    assert found(replace(example(), departments=(*rest, union)), "category_without_owner") == [("DISC", "")]


def test_a_unit_in_which_nobody_answers_has_an_empty_chain() -> None:
    codes = "、".join(RULES.categories)
    assert found(with_unit(), "empty_chain") == [("N", codes)]


def test_categories_that_nobody_could_take_are_named() -> None:
    idle = changed(example(), "1008", roles=())
    rest = tuple(one for one in idle.departments if one.kind != "front")
    stuck = dict(found(replace(idle, departments=rest), "nobody_takes_it"))
    assert "MIND" in stuck["D"].split("、")


def test_the_same_telegram_number_twice_is_found() -> None:
    both = changed(changed(example(), "3002", telegram=9001), "3003", telegram=9001)
    assert found(both, "chat_twice") == [("9001", "")]
