"""Waiting for a change without looking every few milliseconds."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

WAIT = 15.0
"""Seconds that a person waits for a message, a button or a list when nothing else is said."""


class ChangeSignal:
    """Like ``asyncio.Condition``, with a ``notify`` that needs no lock and can be called from plain code."""

    def __init__(self) -> None:
        self._next: asyncio.Future[None] | None = None

    def notify(self) -> None:
        """Something changed: everybody who waits looks again."""
        if self._next is not None and not self._next.done():
            self._next.set_result(None)
        self._next = None

    async def until(self, condition: Callable[[], object], within: float | None) -> bool:
        """Wait until the condition holds; False when `within` seconds (None: no end) were not enough."""
        try:
            async with asyncio.timeout(within):
                while not condition():
                    await self._next_change()
        except TimeoutError:
            return bool(condition())
        return True

    async def _next_change(self) -> None:
        if self._next is None:
            self._next = asyncio.get_running_loop().create_future()
        await asyncio.shield(self._next)
