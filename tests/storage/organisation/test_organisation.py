"""The organisation is read as a whole and replaced as a whole, the same in memory and on both databases."""

import asyncio
from dataclasses import replace
from pathlib import Path
from typing import Any

from mediation.model.organisation import Organisation
from storage.database.engine import open_engine
from storage.operations.backup import back_up, restore_from
from storage.unit_of_work.database import Database
from tests.builders import BOT
from tests.fakes.clock import Clock
from tests.organisations import changed, example, person, role, small

NOTHING = [("units", 0, 0, 0), ("departments", 0, 0, 0), ("people", 0, 0, 0)]


async def put(store: Any, organisation: Organisation) -> list[tuple[Any, ...]]:
    return [tuple(one) for one in await store.run(lambda r: r.organisation.replace(organisation))]


async def kept(store: Any) -> Organisation:
    return await store.run(lambda r: r.organisation.read())


async def test_before_the_first_import_there_is_nobody(store: Any) -> None:
    assert await kept(store) == Organisation()


async def test_what_was_imported_is_read_back(store: Any) -> None:
    counts = await put(store, example())
    assert counts[0] == ("units", 3, 0, 0)
    assert await kept(store) == example()


async def test_the_same_organisation_again_changes_nothing(store: Any) -> None:
    await put(store, example())
    assert await put(store, example()) == NOTHING
    assert await kept(store) == example()


async def test_entries_are_changed_added_and_taken_away(store: Any) -> None:
    await put(store, example())
    after = changed(example(), "3003", roles=(role("handler"), role("supervisor", "D1-GH")))
    after = replace(after, units=after.units[:-1], departments=after.departments[1:])
    assert await put(store, after) == [("units", 0, 0, 1), ("departments", 0, 0, 1), ("people", 0, 1, 0)]
    assert await kept(store) == after


async def test_roles_go_with_the_person(store: Any) -> None:
    await put(store, small(person("a", None, "handler")))
    await put(store, small())
    await put(store, small(person("a")))
    assert (await kept(store)).person("a").roles == ()


async def test_two_people_may_exchange_their_telegram_numbers(store: Any) -> None:
    await put(store, small(person("a", telegram=2**51), person("b", telegram=7)))
    after = small(person("a", telegram=7), person("b", telegram=2**51))
    await put(store, after)
    assert await kept(store) == after


async def test_an_import_that_fails_changes_nothing(store: Any) -> None:
    await put(store, example())

    def half(records: Any) -> None:
        records.organisation.replace(small(person("a")))
        raise RuntimeError("power cut")

    await asyncio.gather(store.run(half), return_exceptions=True)
    assert await kept(store) == example()


async def test_imports_at_the_same_moment_come_one_after_the_other(database: Database) -> None:
    await asyncio.gather(*(put(database, example()) for _ in range(6)))
    assert await kept(database) == example()


async def test_a_backup_brings_the_organisation_back(database_url: str, clock: Clock, tmp_path: Path) -> None:
    store = Database(open_engine(database_url), BOT, clock)
    await put(store, example())
    store.close()
    engine, other = open_engine(database_url), open_engine(f"sqlite:///{tmp_path / 'other.db'}")
    back_up(engine, tmp_path / "b.zip")
    restore_from(other, tmp_path / "b.zip")
    engine.dispose()
    again = Database(other, BOT, clock)
    assert await kept(again) == example()
    again.close()
