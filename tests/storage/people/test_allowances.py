"""What was counted against a limit is found again, and is gone when it does not count any more."""

from datetime import timedelta

from mediation.messages.allowance import Taken
from storage.unit_of_work.database import Database
from tests.builders import OWNER
from tests.fakes.clock import Clock

MINUTE = timedelta(minutes=1)


async def test_what_was_counted_is_there_again_in_the_order_of_time(database: Database, clock: Clock) -> None:
    early, late = (Taken("messages", OWNER, clock() + n * MINUTE) for n in (1, 2))
    await database.run(lambda r: r.allowances.note([late, early, Taken("files", OWNER, clock() + MINUTE)]))
    assert await database.run(lambda r: r.allowances.since("messages", clock())) == [early, late]
    assert await database.run(lambda r: r.allowances.since("messages", early.at)) == [late]


async def test_what_does_not_count_any_more_is_nowhere(database: Database, clock: Clock) -> None:
    taken = [Taken(what, OWNER, clock()) for what in ("messages", "files")]
    await database.run(lambda r: r.allowances.note(taken))
    await database.run(lambda r: r.allowances.forget("messages", clock()))
    before = clock() - MINUTE
    assert await database.run(lambda r: r.allowances.since("messages", before)) == []
    assert await database.run(lambda r: r.allowances.since("files", before)) == taken[1:]
