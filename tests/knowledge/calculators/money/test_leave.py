"""Annual leave, on invented numbers."""

from datetime import date
from decimal import Decimal as D

import pytest

from knowledge.calculators.money.leave import (
    days_a_year,
    days_after_joining,
    days_unpaid_at_leaving,
    pay_for_days,
)
from knowledge.calculators.rates import load_rates

RATES = load_rates().leave


@pytest.mark.parametrize(("years", "days"), [(0, 0), (1, 5), (9, 5), (10, 10), (19, 10), (20, 15), (41, 15)])
def test_days_go_by_full_years_of_work(years: int, days: int) -> None:
    assert days_a_year(years, RATES) == days


@pytest.mark.parametrize(
    ("joined", "full", "days"),
    [
        (date(2026, 1, 1), 5, 5),
        (date(2026, 1, 2), 5, 4),  # 364 ÷ 365 × 5 = 4.98
        (date(2026, 7, 1), 10, 5),  # 184 ÷ 365 × 10 = 5.04
        (date(2026, 7, 3), 10, 4),  # 182 ÷ 365 × 10 = 4.98
        (date(2026, 12, 31), 15, 0),
        (date(2024, 1, 1), 15, 15),  # a leap year: 366 ÷ 365 × 15 = 15.04
    ],
)
def test_whoever_joins_has_a_share_without_parts_of_days(joined: date, full: int, days: int) -> None:
    assert days_after_joining(joined, full, RATES) == days


@pytest.mark.parametrize(
    ("last", "full", "taken", "days"),
    [
        (date(2026, 9, 30), 10, "0", 7),  # 273 ÷ 365 × 10 = 7.47
        (date(2026, 9, 30), 10, "3", 4),
        (date(2026, 9, 30), 10, "2.5", 4),  # 4.97
        (date(2026, 9, 30), 10, "9", 0),
        (date(2026, 12, 31), 15, "15", 0),
    ],
)
def test_whoever_leaves_is_paid_the_share_not_taken_and_owes_nothing_back(
    last: date, full: int, taken: str, days: int
) -> None:
    assert days_unpaid_at_leaving(last, full, D(taken), RATES) == days


def test_a_day_not_taken_brings_two_more_daily_wages() -> None:
    daily, extra, whole = pay_for_days(D(8700), D(5), D("21.75"), RATES)
    assert (daily, extra, whole) == (D("400.00"), D("4000.00"), D("6000.00"))
