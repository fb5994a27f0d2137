"""Time limits after an injury at work."""

from dataclasses import dataclass
from datetime import date

from knowledge.calculators.rates import InjuryRates
from knowledge.civil_calendar import last_day, rolled


@dataclass(frozen=True, slots=True)
class Limit:
    """A time limit: the plain last day, the same rolled over a weekend, and the days left until that.

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
    """As it stands on `today`; the last day rolls over a weekend (民法典 203), not over public holidays."""
    last = rolled(plain)
    return Limit(plain, last, (last - today).days)


def employer_applies(happened: date, today: date, rates: InjuryRates) -> Limit:
    """30 days for the employer, from accident or diagnosis (工伤保险条例 17)."""
    return limit(last_day(happened, days=rates.employer_days), today)


def person_applies(happened: date, today: date, rates: InjuryRates) -> Limit:
    """One year for the person, the family and the union (工伤保险条例 17)."""
    return limit(last_day(happened, months=rates.self_months), today)


def asks_again(received: date, today: date, rates: InjuryRates) -> Limit:
    """15 days for a second appraisal, from the day the first one arrived (工伤保险条例 26)."""
    return limit(last_day(received, days=rates.again_days), today)
