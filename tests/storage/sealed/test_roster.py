"""Who serves in the discipline office: entered with the yes of another one, ended at once, told to all."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select

from mediation.errors import NotFound, Refused
from mediation.sealed.model import LetterKind, Officer
from mediation.sealed.roster import (
    COMMAND_LINE,
    ROSTER,
    Asked,
    agree,
    disagree,
    end_service,
    enter_or_ask,
    entries_to_confirm,
)
from storage.database.engine import open_engine
from storage.operations.backup import restore_from
from storage.sealed.layout import SEALED_LAYOUT, back_up_sealed
from storage.sealed.records import SqlSealedRecords
from storage.sealed.store import SealedStore
from storage.sealed.tables import WISHES
from storage.vault.keys import read_keys
from tests.fakes.clock import Clock
from tests.fakes.vault import KEY, OTHER_KEY
from tests.storage.sealed.conftest import CHINA, OFFICER

NEW = Officer(900_555, "吴小敏")
OTHER = 900_556
LAST = date(2026, 12, 31)


def ask(records: SqlSealedRecords, officer: Officer = NEW, last: date = LAST) -> Asked | None:
    return enter_or_ask(records, officer, records.today, last)


def only_wish(records: SqlSealedRecords) -> str:
    (wish,) = records.pending_entries.all()
    return wish.id


def told(records: SqlSealedRecords) -> list[int]:
    """Who gets the sentence that the roster changed; it is taken off the pile."""
    letters = [one for one in records.letters.due() if one.kind is LetterKind.ROSTER]
    for one in letters:
        records.letters.drop(one.id)
    return sorted(one.chat for one in letters)


def acts(records: SqlSealedRecords) -> set[tuple[int, str]]:
    return {(by, act) for _, by, act in records.looks(ROSTER)}


async def test_while_nobody_serves_an_entry_counts_at_once(opened: Callable[..., SealedStore]) -> None:
    store = opened()
    assert await store.run(ask) is None
    assert await store.run(lambda r: r.officers()) == [NEW]
    assert await store.run(told) == [NEW.id]
    assert await store.run(acts) == {(COMMAND_LINE, f"entered {NEW.id}")}


async def test_once_somebody_serves_an_entry_waits_for_their_yes(store: SealedStore, clock: Clock) -> None:
    asked = await store.run(ask)
    assert asked is not None and asked.others == 1
    assert (asked.until - clock().astimezone(CHINA).date()).days == 7
    assert not await store.run(lambda r: r.is_officer(NEW.id))
    assert await store.run(told) == []
    await store.run(lambda r: agree(r, OFFICER, only_wish(r)))
    assert await store.run(lambda r: r.is_officer(NEW.id))
    assert await store.run(told) == sorted([OFFICER, NEW.id])
    assert await store.run(acts) == {(COMMAND_LINE, f"asked {NEW.id}"), (OFFICER, f"entered {NEW.id}")}


async def test_a_no_ends_it_and_whoever_comes_second_hears_that_it_is_over(store: SealedStore) -> None:
    await store.run(ask)
    wish = await store.run(only_wish)
    await store.run(lambda r: disagree(r, OFFICER, wish))
    for late in (agree, disagree):
        with pytest.raises(Refused, match="wish_is_over"):
            await store.run(lambda r, late=late: late(r, OFFICER, wish))
    assert not await store.run(lambda r: r.is_officer(NEW.id))
    assert (OFFICER, f"refused {NEW.id}") in await store.run(acts)
    assert await store.run(told) == []


async def test_nobody_who_does_not_serve_sees_or_answers_it(store: SealedStore) -> None:
    await store.run(ask)
    wish = await store.run(only_wish)
    for who in (NEW.id, OTHER):
        with pytest.raises(NotFound):
            await store.run(lambda r, who=who: entries_to_confirm(r, who))
        with pytest.raises(NotFound):
            await store.run(lambda r, who=who: agree(r, who, wish))
    assert await store.run(only_wish) == wish


async def test_nobody_answers_what_is_about_themselves(store: SealedStore) -> None:
    await store.run(lambda r: r.set_officer(OTHER, r.today, LAST, "周小周", fallback=True))
    await store.run(lambda r: ask(r, Officer(OFFICER, "钱大为")))
    wish = await store.run(only_wish)
    assert await store.run(lambda r: entries_to_confirm(r, OFFICER)) == []
    for act in (agree, disagree):
        with pytest.raises(NotFound):
            await store.run(lambda r, act=act: act(r, OFFICER, wish))
    await store.run(lambda r: agree(r, OTHER, wish))
    assert Officer(OFFICER, "钱大为") in await store.run(lambda r: r.officers()), "who stands in may agree"


async def test_who_serves_alone_cannot_be_asked_about_themselves(store: SealedStore) -> None:
    with pytest.raises(Refused, match="officer_alone"):
        await store.run(lambda r: ask(r, Officer(OFFICER, "钱大为")))
    assert await store.run(lambda r: r.pending_entries.all()) == []


async def test_after_seven_days_nobody_can_say_yes_any_more(store: SealedStore, clock: Clock) -> None:
    await store.run(ask)
    wish = await store.run(only_wish)
    clock.forward(days=7)
    assert await store.run(lambda r: entries_to_confirm(r, OFFICER))
    clock.forward(days=1)
    assert await store.run(lambda r: entries_to_confirm(r, OFFICER)) == []
    with pytest.raises(Refused, match="wish_is_over"):
        await store.run(lambda r: agree(r, OFFICER, wish))
    await store.run(lambda r: r.pending_entries.drop_lapsed())
    assert not await store.run(lambda r: r.pending_entries.take(wish)), "it is not even kept"


async def test_an_entry_does_not_outlive_its_own_last_day_by_waiting(
    store: SealedStore, clock: Clock
) -> None:
    asked = await store.run(lambda r: ask(r, last=r.today))
    assert asked is not None and asked.until == clock().astimezone(CHINA).date()
    clock.forward(days=1)
    assert await store.run(lambda r: r.pending_entries.all()) == []


async def test_asking_again_replaces_what_was_asked_and_the_old_button_enters_nothing(
    store: SealedStore,
) -> None:
    await store.run(ask)
    old = await store.run(only_wish)
    await store.run(lambda r: ask(r, NEW._replace(name="吴敏")))
    with pytest.raises(Refused, match="wish_is_over"):
        await store.run(lambda r: agree(r, OFFICER, old))
    await store.run(lambda r: agree(r, OFFICER, only_wish(r)))
    assert NEW._replace(name="吴敏") in await store.run(lambda r: r.officers())


async def test_who_is_ended_and_all_who_serve_are_told_at_once(store: SealedStore) -> None:
    await store.run(lambda r: r.set_officer(OTHER, r.today, LAST, "周小周"))
    assert await store.run(lambda r: end_service(r, OTHER))
    assert not await store.run(lambda r: r.is_officer(OTHER))
    assert await store.run(told) == sorted([OFFICER, OTHER])
    assert (COMMAND_LINE, f"ended {OTHER}") in await store.run(acts)
    assert not await store.run(lambda r: end_service(r, OTHER))


async def test_ending_takes_back_what_waits_for_them_and_tells_nobody_of_that(store: SealedStore) -> None:
    await store.run(ask)
    assert await store.run(lambda r: end_service(r, NEW.id))
    assert await store.run(lambda r: r.pending_entries.all()) == []
    assert await store.run(told) == []


async def test_who_begins_anew_is_seen_by_those_whose_time_is_over(store: SealedStore, clock: Clock) -> None:
    clock.forward(days=400)
    assert await store.run(lambda r: ask(r, last=date(2099, 12, 31))) is None
    assert await store.run(told) == sorted([OFFICER, NEW.id])


async def test_a_wish_is_news_for_the_daily_word(store: SealedStore) -> None:
    await store.run(ask)
    assert await store.run(lambda r: r.day("news") == r.today)


async def test_neither_name_nor_number_of_who_waits_can_be_read_and_no_time(
    store: SealedStore, sealed_url: str
) -> None:
    await store.run(ask)
    engine = open_engine(sealed_url)
    with engine.connect() as connection:
        (row,) = connection.execute(select(WISHES)).all()
    engine.dispose()
    assert NEW.name not in str(tuple(row)) and str(NEW.id) not in str(tuple(row))
    assert type(row.until) is date


async def test_a_wish_is_there_after_a_new_key_and_is_replaced_under_it(
    store: SealedStore, opened: Callable[..., SealedStore]
) -> None:
    await store.run(ask)
    rotated = opened(f"{KEY},{OTHER_KEY}")
    (wish,) = await rotated.run(lambda r: entries_to_confirm(r, OFFICER))
    assert wish.officer == NEW
    await rotated.run(lambda r: ask(r, NEW._replace(fallback=True)))
    (wish,) = await rotated.run(lambda r: entries_to_confirm(r, OFFICER))
    assert wish.officer.fallback, "the one under the old key is gone"


async def test_a_wish_is_in_the_backup_and_can_be_answered_where_it_is_restored(
    store: SealedStore, sealed_url: str, tmp_path: Path, clock: Clock
) -> None:
    await store.run(ask)
    there, empty = open_engine(sealed_url), open_engine(f"sqlite:///{tmp_path / 'other.db'}")
    back_up_sealed(there, tmp_path / "b.zip")
    there.dispose()
    restore_from(empty, tmp_path / "b.zip", SEALED_LAYOUT)
    again = SealedStore(empty, read_keys(OTHER_KEY), clock, CHINA)
    await again.run(lambda r: agree(r, OFFICER, only_wish(r)))
    assert await again.run(lambda r: r.is_officer(NEW.id))
    again.close()


@pytest.mark.parametrize("by", ["opening it", "backing it up"])
async def test_a_store_that_an_older_program_made_is_completed(
    store: SealedStore, opened: Callable[..., SealedStore], sealed_url: str, tmp_path: Path, by: str
) -> None:
    engine = open_engine(sealed_url)
    WISHES.drop(engine)
    if by == "backing it up":
        assert back_up_sealed(engine, tmp_path / "b.zip")[WISHES.name] == 0
    engine.dispose()
    again = opened()
    await again.run(ask)
    assert await again.run(lambda r: len(r.officers())) == 1, "who served before still does"
