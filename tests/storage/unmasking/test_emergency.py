"""A life is in danger: who has come looks at once, a second one has their say, the person is told later."""

from typing import Any

import pytest

from mediation.crisis import calls
from mediation.errors import NotFound, Refused
from mediation.model.cases.case import StaffMember
from mediation.model.cases.content import Content
from mediation.model.unmasking import Review, State, Trait, Unmasking
from mediation.unmasking.emergency import look_at_once, review
from mediation.unmasking.ending import act_on_due
from storage.unit_of_work.database import Database
from tests.builders import COUNSELLOR, LAWYER, SUPERVISOR
from tests.fakes.clock import Clock
from tests.unmaskings import CHAT, NAME, PRIVACY, STAFF_NUMBER, claimed, told


async def _called(database: Database) -> int:
    """The counsellor has come; the number of the call."""

    def work(records: Any) -> int:
        claimed(records)
        owner = records.people.find(CHAT)
        call = calls.raise_alarm(records, owner, "suicide", False, Content(text="撑不住了"))
        return calls.take(records, call.id, COUNSELLOR.person_id).id

    return await database.run(work)


async def _look(
    database: Database, call: int, who: StaffMember = COUNSELLOR, why: str = "ambulance"
) -> tuple[Unmasking, dict[Trait, str]]:
    return await database.run(lambda r: look_at_once(r, who, call, why, 5))


async def _end(database: Database) -> None:
    await database.run(lambda r: calls.leave(r, r.people.find(CHAT) or 0))


async def test_who_has_come_sees_at_once_who_it_is(database: Database) -> None:
    one, shown = await _look(database, await _called(database))
    assert (shown[Trait.NAME], shown[Trait.STAFF_NUMBER]) == (NAME, STAFF_NUMBER)
    assert (one.review, one.looks) == (Review.WAITING, 1)
    (letter,) = await told(database, "unmask_review")
    assert letter.person_id == PRIVACY.person_id and letter.case_number is None
    assert NAME not in str(letter.facts)


@pytest.mark.parametrize("who", [LAWYER, SUPERVISOR, PRIVACY])
async def test_nobody_else_looks_at_once(database: Database, who: StaffMember) -> None:
    call = await _called(database)
    with pytest.raises(NotFound):
        await _look(database, call, who)


async def test_when_the_lane_is_left_nobody_looks_any_more(database: Database) -> None:
    call = await _called(database)
    await _end(database)
    with pytest.raises(NotFound):
        await _look(database, call)


async def test_a_reason_of_the_file_is_needed(database: Database) -> None:
    call = await _called(database)
    with pytest.raises(Refused, match="unmask_odd"):
        await _look(database, call, why="curious")


async def test_a_second_look_goes_on_in_the_first(database: Database) -> None:
    call = await _called(database)
    first, _ = await _look(database, call)
    again, _ = await _look(database, call, why="police")
    assert (again.id, again.looks, again.messages) == (first.id, 2, [5, 5])


async def test_an_objection_takes_it_back_and_shuts_it(database: Database) -> None:
    call = await _called(database)
    one, _ = await _look(database, call)
    await database.run(lambda r: review(r, PRIVACY, one.id, False))
    assert [letter.person_id for letter in await told(database, "unmask_away")] == [COUNSELLOR.person_id]
    with pytest.raises(Refused, match="unmask_over"):
        await _look(database, call)
    with pytest.raises(Refused, match="unmask_decided"):
        await database.run(lambda r: review(r, SUPERVISOR, one.id, True))


async def test_who_looked_does_not_confirm_it_themselves(database: Database) -> None:
    one, _ = await _look(database, await _called(database))
    for who in (COUNSELLOR, LAWYER, None):
        with pytest.raises(NotFound):
            await database.run(lambda r, who=who: review(r, who, one.id, True))
    await database.run(lambda r: review(r, SUPERVISOR, one.id, True))
    assert (await database.run(lambda r: r.unmaskings.get(one.id))).review == Review.CONFIRMED


async def test_the_second_person_is_asked_again_until_they_answer(database: Database, clock: Clock) -> None:
    one, _ = await _look(database, await _called(database))
    letters = await database.run(lambda r: [r.outbox.finish(x, "sent") for x in r.outbox.due(r.now, 100)])
    assert letters
    clock.forward(hours=12)
    await database.run(lambda r: act_on_due(r, 10))
    assert len(await told(database, "unmask_review")) == 1
    await database.run(lambda r: review(r, PRIVACY, one.id, True))
    kept = await database.run(lambda r: r.unmaskings.get(one.id))
    assert (kept.state, kept.remind_at) == (State.OVER, None)


async def test_the_person_is_told_when_the_danger_is_over_and_not_before(
    database: Database, clock: Clock
) -> None:
    await _look(database, await _called(database))
    clock.forward(hours=25)
    await database.run(lambda r: act_on_due(r, 10))
    assert await told(database, "unmask_seen_in_danger") == []
    await _end(database)
    clock.forward(hours=24)
    await database.run(lambda r: act_on_due(r, 10))
    (letter,) = await told(database, "unmask_seen_in_danger")
    assert (letter.chat, letter.facts["handler_id"]) == (CHAT, COUNSELLOR.person_id)


async def test_every_part_of_it_is_in_the_audit(database: Database) -> None:
    one, _ = await _look(database, await _called(database))
    await database.run(lambda r: review(r, PRIVACY, one.id, True))

    def lines(records: Any) -> list[Any]:
        text = "SELECT subject, facts FROM audit WHERE act = 'unmask' ORDER BY number"
        return list(records.connection.exec_driver_sql(text))

    found = await database.run(lines)
    assert {line[0] for line in found} == {f"crisis:{one.call_id}"}
    for what in ("at_once", "looked", "withheld", "confirmed"):
        assert any(what in line[1] for line in found), what
