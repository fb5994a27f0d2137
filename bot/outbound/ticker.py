"""Looks at the clocks: what has run out is acted on once, and the next due time is waited for."""

import asyncio
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial

import structlog

from mediation.handling import claim_overdue
from storage.clocks import Due
from storage.database import Database
from storage.records import SqlRecords

log = structlog.get_logger()


class Ticker:
    """``every`` is the longest pause in seconds between two looks."""

    def __init__(
        self,
        database: Database,
        clock: Callable[[], datetime],
        supervisor_after: timedelta,
        every: float = 15.0,
    ) -> None:
        self._database = database
        self._clock = clock
        self._supervisor_after = supervisor_after
        self._every = every
        self._woken = asyncio.Event()
        self._stopping = False

    async def run(self) -> None:
        """Tick until ``stop``."""
        while not self._stopping:
            self._woken.clear()
            try:
                await self.tick()
            except Exception:
                log.exception("clocks cannot be read")
            try:
                await asyncio.wait_for(self._woken.wait(), self._every)
            except TimeoutError:
                continue

    async def tick(self) -> int:
        """Act on every clock that has run out, each in its own transaction; returns how many."""
        due = await self._database.run(lambda r: r.clocks.due(r.now))
        for clock in due:
            await self._database.run(partial(self._act, clock=clock))
        return len(due)

    def _act(self, records: SqlRecords, clock: Due) -> None:
        if records.clocks.is_due(clock.case_number, clock.kind, records.now):
            claim_overdue(records, clock.case_number, self._supervisor_after)

    def wake(self) -> None:
        """Look now."""
        self._woken.set()

    def stop(self) -> None:
        """``run`` returns soon."""
        self._stopping = True
        self._woken.set()
