"""Everything that is kept of one person and that they may see; nothing internal, nobody else's."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple

from mediation.model.care import Agreement, CareNote
from mediation.model.cases.case import CaseFields, Event, StaffMember
from mediation.model.consents import Consent
from mediation.model.joint import Signed
from mediation.model.procedure.sent_paper import SentPaper
from mediation.procedure.owner_view import FOR_STAFF
from storage.cases.drafts import Draft
from storage.privacy.complaints import Complaint
from storage.privacy.own_data import OwnCall, OwnMessage
from storage.unit_of_work.records import SqlRecords

ALL_CASES = 10_000


class Watched(NamedTuple):
    """A limit that the owner has watched."""

    kind: str
    last_day: date


class SeenName(NamedTuple):
    """That a member of the staff saw the person's name: in which case, or in danger (no number), and why."""

    number: str | None
    at: datetime
    looks: int
    name: str
    duty: str
    ground: str
    sentence: str


@dataclass(frozen=True)
class OwnCase:
    """A case as its owner may have it."""

    case: CaseFields
    name: str | None
    account: dict[str, str]
    said: list[OwnMessage]
    history: list[Event]
    papers: list[SentPaper]
    watched: list[Watched]
    consents: list[Consent]
    statement: str | None


@dataclass(frozen=True)
class MyData:
    """All of it, at ``made_at``."""

    made_at: datetime
    language: str
    since: datetime | None
    subscribed_since: datetime | None
    draft: Draft | None
    cases: list[OwnCase]
    signed: list[Signed]
    waiting_questions: int
    tries: int
    care: list[tuple[Agreement, list[CareNote]]]
    complaints: list[Complaint]
    calls: list[OwnCall]
    staff: StaffMember | None
    looks: list[SeenName]


def gather(
    records: SqlRecords, person_id: int, sees: Callable[[Event], bool], outside: Callable[[str], bool]
) -> MyData:
    """All that is kept of them; ``sees`` picks lines of a history, ``outside`` clocks that are theirs."""
    waiting, tries = records.own.counts(person_id)
    mine = records.cases.of_owner(person_id, limit=ALL_CASES)
    return MyData(
        made_at=records.now,
        language=records.people.language(person_id),
        since=records.own.since(person_id),
        subscribed_since=records.own.subscribed_since(person_id),
        draft=records.drafts.get(person_id),
        cases=[own_case_data(records, one, sees, outside) for one in mine],
        signed=records.joints.signed_by(person_id),
        waiting_questions=waiting,
        tries=tries,
        care=[(one, records.care.notes(one.id)) for one in records.care.of_person(person_id)],
        complaints=records.complaints.of_person(person_id),
        calls=records.own.calls(person_id),
        staff=records.people.staff(person_id),
        looks=seen_names(records, person_id),
    )


def seen_names(records: SqlRecords, person_id: int) -> list[SeenName]:
    """Who saw the name of this person, as far as they have been told."""
    found = []
    for one in records.unmaskings.seen_of(person_id):
        member = records.people.staff(one.asker_id)
        name, duty = (member.name, member.duty) if member is not None else ("—", "none")
        found.append(SeenName(one.number, one.at, one.looks, name, duty, one.ground, one.sentence))
    return found


def own_case_data(
    records: SqlRecords, case: CaseFields, sees: Callable[[Event], bool], outside: Callable[[str], bool]
) -> OwnCase:
    """One case of its owner."""
    number = case.number
    joint = records.joints.get(number)
    return OwnCase(
        case=case,
        name=records.cases.name(number),
        account=records.cases.account(number),
        said=records.own.said(number),
        history=[one for one in records.cases.history(number) if sees(one)],
        papers=[one for one in records.papers.of_case(number) if one.paper.kind not in FOR_STAFF],
        watched=[
            Watched(row.kind, row.rolled)
            for row in records.deadlines.of_case(number)
            if row.stopped is None and outside(row.kind)
        ],
        consents=records.consents.of_case(number),
        statement=joint.statement if joint is not None else None,
    )
