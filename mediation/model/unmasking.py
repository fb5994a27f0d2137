"""Unmaskings: who asked to see the name behind an alias, why, and what came of it; and their rules."""

from datetime import date, datetime
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Protocol, Self

from pydantic import BaseModel, Field, model_validator

from knowledge.datafile import Checked, read_checked

UNMASKING_FILE = Path(__file__).with_name("unmasking.toml")

TELEGRAM_DELETES_WITHIN_HOURS = 48


class Trait(StrEnum):
    """What may be shown of a person."""

    GIVEN = "given"
    NAME = "name"
    STAFF_NUMBER = "staff_number"
    UNIT = "unit"
    TELEGRAM = "telegram"


class Basis(Checked):
    """An article; ``passed`` names the version of the law."""

    law: str
    article: int
    passed: date


class Ground(Basis):
    """Why somebody may ask, and what is shown then."""

    key: str
    shows: tuple[Trait, ...]


class Withhold(Basis):
    """Why the owner may be told only ``days`` after the answer."""

    key: str
    days: int = Field(ge=1)


class AtOnce(Basis):
    """For whoever comes when a life is in danger."""

    why: tuple[str, ...]
    shows: tuple[Trait, ...]
    open_hours: int = Field(ge=1, lt=TELEGRAM_DELETES_WITHIN_HOURS)
    ask_again_hours: int = Field(ge=1)
    tell_after_hours: int = Field(ge=1)


class UnmaskingRules(Checked):
    """Fields are explained at the head of ``unmasking.toml``."""

    asked_first: str
    open_hours: int = Field(ge=1, lt=TELEGRAM_DELETES_WITHIN_HOURS)
    decide_within_days: int = Field(ge=1)
    remind_after_hours: int = Field(ge=1)
    supervisors_before_hours: int = Field(ge=1)
    asks_per_hour: int = Field(ge=1)
    sentence_limit: int = Field(ge=1)
    ground: tuple[Ground, ...]
    withhold: tuple[Withhold, ...]
    at_once: AtOnce

    @model_validator(mode="after")
    def _in_this_order(self) -> Self:
        if self.remind_after_hours + self.supervisors_before_hours >= 24 * self.decide_within_days:
            raise ValueError("supervisors_before_hours: the supervisors come after the reminder")
        return self

    def ground_of(self, key: str) -> Ground | None:
        """The ground with this key."""
        return next((one for one in self.ground if one.key == key), None)

    def withhold_of(self, key: str) -> Withhold | None:
        """The reason for silence with this key."""
        return next((one for one in self.withhold if one.key == key), None)


@cache
def unmasking_rules() -> UnmaskingRules:
    """Ours, read once; raises ``BadData``."""
    return read_checked(UNMASKING_FILE, UnmaskingRules)


class State(StrEnum):
    """Of one unmasking."""

    ASKED = "asked"
    GRANTED = "granted"
    REFUSED = "refused"
    LAPSED = "lapsed"
    OVER = "over"


LIVE = (State.ASKED, State.GRANTED)


class Review(StrEnum):
    """Of a look at once: whether the second person has answered."""

    NONE = ""
    WAITING = "waiting"
    CONFIRMED = "confirmed"
    OBJECTED = "objected"


class Unmasking(BaseModel):
    """For a case, or for a call of the crisis line. The name itself is never in it; times are aware UTC.

    ``ends_at``: an ask that nobody answered lapses, a granted one is over. ``tell_at``: when the owner is to
    be told, ``None`` when there is nothing to tell (any more). ``messages`` are those in the asker's private
    chat that show the name. ``remind_at``: when second persons are asked again, about an ask or
    a look at once.
    """

    id: int = 0
    case_number: str | None = None
    call_id: int | None = None
    asker_id: int
    ground: str
    sentence: str = ""
    state: str = State.ASKED
    asked_at: datetime
    ends_at: datetime
    decided_by: int | None = None
    decided_at: datetime | None = None
    review: str = Review.NONE
    remind_at: datetime | None = None
    withheld: str = ""
    looks: int = 0
    looked_at: datetime | None = None
    tell_at: datetime | None = None
    told_at: datetime | None = None
    messages: list[int] = []

    @property
    def next_at(self) -> datetime | None:
        """When the ticker has to look at it."""
        ends = self.ends_at if self.state in LIVE else None
        coming = [one for one in (ends, self.tell_at, self.remind_at) if one is not None]
        return min(coming, default=None)

    @property
    def subject(self) -> str:
        """What the audit calls it."""
        return self.case_number or f"crisis:{self.call_id}"


class Unmaskings(Protocol):
    """Unmaskings; there is no list of persons among them."""

    def add(self, one: Unmasking) -> Unmasking:
        """Keep a new one; returns it with its id."""

    def get(self, unmasking_id: int) -> Unmasking:
        """One of them, held until the end of the transaction (PostgreSQL); raises ``NotFound``."""

    def save(self, one: Unmasking) -> None:
        """Keep the changed one."""

    def of_case(self, number: str) -> list[Unmasking]:
        """All of a case, in order."""

    def of_call(self, call_id: int) -> list[Unmasking]:
        """All of a call, in order."""

    def granted(self) -> list[Unmasking]:
        """Those that may be used now; few at any time."""

    def live_of(self, asker_id: int) -> list[Unmasking]:
        """What somebody has asked for and is not over, in order; held until the end of the transaction."""

    def waiting(self) -> list[Unmasking]:
        """Those that wait for the word of a second person, in order; few at any time."""

    def due(self, now: datetime, limit: int) -> list[Unmasking]:
        """Those that have to be looked at by now, the longest waiting first."""

    def next_due(self) -> datetime | None:
        """When the next one has to be looked at."""
