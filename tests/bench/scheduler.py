"""What one look of the scheduler costs: against how many clocks run, and against how many are due.

Milliseconds are of computing time, all threads of the process together: what else the machine does, and how
long the disk takes at the one commit for each hundred, would hide the difference that is looked for.
"""

import asyncio
import tempfile
import time
from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path
from statistics import median
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import insert

from mediation.deadlines.acts import start
from mediation.deadlines.calendar import start_moment
from mediation.deadlines.record import record_of
from mediation.deadlines.rules import read_clocks
from mediation.model.cases.case import CaseFields, StaffMember
from mediation.model.procedure.matter import Matter
from mediation.procedure.warnings import warn_due
from storage.database.engine import open_engine
from storage.database.schema import upgrade
from storage.database.sql import table
from storage.tables import CaseRow, DeadlineRow, MatterRow
from storage.unit_of_work.database import Database
from storage.unit_of_work.records import SqlRecords
from tests.bench.stub import BOT

CHINA = ZoneInfo("Asia/Shanghai")
CLOCKS = read_clocks()
KIND = "open_long"
"""It warns once, so that each look finds what was prepared for it and nothing else."""
RUNNING = (1_000, 10_000, 100_000)
DUE = 100
REPEATS = 9
EMPTY_LOOKS = 200
MORE_DUE = (100, 1_000, 10_000)
TURNS = 3
AT_ONCE = 100
"""In one transaction, as in ``bot.outbound.jobs.job``."""
FIRST = date(2026, 3, 2)
FAR = 300
"""Days after the first on which all the others were started."""


class Filled:
    """A store with a clock that is moved by hand."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir()
        engine = open_engine(f"sqlite:///{folder / 'scheduler.db'}")
        upgrade(engine)
        self._engine = engine
        self._now = start_moment(FIRST, CHINA)
        self.database = Database(engine, BOT, lambda: self._now)

    def fill(self, batches: Iterable[int], running: int) -> None:
        """Batch ``n`` was started ``n`` days after the first day; together with the others so many run."""
        days = [n for n, size in enumerate(batches) for _ in range(size)]
        days += [FAR] * (running - len(days))
        rows: dict[type, list[dict[str, Any]]] = {CaseRow: [], MatterRow: [], DeadlineRow: []}
        for index, day in enumerate(days):
            on, number = FIRST + timedelta(days=day), f"S{index:07}"
            case = CaseFields(
                number=number, owner_id=1000 + index, alias="A22", state="submitted", category="WAGE",
                filed_at=self._now,
            )  # fmt: skip
            matter = Matter(number=number, state="registered", owner_id=1000 + index, received_on=on)
            deadline = record_of(start(CLOCKS.named(KIND), number, on), CHINA)
            rows[CaseRow].append(case.model_dump() | {"account": {}})
            rows[MatterRow].append(matter.model_dump() | {"decided_by": [], "promises": [], "named": []})
            rows[DeadlineRow].append(deadline.model_dump(exclude={"id"}))
        with self._engine.begin() as connection:
            for model, values in rows.items():
                connection.execute(insert(table(model)), values)

    async def look(self, day: int) -> tuple[int, float]:
        """How many were looked at when batch ``day`` came due, and milliseconds."""
        length = CLOCKS.named(KIND).length
        self._now = start_moment(FIRST + timedelta(days=day + length + 1), CHINA) + timedelta(hours=1)
        began, looked = time.process_time(), 0
        while True:
            found = (await self.database.run(self._warned)).looked
            looked += found
            if found < AT_ONCE:
                return looked, (time.process_time() - began) * 1e3

    def _warned(self, records: SqlRecords) -> Any:
        return warn_due(records, CLOCKS, records.now, CHINA, AT_ONCE)

    async def open(self, batches: Iterable[int], running: int) -> None:
        """Filled, with one supervisor, who is told, and once round without anything due."""
        self.fill(batches, running)
        boss = StaffMember(person_id=1, duty="supervisor", name="S")
        await self.database.run(lambda r: r.people.set_staff(boss))
        await self.look(-1)


async def _timed(store: Filled, batches: list[int], day: int) -> float:
    """Milliseconds of the look at one batch."""
    looked, took = await store.look(day)
    if looked != batches[day]:
        raise AssertionError(f"{looked} were due and not {batches[day]}")
    return took


async def _among(scratch: Path) -> list[str]:
    """The same due among more and more that run; in turns, so that a busy machine is as busy for all."""
    batches, stores = [DUE] * REPEATS, [Filled(scratch / str(running)) for running in RUNNING]
    for store, running in zip(stores, RUNNING, strict=True):
        await store.open(batches, running)
    due = [[await _timed(store, batches, day) for store in stores] for day in range(REPEATS)]
    empty = [[(await store.look(REPEATS))[1] for store in stores] for _ in range(EMPTY_LOOKS)]
    lines = [
        f"| clocks that run | {DUE} due, CPU ms | ratio | nothing due, CPU ms | ratio |",
        "|---|---|---|---|---|",
    ]
    full, none = ([median(one) for one in zip(*times, strict=True)] for times in (due, empty))
    for place, running in enumerate(RUNNING):
        ratios = full[place] / full[0], none[place] / none[0]
        lines.append(
            f"| {running:,} | {full[place]:.1f} | {ratios[0]:.2f} | {none[place]:.2f} | {ratios[1]:.2f} |"
        )
        stores[place].database.close()
    return lines


async def _more(scratch: Path) -> list[str]:
    """More and more due among as many that run, in turns as well."""
    batches, store = list(MORE_DUE) * TURNS, Filled(scratch / "more")
    await store.open(batches, RUNNING[-1])
    times = [await _timed(store, batches, day) for day in range(len(batches))]
    store.database.close()
    lines = [f"| due, of {RUNNING[-1]:,} that run | CPU ms | ratio | for each 100 |", "|---|---|---|---|"]
    found = {size: median(times[place :: len(MORE_DUE)]) for place, size in enumerate(MORE_DUE)}
    for size, took in found.items():
        lines.append(f"| {size:,} | {took:.0f} | {took / found[DUE]:.1f} | {took / size * DUE:.1f} |")
    return lines


def report() -> str:
    """Two tables: what runs costs nothing, what is due costs its share."""
    with tempfile.TemporaryDirectory() as scratch:
        return "\n".join([*asyncio.run(_among(Path(scratch))), "", *asyncio.run(_more(Path(scratch)))])
