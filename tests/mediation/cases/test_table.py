"""The table itself: it is read from a file that people edit, so it is checked."""

import pytest

from mediation.cases.life import MoveModel, move
from mediation.cases.life_effects import Effects
from mediation.cases.life_table import LifeTable
from mediation.errors import Refused
from mediation.model.cases.actor import Intent
from mediation.model.cases.case import Role
from tests.builders import OWNER, SUPERVISOR, a_case, acts
from tests.fakes.clock import START
from tests.fakes.story import TABLE

ROW = {"do": "end", "from": ["a"], "to": "b", "who": ["owner"], "if": [], "then": []}


def _table(*rows: dict) -> LifeTable:
    return LifeTable(initial="a", final=["b"], states=["a", "b"], move=list(rows))


def test_a_state_that_is_not_listed_is_refused_when_the_table_is_read() -> None:
    with pytest.raises(ValueError, match=r"unknown states.*'c'"):
        _table(ROW | {"to": "c"})


def test_a_column_that_is_not_known_is_refused() -> None:
    with pytest.raises(ValueError, match="when"):
        _table(ROW | {"when": "always"})


def test_a_role_that_is_not_known_is_refused() -> None:
    with pytest.raises(ValueError, match="who"):
        _table(ROW | {"who": ["boss"]})


@pytest.mark.parametrize("name", sorted({guard for row in TABLE.move for guard in row.guards}))
def test_every_guard_of_the_table_exists(name: str) -> None:
    assert callable(getattr(MoveModel, f"check_{name}"))


@pytest.mark.parametrize("name", sorted({effect for row in TABLE.move for effect in row.effects}))
def test_every_effect_of_the_table_exists(name: str) -> None:
    assert callable(getattr(Effects, f"do_{name}"))


def test_every_guard_and_effect_in_the_code_is_used_by_the_table() -> None:
    used = {f"check_{g}" for row in TABLE.move for g in row.guards}
    used |= {f"do_{e}" for row in TABLE.move for e in row.effects}
    written = {name for name in dir(MoveModel) if name.startswith(("check_", "do_"))}
    assert written == used


def test_a_row_for_somebody_else_does_not_carry_the_actor_along() -> None:
    supervisors_row = ROW | {"who": ["supervisor"]}
    owners_row = ROW | {"to": "="}
    table = _table(supervisors_row, owners_row)
    outcome = move(table, a_case("a"), "end", acts(OWNER), START, Intent())
    assert (outcome.case.state, outcome.event.actor_role) == ("a", Role.OWNER)
    assert move(table, a_case("a"), "end", acts(SUPERVISOR), START).case.state == "b"


def test_a_trigger_that_nobody_knows_is_refused() -> None:
    with pytest.raises(Refused, match="wrong_state"):
        move(TABLE, a_case(), "explode", acts(OWNER), START)
