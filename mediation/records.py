"""What the use cases need to have remembered. Everything done through one ``Records`` is one transaction."""

from datetime import datetime
from typing import Protocol

from mediation.case import CaseFields, Event, Notice, StaffMember
from mediation.content import Content, Place, Privacy, Said


class Cases(Protocol):
    """Cases and their history."""

    def get(self, number: str) -> CaseFields:
        """The case; raises ``NotFound``."""

    def add(self, case: CaseFields) -> None:
        """Keep a new case; its number must be free."""

    def save(self, case: CaseFields) -> None:
        """Keep the changed case; raises ``Stale`` when somebody else changed it since it was read."""

    def is_free(self, number: str) -> bool:
        """True when no case has this number."""

    def log(self, number: str, event: Event) -> None:
        """Add one line to the history."""

    def set_account(self, number: str, account: dict[str, str]) -> None:
        """Keep the answers of the intake: when, where, who is concerned, wished outcome, what was tried."""

    def keep_name(self, number: str, name: str) -> None:
        """Keep the name that the owner chose to give, apart from the case."""

    def keep_code(self, number: str, hashed: str) -> None:
        """Keep the salted hash of the receipt code."""

    def code_hash(self, number: str) -> str | None:
        """The salted hash of the receipt code, or ``None``."""


class Talk(Protocol):
    """What was said in a case."""

    def add(
        self,
        number: str,
        author_id: int,
        role: str,
        content: Content,
        privacy: Privacy,
        place: Place | None,
        reply_to: int | None = None,
    ) -> Said:
        """Keep a message and, if known, where it stands."""

    def get(self, said_id: int) -> Said:
        """One message; raises ``NotFound``."""

    def of_case(self, number: str) -> list[Said]:
        """All messages of a case in order."""

    def at(self, place: Place) -> Said | None:
        """The message that stands there, as the original or as a copy."""

    def publish(self, said_id: int) -> bool:
        """Make an internal message public; False when it is not internal (any more)."""

    def rewrite(self, said_id: int, content: Content, at: datetime) -> None:
        """Replace the content after an edit; the earlier wording is kept."""


class People(Protocol):
    """Persons and the roster; nothing about chats."""

    def staff(self, person_id: int) -> StaffMember | None:
        """The entry on the roster, or ``None``."""

    def colleagues(self) -> list[StaffMember]:
        """All active staff."""

    def count_try(self, person_id: int, what: str, at: datetime) -> int:
        """Count an attempt of this kind; returns how many there were in the last hour, this one included."""


class Outbox(Protocol):
    """Notices that wait to be sent."""

    def post(self, notice: Notice) -> None:
        """Keep a notice with the change that caused it."""

    def readdress(self, number: str, before: int, after: int) -> None:
        """What still waits for one person in a case goes to another in their place."""


class Clocks(Protocol):
    """Deadlines as rows."""

    def start(self, number: str, kind: str, basis: str, started: datetime, due: datetime) -> None:
        """Start (or restart) the clock of this kind for a case."""

    def stop(self, number: str, kind: str) -> None:
        """Stop it; stopping what does not run is no error."""


class Records(Protocol):
    """All of it, inside one transaction at one moment."""

    @property
    def now(self) -> datetime: ...
    @property
    def cases(self) -> Cases: ...
    @property
    def talk(self) -> Talk: ...
    @property
    def people(self) -> People: ...
    @property
    def outbox(self) -> Outbox: ...
    @property
    def clocks(self) -> Clocks: ...
