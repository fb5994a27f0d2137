"""The formal way of one case, told in one line per step, on any ``Records``; the clock is moved by hand."""

from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from mediation.deadlines.calendar import business_day, start_moment
from mediation.deadlines.rules import ClockTable, read_clocks
from mediation.model.procedure.matter import Matter, Promise
from mediation.model.procedure.step_input import StepInput, Taker
from mediation.model.procedure.table import Part, ProcedureTable, read_procedure
from mediation.procedure.matters import open_matter, take_step
from mediation.procedure.warnings import WarningRun, warn_due
from tests.builders import LAWYER, OWNER, SUPERVISOR, UNION
from tests.fakes.clock import Clock
from tests.fakes.story import Story

CHINA = ZoneInfo("Asia/Shanghai")
TABLE: ProcedureTable = read_procedure()
CLOCKS: ClockTable = read_clocks()

TRIAGE, UNIT_HEAD, REVIEWER, HIGHER = 401, 402, 403, 404
HANDLER = UNION.person_id
"""Who accepts, signs, reviews and re-checks; each is another person."""

WHO = {
    "owner": OWNER,
    "triage": TRIAGE,
    "handler": HANDLER,
    "mediator": LAWYER.person_id,
    "unit_head": UNIT_HEAD,
    "supervisor": SUPERVISOR.person_id,
    "reviewer": REVIEWER,
}


def at(clock: Clock, day: str) -> None:
    """Nine in the morning of that day in China."""
    clock.now = start_moment(date.fromisoformat(day), CHINA) + timedelta(hours=9)


class Proceeding:
    """One case; its steps happen on the clock's day."""

    def __init__(self, store: Any, clock: Clock, number: str = "") -> None:
        self.store = store
        self.clock = clock
        self.number = number

    @property
    def today(self) -> date:
        return business_day(self.clock(), CHINA)

    async def file(self, day: str) -> str:
        at(self.clock, day)

        def work(records: Any) -> str:
            filed = Story(records).file(category="WAGE")
            records.clocks.stop(filed, "claim")
            open_matter(records, CLOCKS, records.cases.get(filed), self.today, CHINA)
            return filed

        self.number = await self.store.run(work)
        return self.number

    async def step(self, day: str, name: str, part: str, who: int = 0, **given: Any) -> Matter:
        at(self.clock, day)
        taker = Taker(who or WHO[part], frozenset({Part(part)}))
        brought = StepInput(**given)
        return await self.store.run(
            lambda r: take_step(r, TABLE, CLOCKS, self.number, name, taker, brought, self.today, CHINA)
        )

    async def decide(self, day: str, opinion: str) -> Matter:
        """The handler writes, the unit head signs."""
        await self.step(day, "write_opinion", "handler", opinion=opinion)
        return await self.step(day, "decide", "unit_head")

    async def agree(self, day: str, agreement: str, promises: tuple[Promise, ...]) -> None:
        """The mediator proposes, both sides sign."""
        await self.step(day, "propose_agreement", "mediator", agreement=agreement, promises=promises)
        await self.step(day, "sign_agreement", "owner")
        await self.step(day, "sign_for_unit", "unit_head")

    async def mediate(self, day: str, part: str = "mediator") -> None:
        """Both sides agree to try."""
        await self.step(day, "agree_to_mediate", "owner")
        await self.step(day, "unit_agrees", "unit_head", reason="愿意谈")
        await self.step(day, "mediate", part)

    async def set(self, **fields: Any) -> None:
        """What steps of the procedure do not set: signatures and consents."""

        def work(records: Any) -> None:
            records.matters.save(records.matters.get(self.number).model_copy(update=fields))

        await self.store.run(work)

    async def clocks(self) -> dict[str, str]:
        """Running clocks with the day that is shown."""
        rows = await self.store.run(lambda r: r.deadlines.of_case(self.number))
        return {row.kind: row.rolled.isoformat() for row in rows if row.stopped is None}

    async def warned(self, now: datetime | None = None, limit: int = 100) -> WarningRun:
        moment = now or self.clock()
        return await self.store.run(lambda r: warn_due(r, CLOCKS, moment, CHINA, limit))

    async def audited(self) -> tuple[str, str, str]:
        """Act, actor and facts of the last line of the audit."""

        def last(records: Any) -> Any:
            return records.audit.lines[-1] if hasattr(records.audit, "lines") else records.audit.head()

        line = await self.store.run(last)
        return line.act, line.actor, line.facts

    async def letters(self, person: int | None) -> list[dict[str, Any]]:
        """Facts of the procedure's notices that wait for somebody, with their kind."""
        found = await self.store.run(lambda r: r.outbox.due(r.now, 1000))
        kinds = ("step", "deadline", "deadline_owner")
        return [
            {"kind": one.kind, **one.facts} for one in found if one.person_id == person and one.kind in kinds
        ]


def promise(what: str, until: str) -> Promise:
    return Promise(what=what, until=date.fromisoformat(until))
