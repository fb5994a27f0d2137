"""Every state, trigger and role is walked: what the table names is allowed, everything else is refused."""

from itertools import product
from typing import Any

import pytest

from mediation.cases.life import move
from mediation.errors import Refused
from mediation.model.cases.actor import Actor, Intent
from mediation.model.cases.case import CaseFields, Role, StaffMember
from tests.builders import COUNSELLOR, LAWYER, OWNER, SUPERVISOR, UNION, a_case, acts
from tests.every import every
from tests.fakes.clock import START
from tests.fakes.story import TABLE

TRIGGERS = list(dict.fromkeys(row.do for row in TABLE.move))
WHO: dict[str, tuple[StaffMember | int, set[Role]]] = {
    "owner": (OWNER, {Role.OWNER}),
    "mediator": (UNION, {Role.MEDIATOR}),
    "handler": (LAWYER, {Role.MEDIATOR, Role.HANDLER}),
    "offered": (COUNSELLOR, {Role.MEDIATOR, Role.OFFERED}),
    "supervisor": (SUPERVISOR, {Role.SUPERVISOR}),
    "stranger": (999, set()),
}
GOOD: dict[str, dict[str, Any]] = {
    "refuse": {"reason": "我认识当事人"},
    "give_back": {"reason": "我要出差"},
    "offer": {"colleague": UNION},
    "record_result": {"result": "补发加班费"},
    "rate": {"rating": 5},
    "close": {"reason": "已再次核实"},
}


def _ready(state: str, trigger: str) -> CaseFields:
    """A case in which every guard of the trigger says yes."""
    free = trigger in ("claim", "refuse")
    case = a_case(state, second_wanted=trigger == "join", offered_to_id=COUNSELLOR.person_id)
    return case.model_copy(update={"handler_id": None}) if free else case


def _expected(case: CaseFields, trigger: str, actor: Actor) -> str | None:
    rows = [row for row in TABLE.move if row.do == trigger and case.state in row.sources]
    if not rows:
        return "wrong_state"
    if not any(actor.roles_on(case) & set(row.who) for row in rows):
        return "wrong_role"
    if trigger == "join" and actor.person_id == case.handler_id:
        return "you_have_it"
    return None


def allowed_as_the_table_says(state: str, trigger: str, role: str) -> None:
    case, actor = _ready(state, trigger), acts(WHO[role][0])
    before = case.model_copy()
    intent = Intent(**GOOD.get(trigger, {}))
    expected = _expected(case, trigger, actor)
    if expected is not None:
        with pytest.raises(Refused) as refusal:
            move(TABLE, case, trigger, actor, START, intent)
        assert refusal.value.code == expected
    else:
        outcome = move(TABLE, case, trigger, actor, START, intent)
        ends = {row.to for row in TABLE.moves(trigger, state)}
        assert outcome.case.state in {state if end == "=" else end for end in ends}
        assert (outcome.event.from_state, outcome.event.to_state) == (state, outcome.case.state)
    assert case == before, "the case that was handed in is never changed"


def test_a_move_is_allowed_exactly_where_the_table_says() -> None:
    every(allowed_as_the_table_says, product(TABLE.states, TRIGGERS, WHO))


@pytest.mark.parametrize("role", WHO)
def test_roles_come_from_the_roster_and_the_case(role: str) -> None:
    who, roles = WHO[role]
    case = a_case("claimed", offered_to_id=COUNSELLOR.person_id)
    assert acts(who).roles_on(case) == roles


def test_whoever_has_left_the_roster_has_no_role_but_their_own_case() -> None:
    gone = LAWYER.model_copy(update={"active": False})
    assert acts(gone).roles_on(a_case("claimed")) == set()
    assert acts(gone).roles_on(a_case("claimed", owner_id=LAWYER.person_id)) == {Role.OWNER}


def test_a_mediator_is_nothing_but_the_owner_of_their_own_case() -> None:
    own = a_case("submitted", owner_id=LAWYER.person_id)
    assert acts(LAWYER).roles_on(own) == {Role.OWNER}
    with pytest.raises(Refused, match="wrong_role"):
        move(TABLE, own, "claim", acts(LAWYER), START)


def test_only_the_withdrawn_case_has_no_way_on() -> None:
    with_a_way_on = {state for row in TABLE.move for state in row.sources}
    assert set(TABLE.states) - with_a_way_on == set(TABLE.final) == {"withdrawn"}


def test_every_state_can_be_reached_from_the_first_one() -> None:
    reached = {TABLE.initial}
    for _ in TABLE.states:
        steps = [(row.sources, row.to) for row in TABLE.move]
        reached |= {to for sources, to in steps if to != "=" and reached & set(sources)}
    assert reached == set(TABLE.states)


def test_the_buttons_offered_are_the_triggers_of_the_table() -> None:
    assert TABLE.open_to({Role.MEDIATOR}, "submitted") == ["claim", "refuse"]
    assert TABLE.open_to({Role.OWNER}, "resolved") == ["rate", "not_solved", "withdraw"]
    assert TABLE.open_to({Role.OWNER}, "withdrawn") == []
