"""A restart gives nobody a new allowance, and what was counted is gone when it counts no more."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

import pytest

from bot.settings import DatabaseSettings
from storage.people.people import ATTEMPTS
from tests.house import BOUNDLESS, House, open_house
from tests.journeys import steps
from tests.journeys.conftest import MovedClock
from tests.robustness.abuse.test_limits import draft, texts

Restarts = Callable[[], AbstractAsyncContextManager[None]]


@asynccontextmanager
async def limited_house(folder: Path, url: str, **limits: int) -> AsyncIterator[tuple[House, Restarts]]:
    """A house on this database with this one limit, and how it is started again."""
    per_person, database = BOUNDLESS.model_copy(update=limits), DatabaseSettings(url=url)
    async with open_house(folder, per_person=per_person, database=database) as house:
        house.app.grace = 0.1
        yield house, lambda: steps.restarted(house, folder, limits=per_person, database=database)


async def test_whoever_floods_has_no_new_allowance_after_a_restart(folder: Path, database_url: str) -> None:
    async with limited_house(folder, database_url, messages_a_minute=5) as (house, restarted):
        await steps.tells(house.zhang, "一", "二", "三", "四")
        async with restarted():
            house.app.grace = 0.1
            await house.zhang.says("五")
            await house.zhang.waits_for("一句不丢")
            assert texts(await draft(house)) == ["一", "二", "三", "四"]


async def test_the_files_of_an_hour_are_counted_on_after_a_restart(folder: Path, database_url: str) -> None:
    async with limited_house(folder, database_url, files_an_hour=1) as (house, restarted):
        await steps.tells(house.zhang, "有照片")
        await house.zhang.sends("photo", caption="第一张")
        await steps.settled(house)
        async with restarted():
            await house.zhang.sends("photo", caption="第二张")
            await house.zhang.waits_for("还在这里没丢")
            assert texts(await draft(house)) == ["有照片", "第一张"]


async def test_nothing_is_known_of_it_when_the_time_is_over(folder: Path, moved_clock: MovedClock) -> None:
    per_person = BOUNDLESS.model_copy(update={"messages_a_minute": 9, "files_an_hour": 9})

    async def kinds() -> set[str]:
        await house.app.tally.write()
        rows = await steps.ask(house, lambda r: r.connection.execute(ATTEMPTS.select()).all())
        return {row.what for row in rows}

    async with open_house(folder, moved_clock, per_person=per_person) as house:
        await steps.tells(house.zhang, "有照片")
        await house.zhang.sends("photo")
        await steps.settled(house)
        assert await kinds() == {"messages", "files"}
        moved_clock.forward(minutes=1)
        assert await kinds() == {"files"}
        moved_clock.forward(hours=1)
        assert await kinds() == set()


async def test_what_a_store_in_trouble_does_not_take_is_kept_with_the_next_write(
    folder: Path, moved_clock: MovedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    per_person = BOUNDLESS.model_copy(update={"messages_a_minute": 9})
    async with open_house(folder, moved_clock, per_person=per_person) as house:
        await house.zhang.starts()
        await steps.settled(house)
        with monkeypatch.context() as broken:
            broken.setattr("storage.people.allowances.SqlAllowances.note", lambda *_: 1 / 0)
            with pytest.raises(ZeroDivisionError):
                await house.app.tally.write()
        await house.app.tally.write()
        rows = await steps.ask(house, lambda r: r.connection.execute(ATTEMPTS.select()).all())
        assert [row.what for row in rows] == ["messages"]
