"""``mediation.model.records.Records`` in memory. It keeps state, and forgets what a failed unit of work did.

``tests/storage/unit_of_work/test_contract.py`` runs the same scenarios here and on the real store.
"""

from collections.abc import Callable, Iterable
from copy import deepcopy
from datetime import datetime, timedelta
from typing import Any, NamedTuple, TypeVar

from mediation.errors import NotFound, Stale
from mediation.model.cases.case import SUPERVISORS, CaseFields, Event, Notice, StaffMember
from mediation.model.cases.content import Content, Place, Privacy, Said
from tests.fakes.audit import FakeAudit
from tests.fakes.clock import Clock
from tests.fakes.matters import FakeDeadlines, FakeMatters
from tests.fakes.organisation import FakeOrganisation
from tests.fakes.papers import FakePapers
from tests.fakes.questions import FakeQuestions
from tests.fakes.repeats import FakeJoints, FakeLinks

T = TypeVar("T")


class Letter(NamedTuple):
    """What the real outbox calls a letter, as far as tests look at it."""

    person_id: int | None
    kind: str
    case_number: str | None
    facts: dict[str, Any]


class Waiting(NamedTuple):
    to: int | None
    notice: Notice
    due: datetime


class FakeCases:
    def __init__(self) -> None:
        self.kept: dict[str, CaseFields] = {}
        self.events: dict[str, list[Event]] = {}
        self.accounts: dict[str, dict[str, str]] = {}
        self.names: dict[str, str] = {}
        self.codes: dict[str, str] = {}

    def get(self, number: str) -> CaseFields:
        if number not in self.kept:
            raise NotFound
        return self.kept[number].model_copy()

    def add(self, case: CaseFields) -> None:
        assert self.is_free(case.number)
        self.kept[case.number] = case.model_copy()

    def save(self, case: CaseFields) -> None:
        if self.kept[case.number].version != case.version:
            raise Stale
        case.version += 1
        self.kept[case.number] = case.model_copy()

    def is_free(self, number: str) -> bool:
        return number not in self.kept

    def log(self, number: str, event: Event) -> None:
        self.events.setdefault(number, []).append(event)

    def history(self, number: str) -> list[Event]:
        return list(self.events.get(number, []))

    def set_account(self, number: str, account: dict[str, str]) -> None:
        self.accounts[number] = dict(account)

    def account(self, number: str) -> dict[str, str]:
        return self.accounts.get(number, {})

    def keep_name(self, number: str, name: str) -> None:
        self.names[number] = name

    def name(self, number: str) -> str | None:
        return self.names.get(number)

    def keep_code(self, number: str, hashed: str) -> None:
        self.codes[number] = hashed

    def code_hash(self, number: str) -> str | None:
        return self.codes.get(number)


class FakeTalk:
    def __init__(self) -> None:
        self.said: dict[int, Said] = {}
        self.places: dict[Place, int] = {}
        self.earlier: list[tuple[int, Content]] = []

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
        if place is not None and (known := self.at(place)) is not None:
            return known
        said = Said(
            id=len(self.said) + 1,
            case_number=number,
            author_id=author_id,
            author_role=role,
            privacy=privacy,
            content=content,
            reply_to=reply_to,
        )
        self.said[said.id] = said
        if place is not None:
            self.places[place] = said.id
        return said.model_copy()

    def get(self, said_id: int) -> Said:
        if said_id not in self.said:
            raise NotFound
        return self.said[said_id].model_copy()

    def of_case(self, number: str) -> list[Said]:
        return [s.model_copy() for s in self.said.values() if s.case_number == number]

    def at(self, place: Place) -> Said | None:
        return self.get(self.places[place]) if place in self.places else None

    def publish(self, said_id: int) -> bool:
        said = self.said[said_id]
        if said.privacy is not Privacy.INTERNAL:
            return False
        self.said[said_id] = said.model_copy(update={"privacy": Privacy.PUBLIC})
        return True

    def rewrite(self, said_id: int, content: Content, at: datetime) -> None:
        said = self.said[said_id]
        self.earlier.append((said_id, said.content))
        kept = content.model_copy(update={"album": said.content.album})
        self.said[said_id] = said.model_copy(update={"content": kept})


