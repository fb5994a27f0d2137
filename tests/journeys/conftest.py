"""A house for each story. What takes long to read and never changes is read once for all of them."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from shutil import copyfile

import pytest

from tests.house import House, open_house
from tests.read_once import read_once

__all__ = ["read_once"]


class MovedClock:
    """The real time, moved on by hand: albums and retries go on by themselves."""

    def __init__(self) -> None:
        self._ahead = timedelta()

    def __call__(self) -> datetime:
        return datetime.now(UTC) + self._ahead

    def forward(self, **parts: float) -> None:
        self._ahead += timedelta(**parts)


@pytest.fixture
def moved_clock() -> MovedClock:
    return MovedClock()


@pytest.fixture
def folder(tmp_path: Path, upgraded_sqlite: Path) -> Path:
    """Where the house keeps its database, which has the current schema already."""
    copyfile(upgraded_sqlite, tmp_path / "house.db")
    return tmp_path


@pytest.fixture
async def house(folder: Path, moved_clock: MovedClock) -> AsyncIterator[House]:
    async with open_house(folder, moved_clock) as opened:
        yield opened
