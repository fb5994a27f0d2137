"""Money: overtime and severance, on invented numbers."""

from datetime import date
from decimal import Decimal as D

import pytest

from knowledge.calculators.money.overtime import overtime_pay
from knowledge.calculators.money.severance import Ending, severance
from knowledge.calculators.rates import load_rates

RATES = load_rates()


def test_overtime_counts_one_and_a_half_two_and_three_times() -> None:
    pay = overtime_pay(D(8700), D(10), D(16), D(8), RATES.overtime)
    assert pay.hourly == D("50.00")
    assert (pay.workdays, pay.rest_days, pay.holidays) == (D("750.00"), D("1600.00"), D("1200.00"))
    assert pay.total == D("3550.00")


def test_overtime_is_rounded_half_up_once_at_the_end() -> None:
    pay = overtime_pay(D(6000), D(1), D(1), D(1), RATES.overtime)
    assert pay.hourly == D("34.48")  # 34.4827…
    assert pay.total == D("224.14")  # 224.1379…; six and a half rounded hours would be 224.12
    half = overtime_pay(D("17.40") + D("0.87"), D(0), D("0.5"), D(0), RATES.overtime)
    assert half.total == D("0.11")  # exactly 0.105


@pytest.mark.parametrize(
    ("first", "last", "months"),
    [
        (date(2019, 3, 15), date(2024, 3, 14), "5"),
        (date(2019, 3, 15), date(2024, 3, 15), "5.5"),
        (date(2019, 3, 15), date(2024, 9, 13), "5.5"),
        (date(2019, 3, 15), date(2024, 9, 14), "6"),
        (date(2024, 3, 15), date(2024, 3, 15), "0.5"),
        (date(2019, 8, 31), date(2020, 2, 28), "1"),
        (date(2020, 2, 29), date(2021, 2, 27), "1"),
    ],
)
def test_six_months_make_a_year_and_less_makes_a_half(first: date, last: date, months: str) -> None:
    paid = severance(Ending.PLAIN, first, last, D(6000), RATES.severance)
    assert paid.months == D(months)
    assert paid.total == D(months) * 6000


def test_the_plus_one_is_last_months_wage() -> None:
    first, last = date(2020, 1, 1), date(2021, 12, 31)
    paid = severance(Ending.WITHOUT_NOTICE, first, last, D(6000), RATES.severance, last_wage=D(6200))
    assert (paid.months, paid.total) == (2, D("18200.00"))


def test_unlawful_dismissal_doubles_it_and_adds_no_month() -> None:
    first, last = date(2020, 1, 1), date(2021, 12, 31)
    paid = severance(Ending.UNLAWFUL, first, last, D(6000), RATES.severance, last_wage=D(6200))
    assert paid.total == D("24000.00")


def test_a_wage_over_three_times_the_average_is_capped_with_at_most_twelve_years() -> None:
    first, last = date(2009, 1, 1), date(2024, 12, 31)
    paid = severance(Ending.PLAIN, first, last, D(30001), RATES.severance, local_average=D(10000))
    assert (paid.base, paid.capped, paid.months, paid.total) == (30000, True, 12, D("360000.00"))


def test_a_wage_of_just_three_times_the_average_keeps_all_its_years() -> None:
    first, last = date(2009, 1, 1), date(2024, 12, 31)
    paid = severance(Ending.PLAIN, first, last, D(30000), RATES.severance, local_average=D(10000))
    assert (paid.base, paid.capped, paid.months) == (30000, False, 16)


def test_compensation_leaves_out_service_before_2008_and_says_so() -> None:
    first, last = date(2000, 5, 1), date(2009, 12, 31)
    paid = severance(Ending.PLAIN, first, last, D(5000), RATES.severance)
    assert (paid.months, paid.older) == (2, True)
    gone = severance(Ending.PLAIN, first, date(2007, 6, 30), D(5000), RATES.severance)
    assert (gone.total, gone.older) == (0, True)


def test_damages_count_all_the_service() -> None:
    paid = severance(Ending.UNLAWFUL, date(2000, 5, 1), date(2009, 12, 31), D(5000), RATES.severance)
    assert (paid.months, paid.older, paid.total) == (10, False, D("100000.00"))
