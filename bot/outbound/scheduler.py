"""Does what time brings about: runs every job, then waits until the next one is due."""

from collections.abc import Callable, Sequence
from datetime import datetime

import structlog

from bot.outbound.jobs.job import Job
from bot.outbound.worker import Worker
from storage.unit_of_work.database import Database

log = structlog.get_logger()

SHORTEST = 0.05
"""Seconds; what is due already is looked at again at once, but never in a busy loop."""


class Scheduler(Worker):
    """Runs ``jobs`` in their order; ``every`` is the longest pause in seconds between two runs."""

    def __init__(
        self,
        database: Database,
        clock: Callable[[], datetime],
        jobs: Sequence[Job],
        every: float = 15.0,
    ) -> None:
        super().__init__()
        self._database = database
        self._clock = clock
        self._jobs = jobs
        self._every = every

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
            await self._sleep(pause)

    async def tick(self) -> int:
        """Do what is due; returns how many rows were acted on. A job that raises ends the tick."""
        return sum([await job.run(self._database) for job in self._jobs])

    async def pause(self) -> float:
        """Seconds until the next job is due; at most ``every``."""
        moments = await self._database.run(lambda r: [job.next_due(r) for job in self._jobs])
        coming = [(one - self._clock()).total_seconds() for one in moments if one is not None]
        return min([self._every, *(max(seconds, SHORTEST) for seconds in coming)])
