"""The plain counting of the oracle comes to the same days as the one that it judges."""

from datetime import date, timedelta

import pytest

from mediation.deadlines.calendar import KNOWN_THROUGH, add_months, add_working_days, roll
from mediation.simulation.calendar import (
    is_worked,
    months_later,
    nth_day,
    nth_worked_day,
    off_rest_days,
)

FIRST = date(2025, 12, 20)
DAYS = [FIRST + timedelta(days=3 * one) for one in range(250)]
"""Over two Spring Festivals and beyond the last notice."""


@pytest.mark.parametrize("count", [1, 4, 5, 10, 60, 61])
def test_working_days_are_counted_alike(count: int) -> None:
    for day in DAYS:
        counted = add_working_days(day, count)
        assert nth_worked_day(day, count) == (counted.day, counted.latest), day


def test_last_days_move_off_rest_days_alike() -> None:
    for day in DAYS:
        moved = roll(day)
        assert off_rest_days(day) == (moved.day, moved.latest), day


def test_months_end_alike() -> None:
    assert all(months_later(day, count) == add_months(day, count) for day in DAYS for count in (1, 6, 12, 36))


def test_days_on_which_it_stands_still_do_not_count() -> None:
    hearing = (date(2026, 3, 24), date(2026, 3, 29))
    assert nth_day(date(2026, 3, 2), 30) == date(2026, 4, 1)
    assert nth_day(date(2026, 3, 2), 30, [hearing]) == date(2026, 4, 6)
    assert nth_day(date(2026, 3, 2), 20, [hearing]) == date(2026, 3, 22), "that was before it"


def test_while_it_stands_still_nobody_can_say_when() -> None:
    assert nth_day(date(2026, 3, 2), 30, [(date(2026, 3, 24), None)]) is None


def test_beyond_the_notices_nobody_knows_who_works() -> None:
    assert is_worked(KNOWN_THROUGH) is not None
    assert is_worked(KNOWN_THROUGH + timedelta(days=1)) is None
