"""Units of work on one thread share a commit, and nothing else (SQLite)."""

import asyncio
import threading
from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy import Engine, event, text

from storage.database.engine import open_engine
from storage.unit_of_work.transactions import BATCH, GroupCommit

INSERT = text("INSERT INTO seats (person_id) VALUES (:id)")


def keep(number: int) -> Any:
    return lambda connection: connection.execute(INSERT, {"id": number}).rowcount


def kept(connection: Any) -> list[int]:
    return list(connection.scalars(text("SELECT person_id FROM seats ORDER BY person_id")))


@pytest.fixture
def engine(sqlite_url: str) -> Engine:
    return open_engine(sqlite_url, "NORMAL")


@pytest.fixture
def runner(engine: Engine) -> Iterator[GroupCommit]:
    group = GroupCommit(engine)
    yield group
    group.close()


async def held_up(runner: GroupCommit) -> tuple[asyncio.Future[Any], threading.Event]:
    """A unit of work that is under way until its gate is opened."""
    begun, gate = threading.Event(), threading.Event()
    first = asyncio.ensure_future(runner.run(lambda connection: begun.set() or gate.wait(10)))
    await asyncio.to_thread(begun.wait, 10)
    return first, gate


async def together(runner: GroupCommit, *works: Any) -> list[Any]:
    """Hand them in while the thread is held up, so that they share one batch."""
    first, gate = await held_up(runner)
    others = [asyncio.ensure_future(runner.run(work)) for work in works]
    await asyncio.sleep(0)  # all of them have been handed in
    gate.set()
    await first
    return await asyncio.wait_for(asyncio.gather(*others, return_exceptions=True), 10)


def count_commits(engine: Engine) -> list[str]:
    commits: list[str] = []
    event.listen(engine, "commit", lambda connection: commits.append("commit"))
    return commits


async def test_what_waits_together_shares_one_commit(engine: Engine, runner: GroupCommit) -> None:
    commits = count_commits(engine)
    results = await together(runner, *(keep(number) for number in range(20)))
    assert results == [1] * 20
    assert len(commits) == 2, "one for the work that held up the thread, one for the twenty"


async def test_a_batch_has_an_upper_end(engine: Engine, runner: GroupCommit) -> None:
    commits = count_commits(engine)
    await together(runner, *(keep(number) for number in range(BATCH + 1)))
    assert len(commits) == 3
    assert len(await runner.run(kept)) == BATCH + 1


async def test_a_unit_that_fails_takes_nothing_of_the_others_with_it(runner: GroupCommit) -> None:
    def fails_late(connection: Any) -> None:
        connection.execute(INSERT, {"id": 2})
        raise ValueError("after writing")

    results = await together(runner, keep(1), fails_late, keep(3))
    assert (results[0], results[2]) == (1, 1)
    assert isinstance(results[1], ValueError)
    assert await runner.run(kept) == [1, 3]


async def test_a_statement_that_fails_takes_nothing_of_the_others_with_it(runner: GroupCommit) -> None:
    results = await together(runner, keep(1), keep(1), keep(2))
    assert (results[0], results[2]) == (1, 1)
    assert isinstance(results[1], Exception)
    assert await runner.run(kept) == [1, 2]


@pytest.mark.parametrize("moment", ["begin", "commit"])
async def test_a_failure_of_the_whole_is_reported_to_everyone(
    engine: Engine, runner: GroupCommit, moment: str
) -> None:
    failures = iter([None, OSError("no space left on device")])

    def fail_the_second_time(connection: Any) -> None:
        if (error := next(failures, None)) is not None:
            raise error

    event.listen(engine, moment, fail_the_second_time)
    results = await together(runner, keep(1), keep(2), keep(3))
    assert [str(result) for result in results] == ["no space left on device"] * 3
    assert await runner.run(kept) == [], "and the next unit works again"


async def test_a_unit_that_nobody_waits_for_any_more_is_not_begun(runner: GroupCommit) -> None:
    first, gate = await held_up(runner)
    given_up = asyncio.ensure_future(runner.run(keep(1)))
    await asyncio.sleep(0)
    given_up.cancel()
    await asyncio.sleep(0)
    gate.set()
    await first
    assert await asyncio.wait_for(runner.run(kept), 10) == []


async def test_closing_finishes_what_was_handed_in(engine: Engine, sqlite_url: str) -> None:
    runner = GroupCommit(engine)
    waiting = [asyncio.ensure_future(runner.run(keep(number))) for number in range(5)]
    await asyncio.sleep(0)
    runner.close()
    assert await asyncio.gather(*waiting) == [1] * 5


async def test_a_closed_store_says_so_and_keeps_nobody_waiting(engine: Engine) -> None:
    runner = GroupCommit(engine)
    runner.close()
    with pytest.raises(RuntimeError, match="closed"):
        await asyncio.wait_for(runner.run(keep(1)), 10)
