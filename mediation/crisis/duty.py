"""Around the crisis line: a call tomorrow, the daily drill, and hours in which nobody is on call."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from mediation.crisis.calls import Call, Shift, WithCalls, crisis_rules, on_call
from mediation.errors import NotFound
from mediation.model.cases.case import Notice


def request_call_back(records: WithCalls, person_id: int, call_id: int) -> None:
    """The person would like to be asked tomorrow; who came before is told then, or who is on call.

    Raises ``NotFound`` for somebody else's call.
    """
    call = records.calls.get(call_id)
    if call.person_id != person_id or call.ended_at is None:
        raise NotFound
    to = call.responder_id or next(iter(on_call(records)), None)
    if to is None or call.call_back_by is not None:
        return
    records.calls.save(call.model_copy(update={"call_back_by": to}))
    after = records.now + timedelta(hours=crisis_rules().call_back_after_hours)
    records.outbox.post(Notice(to=to, kind="crisis_call_back", facts={"call": call_id}, after=after))


def call_back(records: WithCalls, responder_id: int, call_id: int) -> Call:
    """Who was asked to call back opens the line again. Raises ``NotFound`` for anybody else."""
    before = records.calls.get(call_id)
    if before.call_back_by != responder_id or before.person_id is None:
        raise NotFound
    records.calls.save(before.model_copy(update={"call_back_by": None}))
    if (running := records.calls.open_of(before.person_id)) is not None:
        return running
    again = Call(
        person_id=before.person_id, danger=before.danger, opened_at=records.now, responder_id=responder_id
    )
    records.outbox.post(Notice(to=before.person_id, kind="crisis_hello", facts={"handler_id": responder_id}))
    return records.calls.add(again)


def drill(records: WithCalls) -> Call | None:
    """Ring whoever is on call for nothing but to see that the line works; nothing where nobody is listed."""
    listed = records.calls.shifts(records.now)
    if not listed:
        return None
    due = records.now + timedelta(seconds=crisis_rules().drill_within_seconds)
    call = records.calls.add(
        Call(person_id=None, danger="drill", opened_at=records.now, next_at=due, stage=1)
    )
    facts = {"call": call.id}
    records.outbox.post(Notice(to=listed[0].person_id, kind="crisis_drill", facts=dict(facts)))
    return call


def drill_is_due(records: WithCalls, local: datetime) -> bool:
    """Once a day, from the hour of ``calls.toml`` on; ``local`` is the moment in business time."""
    last = records.calls.last_drill()
    done = last is not None and last.opened_at.astimezone(local.tzinfo).date() == local.date()
    return local.hour >= crisis_rules().drill_hour and not done


def gaps(shifts: Iterable[Shift], first: datetime, last: datetime) -> list[tuple[datetime, datetime]]:
    """When nobody is on call between these moments."""
    found, reached = [], first
    for shift in sorted(shifts, key=lambda one: one.starts):
        if shift.starts > reached:
            found.append((reached, min(shift.starts, last)))
        reached = max(reached, shift.ends)
        if reached >= last:
            return found
    return [*found, (reached, last)] if reached < last else found
