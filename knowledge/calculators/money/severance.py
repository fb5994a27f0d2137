"""Severance pay: N, N+1 and 2N."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from knowledge.calculators.money.rounding import cents
from knowledge.calculators.rates import SeveranceRates
from knowledge.civil_calendar import Service, service

HALF = Decimal("0.5")


class Ending(StrEnum):
    """How the contract ends, as far as the money depends on it."""

    PLAIN = "n"
    WITHOUT_NOTICE = "n-plus-1"
    UNLAWFUL = "double"


@dataclass(frozen=True, slots=True)
class Severance:
    """`months` is N (steps of a half), `base` the wage per month of N, in yuan; money to the cent.

    `served` is the service that counts. `capped`: the wage was above three times the local average.
    `older`: some service before 2008 is left out here. `notice` is the +1.
    """

    served: Service
    months: Decimal
    base: Decimal
    capped: bool
    older: bool
    notice: Decimal
    total: Decimal


def severance(
    ending: Ending,
    first: date,
    last: date,
    wage: Decimal,
    rates: SeveranceRates,
    *,
    local_average: Decimal | None = None,
    last_wage: Decimal | None = None,
) -> Severance:
    """What 劳动合同法 46, 47, 40 and 87 come to.

    `first` and `last` are the first and the last day of work, both counted. `wage` is the average of the last
    twelve months, `local_average` last year's monthly average of the city; without it nothing is capped.
    `last_wage` is last month's, for the +1 (劳动合同法实施条例 20). Compensation counts service since 2008
    (劳动合同法 97); damages of 2N count all of it (劳动合同法实施条例 25).
    """
    counted_from = first if ending is Ending.UNLAWFUL else max(first, rates.since)
    served = service(counted_from, last) if counted_from <= last else Service(0, 0, 0)
    months = months_of(served, rates)
    base, capped = wage, False
    if local_average is not None and wage > local_average * rates.cap_times:
        base, capped = local_average * rates.cap_times, True
        months = min(months, Decimal(rates.cap_years))
    times = rates.unlawful_times if ending is Ending.UNLAWFUL else Decimal(1)
    notice = (last_wage or Decimal(0)) if ending is Ending.WITHOUT_NOTICE else Decimal(0)
    total = Fraction(months) * Fraction(base) * Fraction(times) + Fraction(notice)
    older = counted_from != first
    return Severance(served, months, base, capped, older, notice, cents(total))


def months_of(served: Service, rates: SeveranceRates) -> Decimal:
    """N: one for each whole year; of what is left, one from six months on, a half below (劳动合同法 47)."""
    if served.months >= rates.full_year_from_months:
        return Decimal(served.years + 1)
    return served.years + (HALF if served.months or served.days else Decimal(0))