class FakePeople:
    def __init__(self, roster: Iterable[StaffMember]) -> None:
        self.roster = {member.person_id: member for member in roster}
        self.tries: list[tuple[int, str, datetime]] = []
        self.chats: dict[int, int] = {}

    def staff(self, person_id: int) -> StaffMember | None:
        return self.roster.get(person_id)

    def colleagues(self) -> list[StaffMember]:
        return sorted((m for m in self.roster.values() if m.active), key=lambda m: m.name)

    def set_staff(self, member: StaffMember) -> None:
        self.roster[member.person_id] = member

    def find(self, chat: int) -> int | None:
        return next((person for person, one in self.chats.items() if one == chat), None)

    def chat_of(self, person_id: int) -> int | None:
        return self.chats.get(person_id)

    def leave_seat(self, person_id: int, number: str) -> None:
        return None

    def language(self, person_id: int) -> str:
        return "zh-CN"

    def count_try(self, person_id: int, what: str, at: datetime) -> int:
        self.tries.append((person_id, what, at))
        since = at - timedelta(hours=1)
        return sum(p == person_id and w == what and t >= since for p, w, t in self.tries)


class FakeOutbox:
    def __init__(self, people: FakePeople, clock: Clock) -> None:
        self._people = people
        self._clock = clock
        self.waiting: list[Waiting] = []

    def __deepcopy__(self, memo: dict[int, Any]) -> "FakeOutbox":
        twin = FakeOutbox(deepcopy(self._people, memo), self._clock)
        twin.waiting = list(self.waiting)
        return twin

    def post(self, notice: Notice) -> None:
        supervisors = [m.person_id for m in self._people.colleagues() if m.supervises]
        for to in (supervisors or [None]) if notice.to == SUPERVISORS else [notice.to]:
            self._post_one(Waiting(to, notice, notice.after or self._clock()))

    def _post_one(self, new: Waiting) -> None:
        for index, old in enumerate(self.waiting):
            if new.notice.key is not None and (old.notice.key, old.to) == (new.notice.key, new.to):
                self.waiting[index] = new
                return
        self.waiting.append(new)

    def readdress(self, number: str, before: int, after: int) -> None:
        for index, one in enumerate(self.waiting):
            if one.notice.case_number == number and one.to == before:
                self.waiting[index] = one._replace(to=after)

    def due(self, now: datetime, limit: int) -> list[Letter]:
        ready = sorted((w for w in self.waiting if w.due <= now), key=lambda w: w.notice.bulk)
        return [
            Letter(w.to, w.notice.kind, w.notice.case_number, dict(w.notice.facts)) for w in ready[:limit]
        ]

    def sent(self) -> None:
        """Everything that waits has been sent."""
        self.waiting.clear()


class FakeClocks:
    def __init__(self) -> None:
        self.running: dict[tuple[str, str], datetime] = {}

    def start(self, number: str, kind: str, basis: str, started: datetime, due: datetime) -> None:
        self.running[number, kind] = due

    def stop(self, number: str, kind: str) -> None:
        self.running.pop((number, kind), None)

    def due(self, now: datetime) -> list[tuple[str, str, datetime]]:
        ready = [(number, kind, due) for (number, kind), due in self.running.items() if due <= now]
        return sorted(ready, key=lambda one: one[2])


class FakeRecords:
    """All of it, as one transaction sees it."""

    def __init__(self, clock: Clock, roster: Iterable[StaffMember] = ()) -> None:
        self._clock = clock
        self.audit = FakeAudit(clock)
        self.cases = FakeCases()
        self.talk = FakeTalk()
        self.people = FakePeople(roster)
        self.outbox = FakeOutbox(self.people, clock)
        self.clocks = FakeClocks()
        self.matters = FakeMatters()
        self.deadlines = FakeDeadlines()
        self.papers = FakePapers(clock)
        self.questions = FakeQuestions(clock)
        self.organisation = FakeOrganisation()
        self.links = FakeLinks()
        self.joints = FakeJoints()

    @property
    def now(self) -> datetime:
        return self._clock()


class FakeDatabase:
    """Runs units of work like ``storage.unit_of_work.database.Database``: all of it or nothing."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self.records = FakeRecords(clock)

    async def run(self, work: Callable[[Any], T]) -> T:
        before = deepcopy({k: v for k, v in vars(self.records).items() if k != "_clock"})
        try:
            return work(self.records)
        except BaseException:
            vars(self.records).update(before)
            raise
