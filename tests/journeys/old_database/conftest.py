"""The old house, reopened; see ``tests/old_house.py``."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.house import House
from tests.old_house import ClockSince, lay_out, reopened


@pytest.fixture
def old_clock() -> ClockSince:
    return ClockSince()


@pytest.fixture
def old_folder(tmp_path: Path) -> Path:
    """With both databases as they were left."""
    lay_out(tmp_path)
    return tmp_path


@pytest.fixture
async def old_house(old_folder: Path, old_clock: ClockSince) -> AsyncIterator[House]:
    async with reopened(old_folder, old_clock) as house:
        yield house
