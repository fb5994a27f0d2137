"""The guest of an update, and protocols of what handlers name as parameters."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol
from zoneinfo import ZoneInfo

from bot.callbacks import Button, Press
from bot.wording.catalogue import LANGUAGES, Wording, Words
from knowledge.triage.triage import Suggestion
from mediation.model.cases.actor import Actor
from storage.people.people import Visitor
from storage.unit_of_work.ticket import Ticket


class Suggest(Protocol):
    """Proposes categories for a story, best first; the person decides."""

    def __call__(self, text: str, limit: int) -> list[str]: ...


class Judge(Protocol):
    """Which kind of matter a text tells and where it belongs; a suggestion that a person checks."""

    def __call__(self, text: str) -> Suggestion: ...


class Alike(Protocol):
    """The keys of the texts that likely tell the matter of ``text``: at most three, the likeliest first."""

    def __call__(self, text: str, others: Sequence[tuple[str, str]]) -> list[str]: ...


@dataclass(frozen=True)
class Guest:
    """Who sent this update, and how they are answered: in their language and in business time.

    ``visitor`` is ``None`` for strangers in a group.
    """

    visitor: Visitor | None
    ticket: Ticket
    wording: Wording
    zone: ZoneInfo
    clock: Callable[[], datetime]
    language: str = LANGUAGES[0]

    @property
    def me(self) -> Visitor:
        """The person; only in private chats, where everybody is known."""
        assert self.visitor is not None
        return self.visitor

    @property
    def now(self) -> datetime:
        """The present moment in UTC."""
        return self.clock()

    @property
    def today(self) -> date:
        """The present day in business time."""
        return self.now.astimezone(self.zone).date()

    @property
    def actor(self) -> Actor:
        """The person as the domain sees them; a stranger is nobody."""
        return Actor(self.visitor.person_id, self.visitor.staff) if self.visitor else Actor(0)

    @property
    def words(self) -> Words:
        """``words(key, **facts)`` as HTML."""
        return self.wording.of(self.language)

    def plain(self, key: str, **facts: str | int | None) -> str:
        """Plain text, for buttons and alerts."""
        return self.wording.plain(self.language, key, **facts)

    def button(self, key: str, do: str, number: str = "", value: str = "") -> Button:
        """A button with words from the catalogue."""
        return Button(self.plain(key), Press(do, number, value))


@dataclass(frozen=True)
class Guests:
    """Makes the guest of each update, with the same words, zone and clock."""

    wording: Wording
    zone: ZoneInfo
    clock: Callable[[], datetime]

    def of(self, visitor: Visitor | None, ticket: Ticket, language: str | None = None) -> Guest:
        """The guest, in their own language as far as it is known."""
        spoken = language or (visitor.language if visitor is not None else LANGUAGES[0])
        return Guest(visitor, ticket, self.wording, self.zone, self.clock, spoken)
