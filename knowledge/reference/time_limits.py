"""Time limits as data: what must be done, in which time, and in which article that stands."""

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Self

from pydantic import Field, model_validator

from knowledge.civil_calendar import last_day
from knowledge.datafile import Checked, read_checked, refuse_duplicates
from knowledge.fields import Key, Words

LIMITS_FILE = Path(__file__).with_name("time_limits.toml")


class Unit(StrEnum):
    """What `length` counts: calendar days, months or years."""

    DAYS = "days"
    MONTHS = "months"
    YEARS = "years"


class Limit(Checked):
    """One time limit. Fields are explained at the head of ``time_limits.toml``.

    `length` and `unit` are those of the article's main rule; further times (a shorter one for mistakes, an
    outer limit) are only in the sentences, and stand in the same article.
    """

    key: Key
    law: Words
    article: int = Field(ge=1)
    sub: int | None = Field(default=None, ge=1)
    length: int = Field(ge=1)
    unit: Unit
    zh: Words
    en: Words
    checked_on: date

    def last_day(self, since: date) -> date:
        """The last day of the limit that began with what happened on `since`.

        That day itself does not count; a limit of months or years ends on the same day of its last month,
        or on the last day of that month (民法典 201, 202). A last day that is a rest day moves on (203): not
        done here.
        """
        if self.unit is Unit.DAYS:
            return last_day(since, days=self.length)
        return last_day(since, months=self.length * (12 if self.unit is Unit.YEARS else 1))


class Limits(Checked):
    """All of them, in the order of the file; no key twice."""

    limits: tuple[Limit, ...] = Field(alias="limit", min_length=1)

    @model_validator(mode="after")
    def _keys_are_there_once(self) -> Self:
        refuse_duplicates(limit.key for limit in self.limits)
        return self

    @property
    def keys(self) -> frozenset[str]:
        """Every key that a card may name."""
        return frozenset(limit.key for limit in self.limits)

    def get(self, key: str) -> Limit | None:
        """The limit with this key."""
        return next((limit for limit in self.limits if limit.key == key), None)


def load_limits(path: Path = LIMITS_FILE) -> Limits:
    """The table; raises ``BadData`` with file, place and problem."""
    return read_checked(path, Limits)
