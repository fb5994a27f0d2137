"""Care by consent, step by step: asked for or accepted, taken, reminded of, written about, stopped."""

import calendar
from datetime import date, datetime, time, timedelta, tzinfo

from mediation.errors import NotFound, Refused
from mediation.model.care import ASKED, DUTIES, ENDED, MONTHS, RUNNING, Agreement, Often, Wrote
from mediation.model.cases.case import Fact, Notice, StaffMember
from mediation.model.cases.numbers import Choose, choose_securely
from mediation.model.records import Records

MOST = 3
"""Live agreements of one person."""

ASK_AGAIN = timedelta(days=2)
"""What nobody has taken is offered again after this time."""

MORNING = time(9)


def agree(
    records: Records, person_id: int, duty: str, often: str, months: int, zone: tzinfo,
    helper_id: int | None = None, choose: Choose = choose_securely,
) -> Agreement:  # fmt: skip
    """Somebody asks for contact, or accepts that of a ``helper_id`` who has offered it.

    Raises ``Refused``: ``care_odd`` (only a forged press), ``care_enough``, ``care_nobody``.
    """
    if duty not in DUTIES or often not in set(Often) or months not in MONTHS:
        raise Refused("care_odd")
    live = [one for one in records.care.of_person(person_id) if one.state != ENDED]
    if len(live) >= MOST:
        raise Refused("care_enough", limit=MOST)
    until = _months_on(records.now.astimezone(zone).date(), months)
    agreement = Agreement(
        id=0,
        person_id=person_id,
        alias=f"{choose('ABCDEFGHJKMNPQRSTVWXYZ')}{choose('23456789')}{choose('23456789')}",
        duty=duty,
        often=often,
        until=until,
        asked_at=records.now,
        next_at=records.now + ASK_AGAIN,
    )
    if helper_id is None and not _could_help(records, agreement):
        raise Refused("care_nobody")
    kept = records.care.ask(agreement)
    if helper_id is None:
        _offer(records, kept)
        return kept
    return _begin(records, kept, helper_id, zone)


def offer_care(records: Records, helper: StaffMember | None, number: str) -> None:
    """Who works on a case offers its owner to stay in touch; nothing happens unless they accept.

    Raises ``NotFound``.
    """
    case = records.cases.get(number)
    if not may_offer(helper) or helper is None or helper.person_id not in (case.handler_id, case.second_id):
        raise NotFound
    facts: dict[str, Fact] = {"helper_id": helper.person_id, "of": helper.person_id}
    records.outbox.post(
        Notice(to=case.owner_id, kind="care_offered", case_number=number, facts=facts, key=f"care:{number}")
    )


def may_offer(member: StaffMember | None) -> bool:
    """Whether care is among the duties of this member of the staff."""
    return member is not None and member.active and member.duty in DUTIES


def accepted_helper(records: Records, owner_id: int, number: str, helper_id: int) -> StaffMember:
    """Whoever offered care in this case of the owner's; raises ``NotFound``."""
    case = records.cases.get(number)
    member = records.people.staff(helper_id)
    if case.owner_id != owner_id or helper_id not in (case.handler_id, case.second_id):
        raise NotFound
    if member is None or not may_offer(member):
        raise NotFound
    return member


def take(records: Records, helper: StaffMember | None, care_id: int, zone: tzinfo) -> Agreement:
    """The first one who says yes. Raises ``NotFound``, ``Refused("care_taken_already")``."""
    agreement = records.care.get(care_id)
    if helper is None or helper.person_id not in _could_help(records, agreement):
        raise NotFound
    if agreement.state != ASKED:
        raise Refused("care_taken_already")
    return _begin(records, agreement, helper.person_id, zone)


def stop(records: Records, person_id: int, care_id: int) -> None:
    """The person stops it at any time, without a reason. Raises ``NotFound``."""
    agreement = own_care(records, person_id, care_id)
    if agreement.state == ENDED:
        return
    _end(records, agreement, "care_stopped")
    records.audit.write("care", f"care:{care_id}", person_id, what="stopped")


def step_back(records: Records, helper_id: int, care_id: int) -> None:
    """The helper cannot go on: somebody else is asked, and the person is told. Raises ``NotFound``."""
    ask_anew(records, helped(records, helper_id, care_id))


def own_care(records: Records, person_id: int, care_id: int) -> Agreement:
    """Somebody's own; for anybody else ``NotFound``."""
    agreement = records.care.get(care_id)
    if agreement.person_id != person_id:
        raise NotFound
    return agreement


def helped(records: Records, helper_id: int, care_id: int) -> Agreement:
    """A running one of this helper's, while they are on duty; else ``NotFound``."""
    agreement = records.care.get(care_id)
    member = records.people.staff(helper_id)
    if agreement.helper_id != helper_id or agreement.state != RUNNING or not (member and member.active):
        raise NotFound
    return agreement


