"""Persons, their chats, their language, the roster, and the case they sit in."""

import asyncio
from typing import Any

from storage.database.engine import open_engine
from storage.unit_of_work.database import Database
from tests.builders import BOT, LAWYER, OWNER
from tests.fakes.clock import Clock

CHAT = 9_000_000_101
"""Wider than 32 bits, as Telegram's ids are."""


async def meet(database: Database, chat: int = CHAT, **more: Any) -> int:
    return await database.run(lambda r: r.people.meet(chat, r.now, **more))


async def test_a_chat_is_one_person_however_often_we_meet(database: Database) -> None:
    assert await meet(database) == await meet(database)
    assert await meet(database) != await meet(database, CHAT + 1)


async def test_a_crowd_of_first_messages_makes_one_person(database: Database) -> None:
    assert len(set(await asyncio.gather(*(meet(database) for _ in range(12))))) == 1


async def test_somebody_unknown_is_nobody(database: Database) -> None:
    assert await database.run(lambda r: r.people.find(CHAT)) is None
    assert await database.run(lambda r: r.people.chat_of(999)) is None
    assert await database.run(lambda r: r.people.visitor(CHAT)) is None


async def test_the_same_chat_id_at_another_bot_is_somebody_else(
    database: Database, database_url: str, clock: Clock
) -> None:
    other = Database(open_engine(database_url), BOT + 1, clock)
    here, there = await meet(database), await meet(other)
    assert here != there
    assert await database.run(lambda r: r.people.chat_of(there)) is None
    other.close()


async def test_a_person_speaks_chinese_until_they_choose_otherwise(database: Database) -> None:
    person = await meet(database)
    assert await database.run(lambda r: r.people.language(person)) == "zh-CN"
    await database.run(lambda r: r.people.set_language(person, "en"))
    assert await database.run(lambda r: r.people.language(person)) == "en"
    assert await meet(database, language="zh-CN") == person
    assert await database.run(lambda r: r.people.language(person)) == "en"


async def test_the_language_of_a_first_message_is_remembered(database: Database) -> None:
    person = await meet(database, language="en")
    assert await database.run(lambda r: r.people.language(person)) == "en"


async def test_the_roster_can_be_changed_and_ended(database: Database) -> None:
    await database.run(lambda r: r.people.set_staff(LAWYER))
    await database.run(lambda r: r.people.set_staff(LAWYER.model_copy(update={"name": "李律师（新）"})))
    assert [member.name for member in await database.run(lambda r: r.people.colleagues())] == ["李律师（新）"]
    await database.run(lambda r: r.people.set_staff(LAWYER.model_copy(update={"active": False})))
    assert await database.run(lambda r: r.people.colleagues()) == []
    assert not (await database.run(lambda r: r.people.staff(LAWYER.person_id))).active


async def test_one_sits_in_one_case_at_a_time(database: Database) -> None:
    assert await database.run(lambda r: r.people.current_case(OWNER)) is None
    for case in ("K7QF-2MRD", "ZZZZ-ZZZZ"):
        await database.run(lambda r, case=case: r.people.sit_down(OWNER, case))
    await database.run(lambda r: r.people.sit_if_free(OWNER, "K7QF-2MRD"))
    assert await database.run(lambda r: r.people.current_case(OWNER)) == "ZZZZ-ZZZZ"
    await database.run(lambda r: r.people.sit_down(OWNER, None))
    await database.run(lambda r: r.people.sit_if_free(OWNER, "K7QF-2MRD"))
    assert await database.run(lambda r: r.people.current_case(OWNER)) == "K7QF-2MRD"


async def test_tries_are_counted_by_person_and_kind(database: Database, clock: Clock) -> None:
    person, other = await meet(database), await meet(database, CHAT + 1)

    async def attempt(who: int, what: str = "follow_up") -> int:
        return await database.run(lambda r: r.people.count_try(who, what, r.now))

    assert [await attempt(person) for _ in range(3)] == [1, 2, 3]
    assert (await attempt(other), await attempt(person, "something else")) == (1, 1)
    clock.forward(hours=1, seconds=1)
    assert await attempt(person) == 1


async def test_tries_at_the_same_moment_are_all_counted(database: Database) -> None:
    person = await meet(database)
    tries = (database.run(lambda r: r.people.count_try(person, "follow_up", r.now)) for _ in range(12))
    assert sorted(await asyncio.gather(*tries)) == list(range(1, 13))


async def test_a_visitor_comes_with_all_that_a_dialog_needs(database: Database, clock: Clock) -> None:
    person = await meet(database, language="en")
    lawyer = LAWYER.model_copy(update={"person_id": person})
    await database.run(lambda r: r.people.set_staff(lawyer))
    await database.run(lambda r: r.people.sit_down(person, "K7QF-2MRD"))
    await database.run(lambda r: r.people.set_blocked(person, clock()))
    visitor = await database.run(lambda r: r.people.visitor(CHAT))
    assert (visitor.person_id, visitor.language, visitor.blocked) == (person, "en", True)
    assert (visitor.staff, visitor.current_case) == (lawyer, "K7QF-2MRD")
