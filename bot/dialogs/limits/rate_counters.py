"""Stores the counters of the limits, so that a restart gives nobody a new allowance."""

import asyncio
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import datetime
from functools import partial

import structlog

from mediation.messages.allowance import Allowance, Taken
from storage.unit_of_work.database import Database
from storage.unit_of_work.records import SqlRecords

log = structlog.get_logger()

WRITE_SECONDS = 1.0
"""What a crash may forget: nobody waits for these rows, and many of them share a transaction."""

FORGET_SECONDS = 30.0
"""How long a row may outlive the time for which it counts, while the program runs."""


class RateCounters:
    """Stores those ``allowances`` that have a name; the others are kept in memory alone."""

    def __init__(
        self, database: Database, clock: Callable[[], datetime], allowances: Iterable[Allowance]
    ) -> None:
        self._database = database
        self._clock = clock
        self._allowances = [one for one in allowances if one.name and one.most]
        self._new: list[Taken] = []
        self._stopping = asyncio.Event()
        for one in self._allowances:
            one.on_taken = self._take

    def _take(self, taken: Taken) -> None:
        if taken.person_id > 0:  # a stranger in a group is nobody whom we know
            self._new.append(taken)

    async def recall(self) -> None:
        """Loads what an earlier run has counted."""
        now = self._clock()
        for one in self._allowances:
            one.recall(await self._database.run(partial(_since, what=one.name, moment=now - one.within)))

    async def write(self) -> None:
        """Stores new counts, deletes expired ones. Raises what the store raises; the counts are kept then."""
        new, self._new = self._new, []
        now = self._clock()

        def work(records: SqlRecords) -> None:
            records.allowances.note(new)
            for one in self._allowances:
                records.allowances.forget(one.name, now - one.within)

        try:
            await self._database.run(work)
        except Exception:
            self._new = new + self._new
            raise

    async def run(self) -> None:
        """Stores about once a second until ``stop``, and once more then."""
        loop = asyncio.get_running_loop()
        forget_at = loop.time()
        while not self._stopping.is_set():
            if self._new or loop.time() >= forget_at:
                await self._try()
                forget_at = loop.time() + FORGET_SECONDS
            with suppress(TimeoutError):
                await asyncio.wait_for(self._stopping.wait(), WRITE_SECONDS)
        await self._try()

    async def _try(self) -> None:
        try:
            await self.write()
        except Exception as error:  # it is tried again with the next ones
            log.warning("what was counted is not kept yet", why=type(error).__name__)

    def stop(self) -> None:
        """Lets ``run`` store what is left and return."""
        self._stopping.set()


def _since(records: SqlRecords, *, what: str, moment: datetime) -> list[Taken]:
    return records.allowances.since(what, moment)
