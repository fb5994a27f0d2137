"""Time limits after an injury at work."""

from dataclasses import dataclass
from datetime import date

from knowledge.calculators.rates import InjuryRates
from knowledge.civil_calendar import last_day, moved_off_weekend


@dataclass(frozen=True, slots=True)
class Limit:
    """A time limit: the last day as counted (`plain`), the same moved off a weekend (`last`), the days left.

    `left` is 0 on the last day itself and negative afterwards.
    """

    plain: date
    last: date
    left: int

    @property
    def over(self) -> bool:
        """The last day has passed."""
        return self.left < 0


def limit(plain: date, today: date) -> Limit:
    """The limit on `today`; its last day moves off a weekend (民法典 203), not off public holidays."""
    last = moved_off_weekend(plain)
    return Limit(plain, last, (last - today).days)


def employer_limit(happened: date, today: date, rates: InjuryRates) -> Limit:
    """The employer's application: 30 days from accident or diagnosis (工伤保险条例 17)."""
    return limit(last_day(happened, days=rates.employer_days), today)


def employee_limit(happened: date, today: date, rates: InjuryRates) -> Limit:
    """The application of employee, family or union: one year from accident or diagnosis (工伤保险条例 17)."""
    return limit(last_day(happened, months=rates.self_months), today)


def second_appraisal_limit(received: date, today: date, rates: InjuryRates) -> Limit:
    """The request for a second appraisal: 15 days from the day the first one arrived (工伤保险条例 26)."""
    return limit(last_day(received, days=rates.again_days), today)
