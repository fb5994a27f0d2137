"""Care by consent on both databases: once taken, reminded until its end, passed on when a helper leaves."""

import asyncio
from typing import Any

import pytest

from mediation.care.contacts import agree, own_care, remind, step_back, stop, take, write
from mediation.errors import NotFound, Refused
from mediation.model.care import ASKED, ENDED, RUNNING, Agreement, Wrote
from storage.unit_of_work.database import Database
from tests.builders import ANOTHER_EMPLOYEE, COUNSELLOR, LAWYER, OWNER, ROSTER
from tests.fakes.clock import Clock
from tests.fakes.proceedings import CHINA

SECOND = COUNSELLOR.model_copy(update={"person_id": 212, "name": "何老师"})


async def _begun(database: Database, often: str = "weekly", months: int = 1) -> int:
    def begin(records: Any) -> int:
        for member in (*ROSTER, SECOND):
            records.people.set_staff(member)
        care = agree(records, OWNER, "counsellor", often, months, CHINA)
        return take(records, COUNSELLOR, care.id, CHINA).id

    return await database.run(begin)


async def _look(database: Database, care_id: int) -> Agreement:
    return await database.run(lambda r: r.care.get(care_id))


async def _tick(database: Database) -> int:
    return await database.run(lambda r: remind(r, CHINA, 100))


async def test_two_who_say_yes_at_once_are_one(database: Database) -> None:
    def ask(records: Any) -> int:
        for member in (*ROSTER, SECOND):
            records.people.set_staff(member)
        return agree(records, OWNER, "counsellor", "weekly", 1, CHINA).id

    care_id = await database.run(ask)
    both = (database.run(lambda r, who=who: take(r, who, care_id, CHINA)) for who in (COUNSELLOR, SECOND))
    found = await asyncio.gather(*both, return_exceptions=True)
    assert sorted(type(one).__name__ for one in found) == ["Agreement", "Refused"]


async def test_it_is_reminded_of_each_time_and_ends_by_itself(database: Database, clock: Clock) -> None:
    care_id = await _begun(database)
    assert await _tick(database) == 0
    for _ in range(4):
        clock.forward(days=7)
        assert await _tick(database) == 1
    clock.forward(days=7)
    assert await _tick(database) == 1
    ended = await _look(database, care_id)
    assert (ended.state, ended.next_at) == (ENDED, None)
    assert await database.run(lambda r: r.care.next_due()) is None


async def test_a_helper_who_has_left_is_replaced_and_the_person_is_told(
    database: Database, clock: Clock
) -> None:
    care_id = await _begun(database)
    left = COUNSELLOR.model_copy(update={"active": False})
    await database.run(lambda r: r.people.set_staff(left))
    clock.forward(days=7)
    await _tick(database)
    assert (await _look(database, care_id)).state == ASKED
    letters = await database.run(lambda r: r.outbox.due(r.now, 100))
    assert (OWNER, "care_looking") in [(one.person_id, one.kind) for one in letters]
    with pytest.raises(NotFound):
        await database.run(lambda r: write(r, left.person_id, care_id, Wrote.NOTE, "还想写"))


async def test_who_steps_back_hands_it_to_a_colleague(database: Database) -> None:
    care_id = await _begun(database)
    await database.run(lambda r: step_back(r, COUNSELLOR.person_id, care_id))
    await database.run(lambda r: take(r, SECOND, care_id, CHINA))
    assert (await _look(database, care_id)).helper_id == SECOND.person_id


async def test_only_the_duty_that_was_chosen_may_take_it(database: Database) -> None:
    care_id = await _begun(database)
    await database.run(lambda r: step_back(r, COUNSELLOR.person_id, care_id))
    with pytest.raises(NotFound):
        await database.run(lambda r: take(r, LAWYER, care_id, CHINA))


async def test_nobody_else_stops_it_reads_it_or_writes_in_it(database: Database) -> None:
    care_id = await _begun(database)
    for act in (
        lambda r: stop(r, ANOTHER_EMPLOYEE, care_id),
        lambda r: own_care(r, COUNSELLOR.person_id, care_id),
        lambda r: write(r, ANOTHER_EMPLOYEE, care_id, Wrote.REPLY, "我来回"),
    ):
        with pytest.raises(NotFound):
            await database.run(act)
    assert (await _look(database, care_id)).state == RUNNING


async def test_there_are_three_at_the_most_and_none_without_a_colleague(database: Database) -> None:
    def three(records: Any) -> None:
        for member in ROSTER:
            records.people.set_staff(member)
        for _ in range(3):
            agree(records, OWNER, "union", "monthly", 6, CHINA)

    await database.run(three)
    with pytest.raises(Refused, match="care_enough"):
        await database.run(lambda r: agree(r, OWNER, "union", "weekly", 1, CHINA))
    with pytest.raises(Refused, match="care_nobody"):
        await database.run(lambda r: agree(r, ANOTHER_EMPLOYEE, "policy", "weekly", 1, CHINA))


@pytest.mark.parametrize(
    ("duty", "often", "months"), [("lawyer", "weekly", 1), ("union", "daily", 1), ("union", "weekly", 2)]
)
async def test_a_forged_choice_is_refused(database: Database, duty: str, often: str, months: int) -> None:
    with pytest.raises(Refused, match="care_odd"):
        await database.run(lambda r: agree(r, OWNER, duty, often, months, CHINA))
