"""How long what is kept, read from ``retention.toml``; and the hold that keeps a case from being deleted."""

from datetime import datetime
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import NamedTuple, Protocol, Self

from pydantic import BaseModel, Field, model_validator

from knowledge.datafile import CheckedByName, read_checked, refuse_duplicates
from knowledge.fields import Bilingual
from mediation.model.cases.content import Place

RETENTION_FILE = Path(__file__).with_name("retention.toml")


class What(StrEnum):
    """The classes that the program can delete; each has its line in the file."""

    DRAFTS = "drafts"
    ATTEMPTS = "attempts"
    INBOX = "inbox"
    OUTBOX = "outbox"
    DIALOGS = "dialogs"
    RECIPIENTS = "recipients"
    WITHDRAWN = "withdrawn"
    CLOSED = "closed"
    COMPLAINTS = "complaints"
    CARE = "care"
    CALLS = "calls"


CASES = frozenset({What.WITHDRAWN, What.CLOSED})


class Kept(CheckedByName):
    """One class. Fields are explained at the head of the file."""

    key: What
    days: int = Field(ge=1, le=36_500)
    what: Bilingual
    since: Bilingual = Field(alias="from")
    basis: Bilingual


class Retention(CheckedByName):
    """All classes, each once."""

    kept: tuple[Kept, ...] = Field(alias="class")

    @model_validator(mode="after")
    def _each_once(self) -> Self:
        refuse_duplicates(one.key for one in self.kept)
        if missing := sorted(set(What) - {one.key for one in self.kept}):
            raise ValueError(f"without a line: {', '.join(missing)}")
        return self


@cache
def retention() -> Retention:
    """Ours, read once; raises ``BadData``."""
    return read_checked(RETENTION_FILE, Retention)


class Hold(BaseModel):
    """While it is not released, nobody deletes the case: not its owner, not the days that have passed."""

    case_number: str
    reason: str
    since: datetime
    released_at: datetime | None = None
    release_reason: str = ""


class Ended(NamedTuple):
    """A case whose time is over."""

    number: str
    ended_at: datetime


class Holds(Protocol):
    """Holds, kept under the numbers of cases."""

    def hold(self, number: str, reason: str, at: datetime) -> bool:
        """Hold the case; False when it is held already."""

    def release(self, number: str, reason: str, at: datetime) -> bool:
        """Release it; False when it is not held."""

    def held(self, number: str) -> Hold | None:
        """The hold that is on the case now."""


class Erasures(Protocol):
    """Takes cases away for good."""

    def card_of(self, number: str) -> Place | None:
        """Where its card stands in the group."""

    def erase(self, number: str, by: str, at: datetime) -> None:
        """Everything of the case goes; its number stays taken, a figure without a person is kept."""
