"""What people do in a made-up year, as units of work: they file cases and take steps, or are refused."""

from collections.abc import Iterator, Mapping
from datetime import date, tzinfo
from random import Random
from typing import NamedTuple

from mediation.deadlines.acts import pause, resume
from mediation.deadlines.record import DeadlineRecord
from mediation.deadlines.rules import ClockTable, DeadlineRefused
from mediation.errors import Refused
from mediation.model.cases.case import CaseFields
from mediation.model.procedure.matter import Matter
from mediation.model.procedure.step_input import StepInput
from mediation.model.procedure.table import ProcedureTable, Step
from mediation.procedure.matters import open_matter, take_step
from mediation.simulation.history import Change, Moment
from mediation.simulation.lives import Life, Visits, roster
from storage.unit_of_work.records import SqlRecords

HEARING = 0.5
"""How often a visit begins or ends a hearing, where that makes a deadline stand still."""


class Done(NamedTuple):
    """One visit: the filing (``before`` is missing), a step, or nothing but refusals."""

    after: Matter
    before: Matter | None = None
    step: Step | None = None
    given: StepInput = StepInput()
    stood: tuple[tuple[str, Change], ...] = ()
    refused: int = 0


class People:
    """Everybody who does something; the same visit does the same however often it is run."""

    def __init__(self, table: ProcedureTable, clocks: ClockTable, seed: int, zone: tzinfo) -> None:
        self._table = table
        self._clocks = clocks
        self._seed = seed
        self._zone = zone
        self._visits = Visits(table, roster())

    def is_over(self, matter: Matter) -> bool:
        """True where nobody can do anything more."""
        return self._visits.is_over(matter)

    def all_visit(self, records: SqlRecords, visits: Mapping[Life, Matter | None], today: date) -> list[Done]:
        """One visit to each, with the matter as it was left, or ``None`` before it is filed."""
        moment = Moment(today, records.now)
        return [
            self._file(records, life, moment)
            if matter is None
            else self._visit(records, life, matter, moment)
            for life, matter in visits.items()
        ]

    def _file(self, records: SqlRecords, life: Life, moment: Moment) -> Done:
        case = CaseFields(
            number=life.number, owner_id=life.owner_id, alias="A22", state="submitted", category="WAGE",
            filed_at=moment.at,
        )  # fmt: skip
        records.cases.add(case)
        matter = open_matter(records, self._clocks, case, moment.day, self._zone)
        if life.fields:
            matter = matter.model_copy(update=dict(life.fields))
            records.matters.save(matter)
        return Done(matter)

    def _visit(self, records: SqlRecords, life: Life, before: Matter, moment: Moment) -> Done:
        chance, refused = Random(f"{self._seed} {life.number} {moment.day}"), 0  # noqa: S311
        held = chance.random() < HEARING
        stood = tuple(self._hold_hearing(records, life.number, moment.day)) if held else ()
        for step, taker, given in self._visits.attempts(life, before, chance, moment.day):
            try:
                with records.connection.begin_nested():  # a refusal takes nothing of the others with it
                    after = take_step(
                        records, self._table, self._clocks, life.number, step.do, taker, given,
                        moment.day, self._zone,
                    )  # fmt: skip
            except Refused:
                refused += 1
            else:
                return Done(after, before, step, given, stood, refused)
        return Done(before, before, stood=stood, refused=refused)

    def _hold_hearing(self, records: SqlRecords, number: str, today: date) -> Iterator[tuple[str, Change]]:
        """It begins, or is over: what it makes stand still does so, or goes on."""
        for row in records.deadlines.of_case(number):
            if row.stopped is None and self._clocks.named(row.kind).paused_by:
                try:
                    yield row.kind, self._stand(records, row, today)
                except DeadlineRefused:
                    continue

    def _stand(self, records: SqlRecords, row: DeadlineRecord, today: date) -> Change:
        deadline = row.read(self._clocks)
        still = deadline.open_pause is not None
        cause = deadline.clock.paused_by[0]
        changed = resume(deadline, today) if still else pause(deadline, today, cause)
        records.deadlines.save(row.holding(changed, self._zone))
        return Change.RESUMED if still else Change.PAUSED
