"""Each setting changes what the program does. Limits of the sending are in ``tests/robustness``."""

import asyncio
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.app.composition import build
from bot.app.knowledge import open_law_library
from bot.app.lifecycle import App, CannotStart
from bot.settings import DatabaseSettings, Handoff, Law, Telegram, Time
from knowledge.answers.library import open_library
from knowledge.errors import BadData
from knowledge.text.lexicon import Lexicon
from mediation.model.cases.case import Notice
from storage.unit_of_work.records import SqlRecords
from tests.fakes.clock import START, Clock
from tests.fakes.story import Story
from tests.house import house_settings, open_house

TOKEN = "7000000001:x"


async def built(folder: Path, clock: Clock | None = None, **sections: object) -> App:
    """The program as these settings make it; not started."""
    return build(house_settings("http://127.0.0.1:1", folder, **sections), TOKEN, clock or Clock())


async def close(app: App) -> None:
    app.database.close()
    await app.bot.session.close()


@pytest.mark.parametrize(("durability", "level"), [("FULL", 2), ("NORMAL", 1)])
async def test_durability_reaches_the_database(folder: Path, durability: Any, level: int) -> None:
    url = f"sqlite:///{folder / 'house.db'}"
    app = await built(folder, database=DatabaseSettings(url=url, durability=durability))
    pragmas = ("synchronous", "journal_mode")
    found = await app.database.run(
        lambda r: [r.connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in pragmas]
    )
    assert found == [level, "wal"]
    await close(app)


async def test_reminders_come_when_the_settings_say(folder: Path) -> None:
    clock = Clock()
    app = await built(folder, clock, handoff=Handoff(remind_after_minutes=7, supervisor_after_minutes=11))
    within = app.updates._dispatcher["case_rules"].claim_within

    def kinds(records: SqlRecords) -> list[str]:
        letters = records.outbox.due(records.now + timedelta(days=9), 99)
        return [one.kind for one in letters if one.kind.startswith("unclaimed")]

    number = await app.database.run(lambda r: Story(r).file())
    await app.database.run(lambda r: r.clocks.start(number, "claim", "", r.now, r.now + within))
    seen = []
    for minutes in (6, 1, 10, 1):
        clock.forward(minutes=minutes)
        await app.scheduler.tick()
        seen.append(await app.database.run(kinds))
    assert seen == [[], ["unclaimed"], ["unclaimed"], ["unclaimed", "unclaimed_supervisor"]]
    await close(app)


async def test_the_watch_is_loaded_before_anything_is_received_even_when_nothing_else_is(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = await built(folder, law=Law(warm=False))
    done: list[str] = []
    app.load_watch = lambda: done.append("watch")

    async def start() -> None:
        done.append("start")
        raise CannotStart

    monkeypatch.setattr(app, "start", start)
    with pytest.raises(CannotStart):
        await app.run_until_signal()
    assert done == ["watch", "start"]
    await close(app)


async def test_a_watch_that_cannot_be_read_is_named_in_one_line_and_nothing_is_received(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = await built(folder)

    def broken() -> None:
        raise BadData(file="weights.jsonl", place="line 2", problem="no run")

    async def start() -> None:
        pytest.fail("it receives what it cannot look at")

    app.load_watch = broken
    monkeypatch.setattr(app, "start", start)
    closed: list[str] = []
    monkeypatch.setattr(app.database, "close", lambda: closed.append("database"))
    with pytest.raises(CannotStart, match=r"weights\.jsonl, place=line 2"):
        await app.run_until_signal()
    assert closed == ["database"]


async def test_what_stays_for_ever_is_set_aside_when_all_is_loaded(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = await built(folder, law=Law(warm=False))
    done: list[str] = []
    monkeypatch.setattr("bot.app.lifecycle.settle", lambda: done.append("settled"))
    await app.settle_down()
    assert done == ["settled"]
    await close(app)


@pytest.mark.parametrize(
    ("zone", "shown"), [("Asia/Shanghai", "2026-03-02 17:00"), ("UTC", "2026-03-02 09:00")]
)
async def test_people_read_the_time_of_the_zone(folder: Path, zone: str, shown: str) -> None:
    async with open_house(folder, time=Time(zone=zone)) as house:
        await house.zhang.starts()
        await house.zhang.waits_for("我是信桥")

        def receipt(records: SqlRecords) -> None:
            person = records.people.find(house.zhang.id) or 0
            number = Story(records).file(owner=person, category="WAGE")
            facts = {"code": "1", "filed_at": START.isoformat()}
            records.outbox.post(Notice(to=person, kind="receipt", case_number=number, facts=facts))

        await house.app.database.run(receipt)
        await house.zhang.waits_for(shown)


async def test_a_poll_waits_as_long_as_the_settings_say(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_house(folder) as house:
        asked = []
        really = house.sandbox.world.updates.poll

        async def poll(offset: int, limit: int, seconds: float) -> Any:
            asked.append(seconds)
            return await really(offset, limit, seconds)

        monkeypatch.setattr(house.sandbox.world.updates, "poll", poll)
        section = Telegram(api=house.sandbox.base_url, poll_seconds=7)
        other = build(house_settings(house.sandbox.base_url, folder, telegram=section), house.sandbox.token)
        polling = asyncio.create_task(other.polling.run())
        await house.sandbox.until(lambda: 7.0 in asked)
        other.polling.stop()
        await polling
        await close(other)


async def test_the_card_goes_to_the_group_that_is_named(folder: Path) -> None:
    async with open_house(folder) as house:
        house.sandbox.add_group(-42, "另一个群", (house.lawyer.id,))
        section = Telegram(api=house.sandbox.base_url, group_chat=-42)
        other = build(house_settings(house.sandbox.base_url, folder, telegram=section), house.sandbox.token)
        chats = [writer._group for writer in (house.app.outbox_worker._writer, other.outbox_worker._writer)]
        assert chats == [house.group, -42]
        assert other.updates._dispatcher["group_chat"] == -42
        await close(other)


def test_a_law_database_that_is_not_there_turns_law_answers_off(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.app.knowledge.open_library", open_library)
    settings = house_settings("http://x", folder, law=Law(database=str(folder / "gone.db")))
    assert open_law_library(settings, Lexicon()) is None


@pytest.mark.parametrize("warm", [True, False])
async def test_what_takes_long_is_loaded_beside_the_start_or_later(folder: Path, warm: bool) -> None:
    done: list[bool] = []
    async with open_house(folder) as house:
        app = build(house_settings(house.sandbox.base_url, folder, law=Law(warm=warm)), house.sandbox.token)
        app.warm = lambda: done.append(True)
        await house.app.stop()
        await app.start()
        await app.stop()
    assert done == [True] * warm
