"""The statutory rates of the calculators, read from ``rates.toml``."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Annotated

from pydantic import BeforeValidator

from knowledge.civil_calendar import Month
from knowledge.datafile import Checked, read_checked

RATES_FILE = Path(__file__).with_name("rates.toml")


def _month(written: object) -> object:
    parts = str(written).split("-")
    return Month(int(parts[0]), int(parts[1])) if len(parts) == 2 else written


WrittenMonth = Annotated[Month, BeforeValidator(_month)]
"""2025-01 in the file."""


class OvertimeRates(Checked):
    """Shares of the wage, and what a month and a day consist of."""

    workday: Decimal
    rest_day: Decimal
    holiday: Decimal
    days_a_month: Decimal
    hours_a_day: Decimal


class SeveranceRates(Checked):
    """How service is rounded, where wage and years are capped, since when."""

    full_year_from_months: int
    cap_times: Decimal
    cap_years: int
    unlawful_times: Decimal
    since: date


class LeaveStep(Checked):
    """From this many years on, this many days."""

    years: int
    days: int


class LeaveRates(Checked):
    """Days by years of work, highest step first, and the pay for days not taken."""

    steps: tuple[LeaveStep, ...]
    days_of_year: int
    pay_times: Decimal
    normal_times: Decimal


class InjuryRates(Checked):
    """The three time limits."""

    employer_days: int
    self_months: int
    again_days: int


class Track(Checked):
    """One kind of worker: the age before 2025, and how it moves."""

    old_age: int
    step: int
    most_months: int


class ContributionRates(Checked):
    """The least months of contribution, and how they grow."""

    least_months: int
    grows_from: int
    months_a_year: int
    most_months: int


class RetirementRates(Checked):
    """Since when the ages move, the three tracks, the window around the age."""

    since: WrittenMonth
    early_months: int
    late_months: int
    tracks: dict[str, Track]
    contribution: ContributionRates


class Rates(Checked):
    """All of them."""

    overtime: OvertimeRates
    severance: SeveranceRates
    leave: LeaveRates
    injury: InjuryRates
    retirement: RetirementRates
    documents: dict[str, str]


def load_rates(path: Path = RATES_FILE) -> Rates:
    """The numbers; raises ``BadData`` with file, place and problem."""
    return read_checked(path, Rates)
