"""Whoever stops working here has no way in any more, at once, and what they had goes to others."""

from dataclasses import replace
from datetime import timedelta
from typing import NamedTuple

from sqlalchemy import or_, select

from mediation.access import grants
from mediation.access.grants import Grant
from mediation.care.contacts import ask_anew
from mediation.cases.departure import end_conversations
from mediation.cases.life import card
from mediation.cases.life_table import LifeTable
from mediation.cases.moves import apply_move
from mediation.model.cases.actor import Actor, Intent
from mediation.model.cases.case import SUPERVISORS, CaseFields, Notice, StaffMember
from mediation.unmasking.departure import close_for_leaver, pass_on_from_leaver
from storage.cases.cases import CASES
from storage.procedure.matters import MATTERS
from storage.unit_of_work.records import SqlRecords

LEFT = "left the roster"
"""The reason in the history; internal."""


class HandedOver(NamedTuple):
    """How much went to others."""

    cases: int = 0
    matters: int = 0
    shifts: int = 0
    care: int = 0
    names: int = 0
    """Asks to see a name: their own, closed, and those that waited for their word."""


def depart(
    records: SqlRecords, life: LifeTable, person_id: int, claim_within: timedelta, by: int | None = None
) -> HandedOver:
    """Off the roster now: cases back to the queue, matters and gaps in the duty roster to the supervisors,
    care to colleagues, asks to see a name closed or shown to others, open grants and own asks over.
    Nothing happens to who is not on the roster."""
    member = records.people.staff(person_id)
    if member is None:
        return HandedOver()
    before = member.active
    done = _hand_over(records, life, member, claim_within)
    for grant in (*records.grants.open_of(person_id), *records.grants.asked_by(person_id)):
        grants.end(records, grant, by)
    if before or any(done):
        subject = f"person:{person_id}"
        records.audit.write("staff", subject, by, what="end", **done._asdict())
    return done


def leave_the_company(
    records: SqlRecords, life: LifeTable, person_id: int, claim_within: timedelta, by: int | None = None
) -> HandedOver:
    """The same, and no office in the organisation either (the next import says it for good)."""
    done = depart(records, life, person_id, claim_within, by)
    chat = records.people.chat_of(person_id)
    organisation = records.organisation.read()
    who = organisation.by_telegram(chat) if chat is not None else None
    if who is not None and who.roles:
        without = who.model_copy(update={"roles": ()})
        people = tuple(without if one.key == who.key else one for one in organisation.people)
        records.organisation.replace(replace(organisation, people=people))
    return done


def grant_approved(
    records: SqlRecords, life: LifeTable, by: int, grant_id: int, claim_within: timedelta
) -> Grant:
    """See ``mediation.access.grants.approve``; whoever changes from one duty to another hands over first."""
    asked = records.grants.get(grant_id)
    before = records.people.staff(asked.person_id)
    granted = grants.approve(records, records.people, by, grant_id)
    if before is not None and before.active and before.duty != granted.duty:
        new = records.people.staff(asked.person_id)
        records.people.set_staff(before)
        _hand_over(records, life, before, claim_within)
        assert new is not None, "approved just now"
        records.people.set_staff(new)
    return granted


def act_on_due_grants(records: SqlRecords, life: LifeTable, claim_within: timedelta, limit: int) -> int:
    """Reminders, lapses and ends that are due; returns how many."""
    due = records.grants.due(records.now, limit)
    for grant in due:
        if grant.approved_at is None:
            grants.lapse(records, grant)
        elif grant.until <= records.now:
            depart(records, life, grant.person_id, claim_within)
            grants.tell_ended(records, grant)
        else:
            grants.remind(records, grant)
    return len(due)


def _hand_over(
    records: SqlRecords, life: LifeTable, member: StaffMember, claim_within: timedelta
) -> HandedOver:
    """What they had goes to others; they are off the roster then."""
    me = member.person_id
    _withdraw_offers(records, me)
    cases = _give_back(records, life, member.model_copy(update={"active": True}), claim_within)
    records.people.set_staff(member.model_copy(update={"active": False}))
    end_conversations(records, records.people, me, records.cases.of_handler(me, limit=10_000))
    matters, shifts, care = _matters(records, me), _shifts(records, me), _care(records, me)
    names = close_for_leaver(records, me) + pass_on_from_leaver(records, member)
    return HandedOver(cases, matters, shifts, care, names)


def _give_back(records: SqlRecords, life: LifeTable, member: StaffMember, claim_within: timedelta) -> int:
    count, me = 0, member.person_id
    for case in _cases(records, me):
        if case.handler_id != me:
            continue
        if member.mediates and life.moves("give_back", case.state):
            intent = Intent(reason=LEFT)
            apply_move(records, life, case.number, "give_back", Actor(me, member), claim_within, intent)
        else:  # a result was given: whoever opens it again finds nobody there who has left
            records.cases.save(case.model_copy(update={"handler_id": None}))
            records.outbox.post(card(case.number))
        count += 1
    return count


def _cases(records: SqlRecords, person_id: int) -> list[CaseFields]:
    ended = ("resolved", "closed")
    rows = records.connection.execute(
        select(CASES.c.number).where(CASES.c.handler_id == person_id, CASES.c.state.in_(ended))
    )
    mine = {one.number: one for one in records.cases.of_handler(person_id, limit=10_000)}
    return [*mine.values(), *(records.cases.get(row.number) for row in rows if row.number not in mine)]


def _withdraw_offers(records: SqlRecords, person_id: int) -> None:
    asked = select(CASES.c.number).where(CASES.c.offered_to_id == person_id)
    for row in records.connection.execute(asked).all():
        case = records.cases.get(row.number)
        records.cases.save(case.model_copy(update={"offered_to_id": None}))
        if case.handler_id is not None:
            facts = {"handler_id": person_id, "reason": "—"}
            records.outbox.post(
                Notice(to=case.handler_id, kind="declined", case_number=case.number, facts=dict(facts))
            )


def _matters(records: SqlRecords, person_id: int) -> int:
    """Nobody is named in their place by a machine: the supervisors learn which matters wait for a name."""
    mine = or_(MATTERS.c.handler_id == person_id, MATTERS.c.sponsor_id == person_id)
    numbers = [row.number for row in records.connection.execute(select(MATTERS.c.number).where(mine))]
    for number in numbers:
        records.outbox.post(Notice(to=SUPERVISORS, kind="handler_left", case_number=number))
    return len(numbers)


def _shifts(records: SqlRecords, person_id: int) -> int:
    dropped = records.calls.drop_shifts(person_id, records.now)
    if dropped:
        records.outbox.post(Notice(to=SUPERVISORS, kind="duty_gap", facts={"count": dropped}))
    return dropped


def _care(records: SqlRecords, person_id: int) -> int:
    running = records.care.of_helper(person_id)
    for agreement in running:
        ask_anew(records, agreement)
    return len(running)
