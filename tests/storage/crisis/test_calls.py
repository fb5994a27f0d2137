"""The crisis line in the store: who is rung, who comes, what stays and what is gone."""

from datetime import timedelta
from typing import Any

import pytest

from mediation.crisis import calls, duty
from mediation.crisis.calls import Call, Shift
from mediation.errors import NotFound, Refused
from mediation.model.cases.content import Content
from storage.unit_of_work.database import Database
from tests.builders import COUNSELLOR, LAWYER, OWNER, ROSTER, SUPERVISOR, UNION
from tests.fakes.clock import Clock

CRY = Content(text="撑不住了")


@pytest.fixture
async def roster(database: Database) -> Database:
    await database.run(lambda r: [r.people.set_staff(member) for member in ROSTER] and None)
    return database


async def alarm(store: Database) -> Call:
    return await store.run(lambda r: calls.raise_alarm(r, OWNER, "suicide", False, CRY))


async def rung(store: Database, kind: str = "crisis_ring") -> list[int | None]:
    letters = await store.run(lambda r: r.outbox.due(r.now, 100))
    return [one.person_id for one in letters if one.kind == kind]


async def test_first_the_counsellor_then_the_next_then_everybody(roster: Database, clock: Clock) -> None:
    await alarm(roster)
    assert await rung(roster) == [COUNSELLOR.person_id]
    assert await roster.run(calls.ring_due) == 0
    clock.forward(seconds=120)
    assert await roster.run(calls.ring_due) == 1
    second = await rung(roster)
    assert len(second) == 2 and SUPERVISOR.person_id not in second
    assert await rung(roster, "crisis_numbers") == [OWNER]
    clock.forward(seconds=120)
    await roster.run(calls.ring_due)
    assert set(await rung(roster)) == {COUNSELLOR.person_id, LAWYER.person_id, UNION.person_id}
    clock.forward(hours=5)
    assert await roster.run(calls.ring_due) == 0, "everybody has been called"


async def test_who_is_listed_on_call_comes_before_everybody_else(roster: Database, clock: Clock) -> None:
    shift = Shift(person_id=UNION.person_id, starts=clock(), ends=clock() + timedelta(hours=8))
    await roster.run(lambda r: r.calls.put_shift(shift))
    await alarm(roster)
    assert await rung(roster) == [UNION.person_id]
    clock.forward(hours=9)
    assert (await roster.run(calls.on_call))[0] == COUNSELLOR.person_id, "the shift is over"


async def test_one_comes_gets_what_was_written_and_nobody_else_can_take_it(roster: Database) -> None:
    call = await alarm(roster)
    await roster.run(lambda r: calls.pass_on(r, r.calls.get(call.id), Content(text="还在吗")))
    await roster.run(lambda r: calls.take(r, call.id, COUNSELLOR.person_id))
    letters = await roster.run(lambda r: r.outbox.due(r.now, 100))
    words = [one.facts["content"] for one in letters if one.kind == "crisis_words"]
    assert ["撑不住了" in words[0], "还在吗" in words[1]] == [True, True]
    with pytest.raises(Refused, match="crisis_taken"):
        await roster.run(lambda r: calls.take(r, call.id, LAWYER.person_id))
    with pytest.raises(NotFound):
        await roster.run(lambda r: calls.take(r, call.id, SUPERVISOR.person_id))


async def test_what_was_written_is_gone_when_the_lane_is_left(roster: Database) -> None:
    call = await alarm(roster)
    assert len(await roster.run(lambda r: r.calls.words(call.id))) == 1
    await roster.run(lambda r: calls.leave(r, OWNER))
    assert await roster.run(lambda r: r.calls.words(call.id)) == []
    assert await roster.run(lambda r: r.calls.open_of(OWNER)) is None
    with pytest.raises(NotFound):
        await roster.run(lambda r: calls.leave(r, OWNER))


async def test_only_who_was_asked_back_may_say_hello_and_only_once(roster: Database) -> None:
    call = await alarm(roster)
    await roster.run(lambda r: calls.take(r, call.id, COUNSELLOR.person_id))
    await roster.run(lambda r: calls.leave(r, OWNER))
    for who in (LAWYER.person_id, COUNSELLOR.person_id):
        with pytest.raises(NotFound):
            await roster.run(lambda r, one=who: duty.call_back(r, one, call.id))
    with pytest.raises(NotFound):
        await roster.run(lambda r: duty.request_call_back(r, 999, call.id))
    await roster.run(lambda r: duty.request_call_back(r, OWNER, call.id))
    again = await roster.run(lambda r: duty.call_back(r, COUNSELLOR.person_id, call.id))
    assert (again.person_id, again.responder_id) == (OWNER, COUNSELLOR.person_id)
    with pytest.raises(NotFound):
        await roster.run(lambda r: duty.call_back(r, COUNSELLOR.person_id, call.id))


async def test_the_lane_is_tested_once_a_day_and_a_drill_without_an_answer_is_told(
    roster: Database, clock: Clock
) -> None:
    assert await roster.run(duty.drill) is None, "nobody is listed"
    shift = Shift(person_id=UNION.person_id, starts=clock(), ends=clock() + timedelta(days=3))
    await roster.run(lambda r: r.calls.put_shift(shift))
    noon = clock().replace(hour=12)
    assert await roster.run(lambda r: duty.drill_is_due(r, noon))
    assert not await roster.run(lambda r: duty.drill_is_due(r, clock().replace(hour=9)))
    await roster.run(duty.drill)
    assert not await roster.run(lambda r: duty.drill_is_due(r, noon))
    assert await rung(roster, "crisis_drill") == [UNION.person_id]
    clock.forward(seconds=901)
    await roster.run(calls.ring_due)
    assert await rung(roster, "crisis_drill_missed") == [SUPERVISOR.person_id]


async def test_an_answered_drill_is_silent(roster: Database, clock: Clock) -> None:
    shift = Shift(person_id=UNION.person_id, starts=clock(), ends=clock() + timedelta(days=3))
    await roster.run(lambda r: r.calls.put_shift(shift))
    call: Any = await roster.run(duty.drill)
    await roster.run(lambda r: calls.take(r, call.id, UNION.person_id))
    clock.forward(seconds=901)
    assert await roster.run(calls.ring_due) == 0 and await rung(roster, "crisis_drill_missed") == []


def test_gaps_are_where_no_shift_reaches(clock: Clock) -> None:
    first, hour = clock(), timedelta(hours=1)
    shifts = [
        Shift(person_id=1, starts=first - hour, ends=first + 2 * hour),
        Shift(person_id=2, starts=first + hour, ends=first + 3 * hour),
        Shift(person_id=1, starts=first + 5 * hour, ends=first + 6 * hour),
    ]
    found = duty.gaps(shifts, first, first + 8 * hour)
    assert found == [(first + 3 * hour, first + 5 * hour), (first + 6 * hour, first + 8 * hour)]
    assert duty.gaps([], first, first + hour) == [(first, first + hour)]
