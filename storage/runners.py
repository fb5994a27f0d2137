"""Run units of work: plain functions of one transaction, never interrupted by an await."""

import asyncio
import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from typing import Any, Protocol, TypeVar, cast

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


class GroupCommit:
    """For SQLite: one thread and one connection; units of work that wait together share a commit.

    Each runs inside its own savepoint, so that one that fails takes nothing of the others with it.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._connection = engine.connect()
        self._closed = False
        self._jobs: queue.SimpleQueue[tuple[Work[Any], Future[Any]] | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._loop, name="storage", daemon=True)
        self._thread.start()

    async def run(self, work: Work[T]) -> T:
        """See ``Runner``; raises ``RuntimeError`` after ``close``, when nobody would ever answer."""
        if self._closed:
            raise RuntimeError("the store is closed")
        future: Future[T] = Future()
        self._jobs.put((work, future))
        return await asyncio.wrap_future(future)

    def close(self) -> None:
        """See ``Runner``."""
        self._closed = True
        self._jobs.put(None)
        self._thread.join()
        self._engine.dispose()

    def _loop(self) -> None:
        with self._connection as connection:
            while (batch := self._take()) is not None:
                self._commit_together(connection, batch)

    def _take(self) -> list[tuple[Work[Any], Future[Any]]] | None:
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

    def _commit_together(self, connection: Connection, batch: list[tuple[Work[Any], Future[Any]]]) -> None:
        # from here on a future cannot be cancelled any more; one that was is not even tried
        open_jobs = {future: work for work, future in batch if future.set_running_or_notify_cancel()}
        results: dict[Future[Any], Any] = {}
        try:
            with connection.begin():
                for future, work in list(open_jobs.items()):
                    try:
                        with connection.begin_nested():
                            results[future] = work(connection)
                    except Exception as error:
                        del open_jobs[future]
                        future.set_exception(error)
        except Exception as error:  # begin or commit failed: nobody may believe that it happened, or wait
            for future in open_jobs:
                future.set_exception(error)
            # SQLAlchemy sends no ROLLBACK after a COMMIT that failed; SQLite may still be inside it
            with suppress(Exception):
                connection.connection.rollback()
            return
        for future in open_jobs:
            future.set_result(results[future])


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
