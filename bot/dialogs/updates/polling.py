"""Long polling that confirms an update only after it was stored."""

import asyncio
from typing import Any

import structlog
from aiogram import Bot
from aiogram.exceptions import TelegramRetryAfter
from aiogram.methods import GetUpdates

from bot.dialogs.updates.admission import NotAnUpdate
from bot.dialogs.updates.update_queue import ASKED_FOR, UpdateQueue

log = structlog.get_logger()

PAUSES = (1, 2, 5, 10, 30)
"""Seconds to wait after the first, second, … failure in a row."""


class GetRawUpdates(GetUpdates):
    """Updates as Telegram sends them: one that the library cannot read must not stop the others."""

    __returning__ = list[dict[str, Any]]
    __api_method__ = "getUpdates"


class Polling:
    """Polls Telegram for updates until it is stopped."""

    def __init__(self, bot: Bot, updates: UpdateQueue, seconds: int) -> None:
        self._bot = bot
        self._updates = updates
        self._seconds = seconds
        self._stopped = asyncio.Event()

    def stop(self) -> None:
        """Stops after the poll under way; updates that were not stored come again."""
        self._stopped.set()

    async def run(self) -> None:
        """Polls until ``stop``; waits and tries again after an error."""
        offset: int | None = None
        failures = 0
        stopped = asyncio.create_task(self._stopped.wait())
        while not self._stopped.is_set():
            poll = asyncio.create_task(self._poll(offset))
            await asyncio.wait((poll, stopped), return_when=asyncio.FIRST_COMPLETED)
            if not poll.done():
                poll.cancel()
                break
            try:
                offset = poll.result()
                failures = 0
            except Exception as error:  # a gateway's HTML, a store that cannot take them: they come again
                pause = (
                    error.retry_after if isinstance(error, TelegramRetryAfter) else PAUSES[min(failures, 4)]
                )
                failures += 1
                log.warning("cannot get updates", why=type(error).__name__, again_in=pause)
                await asyncio.wait((stopped,), timeout=pause)
        stopped.cancel()

    async def _poll(self, offset: int | None) -> int | None:
        ask = GetRawUpdates(offset=offset, timeout=self._seconds, allowed_updates=list(ASKED_FOR))
        updates: Any = await self._bot(ask, request_timeout=self._seconds + 15)
        for update in updates:
            # the next poll confirms these, so each is on the disk before
            try:
                await self._updates.accept(update)
            except NotAnUpdate as error:  # it would come again for ever, and all others wait behind it
                log.warning("what is no update was passed over", why=str(error))
            offset = int(update["update_id"]) + 1
        return offset
