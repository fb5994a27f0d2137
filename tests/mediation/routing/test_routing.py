"""Where a matter goes: duties first, then the table, the nearest unit first, and never to the recused."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.reference.hotlines import load_hotlines
from knowledge.triage.channels import DepartmentKind
from knowledge.triage.taxonomy import load_taxonomy
from mediation.errors import Refused
from mediation.model.organisation import Department, Organisation, Unit
from mediation.routing.responsibility import MatterHistory, chain
from mediation.routing.routing import Route, RoutingInput, Urgency, route
from mediation.standing.recusal import recused
from tests.organisations import RULES, TODAY, example, person, role, small


def went(organisation: Organisation, category: str = "WAGE", unit: str = "U", **fields: Any) -> Route:
    return route(organisation, RULES, RoutingInput(category, unit, **fields), TODAY)


def keys(way: Route) -> list[str]:
    return [one.key for one in way.candidates]


def codes(way: Route) -> list[str]:
    return [one.code for one in way.why]


def test_every_category_has_one_row_and_every_number_can_be_dialled() -> None:
    assert set(RULES.categories) == {one.code for one in load_taxonomy().categories}
    assert {number for door in RULES.doors for number in door.numbers} <= load_hotlines().numbers


def test_every_kind_of_department_that_triage_suggests_can_be_found() -> None:
    assert set(DepartmentKind) <= {one.code for one in RULES.kinds}


def test_a_matter_goes_to_the_nearest_department_that_declares_it() -> None:
    at_the_plant, at_the_branch = went(example(), "BENE", "D1"), went(example(), "BENE", "D")
    assert at_the_plant.department.key == "D1-GH"
    assert at_the_branch.department.key == "D-GH"
    assert codes(at_the_plant) == ["in_its_duties", "own_unit"]


def test_the_unit_above_takes_what_the_own_unit_has_no_department_for() -> None:
    way = went(example(), "CONT", "D1")
    assert (way.department.key, keys(way)) == ("G-FL", ["1007"])
    assert way.why[-1] == ("unit_above", {"unit": "北辰能源集团"})


def test_a_declared_duty_goes_before_the_table() -> None:
    hr = Department(key="HR", unit="U", name="人力", kind="labour", duties=("WAGE",))
    union = Department(key="D", unit="U", name="工会", kind="union")
    here = small(
        person("u", None, "handler"), person("h", None, "handler", department="HR"), departments=(union, hr)
    )
    assert went(here).department == hr
    assert codes(went(here, "POST")) == ["leads_on_it", "own_unit"]


def test_the_words_of_a_department_decide_between_two() -> None:
    two = [
        Department(key=key, unit="U", name=key, kind="union", duties=("BENE",), words=words)
        for key, words in (("A", ("班车",)), ("B", ("食堂",)))
    ]
    here = small(person("a", None, "handler", department="A"), person("b", None, "handler", department="B"))
    way = went(replace(here, departments=tuple(two)), "BENE", text="食堂的菜太咸")
    assert keys(way) == ["b"]
    assert ("its_words", {"words": "食堂"}) in way.why


def test_a_role_that_has_ended_makes_nobody_a_candidate() -> None:
    gone = role("handler", last=date(2026, 11, 30))
    assert keys(went(small(person("a", None, gone), person("b", None, "handler")))) == ["b"]
    assert went(small(person("a", None, gone))).department is None


def test_a_handler_from_elsewhere_may_hold_the_role_for_a_department() -> None:
    here = small(person("x", None, role("handler", "D"), department=None))
    assert keys(went(here)) == ["x"]


def test_without_a_handler_the_head_of_the_department_is_asked() -> None:
    assert keys(went(small(person("a", None, "department_head"), person("b")))) == ["a"]


def test_a_department_does_not_look_into_its_own_people() -> None:
    way = went(example(), "WAGE", "D", named=frozenset({"2006"}))
    assert (way.department.key, codes(way)[0]) == ("D-RL", "stands_in")
    assert "D-GH" not in [desk.department.key for desk in way.support]


def test_a_department_does_not_look_into_the_leader_who_is_in_charge_of_it() -> None:
    leader = person("boss", None, role("deputy", "D"), department=None)
    way = went(small(person("a", None, "handler"), leader), named=frozenset({"boss"}))
    assert way.department is None


def test_nobody_handles_their_own_matter() -> None:
    assert keys(went(small(person("a", None, "handler"), person("b", None, "handler")), owner="a")) == ["b"]


def test_where_nobody_inside_may_take_it_the_doors_outside_are_left() -> None:
    way = went(example(), "WAGE", "D", named=frozenset({"1001"}))
    assert (way.department, way.candidates, way.support) == (None, (), ())
    assert codes(way) == ["nobody_inside"]
    assert way.doors == ("arbitration", "labour_inspection", "petition_above")


def test_misconduct_goes_to_discipline_and_to_nobody_else() -> None:
    way = went(example(), "DISC", "D", more=("WAGE",))
    assert (way.department.key, way.support, way.sealed) == ("G-JW", (), True)


def test_without_discipline_nobody_inside_gets_a_matter_of_misconduct() -> None:
    rest = [one for one in example().departments if one.kind != "discipline"]
    union = Department(key="X", unit="D", name="工会", kind="union", duties=("DISC",))
    way = went(replace(example(), departments=(*rest, union)), "DISC", "D")
    assert (way.department, way.doors) == (None, ("discipline_authority", "petition_above"))


def test_a_sealed_part_seals_the_whole_matter() -> None:
    way = went(example(), "WAGE", "D", more=("DISC",))
    assert (way.department.key, way.sealed) == ("G-JW", True)
    assert way.why[0] == ("sealed_part", {"category": "DISC"})


@pytest.mark.parametrize(
    ("urgency", "department", "first"),
    [(Urgency.CRISIS, "G-XL", "crisis_first"), (Urgency.HAZARD, "D-AH", "hazard_first")],
)
def test_a_crisis_and_danger_go_before_the_category(urgency: Urgency, department: str, first: str) -> None:
    way = went(example(), "BENE", "D", urgency=urgency)
    assert (way.department.key, codes(way)[0]) == (department, first)


def test_in_a_crisis_nobody_else_is_brought_in() -> None:
    assert went(example(), "CONT", "D", more=("WAGE",), urgency=Urgency.CRISIS).support == ()


def test_what_is_urgent_is_reported_to_the_unit_above() -> None:
    way = went(example(), "INSU", "D", urgency=Urgency.URGENT)
    assert way.why[-1] == ("urgent_report_above", {"unit": "北辰能源集团"})


def test_further_categories_bring_their_departments_as_support() -> None:
    way = went(example(), "INJU", "D", more=("WAGE",))
    assert [desk.department.key for desk in way.support] == ["G-FL", "D-SB", "D-GH"]
    assert way.doors == ("insurance_agency", "legal_aid", "arbitration", "labour_inspection")


def test_harassment_is_taken_by_a_pair() -> None:
    way = went(example(), "HARA", "D")
    assert (way.pair, keys(way), way.support[0].department.key) == (True, ["2012"], "G-FL")


@pytest.mark.parametrize(
    ("category", "unit", "code"), [("NONE", "U", "unknown_category"), ("WAGE", "X", "unknown_unit")]
)
def test_what_is_unknown_is_refused(category: str, unit: str, code: str) -> None:
    with pytest.raises(Refused, match=code):
        went(small(person("a")), category, unit)


PEOPLE = "abcdefgh"
ROLES = ("handler", "department_head", "first_contact", "unit_head", "deputy", "sponsor", "supervisor")
KINDS = tuple(one.code for one in RULES.kinds)


@st.composite
def organisations(draw: st.DrawFn) -> Organisation:
    """Any organisation: circles, missing units, people in no department and without a superior."""
    units = [
        Unit(key=key, name=key, parent=draw(st.sampled_from([None, "U", "V", "W"])), head=draw(ANYBODY))
        for key in "UV"
    ]
    departments = [
        Department(
            key=f"{kind}-{unit}",
            unit=unit,
            name=kind,
            kind=kind,
            duties=tuple(draw(st.sets(st.sampled_from(RULES.categories), max_size=3))),
        )
        for kind in draw(st.sets(st.sampled_from(KINDS), min_size=1, max_size=5))
        for unit in "UV"
    ]
    places = [None, *(one.key for one in departments)]
    people = [
        person(
            key,
            draw(ANYBODY),
            *draw(st.sets(st.sampled_from(ROLES), max_size=3)),
            unit=draw(st.sampled_from("UV")),
            department=draw(st.sampled_from(places)),
        )
        for key in PEOPLE
    ]
    return Organisation(units=tuple(units), departments=tuple(departments), people=tuple(people))


ANYBODY = st.sampled_from([None, *PEOPLE, "ghost"])
MATTERS = st.builds(
    RoutingInput,
    category=st.sampled_from(RULES.categories),
    unit=st.sampled_from("UV"),
    more=st.lists(st.sampled_from(RULES.categories), max_size=2).map(tuple),
    named=st.frozensets(st.sampled_from(PEOPLE), max_size=2),
    urgency=st.sampled_from(Urgency),
    owner=ANYBODY,
)


@given(organisations(), MATTERS)
def test_no_route_and_no_chain_ever_leads_to_somebody_recused(
    here: Organisation, matter: RoutingInput
) -> None:
    barred = recused(here, matter.named) | {matter.owner}
    way = route(here, RULES, matter, TODAY)
    offered = [*way.candidates, *(one for desk in way.support for one in desk.candidates)]
    for handler in PEOPLE:
        links = chain(here, RULES, matter, handler, TODAY, MatterHistory(filings=3)).links
        offered += [link.person for link in links if link.person is not None]
    assert not {one.key for one in offered} & barred


@given(organisations(), MATTERS)
def test_the_same_facts_always_lead_to_the_same_route(here: Organisation, matter: RoutingInput) -> None:
    shuffled = Organisation(
        units=here.units[::-1], departments=here.departments[::-1], people=here.people[::-1]
    )
    assert route(here, RULES, matter, TODAY) == route(shuffled, RULES, matter, TODAY)
