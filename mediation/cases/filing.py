"""From own words to a filed case, and what its owner may do with it afterwards."""

from dataclasses import dataclass, field
from datetime import timedelta

from mediation.access.case_access import own_case
from mediation.audit.log import note_move
from mediation.cases.life import card
from mediation.errors import Refused
from mediation.messages.talk import tell_both
from mediation.model.cases.actor import Actor
from mediation.model.cases.case import CaseFields, Event, Fact, Notice, Role
from mediation.model.cases.content import Content, Place, Privacy, Said
from mediation.model.cases.numbers import Choose, ReceiptCode, case_number, choose_securely, read_number
from mediation.model.records import Records

CODE_TRIES_PER_HOUR = 5

NO_CODE = "00:00"
"""Fits no code."""


@dataclass(frozen=True)
class Concern:
    """A draft that its owner has read back and confirmed."""

    parts: list[tuple[Content, Place | None]]
    account: dict[str, str]
    category: str
    more_categories: list[str] = field(default_factory=list)
    wish: str = ""
    name: str | None = None
    sensitive: bool = False


@dataclass(frozen=True)
class Receipt:
    """What the owner keeps. ``code`` is shown once, to anonymous owners only."""

    number: str
    code: str | None


def file_concern(
    records: Records,
    owner_id: int,
    concern: Concern,
    code: ReceiptCode,
    claim_within: timedelta,
    choose: Choose = choose_securely,
) -> Receipt:
    """File it: a case, its history, its card in the group, its claim clock, and the owner's receipt.

    ``code`` is used for anonymous owners only; a named one is recognised by their account.

    Raises ``Refused("nothing_told")`` when there is not a single message.
    """
    if not concern.parts:
        raise Refused("nothing_told")
    case = _new_case(records, owner_id, concern, choose)
    records.cases.add(case)
    records.cases.set_account(case.number, concern.account)
    for content, place in concern.parts:
        records.talk.add(case.number, owner_id, Role.OWNER, content, Privacy.PUBLIC, place)
    if concern.name:
        records.cases.keep_name(case.number, concern.name)
    else:
        records.cases.keep_code(case.number, code.hashed)
    event = Event(
        trigger="file",
        from_state="draft",
        to_state=case.state,
        actor_id=owner_id,
        actor_role=Role.OWNER,
        at=records.now,
    )
    records.cases.log(case.number, event)
    note_move(records.audit, case.number, event)
    start_claim_clock(records, case.number, claim_within)
    records.outbox.post(card(case.number))
    # through the outbox, so that a crash right now cannot swallow the code; its facts are wiped once sent
    shown = None if concern.name else code.shown
    facts: dict[str, Fact] = {"code": shown, "filed_at": records.now.isoformat()}
    records.outbox.post(Notice(to=owner_id, kind="receipt", case_number=case.number, facts=facts))
    return Receipt(case.number, shown)


def _new_case(records: Records, owner_id: int, concern: Concern, choose: Choose) -> CaseFields:
    number = case_number(choose)
    while not records.cases.is_free(number):
        number = case_number(choose)
    return CaseFields(
        number=number,
        owner_id=owner_id,
        alias=f"{choose('ABCDEFGHJKMNPQRSTVWXYZ')}{choose('23456789')}{choose('23456789')}",
        state="submitted",
        category=concern.category,
        more_categories=",".join(concern.more_categories),
        wish=concern.wish,
        anonymous=not concern.name,
        sensitive=concern.sensitive,
        filed_at=records.now,
    )


def start_claim_clock(records: Records, number: str, within: timedelta) -> None:
    """First a reminder in the group, then the supervisors (internal target, no legal number)."""
    records.clocks.start(number, "claim", "internal target", records.now, records.now + within)


def add_to_case(
    records: Records,
    owner_id: int,
    number: str,
    content: Content,
    place: Place | None,
    reply_to: int | None = None,
) -> Said:
    """The owner says something more; who handles the case gets it at once, otherwise with the file."""
    case = own_case(records, owner_id, number)
    if case.state == "withdrawn":
        raise Refused("case_is_withdrawn", number=number)
    said = records.talk.add(number, owner_id, Role.OWNER, content, Privacy.PUBLIC, place, reply_to)
    tell_both(records, case, said)
    return said


def code_kept_for(records: Records, person_id: int, typed_number: str) -> str:
    """The hash to compare a typed code with; five tries an hour.

    Raises ``Refused("too_many_tries")``. An unknown number gives a hash that nothing fits, so that nobody
    learns which numbers exist.
    """
    if records.people.count_try(person_id, "follow_up", records.now) > CODE_TRIES_PER_HOUR:
        raise Refused("too_many_tries")
    number = read_number(typed_number)
    return (records.cases.code_hash(number) if number else None) or NO_CODE


def take_to_this_account(records: Records, person_id: int, typed_number: str) -> CaseFields:
    """The code fitted: the case moves to this account, and the one that had it is told so.

    Raises ``Refused("own_case")`` for somebody who works on it: nobody handles their own case.
    """
    number = read_number(typed_number) or ""
    case = records.cases.get(number)
    if case.owner_id == person_id:
        return case
    if person_id in (case.handler_id, case.second_id, case.offered_to_id):
        raise Refused("own_case", number=number)
    records.outbox.readdress(number, case.owner_id, person_id)
    records.outbox.post(Notice(to=case.owner_id, kind="moved_away", case_number=number))
    moved = case.model_copy(update={"owner_id": person_id, "owner_unreachable": False})
    records.cases.save(moved)
    event = Event(
        trigger="follow_up",
        from_state=case.state,
        to_state=case.state,
        actor_id=person_id,
        actor_role=Role.OWNER,
        at=records.now,
    )
    records.cases.log(number, event)
    note_move(records.audit, number, event)
    return moved


def owner(person_id: int) -> Actor:
    """An actor who is nobody but the owner, even if they are on the roster as well."""
    return Actor(person_id)
