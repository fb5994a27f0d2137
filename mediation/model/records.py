"""What the use cases need to have remembered. Everything done through one ``Records`` is one transaction."""

from datetime import date, datetime
from typing import Any, Protocol

from mediation.deadlines.record import DeadlineRecord
from mediation.model.care import Care
from mediation.model.cases.case import CaseFields, Event, Fact, Notice, StaffMember
from mediation.model.cases.content import Content, Place, Privacy, Said
from mediation.model.consents import Consents
from mediation.model.joint import Joints
from mediation.model.links import Links
from mediation.model.organisation import Change, Organisation
from mediation.model.procedure.matter import Matter
from mediation.model.procedure.paper import Kind, Paper
from mediation.model.procedure.sent_paper import SentPaper
from mediation.model.questions import AnsweredCard, Covered, OpenQuestion, QuestionEvent
from mediation.model.retention import Erasures, Holds
from mediation.model.unmasking import Unmaskings


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

    def history(self, number: str) -> list[Event]:
        """The history in order."""

    def name(self, number: str) -> str | None:
        """The name that the owner gave, if any."""

    def set_account(self, number: str, account: dict[str, str]) -> None:
        """Keep the answers of the intake: when, where, who is concerned, wished outcome, what was tried."""

    def account(self, number: str) -> dict[str, str]:
        """The answers of the intake."""

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
    """Persons and the roster."""

    def staff(self, person_id: int) -> StaffMember | None:
        """The entry on the roster, or ``None``."""

    def colleagues(self) -> list[StaffMember]:
        """All active staff."""

    def find(self, chat: int) -> int | None:
        """The person behind a private chat; only to know who somebody of the organisation is."""

    def chat_of(self, person_id: int) -> int | None:
        """Their private chat; only to know who they are in the organisation."""

    def leave_seat(self, person_id: int, number: str) -> None:
        """They do not talk in this case any more; nothing happens where they talk in another one."""

    def language(self, person_id: int) -> str:
        """The language they chose."""

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


class Matters(Protocol):
    """The formal side of cases, under their numbers."""

    def get(self, number: str) -> Matter:
        """The matter; raises ``NotFound``."""

    def add(self, matter: Matter) -> None:
        """Keep a new one; its case must have none."""

    def save(self, matter: Matter) -> None:
        """Keep the changed matter; raises ``Stale`` when somebody else changed it since it was read."""


class Papers(Protocol):
    """Documents of cases: drafts that wait for a signature, and what was sent, which never changes."""

    def draft(self, number: str, kind: Kind, told: dict[str, Any]) -> None:
        """Keep what a paper is to say (as JSON holds it), in place of an earlier draft of its kind."""

    def drafted(self, number: str, kind: Kind) -> dict[str, Any] | None:
        """What the draft of this kind is to say, or ``None``."""

    def add(self, number: str, paper: Paper, sent_by: int) -> SentPaper:
        """Keep what this person signed and sent; its draft is gone. Raises ``NotSigned``."""

    def get(self, paper_id: int) -> SentPaper:
        """One of them; raises ``NotFound``, and ``PaperChanged`` when it is not what was sent."""

    def of_case(self, number: str) -> list[SentPaper]:
        """What was sent in a case, in order."""


class Deadlines(Protocol):
    """Deadlines of the formal procedure; several of one kind may run in a case (promises)."""

    def add(self, deadline: DeadlineRecord) -> None:
        """Keep a new one; it gets its id here."""

    def save(self, deadline: DeadlineRecord) -> None:
        """Keep the changed one; raises ``Stale`` when somebody else changed it since it was read."""

    def of_case(self, number: str) -> list[DeadlineRecord]:
        """All of a case, stopped ones too, in the order in which they were started."""

    def due(self, now: datetime, limit: int) -> list[DeadlineRecord]:
        """Running ones that have to be looked at by now, the longest waiting first."""

    def next_due(self) -> datetime | None:
        """When the next running one has to be looked at."""


class Audit(Protocol):
    """What was done, by whom; lines are only ever added. See ``mediation.audit.log`` for acts and
    subjects.
    """

    def write(self, act: str, subject: str, actor: int | None, /, **facts: Fact) -> None:
        """Keep a line; ``None`` is the system. Facts are codes and ids, never somebody's words or name."""


class Organisations(Protocol):
    """The organisation that was imported last."""

    def read(self) -> Organisation:
        """All of it; empty before the first import."""

    def replace(self, after: Organisation) -> tuple[Change, ...]:
        """Keep this one in place of the one there was; returns what became different."""


class Questions(Protocol):
    """Questions without an answer, the cards made of them, and apart from both who wished to be told."""

    def note(self, text: str, asked: str, why: str, category: str | None) -> OpenQuestion:
        """Keep a question, or count up the one with the same ``asked``."""

    def find(self, question_id: int) -> OpenQuestion | None:
        """The question, or ``None``."""

    def save(self, question: OpenQuestion) -> None:
        """Keep what the staff did to it; raises ``Stale`` when somebody else did since it was read."""

    def waiting(self, limit: int, offset: int = 0) -> list[OpenQuestion]:
        """Open ones and drafts: most often asked first, then oldest."""

    def log(self, question_id: int, event: QuestionEvent) -> None:
        """Add one line to the history."""

    def history(self, question_id: int) -> list[QuestionEvent]:
        """The history in order."""

    def add_wish(self, question_id: int, person_id: int) -> None:
        """This person wishes to be told."""

    def forget_wish(self, question_id: int, person_id: int) -> None:
        """Not any more."""

    def wishing(self, question_id: int) -> list[int]:
        """Who wishes to be told."""

    def forget_wishes(self, question_id: int) -> None:
        """Nobody waits for this question any more."""

    def add_card(self, card: AnsweredCard, asked: str) -> None:
        """Keep the answer to the question that was ``asked``."""

    def end_cards(self, asked: str, last_day: date) -> None:
        """Earlier answers to the same question hold no longer than that day."""

    def cards(self, as_of: date) -> list[AnsweredCard]:
        """Answers that hold on that day, oldest first."""

    def version(self) -> int:
        """Rises whenever the cards change; what was read with the same version and day is still right."""

    def coverage(self, as_of: date) -> list[Covered]:
        """For each category, answers that are not over on that day and questions that wait."""


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
    @property
    def matters(self) -> Matters: ...
    @property
    def deadlines(self) -> Deadlines: ...
    @property
    def papers(self) -> Papers: ...
    @property
    def questions(self) -> Questions: ...
    @property
    def audit(self) -> Audit: ...
    @property
    def organisation(self) -> Organisations: ...
    @property
    def links(self) -> Links: ...
    @property
    def joints(self) -> Joints: ...
    @property
    def consents(self) -> Consents: ...
    @property
    def holds(self) -> Holds: ...
    @property
    def erasures(self) -> Erasures: ...
    @property
    def care(self) -> Care: ...
    @property
    def unmaskings(self) -> Unmaskings: ...
