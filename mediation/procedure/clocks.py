"""What a step of the formal procedure does to the deadlines of its case (head of ``procedure.toml``)."""

from dataclasses import replace
from datetime import date, tzinfo

from mediation.deadlines.acts import extend, start, stop
from mediation.deadlines.deadline import Deadline
from mediation.deadlines.record import DeadlineRecord, record_of
from mediation.deadlines.rules import Addressee, ClockTable, Unit, Viewer
from mediation.model.procedure.matter import Matter, Promise
from mediation.model.procedure.step_input import StepInput
from mediation.model.records import Deadlines
from mediation.procedure.step import Taken

WATCHES = frozenset({"open_long", "retaliation_watch"})
"""They remind somebody to look; their day is nobody's last day, so it is not shown as one."""


class CaseClocks:
    """The deadlines of one case on one day; every change is stored at once.

    Raises ``DeadlineRefused("unknown_clock", kind=…)`` when one of a kind runs that the table does not have.
    """

    def __init__(
        self, kept_in: Deadlines, clocks: ClockTable, number: str, today: date, zone: tzinfo
    ) -> None:
        self._kept_in = kept_in
        self._clocks = clocks
        self._number = number
        self._today = today
        self._zone = zone
        self._rows = kept_in.of_case(number)
        self._changed: list[Deadline] = []

    @property
    def running(self) -> list[Deadline]:
        """What runs, in the order in which it was started."""
        return [row.read(self._clocks) for row in self._rows if row.stopped is None]

    def follow(self, before: Matter, taken: Taken, given: StepInput) -> None:
        """Stop, start, start again and lengthen what the step says; ``before`` is the matter before it."""
        for kind in taken.stop:
            for row in self._running(kind):
                self._save(row, stop(row.read(self._clocks), self._today))
        for kind in taken.start:
            promised = taken.matter.promises[len(before.promises) :]
            self._start(kind, taken.matter, [one.until for one in promised], given.until)
        for kind in taken.again:
            self._again(kind)
        if "lengthen" in taken.step.effects and given.until is not None:
            self._lengthen(given.until, given.reason)
        if "tick_promise" in taken.step.effects and given.promise is not None:
            self._done(before.promises[given.promise])

    def day_shown(self, viewer: Viewer) -> date | None:
        """The last day to tell: of what this step has set, or else of what runs; only what they may see."""
        for some in (self._changed, self.running):
            seen = [one for one in some if viewer in one.clock.visible_to and one.kind not in WATCHES]
            if seen:
                return min(one.rolled for one in seen)
        return None

    def _running(self, kind: str) -> list[DeadlineRecord]:
        return [row for row in self._rows if row.kind == kind and row.stopped is None]

    def _start(self, kind: str, matter: Matter, promised: list[date], until: date | None) -> None:
        clock = self._clocks.named(kind)
        if clock.unit is Unit.AGREED:
            for day in promised if kind == "promise" else [until]:
                self._add(start(clock, self._number, self._today, day))
            return
        first = {"accepted": matter.accepted_on, "received": matter.received_on}.get(clock.counted_from)
        self._add(start(clock, self._number, first or self._today))

    def _again(self, kind: str) -> None:
        earlier = [row for row in self._rows if row.kind == kind]
        if not earlier:
            self._add(start(self._clocks.named(kind), self._number, self._today))
            return
        # from its first day, and what was said of it is not said again
        self._add(replace(earlier[-1].read(self._clocks), stopped=None))

    def _lengthen(self, until: date, reason: str) -> None:
        for row in self._running("handle"):
            deadline = row.read(self._clocks)
            more = (until - deadline.due).days
            longer = extend(deadline, self._today, more, reason, Addressee.UNIT_HEAD)
            self._save(row, longer)
            self._changed.append(longer)

    def _done(self, promise: Promise) -> None:
        # two promises for the same day have the same deadline twice: either of them will do
        for row in self._running("promise"):
            if row.due == promise.until:
                self._save(row, stop(row.read(self._clocks), self._today))
                return

    def _add(self, deadline: Deadline) -> None:
        self._kept_in.add(record_of(deadline, self._zone))
        self._rows = self._kept_in.of_case(self._number)
        self._changed.append(deadline)

    def _save(self, row: DeadlineRecord, deadline: Deadline) -> None:
        self._kept_in.save(row.holding(deadline, self._zone))
        self._rows = self._kept_in.of_case(self._number)
