"""What the sealed store remembers, as plain values; and what its use cases need of it."""

from datetime import date
from enum import StrEnum
from typing import NamedTuple, Protocol

from mediation.model.cases.content import Content


class Side(StrEnum):
    """Who wrote a part."""

    REPORTER = "reporter"
    OFFICER = "officer"


class ReportState(StrEnum):
    """How far the office is with a report."""

    RECEIVED = "received"
    READ = "read"
    IN_WORK = "in_work"
    ANSWERED = "answered"
    CLOSED = "closed"


class SealedPart(NamedTuple):
    """Something that was written; ``on`` is a day and no more, so that no clock gives anybody away."""

    side: Side
    content: Content
    on: date


class SealedReport(NamedTuple):
    """What a list shows; ``id`` is random and is not the code."""

    id: str
    state: ReportState
    filed_on: date
    changed_on: date


class Named(NamedTuple):
    """Whom a report is about: the name as told or picked, and the Telegram id where it is known."""

    name: str
    telegram: int | None = None


class Officer(NamedTuple):
    """Somebody of the discipline office; ``id`` is their Telegram id, ``fallback`` stands in for others."""

    id: int
    name: str = ""
    fallback: bool = False


class SealedDraft(NamedTuple):
    """What is being told and not filed. ``code`` is set between filing and the moment it has been shown."""

    parts: tuple[Content, ...] = ()
    about: tuple[Named, ...] = ()
    ask: bool = False
    code: str = ""


class LetterKind(StrEnum):
    """What the sealed store sends on its own."""

    CODE = "code"
    CHANGED = "changed"
    PUT_AWAY = "put_away"
    TAKE_BACK = "take_back"
    ROSTER = "roster"


class SealedLetter(NamedTuple):
    """Something to be sent to a chat (``message`` is the one to change or take back there)."""

    id: str
    kind: LetterKind
    report: str
    chat: int
    language: str = "zh-CN"
    code: str = ""
    days: int = 0
    message: int = 0


class SealedDrafts(Protocol):
    """Half-told reports, one for each teller; ``teller`` is kept under the key alone."""

    def of(self, teller: str) -> SealedDraft | None:
        """The draft of this teller."""

    def save(self, teller: str, draft: SealedDraft) -> None:
        """Keep it in place of the one there was."""

    def add(self, teller: str, content: Content, once: str) -> SealedDraft:
        """One more part; the message that ``once`` names counts once."""

    def edit(self, teller: str, content: Content, once: str) -> bool:
        """A part that was changed; False when there is none."""

    def drop(self, teller: str) -> None:
        """It is gone."""


class SealedLetters(Protocol):
    """What the sealed store sends itself, past the ordinary outbox."""

    def add(self, letter: SealedLetter, due: date | None) -> str:
        """Keep it; without a day it waits for ``release``. Returns its id."""

    def release(self, report_id: str) -> None:
        """What waits for nothing else any more is due today."""

    def get(self, letter_id: str) -> SealedLetter | None:
        """One of them."""

    def due(self) -> list[SealedLetter]:
        """Due by today and not sent."""

    def sent(self, letter_id: str) -> None:
        """It was sent and waits for an answer."""

    def postpone(self, letter_id: str, until: date) -> None:
        """Not before that day."""

    def drop(self, letter_id: str) -> None:
        """It is gone."""

    def drop_all(self, report_id: str, kind: LetterKind) -> None:
        """All of a kind that belong to a report."""


class SealedRecords(Protocol):
    """One transaction of the sealed store."""

    @property
    def today(self) -> date: ...
    @property
    def drafts(self) -> SealedDrafts: ...
    @property
    def letters(self) -> SealedLetters: ...

    def start(self, code: str, about: tuple[Named, ...] = (), origin: str = "") -> str:
        """A new report that this code finds; returns its id."""

    def of_code(self, code: str) -> SealedReport | None:
        """The report that was filed with this code."""

    def of_origin(self, number: str) -> SealedReport | None:
        """The report that was this case and is still on its way here."""

    def forget_origin(self, report_id: str) -> None:
        """Nothing tells any more which case it was."""

    def get(self, report_id: str) -> SealedReport | None:
        """The report, or ``None``."""

    def reports(self) -> list[SealedReport]:
        """All, the longest unchanged first."""

    def about(self, report_id: str) -> tuple[Named, ...]:
        """Whom the reporter named."""

    def set_state(self, report_id: str, state: ReportState) -> None:
        """Keep how far it is."""

    def add(self, report_id: str, side: Side, content: Content, once: str = "") -> None:
        """Keep a part behind the others; what ``once`` names is kept once."""

    def empty(self, report_id: str) -> None:
        """Its parts are gone."""

    def parts(self, report_id: str) -> list[SealedPart]:
        """All parts in order."""

    def is_officer(self, person_id: int) -> bool:
        """Whether this person is on the roster of the discipline office today."""

    def officers(self) -> list[Officer]:
        """Everybody who is."""

    def note(self, report_id: str, person_id: int, act: str) -> None:
        """Keep that an officer did this."""

    def count_try(self, who: str) -> int:
        """Tries of a code within the last hour, this one included."""

    def forget_tries(self, who: str) -> None:
        """The right code was given."""

    def news(self) -> None:
        """Something came that the office has not been told of."""
