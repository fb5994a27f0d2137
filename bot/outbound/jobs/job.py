"""What a feature publishes for the scheduler."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime

from storage.unit_of_work.database import Database
from storage.unit_of_work.records import SqlRecords

AT_ONCE = 100
"""Rows that one transaction acts on at the most."""

Run = Callable[[Database], Awaitable[int]]
Act = Callable[[SqlRecords], int]


@dataclass(frozen=True)
class Job:
    """``run`` does what is due and returns how many rows it acted on; done twice, it acts once.

    ``next_due`` is the moment of the next row, and ``None`` where none waits.
    """

    name: str
    run: Run
    next_due: Callable[[SqlRecords], datetime | None]


def once(act: Act) -> Run:
    """In one transaction; what is more than it takes waits for the next run."""
    return lambda database: database.run(act)


def in_batches(act: Act, size: int = AT_ONCE) -> Run:
    """Transaction after transaction until one acts on fewer than ``size`` rows."""

    async def run(database: Database) -> int:
        acted = 0
        while (count := await database.run(act)) >= size:
            acted += count
        return acted + count

    return run
