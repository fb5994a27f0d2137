"""Says which letter must be posted when, from ``deadlines.toml`` and what happened, and nothing else.

It shares no code with the clocks that it judges (``deadlines``, ``deadline_count``, ``deadline_kept``): it
counts day by day, afterwards, with the whole history before it.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from itertools import groupby
from typing import NamedTuple

from mediation.deadlines.rules import Addressee, Clock, ClockTable, Unit, WarningRule, Whose
from mediation.model.procedure.matter import Matter
from mediation.simulation.calendar import (
    Standstill,
    months_later,
    nth_day,
    nth_worked_day,
    off_rest_days,
)
from mediation.simulation.history import CaseHistory, Change, Happened, History

OTHERS_OWN = (Addressee.LAWYER, Addressee.AUTHORITY)
"""They are written to by the owner."""


class Letter(NamedTuple):
    """``clock`` is the name that people read, ``due`` the last day as they are shown it."""

    case: str
    clock: str
    warning: str
    due: str
    person: int | None
    at: datetime


@dataclass(frozen=True)
class Course:
    """A deadline as it stands at one moment of its history."""

    clock: Clock
    started: date
    total: int
    """Days from the start to the end, those on which it stands still not counted."""
    still: tuple[Standstill, ...] = ()
    stopped: bool = False
    said: frozenset[str] = frozenset()

    def end(self) -> tuple[date, date] | None:
        """The last day as it is shown, and the last that it can be; ``None`` while it stands still."""
        if self.clock.unit is Unit.WORKING_DAYS:
            return nth_worked_day(self.started, self.clock.length)
        due = nth_day(self.started, self.total, self.still)
        if due is None or self.clock.basis is None:
            return None if due is None else (due, due)
        return off_rest_days(due)

    def day(self, rule: WarningRule) -> date | None:
        """On whose beginning this is to be said."""
        if rule.late is not None:
            ends = self.end()
            last = ends and ends[0 if self.clock.whose is Whose.DUTY else 1]
            return last and last + timedelta(days=rule.late)
        if self.clock.unit is Unit.WORKING_DAYS:
            return nth_worked_day(self.started, rule.day or 0)[0]
        count = rule.day if rule.day is not None else self.total - (rule.left or 0)
        return nth_day(self.started, count, self.still)


class Oracle:
    """``looks`` are the moments at which the scheduler was awake, in order; ``supervisors`` all there are."""

    def __init__(
        self, clocks: ClockTable, looks: Sequence[datetime], supervisors: Sequence[int], zone: tzinfo
    ) -> None:
        self._clocks = clocks
        self._looks = looks
        self._supervisors = supervisors
        self._zone = zone

    def letters(self, case: CaseHistory) -> Iterator[Letter]:
        """Every letter that has to be posted in this case."""
        ended: dict[int, Course] = {}
        for one in case.deadlines:
            course = ended[id(one.earlier)] if one.earlier else _course(self._clocks.named(one.kind), one)
            course, begin = replace(course, stopped=False), one.began
            for happened in (*one.happened, None):
                found = sorted(self._said(course, begin, happened), key=lambda two: two[:2])
                course = replace(course, said=course.said | {rule.key for _, _, rule in found})
                for look, those in groupby(found, key=lambda two: two[0]):
                    yield from self._posted(case, course, look, [rule for _, _, rule in those])
                if happened is not None:
                    course, begin = _changed(course, happened), happened.at
            ended[id(one)] = course

    def _said(
        self, course: Course, begin: datetime, then: Happened | None
    ) -> Iterator[tuple[datetime, datetime, WarningRule]]:
        """What is said until something happens to it: by which look, and on the beginning of which day."""
        for rule in () if course.stopped else course.clock.warning:
            day = course.day(rule)
            if rule.key in course.said or day is None:
                continue
            due = datetime.combine(day, time.min, self._zone).astimezone(UTC)
            place = bisect_left(self._looks, max(due, begin))
            if place < len(self._looks) and (then is None or self._looks[place] < then.at):
                yield self._looks[place], due, rule

    def _posted(
        self, case: CaseHistory, course: Course, look: datetime, rules: Sequence[WarningRule]
    ) -> Iterator[Letter]:
        """One letter for each person, which says the last that concerns them."""
        matter = next(matter for at, matter in reversed(case.matters) if at <= look)
        last = {
            person: rule.key for rule in rules for told in rule.told for person in self._who(matter, told)
        }
        shown = replace(course, still=tuple(one for one in course.still if one[1])).end()
        for person, key in last.items():
            yield Letter(case.number, course.clock.name.zh, key, str(shown and shown[0]), person, look)

    def _who(self, matter: Matter, told: Addressee) -> Sequence[int | None]:
        known = {
            Addressee.OWNER: matter.owner_id,
            Addressee.HANDLER: matter.handler_id,
            Addressee.SPONSOR: matter.sponsor_id,
        }.get(told)
        if known is not None:
            return [known]
        if told in OTHERS_OWN:
            return []
        return [one for one in self._supervisors if one not in matter.named] or [None]


def _course(clock: Clock, one: History) -> Course:
    if one.until is not None:
        end = one.until
    else:
        months = {Unit.MONTHS: clock.length, Unit.YEARS: 12 * clock.length}.get(clock.unit)
        end = months_later(one.started, months) if months else one.started + timedelta(days=clock.length)
    return Course(clock, one.started, (end - one.started).days)


def _changed(course: Course, happened: Happened) -> Course:
    match happened.change:
        case Change.STOPPED:
            return replace(course, stopped=True)
        case Change.PAUSED:
            return replace(course, still=(*course.still, (happened.day, None)))
        case Change.RESUMED:
            since, _ = course.still[-1]
            return replace(course, still=(*course.still[:-1], (since, happened.day)))
        case Change.LENGTHENED:
            return _lengthened(course, happened)


def _lengthened(course: Course, happened: Happened) -> Course:
    """What lies ahead of the day on which it was granted is said again, of the new end."""
    due = nth_day(course.started, course.total, course.still)
    more = (happened.until - due).days if happened.until and due else 0
    longer = replace(course, total=course.total + more)
    days = {rule.key: longer.day(rule) for rule in course.clock.warning}
    ahead = {key for key, day in days.items() if day is None or day > happened.day}
    return replace(longer, said=longer.said - ahead)
