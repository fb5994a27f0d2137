"""Rows come under a key, and from one key to the next, beside a bot that reads and writes all the time."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from sqlalchemy import Engine, select, update
from sqlmodel import SQLModel

from storage.database.engine import open_engine
from storage.database.sql import table
from storage.tables import ContactRow, PlacementRow, SaidRow, VaultKeyRow
from storage.unit_of_work.database import Database
from storage.vault import reencryption
from storage.vault.check import inspect_all
from storage.vault.errors import NoKeys, UnknownKey, VaultError
from storage.vault.key_register import vault_for_database
from storage.vault.keys import KeyRing, read_keys
from storage.vault.reencryption import move_all, settled
from storage.vault.vault import LEAST_NUMBER, Vault
from tests.builders import BOT, a_content, a_place
from tests.fakes.clock import START, Clock
from tests.fakes.confided import CHAT, WORDS, confide, recalled
from tests.fakes.vault import KEY, OTHER_KEY

OLD, BOTH, NEW = read_keys(KEY), read_keys(f"{OTHER_KEY},{KEY}"), read_keys(OTHER_KEY)
PLACES = table(PlacementRow)
Opener = Callable[..., Database]


@pytest.fixture
def engine(database_url: str) -> Iterator[Engine]:
    engine = open_engine(database_url)
    yield engine
    engine.dispose()


@pytest.fixture
def opened(database_url: str, clock: Clock) -> Iterator[Opener]:
    """The store as a bot with these keys has it."""
    stores: list[Database] = []

    def open_with(ring: KeyRing | None) -> Database:
        own = open_engine(database_url)
        try:
            vault = vault_for_database(own, ring, START)
        except VaultError:
            own.dispose()
            raise
        stores.append(Database(own, BOT, clock, vault))
        return stores[-1]

    yield open_with
    for store in stores:
        store.close()


def dump(engine: Engine) -> str:
    """Every value of every row, as somebody who stole the database reads it."""
    with engine.connect() as connection:
        tables = SQLModel.metadata.sorted_tables
        return "\n".join(str(tuple(row)) for one in tables for row in connection.execute(select(one)))


def shown(engine: Engine) -> list[str]:
    everything = dump(engine)
    return [word for word in WORDS if word in everything]


async def test_with_a_key_none_of_it_can_be_read_in_the_database(opened: Opener, engine: Engine) -> None:
    store = opened(OLD)
    number = await store.run(confide)
    assert shown(engine) == []
    before = await store.run(lambda r: recalled(r, number))
    assert await opened(OLD).run(lambda r: recalled(r, number)) == before
    assert [word for word in WORDS if word not in str(before)] == ["夜班费扣光凭证"]


async def test_plain_rows_are_encrypted_and_read_the_same(opened: Opener, engine: Engine) -> None:
    plain = opened(None)
    number = await plain.run(confide)
    before = await plain.run(lambda r: recalled(r, number))
    assert shown(engine) == list(WORDS)
    store = opened(OLD)
    assert await store.run(lambda r: recalled(r, number)) == before
    moved = move_all(engine, OLD)
    assert (shown(engine), moved.damaged) == ([], 0)
    assert await store.run(lambda r: recalled(r, number)) == before
    assert await opened(OLD).run(lambda r: recalled(r, number)) == before


async def test_encrypting_again_writes_nothing(opened: Opener, engine: Engine) -> None:
    await opened(None).run(confide)
    opened(OLD)
    assert move_all(engine, OLD).written > 10
    assert move_all(engine, OLD) == (0, 0)
    assert settled(engine, OLD)


async def test_a_key_gives_way_to_the_next_and_is_not_needed_any_more(opened: Opener, engine: Engine) -> None:
    number = await opened(OLD).run(confide)
    both = opened(BOTH)
    before = await both.run(lambda r: recalled(r, number))
    move_all(engine, BOTH)
    assert await both.run(lambda r: recalled(r, number)) == before
    assert await opened(NEW).run(lambda r: recalled(r, number)) == before
    assert all(set(one.by_key) <= {NEW.first.id} and not one.plain for one in inspect_all(engine, Vault(NEW)))
    with pytest.raises(UnknownKey, match=NEW.first.id):
        opened(OLD)


async def test_it_goes_on_where_it_was_interrupted(
    opened: Opener, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = await opened(None).run(confide)
    before = await opened(OLD).run(lambda r: recalled(r, number))
    monkeypatch.setattr(reencryption, "AT_ONCE", 1)
    with pytest.raises(KeyboardInterrupt):
        move_all(engine, OLD, _interrupt_at("cases.sealed_account"))
    assert not settled(engine, OLD)
    assert await opened(OLD).run(lambda r: recalled(r, number)) == before
    move_all(engine, OLD)
    assert (shown(engine), settled(engine, OLD)) == ([], True)
    assert await opened(OLD).run(lambda r: recalled(r, number)) == before


def _interrupt_at(place: str) -> Callable[[str, int], None]:
    def told(name: str, _rows: int) -> None:
        if name == place:
            raise KeyboardInterrupt

    return told


async def test_what_the_bot_writes_meanwhile_is_not_overwritten(
    opened: Opener, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = await opened(None).run(confide)
    store = opened(OLD)
    (first, *_) = await store.run(lambda r: r.talk.of_case(number))
    move_all(engine, OLD)
    stale = reencryption.batch

    def read_before_it_changed(*args: Any) -> Any:
        """The rows of ``said`` as they were, still plain, before the bot wrote them."""
        rows = stale(*args)
        return [dict(row, text="早先的话", sealed=None) if "text" in row else row for row in rows]

    monkeypatch.setattr(reencryption, "mark", lambda _id: "no envelope begins like this")
    await store.run(lambda r: r.talk.rewrite(first.id, a_content("后来的话"), r.now))
    monkeypatch.setattr(reencryption, "batch", read_before_it_changed)
    assert reencryption.move_all(engine, OLD).damaged == 0
    assert (await store.run(lambda r: r.talk.get(first.id))).content.text == "后来的话"


@pytest.mark.parametrize(("before", "now"), [(None, OLD), (OLD, BOTH)])
async def test_a_message_from_before_is_found_and_never_kept_twice(
    opened: Opener, engine: Engine, before: KeyRing | None, now: KeyRing
) -> None:
    place = a_place(message=500, chat=CHAT)
    number = await opened(before).run(confide)
    await opened(before).run(lambda r: r.places.put(place, number))
    store = opened(now)
    assert await store.run(lambda r: r.places.case_at(place)) == number
    assert not await store.run(lambda r: r.places.put_new(place, number, 1))
    await store.run(lambda r: r.places.put(place, "OTHER"))
    move_all(engine, now)
    assert await store.run(lambda r: r.places.case_at(place)) == "OTHER"
    assert await store.run(lambda r: r.places.anchor("OTHER", BOT, CHAT)) == 500
    with engine.connect() as connection:
        there = select(PLACES.c.chat).where(PLACES.c.message == 500)
        chats = set(connection.scalars(there))
    assert len(chats) == 1 and min(chats) >= LEAST_NUMBER


@pytest.mark.parametrize(("before", "now"), [(None, OLD), (OLD, BOTH)])
async def test_a_draft_from_before_goes_on(opened: Opener, before: KeyRing | None, now: KeyRing) -> None:
    place = a_place(message=77, chat=CHAT)
    await opened(before).run(confide)
    store = opened(now)
    person = await store.run(lambda r: r.people.find(CHAT))
    assert await store.run(lambda r: r.drafts.add_part(person, a_content("同一条"), place)) == 1
    assert await store.run(lambda r: r.drafts.edit_part(person, a_content("改过的"), place))
    draft = await store.run(lambda r: r.drafts.get(person))
    assert [(content.text, there) for content, there in draft.parts] == [("改过的", place)]


async def test_somebody_met_before_is_the_same_person(opened: Opener) -> None:
    persons = [await opened(ring).run(lambda r: r.people.meet(CHAT, r.now)) for ring in (None, OLD, BOTH)]
    assert len(set(persons)) == 1


async def test_a_damaged_row_is_told_of_and_left_alone(opened: Opener, engine: Engine) -> None:
    store = opened(OLD)
    number = await store.run(confide)
    said = table(SaidRow)
    with engine.begin() as connection:
        one, two, *_ = connection.execute(select(said.c.id, said.c.sealed).order_by(said.c.id)).all()
        connection.execute(update(said).where(said.c.id == one.id).values(sealed=two.sealed))
    assert move_all(engine, BOTH).damaged == 1
    assert not settled(engine, BOTH)
    (fault,) = [fault for place in inspect_all(engine, Vault(BOTH)) for fault in place.faults]
    assert "said.sealed" in fault and number not in fault
    with engine.connect() as connection:
        assert connection.scalar(select(said.c.sealed).where(said.c.id == one.id)) == two.sealed


async def test_a_letter_to_a_damaged_contact_fails_and_keeps_nobody_waiting(
    opened: Opener, engine: Engine
) -> None:
    store = opened(OLD)
    await store.run(confide)
    with engine.begin() as connection:
        connection.execute(update(table(ContactRow)).values(sealed="damaged"))
    due = await store.run(lambda r: r.outbox.due(r.now, 100))
    assert due and all(letter.person_id is None or letter.chat is None for letter in due)
    assert "Damaged" in dump(engine)


async def test_a_lost_key_stops_the_start_and_changes_nothing(opened: Opener, engine: Engine) -> None:
    await opened(OLD).run(confide)
    before = dump(engine)
    with pytest.raises(UnknownKey, match=OLD.first.id):
        opened(NEW)
    with pytest.raises(NoKeys, match=OLD.first.id):
        opened(None)
    assert dump(engine) == before


async def test_a_store_is_settled_only_where_nothing_plain_can_be(opened: Opener, engine: Engine) -> None:
    vault_for_database(engine, OLD, START)
    assert settled(engine, OLD)
    with engine.begin() as connection:
        connection.execute(table(VaultKeyRow).delete())
    await opened(None).run(confide)
    opened(OLD)
    assert not settled(engine, OLD)
