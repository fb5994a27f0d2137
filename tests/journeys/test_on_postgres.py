"""The whole story once more, on PostgreSQL."""

from pathlib import Path

import pytest

from bot.commands.service.story import play
from bot.settings import DatabaseSettings
from tests.house import open_house


@pytest.mark.postgres
async def test_the_whole_story_plays_on_postgresql_too(postgres_url: str, tmp_path: Path) -> None:
    lines: list[str] = []
    async with open_house(tmp_path, database=DatabaseSettings(url=postgres_url)) as house:
        await play(house.sandbox, house.app, lines.append)
    assert lines[-1].endswith("the end")
