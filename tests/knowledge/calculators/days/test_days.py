"""Time limits after an injury, and how days are counted."""

from datetime import date

import pytest

from knowledge.calculators.days.injury import employee_limit, employer_limit, second_appraisal_limit
from knowledge.calculators.rates import load_rates
from knowledge.civil_calendar import Month, add_months, moved_off_weekend, service

RATES = load_rates().injury
TODAY = date(2026, 3, 20)


def test_the_employer_has_thirty_days_counted_from_the_next_day() -> None:
    found = employer_limit(date(2026, 3, 10), TODAY, RATES)
    assert (found.plain, found.last, found.left) == (date(2026, 4, 9), date(2026, 4, 9), 20)


def test_the_person_has_until_the_same_day_a_year_later() -> None:
    assert employee_limit(date(2026, 3, 10), TODAY, RATES).last == date(2027, 3, 10)
    assert employee_limit(date(2024, 2, 29), TODAY, RATES).last == date(2025, 2, 28)


def test_a_second_appraisal_can_be_asked_for_within_fifteen_days() -> None:
    assert second_appraisal_limit(date(2026, 3, 10), TODAY, RATES).last == date(2026, 3, 25)


def test_a_last_day_on_a_weekend_rolls_to_monday() -> None:
    found = employer_limit(date(2026, 3, 12), TODAY, RATES)
    assert (found.plain, found.last) == (date(2026, 4, 11), date(2026, 4, 13))
    assert moved_off_weekend(date(2026, 4, 12)) == date(2026, 4, 13)


@pytest.mark.parametrize(
    ("today", "left", "over"),
    [(date(2026, 4, 9), 0, False), (date(2026, 4, 8), 1, False), (date(2026, 4, 10), -1, True)],
)
def test_the_last_day_still_counts_and_the_next_does_not(today: date, left: int, over: bool) -> None:
    found = employer_limit(date(2026, 3, 10), today, RATES)
    assert (found.left, found.over) == (left, over)


def test_service_counts_both_the_first_and_the_last_day() -> None:
    assert service(date(2020, 1, 1), date(2020, 1, 1)) == (0, 0, 1)
    assert service(date(2020, 1, 1), date(2020, 12, 31)) == (1, 0, 0)
    assert service(date(2020, 1, 31), date(2020, 3, 1)) == (0, 1, 2)


def test_a_month_without_that_day_ends_on_its_last_day() -> None:
    assert add_months(date(2026, 1, 31), 1) == date(2026, 2, 28)
    assert add_months(date(2026, 1, 31), -2) == date(2025, 11, 30)
    assert Month(2026, 1).plus(-1) == (2025, 12) and Month(2026, 1).since(Month(2024, 11)) == 14
