"""The outbox: replaced while it waits, sent in order, wiped when it is done."""

from datetime import timedelta
from typing import Any

import pytest

from mediation.model.cases.case import SUPERVISORS, Notice
from storage.database.engine import open_engine
from storage.mail.outbox import Letter
from storage.unit_of_work.database import Database
from tests.builders import BOT, LAWYER, OWNER, SUPERVISOR
from tests.fakes.clock import Clock


class Desk:
    """Posts and looks, one transaction each."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self.database, self.clock = database, clock

    async def post(self, kind: str = "note", to: int | None = OWNER, **fields: Any) -> None:
        await self.database.run(lambda r: r.outbox.post(Notice(to=to, kind=kind, **fields)))

    async def due(self, limit: int = 100, **more: Any) -> list[Letter]:
        return await self.database.run(lambda r: r.outbox.due(self.clock(), limit, **more))

    async def finish(self, letter: Letter, state: str = "sent", error: str | None = None) -> bool:
        return await self.database.run(lambda r: r.outbox.finish(letter, state, error))

    async def postpone(self, letter: Letter, **wait: float) -> None:
        until = self.clock() + timedelta(**wait)
        await self.database.run(lambda r: r.outbox.postpone(letter, until, "429"))

    async def rows(self, columns: str) -> list[tuple[Any, ...]]:
        statement = f"SELECT {columns} FROM outbox ORDER BY id"
        return [
            tuple(row)
            for row in await self.database.run(lambda r: r.connection.exec_driver_sql(statement).all())
        ]


@pytest.fixture
def desk(database: Database, clock: Clock) -> Desk:
    return Desk(database, clock)


async def test_letters_are_due_in_the_order_in_which_they_were_posted(desk: Desk) -> None:
    for kind in ("first", "second", "third"):
        await desk.post(kind)
    assert [letter.kind for letter in await desk.due()] == ["first", "second", "third"]
    assert [letter.kind for letter in await desk.due(limit=2)] == ["first", "second"]


async def test_conversation_goes_before_campaigns(desk: Desk) -> None:
    await desk.post("campaign", bulk=True)
    await desk.post("relay")
    assert [letter.kind for letter in await desk.due()] == ["relay", "campaign"]


async def test_a_letter_for_later_waits(desk: Desk, clock: Clock) -> None:
    await desk.post(after=clock() + timedelta(seconds=1))
    assert await desk.due() == []
    assert await desk.database.run(lambda r: r.outbox.next_due()) == clock() + timedelta(seconds=1)
    clock.forward(seconds=1)
    assert len(await desk.due()) == 1


async def test_ten_changes_of_a_card_are_one_letter_with_the_last_facts(desk: Desk) -> None:
    for change in range(10):
        await desk.post("card", to=None, key="card:K7QF-2MRD", facts={"change": change})
    (letter,) = await desk.due()
    assert (letter.facts, letter.revision) == ({"change": 9}, 9)


async def test_a_letter_without_a_key_replaces_nothing(desk: Desk) -> None:
    await desk.post()
    await desk.post()
    assert len(await desk.due()) == 2


async def test_a_letter_that_was_sent_is_not_replaced_but_followed(desk: Desk) -> None:
    await desk.post("card", key="card:1")
    await desk.finish((await desk.due())[0])
    await desk.post("card", key="card:1")
    assert [row[0] for row in await desk.rows("state")] == ["sent", "waiting"]


async def test_a_letter_replaced_on_its_way_is_sent_once_more(desk: Desk) -> None:
    await desk.post("card", key="card:1", facts={"state": "submitted"})
    (on_its_way,) = await desk.due()
    await desk.post("card", key="card:1", facts={"state": "claimed"})
    assert await desk.finish(on_its_way) is False
    (again,) = await desk.due()
    assert (again.id, again.facts) == (on_its_way.id, {"state": "claimed"})
    assert await desk.finish(again) is True
    assert await desk.due() == []


async def test_what_was_told_is_wiped_once_it_is_sent(desk: Desk) -> None:
    await desk.post("receipt", facts={"code": "1234 5678 9012 3456"})
    await desk.finish((await desk.due())[0])
    ((facts,),) = await desk.rows("CAST(facts AS TEXT)")
    assert facts == "{}"


@pytest.mark.parametrize("state", ["failed", "unreachable", "stopped"])
async def test_whatever_ends_a_letter_wipes_it_and_says_why(desk: Desk, state: str) -> None:
    await desk.post("receipt", facts={"code": "1234 5678 9012 3456"})
    await desk.finish((await desk.due())[0], state, "why")
    assert await desk.rows("state, error, CAST(facts AS TEXT)") == [(state, "why", "{}")]
    assert await desk.due() == []


async def test_a_postponed_letter_comes_back_with_its_attempts_counted(desk: Desk, clock: Clock) -> None:
    await desk.post(facts={"said_id": 1})
    await desk.postpone((await desk.due())[0], seconds=30)
    assert await desk.due() == []
    clock.forward(seconds=30)
    (letter,) = await desk.due()
    assert (letter.attempts, letter.facts) == (1, {"said_id": 1})


async def test_what_waits_for_the_same_person_keeps_its_order(desk: Desk, clock: Clock) -> None:
    await desk.post("first")
    await desk.post("second")
    await desk.post("for somebody else", to=LAWYER.person_id)
    await desk.postpone((await desk.due())[0], seconds=30)
    assert [letter.kind for letter in await desk.due()] == ["for somebody else"]
    clock.forward(seconds=30)
    assert [letter.kind for letter in await desk.due()] == ["first", "second", "for somebody else"]


async def test_a_change_does_not_cut_short_a_wait_that_telegram_asked_for(desk: Desk, clock: Clock) -> None:
    await desk.post("card", key="card:1")
    await desk.postpone((await desk.due())[0], seconds=30)
    await desk.post("card", key="card:1")
    assert await desk.due() == []
    clock.forward(seconds=30)
    assert len(await desk.due()) == 1


async def test_persons_with_enough_under_way_are_left_out(desk: Desk) -> None:
    await desk.post("for the owner")
    await desk.post("for the group", to=None)
    assert [letter.kind for letter in await desk.due(busy={OWNER})] == ["for the group"]
    assert [letter.kind for letter in await desk.due(busy={0})] == ["for the owner"]


async def test_every_active_supervisor_is_told(desk: Desk) -> None:
    second = SUPERVISOR.model_copy(update={"person_id": 302})
    gone = SUPERVISOR.model_copy(update={"person_id": 303, "active": False})
    for member in (SUPERVISOR, second, gone, LAWYER):
        await desk.database.run(lambda r, member=member: r.people.set_staff(member))
    await desk.post("second_look", to=SUPERVISORS, key="second_look:1")
    await desk.post("second_look", to=SUPERVISORS, key="second_look:1")
    assert sorted(letter.person_id or 0 for letter in await desk.due()) == [301, 302]


async def test_without_a_supervisor_the_group_is_told(desk: Desk) -> None:
    await desk.post("second_look", to=SUPERVISORS)
    assert [letter.person_id for letter in await desk.due()] == [None]


async def test_a_bot_sends_only_its_own_letters(desk: Desk, database_url: str, clock: Clock) -> None:
    await desk.post("card", key="card:1")
    other = Desk(Database(open_engine(database_url), BOT + 1, clock), clock)
    assert await other.due() == []
    await other.post("card", key="card:1")
    assert (len(await desk.due()), len(await other.due())) == (1, 1)
    other.database.close()
