"""Days and months as the Civil Code counts them (民法典 200 to 203), and months as a value."""

from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple

SATURDAY = 5
"""As `date.weekday` numbers it."""


class Month(NamedTuple):
    """A month of the calendar; compares by time."""

    year: int
    month: int

    def plus(self, months: int) -> "Month":
        """That many months later, or earlier."""
        years, month = divmod(self.month - 1 + months, 12)
        return Month(self.year + years, month + 1)

    def since(self, earlier: "Month") -> int:
        """Months from `earlier` to this one."""
        return (self.year - earlier.year) * 12 + self.month - earlier.month

    def __str__(self) -> str:
        """2025-02."""
        return f"{self.year}-{self.month:02}"


class Service(NamedTuple):
    """Time of service: whole years, whole months beyond them, days beyond those."""

    years: int
    months: int
    days: int


def add_months(day: date, months: int) -> date:
    """The corresponding day so many months later; where there is none, the month's last day (民法典 202)."""
    year, month = Month(day.year, day.month).plus(months)
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def last_day(happened: date, *, days: int = 0, months: int = 0) -> date:
    """The last day of a period: its first day is not counted (民法典 201, 202); it may be on a weekend."""
    return add_months(happened, months) + timedelta(days=days)


def moved_off_weekend(day: date) -> date:
    """The day itself, or the Monday after a weekend day (民法典 203); public holidays are not known here."""
    over = day.weekday() - SATURDAY
    return day + timedelta(days=2 - over) if over >= 0 else day


def service(first: date, last: date) -> Service:
    """From the first to the last day of work, both counted: whole months first, then days."""
    end = last + timedelta(days=1)
    months = Month(end.year, end.month).since(Month(first.year, first.month))
    if add_months(first, months) > end:
        months -= 1
    years, beyond = divmod(months, 12)
    return Service(years, beyond, (end - add_months(first, months)).days)
