"""Looks at the clocks: what has run out is acted on once, and the next due time is waited for."""

import asyncio
from collections.abc import Callable
from datetime import datetime, timedelta, tzinfo
from functools import partial
from zoneinfo import ZoneInfo

import structlog

from mediation.care.contacts import remind
from mediation.cases.life_table import read_table
from mediation.cases.moves import claim_overdue
from mediation.crisis.duty import drill, drill_is_due
from mediation.crisis.lane import ring_due
from mediation.deadlines.rules import ClockTable, read_clocks
from mediation.procedure.warnings import warn_due
from mediation.unmasking.ending import sweep
from storage.operations.departure import sweep as sweep_grants
from storage.procedure.clocks import Due
from storage.unit_of_work.database import Database
from storage.unit_of_work.records import SqlRecords

log = structlog.get_logger()

AT_ONCE = 100
"""Deadlines that are warned of in one transaction at the most."""

CHINA = ZoneInfo("Asia/Shanghai")

SHORTEST = 0.05
"""Seconds; what is due already is looked at again at once, but never in a busy loop."""


class Ticker:
    """``every`` is the longest pause in seconds between two looks.

    ``zone`` is where the business is: its days begin and end the deadlines of the formal procedure.
    """

    def __init__(
        self,
        database: Database,
        clock: Callable[[], datetime],
        supervisor_after: timedelta,
        every: float = 15.0,
        clocks: ClockTable | None = None,
        zone: tzinfo = CHINA,
        claim_within: timedelta = timedelta(hours=1),
    ) -> None:
        self._database = database
        self._clock = clock
        self._supervisor_after = supervisor_after
        self._every = every
        self._clocks = clocks or read_clocks()
        self._zone = zone
        self._life = read_table()
        self._claim_within = claim_within
        self._woken = asyncio.Event()
        self._stopping = False

    async def run(self) -> None:
        """Tick until ``stop``."""
        while not self._stopping:
            self._woken.clear()
            pause = self._every
            try:
                await self.tick()
                pause = await self.pause()
            except Exception:
                log.exception("clocks cannot be read")
            try:
                await asyncio.wait_for(self._woken.wait(), pause)
            except TimeoutError:
                continue

    async def tick(self) -> int:
        """Act on every clock that has run out, each in its own transaction, then warn of deadlines.

        Returns how many clocks ran out and how many deadlines were looked at.
        """
        due = await self._database.run(lambda r: r.clocks.due(r.now))
        for clock in due:
            await self._database.run(partial(self._act, clock=clock))
        acted = len(due) + await self._database.run(self._lane) + await self._warn() + await self._care()
        acted += await self._database.run(lambda r: sweep(r, AT_ONCE))
        return acted + await self._database.run(self._grants)

    def _grants(self, records: SqlRecords) -> int:
        """Roles that end soon, or have ended."""
        return sweep_grants(records, self._life, self._claim_within, AT_ONCE)

    def _lane(self, records: SqlRecords) -> int:
        """Ring the next where nobody came, and test the lane once a day."""
        rung = ring_due(records)
        if drill_is_due(records, records.now.astimezone(self._zone)):
            rung += drill(records) is not None
        return rung

    async def pause(self) -> float:
        """Seconds until the next clock or deadline, whichever is earlier; at most ``every``."""
        moments = await self._database.run(
            lambda r: (
                r.clocks.next_due(),
                r.deadlines.next_due(),
                r.lane.next_due(),
                r.care.next_due(),
                r.masks.next_due(),
                r.grants.next_due(),
            )
        )
        coming = [(one - self._clock()).total_seconds() for one in moments if one is not None]
        return min([self._every, *(max(seconds, SHORTEST) for seconds in coming)])

    def _act(self, records: SqlRecords, clock: Due) -> None:
        if records.clocks.is_due(clock.case_number, clock.kind, records.now):
            claim_overdue(records, clock.case_number, self._supervisor_after)

    async def _warn(self) -> int:
        looked = 0
        while True:
            result = await self._database.run(lambda r: warn_due(r, self._clocks, r.now, self._zone, AT_ONCE))
            looked += result.looked
            if result.unknown:
                log.error("deadlines of unknown kinds are kept and not warned of", kinds=result.unknown)
            if result.looked < AT_ONCE:
                return looked

    async def _care(self) -> int:
        looked = 0
        while (count := await self._database.run(lambda r: remind(r, self._zone, AT_ONCE))) == AT_ONCE:
            looked += count
        return looked + count

    def wake(self) -> None:
        """Look now."""
        self._woken.set()

    def stop(self) -> None:
        """``run`` returns soon."""
        self._stopping = True
        self._woken.set()
