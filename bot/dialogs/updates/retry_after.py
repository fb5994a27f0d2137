"""Repeats a request to Telegram that was refused for a while or broke off, a few times."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import structlog
from aiogram import Bot
from aiogram.client.session.middlewares.base import BaseRequestMiddleware
from aiogram.exceptions import TelegramNetworkError, TelegramRetryAfter, TelegramServerError
from aiogram.methods import GetUpdates, TelegramMethod

log = structlog.get_logger()

TRIES = 3
LONGEST_WAIT = 60.0
"""Seconds; a longer wait is left to the caller."""


class RetryAfter(BaseRequestMiddleware):
    """Waits after 429, 5xx and network errors; polling has its own pauses."""

    def __init__(self, sleep: Callable[[float], Awaitable[None]] = asyncio.sleep) -> None:
        self._sleep = sleep

    async def __call__(self, make_request: Any, bot: Bot, method: TelegramMethod[Any]) -> Any:
        """Sends the request, up to three times. Raises the last error."""
        for attempt in range(1, TRIES + 1):
            try:
                return await make_request(bot, method)
            except TelegramRetryAfter as error:
                if attempt == TRIES or error.retry_after > LONGEST_WAIT:
                    raise
                wait = float(error.retry_after)
            except (TelegramServerError, TelegramNetworkError):
                if attempt == TRIES or isinstance(method, GetUpdates):
                    raise
                wait = float(attempt)
            log.info("answer is repeated", method=type(method).__name__, again_in=wait)
            await self._sleep(wait)
        raise AssertionError("unreachable")
