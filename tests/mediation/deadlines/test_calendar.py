"""Dates as the law counts them; rest days are those of the State Council's notices."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from chinese_calendar import is_workday
from chinese_calendar.constants import holidays, workdays
from hypothesis import given
from hypothesis import strategies as st

from mediation.deadlines.calendar import (
    KNOWN_FROM,
    KNOWN_THROUGH,
    Counted,
    add_days,
    add_months,
    add_working_days,
    add_years,
    business_day,
    due_moment,
    is_working_day,
    roll,
)

CHINA = ZoneInfo("Asia/Shanghai")
KNOWN_DAYS = st.dates(date(2005, 1, 1), date(2026, 6, 1))
UNKNOWN = date(KNOWN_THROUGH.year + 3, 6, 1)


def test_the_first_day_does_not_count() -> None:
    assert add_days(date(2026, 3, 1), 15) == date(2026, 3, 16)
    assert add_days(date(2026, 3, 1), 0) == date(2026, 3, 1)


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2028, 1, 31), 1, date(2028, 2, 29)),
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2026, 11, 30), 3, date(2027, 2, 28)),
        (date(2026, 12, 15), 1, date(2027, 1, 15)),
    ],
)
def test_a_month_ends_on_the_corresponding_day_or_the_end_of_the_month(
    start: date, months: int, end: date
) -> None:
    assert add_months(start, months) == end


def test_a_year_from_a_leap_day_ends_on_the_twenty_eighth() -> None:
    assert add_years(date(2024, 2, 29), 1) == date(2025, 2, 28)
    assert add_years(date(2024, 2, 29), 4) == date(2028, 2, 29)
    assert add_years(date(2023, 2, 28), 1) == date(2024, 2, 28)


def test_nothing_is_counted_backwards() -> None:
    for count in (add_days, add_months, add_years, add_working_days):
        with pytest.raises(ValueError, match="forward"):
            count(date(2026, 3, 1), -1)


def test_spring_festival_is_rest_and_the_saturdays_around_it_are_worked() -> None:
    assert is_working_day(date(2026, 2, 14)) is True, "a Saturday made up for"
    assert not any(is_working_day(date(2026, 2, day)) for day in range(15, 24))
    assert is_working_day(date(2026, 2, 24)) is True
    assert is_working_day(date(2026, 2, 28)) is True, "another one"


@given(KNOWN_DAYS)
def test_a_day_is_worked_as_the_notices_say(day: date) -> None:
    assert is_working_day(day) == is_workday(day)


def test_working_days_jump_over_spring_festival() -> None:
    assert add_working_days(date(2026, 2, 13), 5) == Counted(date(2026, 2, 27), date(2026, 2, 27))


def test_a_make_up_saturday_counts_as_a_working_day() -> None:
    assert add_working_days(date(2026, 5, 6), 3).day == date(2026, 5, 9)


def test_a_last_day_of_rest_moves_to_the_next_working_day() -> None:
    assert roll(date(2026, 2, 15)) == Counted(date(2026, 2, 24), date(2026, 2, 24))
    assert roll(date(2026, 5, 9)).day == date(2026, 5, 9), "a Saturday that is worked"
    assert roll(date(2026, 6, 19)).day == date(2026, 6, 22), "dragon boat on a Friday"


def test_nobody_knows_rest_days_before_their_notice() -> None:
    assert is_working_day(UNKNOWN) is None
    assert is_working_day(KNOWN_FROM - timedelta(days=1)) is None
    assert not roll(UNKNOWN).certain
    assert not add_working_days(UNKNOWN, 5).certain


def test_the_last_days_of_a_year_wait_for_the_next_notice() -> None:
    moved = [day for day in [*holidays, *workdays] if day.month == 12]
    assert moved and min(day.day for day in moved) == 29 == KNOWN_THROUGH.day + 1
    assert is_working_day(KNOWN_THROUGH) is not None
    assert is_working_day(KNOWN_THROUGH + timedelta(days=1)) is None


def test_a_last_day_that_is_not_settled_stays_so_that_nobody_misses_a_right() -> None:
    sunday = next(
        UNKNOWN + timedelta(days=n) for n in range(7) if (UNKNOWN + timedelta(days=n)).weekday() == 6
    )
    rolled = roll(sunday)
    assert rolled.day == sunday and rolled.latest == sunday + timedelta(days=10)


@given(KNOWN_DAYS, st.integers(0, 60))
def test_a_last_day_counted_before_the_notice_encloses_the_true_one(day: date, known_days: int) -> None:
    guess = roll(day, day + timedelta(days=known_days - 30))
    assert guess.day <= roll(day).day <= guess.latest


@given(KNOWN_DAYS, st.integers(1, 90), st.integers(-5, 60))
def test_working_days_counted_before_the_notice_enclose_the_true_day(
    start: date, count: int, known: int
) -> None:
    guess = add_working_days(start, count, start + timedelta(days=known))
    truth = add_working_days(start, count)
    assert truth.certain and guess.day <= truth.day <= guess.latest


def test_every_five_working_days_of_twenty_years_are_enclosed() -> None:
    day = date(2005, 1, 1)
    while day < date(2026, 6, 1):
        guess = add_working_days(day, 5, day)
        assert guess.day <= add_working_days(day, 5).day <= guess.latest, day
        day += timedelta(days=1)


@given(KNOWN_DAYS)
def test_a_rolled_day_is_worked_and_rolls_no_further(day: date) -> None:
    rolled = roll(day)
    assert rolled.certain and rolled.day >= day
    assert is_working_day(rolled.day) and roll(rolled.day) == rolled


@pytest.mark.parametrize("zone", [CHINA, ZoneInfo("Asia/Urumqi"), UTC])
def test_a_day_is_over_at_midnight_of_the_zone_that_is_passed_in(zone: ZoneInfo) -> None:
    end = due_moment(date(2026, 2, 28), zone)
    assert end.tzinfo is UTC and end.astimezone(zone).replace(tzinfo=None) == datetime(2026, 3, 1)
    assert business_day(end, zone) == date(2026, 3, 1)
    assert business_day(end - timedelta(microseconds=1), zone) == date(2026, 2, 28)


def test_china_closes_its_day_eight_hours_before_utc() -> None:
    assert due_moment(date(2026, 3, 31), CHINA) == datetime(2026, 3, 31, 16, tzinfo=UTC)


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        business_day(datetime(2026, 3, 1), CHINA)
