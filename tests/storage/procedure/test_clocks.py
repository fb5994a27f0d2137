"""Deadlines as rows: one of each kind for each case, due in order."""

from datetime import timedelta

from storage.unit_of_work.database import Database
from tests.fakes.clock import Clock

CASE, OTHER = "K7QF-2MRD", "ZZZZ-ZZZZ"


async def start(database: Database, number: str, kind: str = "claim", **within: float) -> None:
    due = timedelta(**within)
    await database.run(lambda r: r.clocks.start(number, kind, "internal target", r.now, r.now + due))


async def due(database: Database, clock: Clock) -> list[tuple[str, str]]:
    return [(one.case_number, one.kind) for one in await database.run(lambda r: r.clocks.due(clock()))]


async def test_a_clock_is_due_from_its_moment_on(database: Database, clock: Clock) -> None:
    await start(database, CASE, hours=4)
    clock.forward(hours=4, seconds=-1)
    assert await due(database, clock) == []
    clock.forward(seconds=1)
    assert await due(database, clock) == [(CASE, "claim")]
    assert await database.run(lambda r: r.clocks.is_due(CASE, "claim", clock()))


async def test_the_oldest_comes_first(database: Database, clock: Clock) -> None:
    await start(database, CASE, hours=4)
    await start(database, OTHER, hours=2)
    assert await database.run(lambda r: r.clocks.next_due()) == clock() + timedelta(hours=2)
    clock.forward(hours=9)
    assert await due(database, clock) == [(OTHER, "claim"), (CASE, "claim")]


async def test_starting_again_moves_the_same_clock(database: Database, clock: Clock) -> None:
    await start(database, CASE, hours=4)
    await start(database, CASE, hours=40)
    clock.forward(hours=9)
    assert await due(database, clock) == []


async def test_clocks_of_other_kinds_run_beside_it(database: Database, clock: Clock) -> None:
    await start(database, CASE, hours=1)
    await start(database, CASE, "handle", hours=2)
    await database.run(lambda r: r.clocks.stop(CASE, "claim"))
    clock.forward(hours=3)
    assert await due(database, clock) == [(CASE, "handle")]


async def test_stopping_what_does_not_run_is_no_error(database: Database, clock: Clock) -> None:
    await start(database, OTHER, hours=1)
    await database.run(lambda r: r.clocks.stop(CASE, "claim"))
    clock.forward(hours=2)
    assert await due(database, clock) == [(OTHER, "claim")]
    assert await database.run(lambda r: r.clocks.is_due(CASE, "claim", clock())) is False
