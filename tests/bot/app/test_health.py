"""``/health`` says that the program runs, ``/ready`` that it can do its work."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from shutil import copyfile
from typing import Any

import aiohttp
import pytest
from sqlalchemy.exc import OperationalError

from bot.settings import Http
from tests.house import House, open_house

READY = (200, {"ready": True})
NOT_READY = (503, {"ready": False})


class NoStore:
    """In place of a store that has gone away."""

    async def run(self, _work: object) -> Any:
        raise OperationalError("SELECT 1", {}, Exception("server closed the connection"))


@pytest.fixture
async def house(tmp_path: Path, upgraded_sqlite: Path) -> AsyncIterator[House]:
    copyfile(upgraded_sqlite, tmp_path / "house.db")
    async with open_house(tmp_path) as opened:
        yield opened


async def get(house: House, path: str) -> tuple[int, Any]:
    address = f"http://127.0.0.1:{house.app.port}{path}"
    async with aiohttp.ClientSession() as session, session.get(address) as answer:
        return answer.status, await answer.json()


async def test_a_running_house_is_healthy_and_ready(house: House) -> None:
    assert await get(house, "/health") == (200, {"status": "ok"})
    assert await get(house, "/ready") == READY


async def test_a_house_whose_store_is_gone_is_healthy_and_not_ready(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as broken:
        broken.setattr(house.app.database, "run", NoStore().run)
        assert await get(house, "/ready") == NOT_READY
        assert await get(house, "/health") == (200, {"status": "ok"})
    assert await get(house, "/ready") == READY


@pytest.mark.parametrize("name", ["outbox_worker", "scheduler", "polling"])
async def test_a_house_in_which_a_worker_has_died_is_not_ready(house: House, name: str) -> None:
    worker = next(task for task in house.app._tasks if task.get_name() == name)
    worker.cancel()
    await asyncio.wait((worker,))
    assert await get(house, "/ready") == NOT_READY


async def test_nothing_is_heard_any_more_after_the_stop(tmp_path: Path) -> None:
    async with open_house(tmp_path) as house:
        assert await get(house, "/health") == (200, {"status": "ok"})
    with pytest.raises(aiohttp.ClientConnectorError):
        await get(house, "/health")


async def test_a_port_that_is_taken_stops_the_start_with_one_line(house: House, tmp_path: Path) -> None:
    (tmp_path / "second").mkdir()
    with pytest.raises(RuntimeError, match=r"^http\.port: was \d+ at '127\.0\.0\.1'; cannot listen there"):
        async with open_house(tmp_path / "second", http=Http(port=house.app.port)):
            pass
