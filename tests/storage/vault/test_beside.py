"""A new key comes while people write; nobody waits for it and nothing is lost."""

import asyncio
from collections.abc import Iterator
from typing import Any

import pytest

from storage.database.engine import open_engine
from storage.unit_of_work.database import Database
from storage.vault import reencryption
from storage.vault.key_register import vault_for_database
from storage.vault.keys import KeyRing, read_keys
from storage.vault.reencryption import move_all, settled
from tests.builders import BOT, a_content, a_place
from tests.fakes.clock import START, Clock
from tests.fakes.confided import CHAT, confide
from tests.fakes.story import Story
from tests.fakes.vault import KEY, OTHER_KEY

OLD, BOTH, NEW = read_keys(KEY), read_keys(f"{OTHER_KEY},{KEY}"), read_keys(OTHER_KEY)


@pytest.fixture
def opened(database_url: str, clock: Clock) -> Iterator[Any]:
    stores: list[Database] = []

    def open_with(ring: KeyRing | None) -> Database:
        engine = open_engine(database_url)
        stores.append(Database(engine, BOT, clock, vault_for_database(engine, ring, START)))
        return stores[-1]

    yield open_with
    for store in stores:
        store.close()


@pytest.mark.parametrize(("before", "now"), [(None, OLD), (OLD, BOTH)])
async def test_people_write_while_every_row_gets_another_key(
    opened: Any, database_url: str, monkeypatch: pytest.MonkeyPatch, before: KeyRing | None, now: KeyRing
) -> None:
    monkeypatch.setattr(reencryption, "AT_ONCE", 3)
    first = opened(before)
    number = await first.run(confide)
    owner = await first.run(lambda r: r.people.find(CHAT))
    for i in range(30):
        await first.run(lambda r, i=i: Story(r, number).add(f"以前 {i}", a_place(1000 + i, CHAT), owner))
    store, engine = opened(now), open_engine(database_url)
    move = asyncio.create_task(asyncio.to_thread(move_all, engine, now))
    written = 0
    while not move.done() or written < 10:
        place = a_place(2000 + written, CHAT)
        await store.run(lambda r, p=place: Story(r, number).add("现在", p, owner))
        edited = a_content(f"改过 {written}")
        at = a_place(1000 + written % 30, CHAT)
        said = await store.run(lambda r, at=at: r.talk.at(at))
        await store.run(lambda r, s=said, c=edited: r.talk.rewrite(s.id, c, r.now))
        written += 1
    assert (await move).damaged == 0
    assert settled(engine, now)
    engine.dispose()
    alone = opened(NEW if now is BOTH else now)
    texts = [one.content.text for one in await alone.run(lambda r: r.talk.of_case(number))]
    assert texts.count("现在") == written
    assert sum(text.startswith(("以前", "改过")) for text in texts) == 30
    assert await alone.run(lambda r: r.talk.at(a_place(2000 + written - 1, CHAT))) is not None
