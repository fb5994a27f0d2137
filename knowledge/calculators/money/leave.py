"""Paid annual leave: days, share of a year, pay for days not taken."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from math import floor

from knowledge.calculators.money.rounding import cents
from knowledge.calculators.rates import LeaveRates


def days_a_year(years: int, rates: LeaveRates) -> int:
    """5, 10 or 15 days by whole years of work with all employers; none below one (职工带薪年休假条例 3)."""
    return next((step.days for step in rates.steps if years >= step.years), 0)


def days_after_joining(joined: date, full: int, rates: LeaveRates) -> int:
    """The share of the year from that day on, that day counted; a part of a day is dropped (办法 5)."""
    left = (date(joined.year, 12, 31) - joined).days + 1
    return left * full // rates.days_of_year


def days_unpaid_at_leaving(last: date, full: int, taken: Decimal, rates: LeaveRates) -> int:
    """Days to be paid out: the share up to and with the last day, less those taken (办法 12).

    Taken too many: none is owed back. Part of a day is dropped. For somebody who was there since 1 January.
    """
    passed = (last - date(last.year, 1, 1)).days + 1
    return max(0, floor(Fraction(passed * full, rates.days_of_year) - Fraction(taken)))


def pay_for_days(
    wage: Decimal, days: Decimal, days_a_month: Decimal, rates: LeaveRates
) -> tuple[Decimal, Decimal, Decimal]:
    """A day's wage, what is owed on top of the normal wage, and both together; in yuan, to the cent.

    `wage` is the average of the last twelve months without overtime pay, `days_a_month` the 21.75 that a
    month has (办法 11). The 300 % hold the normal wage already (条例 5, 办法 10), so 200 % come on top.
    """
    daily = Fraction(wage) / Fraction(days_a_month)
    whole = daily * Fraction(days) * Fraction(rates.pay_times)
    normal = daily * Fraction(days) * Fraction(rates.normal_times)
    return cents(daily), cents(whole - normal), cents(whole)