def write(records: Records, author_id: int, care_id: int, wrote: Wrote, text: str) -> None:
    """A word to the person, their reply, or a note that is only kept; they read all of it.

    Raises ``NotFound``, ``Refused("care_is_over")``.
    """
    facts: dict[str, Fact] = {"text": text, "of": care_id}
    if wrote is Wrote.REPLY:
        agreement = own_care(records, author_id, care_id)
        if agreement.state != RUNNING or agreement.helper_id is None:
            raise Refused("care_is_over")
        facts["who"] = agreement.alias
        records.outbox.post(Notice(to=agreement.helper_id, kind="care_reply", facts=facts))
    else:
        agreement = helped(records, author_id, care_id)
        if wrote is Wrote.WORD:
            facts["helper_id"] = author_id
            records.outbox.post(Notice(to=agreement.person_id, kind="care_word", facts=facts))
    records.care.write(care_id, wrote.value, text, records.now)


def remind(records: Records, zone: tzinfo, limit: int) -> int:
    """What is due: a reminder to the helper, another round of asking, or the end; returns how many."""
    due = records.care.due(records.now, limit)
    for agreement in due:
        if records.now.astimezone(zone).date() >= agreement.until:
            _end(records, agreement, "care_over")
        elif agreement.state == ASKED:
            records.care.save(agreement.model_copy(update={"next_at": records.now + ASK_AGAIN}))
            _offer(records, agreement)
        elif agreement.helper_id is None or not _on_duty(records, agreement.helper_id):
            ask_anew(records, agreement)
        else:
            facts: dict[str, Fact] = {"who": agreement.alias, "of": agreement.id}
            key = f"care_due:{agreement.id}"
            records.outbox.post(Notice(to=agreement.helper_id, kind="care_due", facts=facts, key=key))
            records.care.save(agreement.model_copy(update={"next_at": _next(records, agreement, zone)}))
    return len(due)


def _begin(records: Records, agreement: Agreement, helper_id: int, zone: tzinfo) -> Agreement:
    begun = agreement.model_copy(
        update={"helper_id": helper_id, "state": RUNNING, "next_at": _next(records, agreement, zone)}
    )
    records.care.save(begun)
    records.audit.write("care", f"care:{agreement.id}", helper_id, what="begun")
    records.outbox.post(Notice(to=agreement.person_id, kind="care_taken", facts={"helper_id": helper_id}))
    facts: dict[str, Fact] = {"who": agreement.alias, "of": agreement.id}
    records.outbox.post(Notice(to=helper_id, kind="care_due", facts=facts, key=f"care_due:{agreement.id}"))
    return begun


def _offer(records: Records, agreement: Agreement) -> None:
    for person in _could_help(records, agreement):
        facts: dict[str, Fact] = {"of": agreement.id}
        key = f"care_wanted:{agreement.id}:{person}"
        records.outbox.post(Notice(to=person, kind="care_wanted", facts=facts, key=key))


def ask_anew(records: Records, agreement: Agreement) -> None:
    """Whoever helped does so no more: the person is told, and colleagues are asked."""
    before = agreement.helper_id
    again = {"helper_id": None, "state": ASKED, "next_at": records.now + ASK_AGAIN}
    waiting = agreement.model_copy(update=again)
    records.care.save(waiting)
    records.outbox.post(Notice(to=agreement.person_id, kind="care_looking"))
    for person in _could_help(records, waiting):
        if person != before:
            facts: dict[str, Fact] = {"of": agreement.id}
            records.outbox.post(Notice(to=person, kind="care_wanted", facts=facts))


def _end(records: Records, agreement: Agreement, kind: str) -> None:
    ended = {"state": ENDED, "next_at": None, "ended_at": records.now}
    records.care.save(agreement.model_copy(update=ended))
    if kind == "care_over":
        records.outbox.post(Notice(to=agreement.person_id, kind="care_over"))
    if agreement.helper_id is not None:
        facts: dict[str, Fact] = {"who": agreement.alias}
        records.outbox.post(Notice(to=agreement.helper_id, kind="care_stopped", facts=facts))


def _next(records: Records, agreement: Agreement, zone: tzinfo) -> datetime:
    last = datetime.combine(agreement.until, MORNING, zone)
    return min(records.now + Often(agreement.often).pause, last)


def _could_help(records: Records, agreement: Agreement) -> list[int]:
    return [
        one.person_id
        for one in records.people.colleagues()
        if one.duty == agreement.duty and one.person_id != agreement.person_id
    ]


def _on_duty(records: Records, person_id: int) -> bool:
    member = records.people.staff(person_id)
    return member is not None and member.active


def _months_on(day: date, months: int) -> date:
    month = day.month - 1 + months
    year, month = day.year + month // 12, month % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))
