"""Care by consent: what a person agrees to, instead of being watched.

The person asks for it or accepts it, chooses who, how often and until when, reads every note and stops it
with one press. Nobody else sees it, and there is no list of persons.
"""

from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Protocol

from pydantic import BaseModel

DUTIES = ("counsellor", "union", "policy")
"""Who may be asked for."""

MONTHS = (1, 3, 6)
"""Until when, at the most; whoever wishes may ask again."""

ASKED, RUNNING, ENDED = "asked", "running", "ended"


class Often(StrEnum):
    """How often the helper is reminded."""

    WEEKLY = "weekly"
    FORTNIGHTLY = "fortnightly"
    MONTHLY = "monthly"

    @property
    def pause(self) -> timedelta:
        """Between two reminders."""
        return timedelta(days={Often.WEEKLY: 7, Often.FORTNIGHTLY: 14, Often.MONTHLY: 30}[self])


class Wrote(StrEnum):
    """Who wrote a note, and whether it was sent: all of it is shown to the person."""

    WORD = "word"
    REPLY = "reply"
    NOTE = "note"


class Agreement(BaseModel):
    """``state``: asked (nobody has said yes), running or ended. ``alias`` is what the helper sees."""

    id: int
    person_id: int
    alias: str
    duty: str
    often: str
    until: date
    state: str = ASKED
    helper_id: int | None = None
    asked_at: datetime
    next_at: datetime | None = None
    ended_at: datetime | None = None


class CareNote(BaseModel):
    """A few words: sent to the person, answered by them, or noted down by the helper."""

    id: int
    care_id: int
    wrote: str
    text: str
    at: datetime


class Care(Protocol):
    """Agreements and their notes."""

    def ask(self, agreement: Agreement) -> Agreement:
        """Keep a new one; returns it with its id."""

    def get(self, care_id: int) -> Agreement:
        """One of them; raises ``NotFound``. Locks it until the end of the transaction (PostgreSQL)."""

    def save(self, agreement: Agreement) -> None:
        """Keep the changed one."""

    def of_person(self, person_id: int) -> list[Agreement]:
        """Somebody's own, the newest first."""

    def of_helper(self, person_id: int) -> list[Agreement]:
        """Running ones of a helper, the earliest reminder first."""

    def due(self, now: datetime, limit: int) -> list[Agreement]:
        """Live ones whose helper is to be reminded, or that are to be offered again, by now."""

    def next_due(self) -> datetime | None:
        """When the next one is due."""

    def write(self, care_id: int, wrote: str, text: str, at: datetime) -> None:
        """Keep a note."""

    def notes(self, care_id: int) -> list[CareNote]:
        """In order."""
