"""A made-up year on both databases agrees with the oracle, restarts and all; a broken scheduler does not."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from shutil import copyfile
from typing import Any

import pytest

from bot.commands.simulation.year import Plan, RateCounters, Warn, Year
from mediation.deadlines.rules import Whose, read_clocks
from mediation.model.procedure.table import Part, read_procedure
from mediation.procedure.warnings import WarningRun, warn_due
from mediation.simulation.verdict import Fault
from storage.database.engine import open_engine
from storage.unit_of_work.database import Database
from tests.conftest import BOT
from tests.fakes.proceedings import CLOCKS, TABLE

SMALL = Plan(cases=60, days=365, restarts=16, seed=5)


async def lived(url: str, warn: Warn = warn_due, plan: Plan = SMALL) -> tuple[RateCounters, Year]:
    def opened(clock: Callable[[], Any]) -> Database:
        return Database(open_engine(url, "NORMAL"), BOT, clock)

    year = Year(plan, opened, warn, read_procedure(), read_clocks())
    try:
        return await year.pass_by(), year
    finally:
        year.close()


async def test_every_reminder_of_some_months_is_posted_once_and_at_its_time(database_url: str) -> None:
    tally, _ = await lived(database_url, plan=SMALL._replace(cases=15, days=120, restarts=4))
    assert tally.faultless, tally
    assert tally.cases == 15 and tally.restarts == 4 and tally.verdict.posted > 50


@pytest.mark.deep
async def test_every_reminder_of_a_year_is_posted_once_and_at_its_time(database_url: str) -> None:
    tally, _ = await lived(database_url)
    assert tally.faultless, tally
    assert tally.cases == SMALL.cases and tally.steps_taken > 300 and tally.steps_refused > 50
    assert tally.verdict.posted > 500 and tally.restarts == SMALL.restarts and tally.crashes == 8


@pytest.mark.deep
async def test_the_same_seed_gives_the_same_year(upgraded_sqlite: Path, tmp_path: Path) -> None:
    plan = SMALL._replace(cases=15, days=120, restarts=4)
    years = []
    for name in ("one.db", "two.db"):
        copyfile(upgraded_sqlite, tmp_path / name)
        tally, year = await lived(f"sqlite:///{tmp_path / name}", plan=plan)
        years.append((tally, year.histories))
    assert years[0] == years[1]


@pytest.mark.deep
async def test_lives_reach_most_of_the_procedure(sqlite_url: str) -> None:
    _, year = await lived(sqlite_url, plan=SMALL._replace(restarts=0))
    reached = {matter.state for one in year.histories.values() for _, matter in one.matters}
    assert len(reached) > 0.7 * len(TABLE.states), set(TABLE.states) - reached


@pytest.mark.deep
async def test_whoever_is_reminded_of_a_right_can_use_it(sqlite_url: str) -> None:
    _, year = await lived(sqlite_url, plan=SMALL._replace(cases=300, restarts=0))
    rights = {one.name.zh: one.kind for one in CLOCKS.clock if one.whose is Whose.RIGHT}
    letters = [one for one in year.expected() if one.clock in rights and one.warning != "right_over"]
    for one in letters:
        state = [matter.state for at, matter in year.histories[one.case].matters if at <= one.at][-1]
        steps = [step for step in TABLE.open_to([Part.OWNER], state) if rights[one.clock] in step.stop]
        assert steps, (state, one)
    assert len(letters) > 30


def forgetful(records: Any, *args: Any) -> WarningRun:
    """Forgets that it has said it: every fifth is said again at the next look, once."""
    rows = [row for row in records.deadlines.due(args[1], args[3]) if row.id % 5 == 0]
    looked = warn_due(records, *args)
    for row in rows:
        if row.version < 3:
            records.deadlines.save(row.model_copy(update={"version": row.version + 1}))
    return looked


def skipping(records: Any, *args: Any) -> WarningRun:
    """Passes over every fifth and takes it as said."""
    for row in records.deadlines.due(args[1], args[3]):
        if row.id % 5 == 0:
            records.deadlines.save(row.model_copy(update={"next_at": None}))
    return warn_due(records, *args)


def dawdling(records: Any, *args: Any) -> WarningRun:
    """Comes to every fifth a day later, and says it then."""
    for row in records.deadlines.due(args[1], args[3]):
        if row.id % 5 == 0 and row.version % 2 == 0:
            records.deadlines.save(row.model_copy(update={"next_at": args[1] + timedelta(days=1)}))
    return warn_due(records, *args)


def hurrying(records: Any, clocks: Any, now: Any, zone: Any, limit: int) -> WarningRun:
    """Says today what is to be said tomorrow."""
    return warn_due(records, clocks, now + timedelta(days=1), zone, limit)


@pytest.mark.parametrize(
    ("broken", "fault"),
    [(forgetful, Fault.DOUBLED), (skipping, Fault.MISSED), (dawdling, Fault.LATE), (hurrying, Fault.EARLY)],
)
async def test_a_broken_scheduler_is_found_out(sqlite_url: str, broken: Warn, fault: Fault) -> None:
    tally, _ = await lived(sqlite_url, broken, SMALL._replace(cases=30, days=150, restarts=0))
    assert not tally.faultless and tally.verdict.faults[fault] > 0, tally.verdict.faults
