"""Lets a made-up year pass over a real store: people act, the scheduler looks, the process is restarted."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from typing import NamedTuple
from zoneinfo import ZoneInfo

from sqlalchemy import select

from bot.commands.simulation.restarts import Restart, restarts_by_day
from bot.commands.simulation.visits import Done, People
from mediation.deadlines.rules import ClockTable
from mediation.model.procedure.matter import Matter
from mediation.model.procedure.table import ProcedureTable
from mediation.model.records import Records
from mediation.procedure.warnings import WarningRun
from mediation.simulation.history import CaseHistory, Change, Moment
from mediation.simulation.lives import SUPERVISORS, Life, born, roster
from mediation.simulation.oracle import Letter, Oracle
from mediation.simulation.verdict import Verdict, compare
from storage.mail.outbox import OUTBOX
from storage.procedure.matters import DEADLINES
from storage.unit_of_work.database import Database
from storage.unit_of_work.records import SqlRecords

CHINA = ZoneInfo("Asia/Shanghai")
FIRST_DAY = date(2026, 1, 5)
"""The year that follows reaches beyond the last notice of holidays (``mediation.deadlines.calendar``)."""
NIGHT, MORNING, NOON = time(0), time(10), time(12)
AT_ONCE = 100
"""Visits, and deadlines to look at, in one transaction."""

Warn = Callable[[Records, ClockTable, datetime, ZoneInfo, int], WarningRun]
OpenStore = Callable[[Callable[[], datetime]], Database]


class Crashed(Exception):
    """The process dies in the middle of a transaction."""


class Plan(NamedTuple):
    """How much is made up; the same plan gives the same year."""

    cases: int
    days: int
    restarts: int
    seed: int


@dataclass
class RateCounters:
    """What the year was made of, and what was wrong with it."""

    cases: int = 0
    steps_taken: int = 0
    steps_refused: int = 0
    started: int = 0
    stopped: int = 0
    lengthened: int = 0
    stood_still: int = 0
    restarts: int = 0
    crashes: int = 0
    verdict: Verdict = field(default_factory=Verdict)
    deadlines_wrong: int = 0
    """Rows that should not be there, or are missing, or were stopped on another day."""

    @property
    def faultless(self) -> bool:
        """Everything is as the oracle has it."""
        return self.verdict.faultless and not self.deadlines_wrong


class Year:
    """``open_store`` opens the one database, again and again; ``warn`` is the scheduler that is judged."""

    def __init__(
        self, plan: Plan, open_store: OpenStore, warn: Warn, table: ProcedureTable, clocks: ClockTable
    ) -> None:
        self.tally = RateCounters()
        self.histories: dict[str, CaseHistory] = {}
        self._plan = plan
        self._open_store = open_store
        self._warn = warn
        self._clocks = clocks
        self._chance = Random(plan.seed)  # noqa: S311
        self._people = People(table, clocks, plan.seed, CHINA)
        self._lives = born(self._chance, table, plan.cases, plan.days)
        self._now = _at(0, NIGHT)
        self._store = open_store(lambda: self._now)
        self._matters: dict[str, Matter] = {}
        self._steps: Counter[str] = Counter()
        self._agenda: defaultdict[int, list[Life]] = defaultdict(list)
        self._looks: list[datetime] = []
        self._deaths: list[Restart] = []

    async def pass_by(self) -> RateCounters:
        """Live through all of it and judge it."""
        for life in self._lives:
            self._agenda[life.filed_on].append(life)
        planned = restarts_by_day(self._chance, self._plan.restarts, self._plan.days)
        await self._store.run(_enrolled)
        down = 0
        for day in range(self._plan.days):
            self._restart(planned[day])
            down += sum(one.days for one in planned[day])
            if down:
                down -= 1
                self._agenda[day + 1] += self._agenda.pop(day, [])
                continue
            await self._look(_at(day, NIGHT))
            await self._act(day)
            await self._look(_at(day, NOON))
        await self._judge()
        return self.tally

    def expected(self) -> Iterator[Letter]:
        """Every letter that the oracle has found to be owed by now."""
        oracle = Oracle(self._clocks, self._looks, SUPERVISORS, CHINA)
        return (letter for one in self.histories.values() for letter in oracle.letters(one))

    def close(self) -> None:
        """Let go of the store."""
        self._store.close()

    def _restart(self, planned: list[Restart]) -> None:
        for one in planned:
            if one.in_transaction:
                self._deaths.append(one)
            else:
                self._reopen()

    def _reopen(self) -> None:
        self._store.close()
        self._store = self._open_store(lambda: self._now)
        self.tally.restarts += 1

    def _die(self, where: Restart) -> None:
        if where in self._deaths:
            raise Crashed

    def _died(self, where: Restart) -> None:
        self._deaths.remove(where)
        self.tally.crashes += 1
        self._reopen()

    async def _look(self, now: datetime) -> None:
        """As ``bot.outbound.jobs.deadlines`` does; where nothing is due this costs one look at the index."""
        self._now = now
        self._looks.append(now)
        due = await self._store.run(lambda r: r.deadlines.next_due())
        while due is not None and due <= now:
            try:
                looked = await self._store.run(self._warned)
            except Crashed:
                self._died(Restart.CRASH_IN_LOOK)
                continue
            if looked.looked < AT_ONCE:
                break

    def _warned(self, records: SqlRecords) -> WarningRun:
        looked = self._warn(records, self._clocks, records.now, CHINA, AT_ONCE)
        if looked.posted:
            self._die(Restart.CRASH_IN_LOOK)
        return looked

    async def _act(self, day: int) -> None:
        self._now = _at(day, MORNING)
        lives = self._agenda.pop(day, [])
        for first in range(0, len(lives), AT_ONCE):
            visits = {life: self._matters.get(life.number) for life in lives[first : first + AT_ONCE]}
            done = await self._visited(visits, day)
            for life, one in zip(visits, done, strict=True):
                self._noted(life, one, day)

    async def _visited(self, visits: dict[Life, Matter | None], day: int) -> list[Done]:
        def visited(records: SqlRecords) -> list[Done]:
            done = self._people.all_visit(records, visits, _day(day))
            self._die(Restart.CRASH_IN_ACTS)
            return done

        try:
            return await self._store.run(visited)
        except Crashed:
            self._died(Restart.CRASH_IN_ACTS)
            return await self._visited(visits, day)

    def _noted(self, life: Life, done: Done, day: int) -> None:
        """After the commit, and only then."""
        moment = Moment(_day(day), self._now)
        book = self.histories.setdefault(life.number, CaseHistory(life.number))
        if done.before is None:
            book.filed(done.after, moment)
        for kind, change in done.stood:
            book.stood(kind, change, moment)
        if done.before is not None and done.step is not None:
            book.followed(done.step, done.before, done.after, done.given, self._clocks, moment)
            self._steps[life.number] += 1
        self.tally.steps_refused += done.refused
        self._matters[life.number] = done.after
        coming = life.next_visit(self._chance, day, self._steps[life.number])
        if coming is not None and not self._people.is_over(done.after):
            self._agenda[coming].append(life)

    async def _judge(self) -> None:
        self.tally.verdict = compare(self.expected(), await self._store.run(posted))
        wanted = Counter(one for history in self.histories.values() for one in history.rows())
        kept = Counter(await self._store.run(kept_rows))
        self.tally.deadlines_wrong = ((wanted - kept) + (kept - wanted)).total()
        changes = Counter(
            one.change for book in self.histories.values() for row in book.deadlines for one in row.happened
        )
        self.tally.cases = len(self.histories)
        self.tally.steps_taken = self._steps.total()
        self.tally.started = wanted.total()
        self.tally.stopped = changes[Change.STOPPED]
        self.tally.lengthened = changes[Change.LENGTHENED]
        self.tally.stood_still = changes[Change.PAUSED]


def _enrolled(records: SqlRecords) -> None:
    for member in roster():
        records.people.set_staff(member)


def _day(day: int) -> date:
    return FIRST_DAY + timedelta(days=day)


def _at(day: int, hour: time) -> datetime:
    return datetime.combine(_day(day), hour, CHINA).astimezone(UTC)


def posted(records: SqlRecords) -> list[Letter]:
    """Every letter of a deadline that was ever posted."""
    columns = (OUTBOX.c.case_number, OUTBOX.c.facts, OUTBOX.c.person_id, OUTBOX.c.posted_at)
    wanted = select(*columns).where(OUTBOX.c.kind.in_(("deadline", "deadline_owner")))
    return [
        Letter(number, facts["clock_zh"], facts["warning"], facts["due"], person, at)
        for number, facts, person, at in records.connection.execute(wanted)
    ]


def kept_rows(records: SqlRecords) -> list[tuple[str, str, date, date | None]]:
    """Case, kind, start and stop of every deadline."""
    columns = (DEADLINES.c.case_number, DEADLINES.c.kind, DEADLINES.c.started, DEADLINES.c.stopped)
    return [tuple(row) for row in records.connection.execute(select(*columns))]
