"""What the handlers need, as plain values; made once by the composition root."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any, Protocol
from zoneinfo import ZoneInfo

from bot.callbacks import Button, Press
from bot.wording.catalogue import Wording, Words
from knowledge.triage.triage import Suggestion
from mediation.cases.life_table import LifeTable
from mediation.deadlines.rules import ClockTable
from mediation.messages.allowance import Allowance, Echo
from mediation.model.cases.actor import Actor
from storage.people.people import Visitor
from storage.sealed.store import SealedStore
from storage.unit_of_work.database import Database
from storage.unit_of_work.records import SqlRecords


class Suggest(Protocol):
    """Proposes categories for a story, best first; the person decides."""

    def __call__(self, text: str, limit: int) -> list[str]: ...


class Alike(Protocol):
    """The keys of those texts that likely tell the matter of ``text``, the likeliest first, at most three."""

    def __call__(self, text: str, others: Sequence[tuple[str, str]]) -> list[str]: ...


@dataclass(frozen=True)
class Allowances:
    """What one person may do in a while; 0 everywhere is no limit."""

    messages: Allowance = field(default_factory=Allowance)
    presses: Allowance = field(default_factory=Allowance)
    group_messages: Allowance = field(default_factory=Allowance)
    law_questions: Allowance = field(default_factory=Allowance)
    files: Allowance = field(default_factory=Allowance)
    sealed_reports: Allowance = field(default_factory=Allowance)
    filings_a_day: int = 0
    texts: Echo = field(default_factory=Echo)

    def counted(self) -> tuple[Allowance, ...]:
        """Every counter of them."""
        written = self.messages, self.presses, self.group_messages
        return *written, self.law_questions, self.files, self.sealed_reports


@dataclass(frozen=True)
class Tools:
    """Passed to every handler under this name."""

    database: Database
    wording: Wording
    table: LifeTable
    zone: ZoneInfo
    clock: Callable[[], datetime]
    group_chat: int
    categories: list[str]
    sensitive: frozenset[str]
    suggest: Suggest
    alike: Alike
    judge: Callable[[str], Suggestion]
    open_questions: Callable[[str], list[str]]
    claim_within: timedelta
    claim_human_within: timedelta
    clocks: ClockTable
    max_parts: int
    max_file_bytes: int
    allowances: Allowances = field(default_factory=Allowances)
    sealed: SealedStore | None = None
    accuses: Callable[[str], bool] = lambda text: False
    """Whether a text reads as an accusation against a person; only for an offer."""


@dataclass
class Ticket:
    """The update that is being handled. ``first_time``: accepted just now, not replayed after a crash."""

    update_id: int
    first_time: bool = False
    finished: bool = False
    cry_answered: bool = False
    """The first words of the lane have been said; a second try does not say them again."""


@dataclass(frozen=True)
class Guest:
    """Who just acted, with the words in their language. ``visitor`` is ``None`` for strangers in a group."""

    tools: Tools
    visitor: Visitor | None
    ticket: Ticket
    language: str = "zh-CN"

    async def once(
        self,
        work: Callable[[SqlRecords], Any],
        final: Callable[[Any], bool] = lambda value: False,
        part: str = "value",
    ) -> Any:
        """The effect of this update, once, however often it comes; see ``Database.once``."""
        ticket = self.ticket
        value = await self.tools.database.once(
            ticket.update_id, work, first_time=ticket.first_time, final=final, part=part
        )
        ticket.first_time = ticket.first_time and part == "value"
        ticket.finished = final(value)
        return value

    @property
    def me(self) -> Visitor:
        """The person; only for private chats, where everybody is known."""
        assert self.visitor is not None
        return self.visitor

    @property
    def today(self) -> date:
        """The day in business time."""
        return self.tools.clock().astimezone(self.tools.zone).date()

    @property
    def actor(self) -> Actor:
        """As the domain sees them; a stranger is nobody."""
        return Actor(self.visitor.person_id, self.visitor.staff) if self.visitor else Actor(0)

    @property
    def words(self) -> Words:
        """``words(key, **facts)`` as HTML."""
        return self.tools.wording.of(self.language)

    def plain(self, key: str, **facts: str | int | None) -> str:
        """Text for buttons and alerts."""
        return self.tools.wording.plain(self.language, key, **facts)

    def button(self, key: str, do: str, number: str = "", value: str = "") -> Button:
        """A button with words from the catalogue."""
        return Button(self.plain(key), Press(do, number, value))
