"""When somebody retires, under the decision of 2024-09-13 that is in force since 2025-01-01."""

from dataclasses import dataclass

from knowledge.calculators.rates import ContributionRates, RetirementRates
from knowledge.civil_calendar import Month


@dataclass(frozen=True, slots=True)
class Retirement:
    """`years` and `months` are the age, `month` is when it is reached.

    `earliest` and `latest` are the flexible window; None for those who reached the old age before 2025.
    `contribution` is in months, for somebody who retires in that month.
    """

    years: int
    months: int
    month: Month
    earliest: Month | None
    latest: Month | None
    contribution: int


def retirement(track: str, born: Month, rates: RetirementRates) -> Retirement:
    """Age and month for one of the tracks ``man-60``, ``woman-55``, ``woman-50``.

    One month later for every four (two for ``woman-50``) months of birth, up to 63, 58 and 55
    (全国人民代表大会常务委员会关于实施渐进式延迟法定退休年龄的决定). Up to three years earlier, but not
    before the old age, and up to three years later by agreement (实施弹性退休制度暂行办法).
    Raises KeyError for other tracks.
    """
    kind = rates.tracks[track]
    old = born.plus(kind.old_age * 12)
    behind = old.since(rates.since)
    if behind < 0:
        return Retirement(kind.old_age, 0, old, None, None, contribution(old.year, rates.contribution))
    later = min(behind // kind.step + 1, kind.most_months)
    month = old.plus(later)
    years, months = divmod(kind.old_age * 12 + later, 12)
    return Retirement(
        years,
        months,
        month,
        earliest=max(old, month.plus(-rates.early_months)),
        latest=month.plus(rates.late_months),
        contribution=contribution(month.year, rates.contribution),
    )


def contribution(year: int, rates: ContributionRates) -> int:
    """Least months of contribution: 180 until 2029, six more each year from 2030, 240 from 2039 on."""
    more = max(0, year - rates.grows_from + 1) * rates.months_a_year
    return min(rates.least_months + more, rates.most_months)
