"""The month of retirement; the examples follow the rule of the decision, the people are invented."""

import pytest

from knowledge.calculators.days.retirement import contribution, retirement
from knowledge.calculators.rates import load_rates
from knowledge.civil_calendar import Month

RATES = load_rates().retirement


@pytest.mark.parametrize(
    ("track", "born", "age", "month"),
    [
        ("man-60", (1965, 1), (60, 1), (2025, 2)),
        ("man-60", (1965, 4), (60, 1), (2025, 5)),
        ("man-60", (1965, 5), (60, 2), (2025, 7)),
        ("man-60", (1976, 8), (62, 11), (2039, 7)),
        ("man-60", (1976, 9), (63, 0), (2039, 9)),
        ("man-60", (1990, 12), (63, 0), (2053, 12)),
        ("woman-55", (1970, 1), (55, 1), (2025, 2)),
        ("woman-55", (1981, 8), (57, 11), (2039, 7)),
        ("woman-55", (1981, 9), (58, 0), (2039, 9)),
        ("woman-50", (1975, 1), (50, 1), (2025, 2)),
        ("woman-50", (1975, 3), (50, 2), (2025, 5)),
        ("woman-50", (1984, 10), (54, 11), (2039, 9)),
        ("woman-50", (1984, 11), (55, 0), (2039, 11)),
    ],
)
def test_the_age_moves_by_the_month_of_birth(
    track: str, born: tuple[int, int], age: tuple[int, int], month: tuple[int, int]
) -> None:
    found = retirement(track, Month(*born), RATES)
    assert ((found.years, found.months), found.month) == (age, month)


@pytest.mark.parametrize(
    ("track", "born"), [("man-60", (1964, 12)), ("woman-55", (1969, 12)), ("woman-50", (1974, 12))]
)
def test_whoever_reached_the_old_age_before_2025_keeps_it(track: str, born: tuple[int, int]) -> None:
    found = retirement(track, Month(*born), RATES)
    assert (found.month, found.months, found.earliest, found.latest) == ((2024, 12), 0, None, None)


def test_the_window_never_opens_before_the_old_age() -> None:
    found = retirement("man-60", Month(1970, 1), RATES)
    assert (found.month, found.earliest, found.latest) == ((2031, 5), (2030, 1), (2034, 5))
    latest_born = retirement("woman-50", Month(1990, 1), RATES)
    assert (latest_born.month, latest_born.earliest) == ((2045, 1), (2042, 1))


@pytest.mark.parametrize(
    ("year", "months"), [(2025, 180), (2029, 180), (2030, 186), (2035, 216), (2039, 240), (2050, 240)]
)
def test_contributions_grow_by_half_a_year_from_2030_to_twenty_years(year: int, months: int) -> None:
    assert contribution(year, RATES.contribution) == months
