"""What ``run`` and ``once`` promise, on both databases."""

import asyncio
from typing import Any

import pytest

from mediation.errors import Refused
from mediation.model.cases.case import Notice
from storage.database.engine import BadUrl, open_engine
from storage.mail.outbox import UpdateKey
from storage.unit_of_work.database import Database
from storage.unit_of_work.ticket import Ticket
from tests.builders import BOT, LAWYER, OWNER, ROSTER, a_case
from tests.fakes.clock import Clock
from tests.fakes.story import Story

CASE = "K7QF-2MRD"


def note(to: int = OWNER, **facts: Any) -> Any:
    return lambda records: records.outbox.post(Notice(to=to, kind="note", facts=facts))


async def letters(database: Database, clock: Clock) -> list[Any]:
    return await database.run(lambda r: r.outbox.due(clock(), 1000))


async def accepted(database: Database, update_id: int) -> int:
    await database.run(lambda r: r.inbox.accept(UpdateKey(BOT, update_id), "{}"))
    return update_id


async def test_what_run_returned_is_still_there_after_a_restart(database: Database, reopened: Any) -> None:
    number = await database.run(lambda r: Story(r).file("加班费没有发"))
    database.close()
    said = await reopened().run(lambda r: r.talk.of_case(number))
    assert [one.content.text for one in said] == ["加班费没有发"]


async def test_what_raises_has_changed_nothing(database: Database, clock: Clock) -> None:
    def half_done(records: Any) -> None:
        note()(records)
        raise LookupError("in the middle")

    with pytest.raises(LookupError):
        await database.run(half_done)
    assert await letters(database, clock) == []


async def test_a_replayed_update_has_one_effect_and_returns_the_kept_value(
    database: Database, clock: Clock
) -> None:
    update_id = await accepted(database, 5)

    def effect(records: Any) -> dict[str, Any]:
        note()(records)
        return {"number": CASE, "parts": [1, 2]}

    answers = [await database.once(Ticket(update_id), effect) for _ in range(3)]
    assert answers == [{"number": CASE, "parts": [1, 2]}] * 3
    assert len(await letters(database, clock)) == 1


async def test_an_effect_that_returns_nothing_happens_once_too(database: Database, clock: Clock) -> None:
    update_id = await accepted(database, 5)
    assert [await database.once(Ticket(update_id), note()) for _ in range(3)] == [None] * 3
    assert len(await letters(database, clock)) == 1


async def test_the_same_update_at_the_same_moment_has_one_effect(database: Database, clock: Clock) -> None:
    update_id = await accepted(database, 5)
    await asyncio.gather(*(database.once(Ticket(update_id), note()) for _ in range(12)))
    assert len(await letters(database, clock)) == 1


async def test_an_effect_that_failed_may_be_tried_again(database: Database, clock: Clock) -> None:
    update_id = await accepted(database, 5)

    def refuse(records: Any) -> None:
        note()(records)
        raise Refused("not_now")

    with pytest.raises(Refused):
        await database.once(Ticket(update_id), refuse)
    await database.once(Ticket(update_id), note())
    assert len(await letters(database, clock)) == 1


async def test_a_final_effect_finishes_its_update_in_the_same_transaction(database: Database) -> None:
    first, second = await accepted(database, 5), await accepted(database, 6)
    await database.once(Ticket(first), lambda r: "done", final=lambda value: value == "done")
    await database.once(Ticket(second), lambda r: "going on", final=lambda value: value == "done")
    assert await database.run(lambda r: r.inbox.unfinished(BOT)) == [(second, "{}")]
    assert await database.once(Ticket(first), lambda r: "again") == "done"


async def test_an_effect_known_to_be_the_first_is_kept_for_the_replay(
    database: Database, clock: Clock
) -> None:
    update_id = await accepted(database, 5)
    await database.once(Ticket(update_id, first_time=True), note())
    await database.once(Ticket(update_id), note())
    assert len(await letters(database, clock)) == 1


async def test_two_parts_of_one_update_happen_once_each_however_often_it_comes(
    database: Database, clock: Clock
) -> None:
    update_id = await accepted(database, 5)
    await database.once(Ticket(update_id, first_time=True), lambda r: 1, part="lane")
    for _ in range(2):
        assert await database.once(Ticket(update_id), lambda r: 0, part="lane") == 1
        await database.once(Ticket(update_id), note())
    assert len(await letters(database, clock)) == 1


async def test_the_sender_is_woken_after_the_commit_and_only_when_there_is_post(
    database: Database, clock: Clock
) -> None:
    woken: list[str] = []
    database.on_posted(lambda: woken.append("!"))
    await database.run(lambda r: r.people.meet(1, clock()))
    assert woken == []
    await database.run(note())
    assert woken == ["!"]
    with pytest.raises(ZeroDivisionError):
        await database.run(lambda r: (note()(r), 1 / 0))
    assert woken == ["!"]


async def test_of_fifty_claims_at_once_one_wins_and_the_others_learn_who(database: Database) -> None:
    def prepare(records: Any) -> None:
        records.cases.add(a_case())
        for member in ROSTER:
            records.people.set_staff(member)

    await database.run(prepare)
    crowd = [LAWYER.model_copy(update={"person_id": 1000 + i}) for i in range(50)]

    async def claim(who: Any) -> Any:
        return await database.run(lambda r: Story(r, CASE).pull("claim", who))

    answers = await asyncio.gather(*(claim(who) for who in crowd), return_exceptions=True)
    (winner,) = [answer for answer in answers if not isinstance(answer, BaseException)]
    refused = [answer for answer in answers if isinstance(answer, Refused)]
    assert [answer.code for answer in refused] == ["already_claimed"] * 49
    assert {answer.facts["handler_id"] for answer in refused} == {winner.handler_id}
    events, case = await database.run(lambda r: (r.cases.history(CASE), r.cases.get(CASE)))
    assert [event.actor_id for event in events] == [winner.handler_id]
    assert (case.handler_id, case.version) == (winner.handler_id, 1)


async def test_two_presses_at_once_relay_a_note_once(database: Database) -> None:
    await database.run(lambda r: r.cases.add(a_case("claimed")))
    said = await database.run(lambda r: Story(r, CASE).note(LAWYER, "请发工资条"))
    presses = (database.run(lambda r: Story(r, CASE).relay(LAWYER, said)) for _ in range(12))
    relayed = await asyncio.gather(*presses)
    assert sorted(len(one) for one in relayed) == [0] * 11 + [1]
    assert await database.run(lambda r: Story(r, CASE).kinds(OWNER)) == ["relay"]


@pytest.mark.parametrize("url", ["", "nonsense", "mysql://localhost/x", "sqlite+aiosqlite"])
def test_a_url_that_cannot_be_opened_is_refused(url: str) -> None:
    with pytest.raises(BadUrl):
        open_engine(url)
