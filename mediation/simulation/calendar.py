"""Days counted one by one, slowly and plainly: the oracle must not lean on the counting that it judges.

Only what nobody can count is taken from ``mediation.deadlines.calendar``: through which day the notices go,
and how far a day beyond them can move.
"""

from calendar import monthrange
from collections.abc import Iterable
from datetime import date, timedelta

from chinese_calendar import is_workday  # type: ignore[import-untyped]

from mediation.deadlines.calendar import KNOWN_THROUGH, LONGEST_REST, MOST_LOST, SPARE_MAKE_UPS

DAY = timedelta(days=1)
Standstill = tuple[date, date | None]
"""The first day that does not count, and the first that counts again."""


def is_worked(day: date) -> bool | None:
    """Whether people work on that day; ``None`` where no notice has settled it."""
    return bool(is_workday(day)) if day <= KNOWN_THROUGH else None


def nth_day(start: date, count: int, still: Iterable[Standstill] = ()) -> date | None:
    """The day that is number ``count`` after ``start``, without the days on which it stood still."""
    day, still = start, list(still)
    if not still:
        return start + timedelta(days=count)
    while count:
        day += DAY
        stopped = [(since, to) for since, to in still if since <= day and (to is None or day < to)]
        if any(to is None for _, to in stopped):
            return None
        count -= not stopped
    return day


def nth_worked_day(start: date, count: int) -> tuple[date, date]:
    """The earliest and the latest day that can turn out to be working day ``count`` after ``start``."""
    settled, left = start, count
    while left and is_worked(settled + DAY) is not None:
        settled += DAY
        left -= bool(is_worked(settled))
    if not left:
        return settled, settled
    earliest = _weekdays(settled, left, SPARE_MAKE_UPS)
    return earliest, _weekdays(settled, left, 0) + MOST_LOST * -(-count // 60)


def off_rest_days(day: date) -> tuple[date, date]:
    """The earliest and the latest day that a last day can move to, because people rest on it (民法典 203)."""
    while is_worked(day) is False:
        day += DAY
    return day, day if is_worked(day) else day + LONGEST_REST


def months_later(day: date, count: int) -> date:
    """The same day of a later month, or the end of a month that has none (民法典 202)."""
    years, month = divmod(day.month - 1 + count, 12)
    last = monthrange(day.year + years, month + 1)[1]
    return date(day.year + years, month + 1, min(day.day, last))


def _weekdays(day: date, count: int, weekends: int) -> date:
    """So many of the weekends on the way are taken as worked."""
    while count:
        day += DAY
        if day.weekday() < 5:
            count -= 1
        elif weekends:
            weekends -= 1
            count -= 1
    return day
