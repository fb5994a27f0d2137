"""The inbox: each update once, in whatever order it comes, until it has been dealt with."""

import asyncio

from storage.mail.outbox import UpdateKey
from storage.unit_of_work.database import Database
from tests.builders import BOT
from tests.fakes.clock import Clock


async def accept(database: Database, update_id: int, payload: str = "{}", bot: int = BOT) -> bool:
    return await database.run(lambda r: r.inbox.accept(UpdateKey(bot, update_id), payload))


async def unfinished(database: Database) -> list[tuple[int, str]]:
    return await database.run(lambda r: r.inbox.unfinished(BOT))


async def finish(database: Database, update_id: int, reference: str | None = None) -> None:
    await database.run(lambda r: r.inbox.finish(UpdateKey(BOT, update_id), reference))


async def test_an_update_is_accepted_once(database: Database) -> None:
    assert await accept(database, 7, '{"text": "first"}')
    assert not await accept(database, 7, '{"text": "again"}')
    assert await unfinished(database) == [(7, '{"text": "first"}')]


async def test_the_same_update_at_the_same_moment_is_accepted_once(database: Database) -> None:
    answers = await asyncio.gather(*(accept(database, 7) for _ in range(12)))
    assert sorted(answers) == [False] * 11 + [True]


async def test_ids_out_of_order_are_all_accepted_and_replayed_in_order(database: Database) -> None:
    ids = [900_000_003, 5, 900_000_001, 1, 900_000_002]
    assert all([await accept(database, update_id) for update_id in ids])
    assert [update_id for update_id, _ in await unfinished(database)] == sorted(ids)


async def test_two_bots_number_their_updates_each_for_itself(database: Database) -> None:
    assert await accept(database, 7)
    assert await accept(database, 7, bot=BOT + 1)
    assert len(await unfinished(database)) == 1


async def test_what_is_finished_is_not_replayed_and_its_text_is_gone(database: Database) -> None:
    await accept(database, 7, '{"text": "mein Kummer"}')
    await finish(database, 7)
    assert await unfinished(database) == []
    rows = await database.run(lambda r: r.connection.exec_driver_sql("SELECT payload FROM inbox").all())
    assert [tuple(row) for row in rows] == [("",)]


async def test_a_finished_update_that_comes_again_is_still_known(database: Database) -> None:
    await accept(database, 7)
    await finish(database, 7)
    assert not await accept(database, 7)
    assert await unfinished(database) == []


async def test_a_failure_is_finished_with_its_reference_number(database: Database, clock: Clock) -> None:
    await accept(database, 7)
    await finish(database, 7, reference="R-4711")
    rows = await database.run(lambda r: r.connection.exec_driver_sql("SELECT reference FROM inbox").all())
    assert [tuple(row) for row in rows] == [("R-4711",)]


async def test_the_outcome_of_an_effect_is_kept_with_its_update(database: Database) -> None:
    key = UpdateKey(BOT, 7)
    await accept(database, 7)
    assert await database.run(lambda r: r.inbox.outcome(key)) is None
    await database.run(lambda r: r.inbox.keep_outcome(key, {"value": None}))
    await finish(database, 7)
    assert await database.run(lambda r: r.inbox.outcome(key)) == {"value": None}
