"""What the old program had accepted and not finished, and what it had not sent: done once, and once only."""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from bot.sandbox import Person
from bot.settings import DatabaseSettings
from tests.fakes.postgres import Postgres
from tests.house import House
from tests.journeys import steps
from tests.old_house import ClockSince, fact, move_to, old_message, rebuilt, reopened


def times(who: Person, words: str) -> int:
    """How often the bot has shown somebody these very words."""
    return len([seen for seen in who.sees() if seen.from_bot and seen.text == words])


async def said(house: House, case: str, words: str) -> int:
    kept = await steps.ask(house, lambda r: r.talk.of_case(fact(case)))
    return len([one for one in kept if one.content.text == words])


@asynccontextmanager
async def twice(folder: Path, clock: ClockSince) -> AsyncIterator[House]:
    """The new program runs, ends, and runs again: what it did the first time is not done anew."""
    async with reopened(folder, clock) as house:
        await steps.settled(house)
        await house.app.stop()
        house.app = rebuilt(house.sandbox, folder, clock)
        await house.app.start()
        await steps.settled(house)
        yield house


async def test_letters_that_were_not_sent_are_sent_once(old_folder: Path, old_clock: ClockSince) -> None:
    async with twice(old_folder, old_clock) as house:
        assert times(house.lawyer, "夜班表我找到了") == 1
        assert times(house.zhang, "劳资那边答应月底补发") == 1
        assert len([seen for seen in house.chen.sees() if "高空抛物谁负责" in seen.text]) == 1


async def test_an_update_that_was_not_begun_is_handled_once(old_folder: Path, old_clock: ClockSince) -> None:
    async with twice(old_folder, old_clock) as house:
        assert await said(house, "talking", "律师，还有一件：饭补也停了") == 1
        assert times(house.lawyer, "律师，还有一件：饭补也停了") == 1


async def test_an_update_that_had_its_effect_is_finished_without_a_second_one(
    old_folder: Path, old_clock: ClockSince
) -> None:
    async with twice(old_folder, old_clock) as house:
        assert await said(house, "writing", "昨晚又没睡着") == 1
        assert times(house.counsellor, "昨晚又没睡着") == 1
        assert await steps.ask(house, lambda r: r.inbox.unfinished(house.sandbox.bot_id)) == []


@pytest.fixture
def moved(postgres: Postgres, old_folder: Path) -> Iterator[str]:
    """The URL of a PostgreSQL database into which the old one was moved."""
    url = postgres.bare()
    move_to(url, old_folder)
    yield url
    postgres.drop(url)


@pytest.mark.postgres
async def test_all_of_it_goes_on_after_a_move_to_postgresql(
    moved: str, old_folder: Path, old_clock: ClockSince
) -> None:
    async with reopened(old_folder, old_clock, database=DatabaseSettings(url=moved)) as house:
        await steps.settled(house)
        assert times(house.lawyer, "夜班表我找到了") == times(house.lawyer, "律师，还有一件：饭补也停了") == 1
        owner, who = (house.sandbox.person(name) for name in ("郑微雨", "林小满"))
        await steps.push(owner, "★★★★★", message_id=old_message(owner, "有结果了"))
        await owner.waits_for("谢谢您")
        window = old_message(who, "我猜是这几类")
        for words in ("就这些", "都可以", "匿名", "登记"):
            await steps.push(who, words, message_id=window)
        await who.waits_for("已登记", after=window)
