"""A house for each story. What takes long to read and never changes is read once for all of them."""

from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime, timedelta
from functools import cache
from importlib import import_module
from pathlib import Path
from shutil import copyfile
from types import SimpleNamespace
from typing import Any

import pytest
from aiogram.client.session import aiohttp as aiogram_session

from bot.wording.catalogue import Wording
from knowledge.crisis import load_crisis_detector
from knowledge.same_matter.comparison import load_similar
from knowledge.triage.taxonomy import load_taxonomy
from knowledge.triage.triage import load_triage
from tests.house import House, open_house
from tests.statutes import dictionary, statutes


class MovedClock:
    """The real time, moved on by hand: albums and retries go on by themselves."""

    def __init__(self) -> None:
        self._ahead = timedelta()

    def __call__(self) -> datetime:
        return datetime.now(UTC) + self._ahead

    def forward(self, **parts: float) -> None:
        self._ahead += timedelta(**parts)


def _once(make: Callable[..., Any]) -> Callable[..., Any]:
    made: list[Any] = []

    def give(*args: Any, **kwargs: Any) -> Any:
        if not made:
            made.append(make(*args, **kwargs))
        return made[0]

    return give


async def _no_pause(_seconds: float) -> None:
    return None


READ_ONCE: dict[str, Any] = {
    "knowledge.Lexicon": lambda **_: dictionary(),
    "composition.load_taxonomy": cache(load_taxonomy),
    "knowledge.load_crisis_detector": _once(load_crisis_detector),
    "knowledge.load_triage": _once(load_triage),
    "knowledge.load_similar": _once(load_similar),
    "knowledge.open_library": _once(lambda *_: statutes().warm(datetime.now(UTC).date())),
    "composition.Wording": cache(Wording),
}


def put(name: str, give: Any) -> None:
    """For a program of its own, where nothing has to be put back: ``name`` is one of ``READ_ONCE``."""
    room, _, attribute = name.partition(".")
    setattr(import_module(f"bot.app.{room}"), attribute, give)


@pytest.fixture(autouse=True)
def read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Dictionary, laws and their index, taxonomy, wording; and no pause for TLS: the sandbox speaks none."""
    for name, give in READ_ONCE.items():
        monkeypatch.setattr(f"bot.app.{name}", give)
    quick = SimpleNamespace(sleep=_no_pause, TimeoutError=TimeoutError)
    monkeypatch.setattr(aiogram_session, "asyncio", quick)


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
