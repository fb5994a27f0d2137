"""An event loop whose time jumps to the next thing that is due as soon as nobody has anything to do."""

import asyncio
import selectors
from collections.abc import Callable, Iterator
from concurrent.futures import Executor
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

START = datetime(2026, 3, 2, 0, 0, tzinfo=UTC)
"""A Monday, eight in the morning in China."""
GRACE = 0.0003
"""Real seconds in which a byte on its way through the kernel may still arrive before the time jumps."""
CREEP = 1e-5
"""Seconds that pass with every turn of the loop: whoever asks again and again must see the time go on."""


class Jumps(selectors.DefaultSelector):
    """Asks the kernel, waits for threads that work, and otherwise moves the time on instead of waiting."""

    moved: Callable[[float], None]
    outside: Callable[[], int]

    def select(self, timeout: float | None = None) -> list[Any]:
        """As ``selectors``; no real waiting but for threads."""
        self.moved(CREEP)
        events = super().select(0)
        if events or timeout == 0:
            return events
        if self.outside():
            return super().select(0.05)
        if events := super().select(GRACE if timeout is not None else None):
            return events
        self.moved(timeout or 0.0)
        return []


class MovedLoop(asyncio.SelectorEventLoop):
    """Nothing in it waits really: two days pass in the time that their work takes."""

    def __init__(self) -> None:
        jumps = Jumps()
        self._now = 1000.0
        self._outside = 0
        jumps.moved, jumps.outside = self._move, lambda: self._outside
        super().__init__(jumps)

    def _move(self, seconds: float) -> None:
        self._now += seconds

    def time(self) -> float:
        """Seconds since the loop began, as they passed for those in it."""
        return self._now

    @contextmanager
    def working_outside(self) -> Iterator[None]:
        """Something is done in a thread: the time stands still."""
        self._outside += 1
        try:
            yield
        finally:
            self._outside -= 1

    def run_in_executor(self, executor: Executor | None, func: Any, *args: Any) -> Any:
        """As ``asyncio``; the time stands still meanwhile."""
        self._outside += 1
        future = super().run_in_executor(executor, func, *args)
        future.add_done_callback(self._came_back)
        return future

    def _came_back(self, _: object) -> None:
        self._outside -= 1

    def clock(self) -> datetime:
        """The wall's clock in there."""
        return START + timedelta(seconds=self._now - 1000.0)
