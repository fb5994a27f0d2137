"""A house as in the journeys, and one that Telegram reaches through a webhook."""

import logging
import socket
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
import structlog
from pydantic import SecretStr
from sqlalchemy.exc import OperationalError

from bot.app.composition import build
from bot.commands.service.demo import GROUP, fill_roster
from bot.sandbox import Limits, Sandbox, SandboxOptions
from bot.settings import Http, Telegram, Webhook
from tests.house import House, house_settings
from tests.journeys.conftest import MovedClock, folder, house, moved_clock
from tests.read_once import read_once

__all__ = ["MovedClock", "folder", "house", "moved_clock", "read_once"]

SECRET = "webhook-secret"
PATH = "/bridge"


class StoreFails:
    """Makes units of work fail, so many, before the store is itself again."""

    def __init__(self, house: House, times: int) -> None:
        self.left = times
        self._runner = house.app.database._runner
        house.app.database._runner = self  # type: ignore[assignment]

    async def run(self, work: object) -> object:
        """As ``storage.unit_of_work.transactions.Runner``."""
        if self.left > 0:
            self.left -= 1
            raise OperationalError("COMMIT", {}, Exception("disk I/O error"))
        return await self._runner.run(work)  # type: ignore[arg-type]

    def close(self) -> None:
        """As ``storage.unit_of_work.transactions.Runner``."""
        self._runner.close()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@asynccontextmanager
async def webhook_house(folder: Path) -> AsyncIterator[House]:
    """Repeats of a refused call come at once."""
    port = free_port()
    async with Sandbox(SandboxOptions(limits=Limits.off(), webhook_backoff=(0.01, 0.05))) as sandbox:
        settings = house_settings(
            sandbox.base_url,
            folder,
            telegram=Telegram(api=sandbox.base_url, mode="webhook", group_chat=GROUP),
            webhook=Webhook(url=f"http://127.0.0.1:{port}{PATH}", path=PATH),
            http=Http(port=port),
        ).model_copy(update={"webhook_secret": SecretStr(SECRET)})
        app = build(settings, sandbox.token)
        await app.database.run(fill_roster)
        await app.start()
        try:
            yield House(sandbox, app)
        finally:
            await app.stop()


@pytest.fixture
async def hooked(folder: Path) -> AsyncIterator[House]:
    async with webhook_house(folder) as opened:
        yield opened


@pytest.fixture(autouse=True)
def quiet() -> Iterator[None]:
    """Failures are made on purpose here."""
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL))
    yield
    structlog.reset_defaults()


@pytest.fixture
def no_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    """What waits a second before the next try goes on at once."""
    monkeypatch.setattr("bot.dialogs.updates.polling.PAUSES", (0,) * 5)
    monkeypatch.setattr("bot.dialogs.updates.update_queue.RETRY_PAUSES", (0.01,) * 5)
    monkeypatch.setattr("bot.outbound.outbox_worker.BACKOFF", (0.01,))
    monkeypatch.setattr("bot.outbound.outbox_worker.NOTE_PAUSES", (0.01,) * 20)
    monkeypatch.setattr("bot.outbound.outbox_worker.RETRY_SECONDS", 0.01)
