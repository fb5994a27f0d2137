"""Dates as the law counts them, with Chinese rest days; nothing here looks at a clock.

Counting follows 民法典 201 to 203: the first day does not count, a month ends on the corresponding day, and a
last day on which people rest moves to the next working day. Which days are worked comes from the package
``chinese_calendar``: it holds the yearly notices of the State Council, and so ends with the last notice.

Beyond that end nobody knows yet, and every count says so by giving two days. ``Counted.day`` is the earliest
that the true day can turn out to be: staff aim at it and owners are told it, so a duty is done and a right is
used in time whatever the notice says. ``Counted.latest`` is the last that it can be: only after it is a right
over. Between the two a late duty is worth an apology, and an owner's filing is taken.

* A last day stays where it is: a weekday may be worked, and a Sunday may be made a working day.
* Working days: weekends are rest and no holidays are assumed, which for a duty is early by itself. Only
  weekends that are worked for a holiday outside the span could bring the true day nearer still. No span
  since 2004 had more than ``SPARE_MAKE_UPS`` of them beyond its own holidays: so many are taken as worked.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from chinese_calendar.constants import holidays, workdays  # type: ignore[import-untyped]

KNOWN_FROM = date(min(holidays).year, 1, 1)
KNOWN_THROUGH = date(max(holidays).year, 12, 28)
"""The last day that is settled. What comes after 28 December waits for the next year's notice: it has moved
rest and work there several times since 2004, never before the 29th."""

SPARE_MAKE_UPS = 3
LONGEST_REST = timedelta(days=10)
"""The most days of rest in a row since 2004 (2020-01-24 to 2020-02-02)."""
MOST_LOST = timedelta(days=14)
"""What holidays can add to 60 working days; since 2004 it was at most 12."""
DAY = timedelta(days=1)


@dataclass(frozen=True)
class Counted:
    """The day that a count ends on: not before ``day`` and not after ``latest``."""

    day: date
    latest: date

    @property
    def certain(self) -> bool:
        """False where the count reached days that no notice has settled yet."""
        return self.day == self.latest


def is_working_day(day: date, known_through: date = KNOWN_THROUGH) -> bool | None:
    """Whether people work on that day, also to make up for a holiday; ``None`` if nobody knows yet."""
    if not KNOWN_FROM <= day <= min(known_through, KNOWN_THROUGH):
        return None
    return day in workdays or (day.weekday() < 5 and day not in holidays)


def add_days(start: date, count: int) -> date:
    """The last of ``count`` calendar days; the first day does not count (民法典 201)."""
    return start + timedelta(days=_not_negative(count))


def add_months(start: date, count: int) -> date:
    """The corresponding day, or the end of a month that has none (民法典 202)."""
    years, month = divmod(start.month - 1 + _not_negative(count), 12)
    year, month = start.year + years, month + 1
    return date(year, month, min(start.day, monthrange(year, month)[1]))


def add_years(start: date, count: int) -> date:
    """The corresponding day; 29 February ends on the 28th where there is no 29th (民法典 202)."""
    return add_months(start, 12 * count)


def add_working_days(start: date, count: int, known_through: date = KNOWN_THROUGH) -> Counted:
    """The last of ``count`` working days; the first day does not count."""
    earliest = _count_working(start, _not_negative(count), known_through, SPARE_MAKE_UPS)
    plain = _count_working(start, count, known_through, 0)
    if is_working_day(plain, known_through) is not None or not count:
        return Counted(plain, plain)
    return Counted(earliest, plain + MOST_LOST * (1 + (count - 1) // 60))


def roll(day: date, known_through: date = KNOWN_THROUGH) -> Counted:
    """A last day on which people rest moves to the next working day (民法典 203)."""
    while is_working_day(day, known_through) is False:
        day += DAY
    settled = is_working_day(day, known_through) is not None
    return Counted(day, day if settled else day + LONGEST_REST)


def business_day(moment: datetime, zone: tzinfo) -> date:
    """The date at that aware moment where the business is; raises ``ValueError`` for a naive one."""
    if moment.utcoffset() is None:
        raise ValueError("a moment needs a time zone")
    return moment.astimezone(zone).date()


def start_moment(day: date, zone: tzinfo) -> datetime:
    """When that business day begins, as aware UTC."""
    return datetime.combine(day, time.min, zone).astimezone(UTC)


def due_moment(day: date, zone: tzinfo) -> datetime:
    """When that business day is over, at 24:00 (民法典 203), as aware UTC."""
    return start_moment(day + DAY, zone)


def _count_working(start: date, count: int, known_through: date, spare: int) -> date:
    day = start
    while count:
        day += DAY
        works = is_working_day(day, known_through)
        if works is None:
            works = day.weekday() < 5
            if not works and spare:
                works, spare = True, spare - 1
        count -= works
    return day


def _not_negative(count: int) -> int:
    if count < 0:
        raise ValueError("deadlines are counted forward")
    return count
