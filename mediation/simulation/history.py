"""What happened to the deadlines of a case, noted as the steps say it (head of ``procedure.toml``).

Kept apart from the rows of the store, which are what is judged.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple

from mediation.deadlines.rules import ClockTable, Unit
from mediation.model.procedure.matter import Matter
from mediation.model.procedure.step_input import StepInput
from mediation.model.procedure.table import Step
from mediation.procedure.matters import FIRST_CLOCKS


class Change(StrEnum):
    """What can happen to a running deadline."""

    LENGTHENED = "lengthened"
    PAUSED = "paused"
    RESUMED = "resumed"
    STOPPED = "stopped"


class Happened(NamedTuple):
    """At this moment, counting from that day; ``until`` is the new end where there is one."""

    at: datetime
    change: Change
    day: date
    until: date | None = None


class Moment(NamedTuple):
    """A business day and the aware moment on it."""

    day: date
    at: datetime


@dataclass
class History:
    """One deadline: ``began`` is when it was started, ``started`` the day that it counts from.

    ``until`` is the day of an agreed one. ``earlier`` is the one that it goes on with: what was said of that
    is not said again.
    """

    kind: str
    started: date
    began: datetime
    until: date | None = None
    earlier: "History | None" = None
    happened: list[Happened] = field(default_factory=list)

    @property
    def runs(self) -> bool:
        """False once it is stopped."""
        return self.stopped is None

    @property
    def stopped(self) -> date | None:
        """The day on which it was stopped."""
        return next((one.day for one in self.happened if one.change is Change.STOPPED), None)


@dataclass
class CaseHistory:
    """The deadlines of one case, and the matter as it was from each moment on (for who is told)."""

    number: str
    deadlines: list[History] = field(default_factory=list)
    matters: list[tuple[datetime, Matter]] = field(default_factory=list)

    def filed(self, matter: Matter, moment: Moment) -> None:
        """It was registered with its first clocks."""
        self.matters.append((moment.at, matter))
        self.deadlines += [History(kind, moment.day, moment.at) for kind in FIRST_CLOCKS]

    def followed(
        self, step: Step, before: Matter, after: Matter, given: StepInput, clocks: ClockTable, moment: Moment
    ) -> None:
        """A step was taken."""
        self.matters.append((moment.at, after))
        for kind in step.stop:
            self._each(kind, Change.STOPPED, moment)
        promised = [one.until for one in after.promises[len(before.promises) :]]
        for kind in step.start:
            named = promised if kind == "promise" else [given.until]
            self._start(kind, after, [one for one in named if one is not None], clocks, moment)
        for kind in step.again:
            earlier = [one for one in self.deadlines if one.kind == kind]
            if earlier:
                last = earlier[-1]
                self.deadlines.append(History(kind, last.started, moment.at, last.until, last))
            else:
                self.deadlines.append(History(kind, moment.day, moment.at))
        if "lengthen" in step.effects:
            self._each("handle", Change.LENGTHENED, moment, given.until)
        if "tick_promise" in step.effects and given.promise is not None:
            kept = before.promises[given.promise].until
            one = next(one for one in self.running("promise") if one.until == kept)
            one.happened.append(Happened(moment.at, Change.STOPPED, moment.day))

    def stood(self, kind: str, change: Change, moment: Moment) -> None:
        """Deadlines of that kind stand still, or go on."""
        self._each(kind, change, moment)

    def running(self, kind: str) -> Iterator[History]:
        """What runs of that kind, in the order of its start."""
        return (one for one in self.deadlines if one.kind == kind and one.runs)

    def rows(self) -> Iterator[tuple[str, str, date, date | None]]:
        """Case, kind, start and stop of every deadline, as the store should have them."""
        return ((self.number, one.kind, one.started, one.stopped) for one in self.deadlines)

    def _start(
        self, kind: str, matter: Matter, named: Iterable[date], clocks: ClockTable, moment: Moment
    ) -> None:
        if clocks.named(kind).unit is Unit.AGREED:
            self.deadlines += [History(kind, moment.day, moment.at, until) for until in named]
            return
        counted = {"accepted": matter.accepted_on, "received": matter.received_on}
        first = counted.get(clocks.named(kind).counted_from) or moment.day
        self.deadlines.append(History(kind, first, moment.at))

    def _each(self, kind: str, change: Change, moment: Moment, until: date | None = None) -> None:
        for one in list(self.running(kind)):
            one.happened.append(Happened(moment.at, change, moment.day, until))
