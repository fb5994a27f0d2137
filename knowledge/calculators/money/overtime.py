"""Pay for overtime."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from knowledge.calculators.money.rounding import cents
from knowledge.calculators.rates import OvertimeRates


@dataclass(frozen=True, slots=True)
class OvertimePay:
    """In yuan, to the cent. `total` is rounded from the exact sum, not from the rounded parts."""

    hourly: Decimal
    workdays: Decimal
    rest_days: Decimal
    holidays: Decimal
    total: Decimal


def overtime_pay(
    wage: Decimal, workdays: Decimal, rest_days: Decimal, holidays: Decimal, rates: OvertimeRates
) -> OvertimePay:
    """What 劳动法 44 makes the least, for a monthly wage in yuan and hours of three kinds.

    Hours on rest days are those without a day off in return. An hour's wage is the monthly wage / 21.75 / 8
    (人社部发〔2025〕2号). Pay for holidays comes on top of the month's wage.
    """
    hourly = Fraction(wage) / Fraction(rates.days_a_month) / Fraction(rates.hours_a_day)
    on_workdays = hourly * Fraction(workdays) * Fraction(rates.workday)
    on_rest_days = hourly * Fraction(rest_days) * Fraction(rates.rest_day)
    on_holidays = hourly * Fraction(holidays) * Fraction(rates.holiday)
    return OvertimePay(
        cents(hourly),
        cents(on_workdays),
        cents(on_rest_days),
        cents(on_holidays),
        total=cents(on_workdays + on_rest_days + on_holidays),
    )
