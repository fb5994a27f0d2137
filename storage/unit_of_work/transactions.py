"""Run units of work: plain functions of one transaction, never interrupted by an await."""

import asyncio
import queue
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import Any, NamedTuple, Protocol, TypeVar, cast

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import OperationalError

from mediation.errors import Stale

T = TypeVar("T")
Work = Callable[[Connection], T]

BATCH = 64
"""Units of work that share one commit at the most."""

RETRIES = 5


class Runner(Protocol):
    """Runs a unit of work in a transaction; the awaited result is durable."""

    async def run(self, work: Work[T]) -> T:
        """The result after the commit; whatever ``work`` raises, after its rollback."""

    def close(self) -> None:
        """Finish what was given and stop."""


class _Job(NamedTuple):
    work: Work[Any]
    future: asyncio.Future[Any]
    loop: asyncio.AbstractEventLoop


class _Outcome(NamedTuple):
    job: _Job
    value: Any
    error: Exception | None

    def settle(self) -> None:
        """In the event loop's thread."""
        if self.job.future.done():
            return
        if self.error is not None:
            self.job.future.set_exception(self.error)
        else:
            self.job.future.set_result(self.value)


class GroupCommit:
    """For SQLite: one thread and one connection; units of work that wait together share a commit.

    When one of them fails, all are rolled back and run again one by one, each with a commit of its own: one
    that fails takes nothing of the others with it, and the usual case pays for no savepoints.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._connection = engine.connect()
        self._closed = False
        self._jobs: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._loop, name="storage", daemon=True)
        self._thread.start()

    async def run(self, work: Work[T]) -> T:
        """See ``Runner``; raises ``RuntimeError`` after ``close``, when nobody would ever answer."""
        if self._closed:
            raise RuntimeError("the store is closed")
        loop = asyncio.get_running_loop()
        future: asyncio.Future[T] = loop.create_future()
        self._jobs.put(_Job(work, future, loop))
        return await future

    def close(self) -> None:
        """See ``Runner``."""
        self._closed = True
        self._jobs.put(None)
        self._thread.join()
        self._engine.dispose()

    def _loop(self) -> None:
        with self._connection as connection:
            while (batch := self._take()) is not None:
                jobs = [job for job in batch if not job.future.cancelled()]
                _settle(self._commit(connection, jobs))

    def _take(self) -> list[_Job] | None:
        first = self._jobs.get()
        if first is None:
            return None
        batch = [first]
        while len(batch) < BATCH:
            try:
                job = self._jobs.get_nowait()
            except queue.Empty:
                break
            if job is None:
                self._jobs.put(None)
                break
            batch.append(job)
        return batch

    def _commit(self, connection: Connection, jobs: list[_Job]) -> list[_Outcome]:
        outcomes: list[_Outcome] = []
        one_failed = False
        try:
            with connection.begin():
                for job in jobs:
                    one_failed = True
                    outcomes.append(_Outcome(job, job.work(connection), None))
                    one_failed = False
        except Exception as error:
            # SQLAlchemy sends no ROLLBACK after a COMMIT that failed; SQLite may still be inside it
            with suppress(Exception):
                connection.connection.rollback()
            if one_failed and len(jobs) > 1:
                return [one for job in jobs for one in self._commit(connection, [job])]
            # begin or commit failed: nobody may believe that anything happened, or wait for ever
            return [_Outcome(job, None, error) for job in jobs]
        return outcomes


def _settle(outcomes: list[_Outcome]) -> None:
    """Tell the event loops; one call for all that belong together."""
    by_loop: dict[asyncio.AbstractEventLoop, list[_Outcome]] = {}
    for one in outcomes:
        by_loop.setdefault(one.job.loop, []).append(one)
    for loop, theirs in by_loop.items():
        with suppress(RuntimeError):  # the loop is closed: nobody waits any more
            loop.call_soon_threadsafe(_settle_all, theirs)


def _settle_all(outcomes: list[_Outcome]) -> None:
    for one in outcomes:
        one.settle()


class Pooled:
    """For PostgreSQL: a few connections; a conflict between two writers runs the unit of work again."""

    def __init__(self, engine: Engine, size: int = 4) -> None:
        self._engine = engine
        self._threads = ThreadPoolExecutor(size, thread_name_prefix="storage")

    async def run(self, work: Work[T]) -> T:
        """See ``Runner``."""
        return await asyncio.wrap_future(self._threads.submit(self._attempt, work))

    def _attempt(self, work: Work[T]) -> T:
        for left in reversed(range(RETRIES)):
            try:
                with self._engine.begin() as connection:
                    return work(connection)
            except (Stale, OperationalError):
                if not left:
                    raise
        raise AssertionError("unreachable")

    def close(self) -> None:
        """See ``Runner``."""
        self._threads.shutdown()
        self._engine.dispose()


def runner_for(engine: Engine) -> Runner:
    """The runner that suits the database."""
    return cast(Runner, GroupCommit(engine) if engine.dialect.name == "sqlite" else Pooled(engine))
