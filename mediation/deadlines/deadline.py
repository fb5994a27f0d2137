"""A running deadline as an immutable value, and the days that follow from it; the acts are in ``deadlines``.

Three dates, for three uses. ``due`` is counted without moving it off a rest day: the target of staff, and
what the days left are counted to. ``rolled`` is what people are shown (民法典 203). ``latest`` is later than
``rolled`` only where the holidays are not settled yet (see ``mediation.deadlines.calendar``): no right is
over before it.
"""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from mediation.deadlines.calendar import DAY, add_days, add_months, add_working_days, add_years, roll
from mediation.deadlines.rules import Addressee, Clock, Unit, WarningRule, Whose

Pause = tuple[date, date | None]
"""The first day that does not count, and the first that counts again; ``None`` while it lasts."""


@dataclass(frozen=True)
class Extended:
    """The one extension: when, by how much (in the clock's unit), why, and who approved it."""

    on: date
    by: int
    reason: str
    approved_by: Addressee


@dataclass(frozen=True)
class Deadline:
    """A clock that was started for a case; dates are business dates. See the head of this file."""

    clock: Clock
    case: str
    started: date
    due: date
    rolled: date
    latest: date
    paused: tuple[Pause, ...] = ()
    extended: Extended | None = None
    stopped: date | None = None
    warned: frozenset[str] = frozenset()

    @property
    def kind(self) -> str:
        """The kind of its clock."""
        return self.clock.kind

    @property
    def certain(self) -> bool:
        """False while the notice of holidays that settles its last day has not come."""
        return self.rolled == self.latest

    @property
    def open_pause(self) -> date | None:
        """Since when it stands still, or ``None``."""
        return self.paused[-1][0] if self.paused and self.paused[-1][1] is None else None

    @property
    def last_day(self) -> date:
        """After it a duty is breached, and a right is over."""
        return self.rolled if self.clock.whose is Whose.DUTY else self.latest


def day_of(deadline: Deadline, rule: WarningRule) -> date | None:
    """The day on whose beginning a warning is given; ``None`` while a pause stands before it."""
    if rule.late is not None:
        return None if deadline.open_pause else deadline.last_day + timedelta(days=rule.late)
    if rule.day is not None:
        in_days = Unit.WORKING_DAYS if deadline.clock.unit is Unit.WORKING_DAYS else Unit.DAYS
        return _past_pauses(deadline, counted_on(in_days, deadline.started, rule.day))
    moved = sum((pause_length(deadline, one) for one in deadline.paused), timedelta())
    return _past_pauses(deadline, deadline.due - moved - timedelta(days=rule.left or 0))


def _past_pauses(deadline: Deadline, day: date) -> date | None:
    for since, to in deadline.paused:
        if day < since:
            break
        if to is None:
            return None
        day += pause_length(deadline, (since, to))
    return day


def pause_length(deadline: Deadline, one: Pause) -> timedelta:
    """How many days a pause took out; the first day of the deadline would not have counted anyway."""
    since, to = one
    return timedelta() if to is None else max(to - max(since, deadline.started + DAY), timedelta())


def counted_on(unit: Unit, day: date, count: int) -> date:
    """So many of the unit after ``day``; of working days the earliest that it can turn out to be."""
    if unit is Unit.WORKING_DAYS:
        return add_working_days(day, count).day
    return {Unit.MONTHS: add_months, Unit.YEARS: add_years}.get(unit, add_days)(day, count)


def dated(deadline: Deadline, due: date) -> Deadline:
    """With the three dates. Only a period of the law moves off a rest day: a promise is a promise."""
    clock = deadline.clock
    if clock.unit is Unit.WORKING_DAYS:
        more = deadline.extended.by if deadline.extended else 0
        counted = add_working_days(deadline.started, clock.length + more)
        return replace(deadline, due=counted.day, rolled=counted.day, latest=counted.latest)
    if clock.internal:
        return replace(deadline, due=due, rolled=due, latest=due)
    rolled = roll(due)
    return replace(deadline, due=due, rolled=rolled.day, latest=rolled.latest)
