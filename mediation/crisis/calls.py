"""The crisis line: somebody in danger writes, a person is called at once, and they talk until one lets go.

What is kept is what the responder needs, until the line is left; the one in danger sees all of it in their
own chat, supervisors see nothing. It is no trait of a person: no score, no list, nothing that stays.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Protocol

from pydantic import BaseModel

from knowledge.datafile import Checked, read_checked
from mediation.errors import NotFound, Refused
from mediation.model.cases.case import SUPERVISORS, HelperKind, Notice, StaffMember
from mediation.model.cases.content import Content
from mediation.model.records import Records

CRISIS_FILE = Path(__file__).with_name("calls.toml")


class CrisisRules(Checked):
    """Fields are explained at the head of ``calls.toml``."""

    second_after_seconds: int
    everybody_after_seconds: int
    drill_hour: int
    drill_within_seconds: int
    call_back_after_hours: int
    all_numbers: tuple[str, ...]
    numbers: dict[str, str]


@cache
def crisis_rules() -> CrisisRules:
    """Ours, read once; raises ``BadData``."""
    return read_checked(CRISIS_FILE, CrisisRules)


class Call(BaseModel):
    """Somebody in danger and who has come. ``stage`` counts how often was called; times are aware UTC.

    A drill has no person. ``ended_at`` is set when the line was left; what was said is wiped then.
    ``call_back_by`` is who may say hello again, because the person said yes.
    """

    id: int = 0
    person_id: int | None
    danger: str
    about_other: bool = False
    opened_at: datetime
    responder_id: int | None = None
    stage: int = 0
    next_at: datetime | None = None
    ended_at: datetime | None = None
    call_back_by: int | None = None


class Shift(BaseModel):
    """Who is on call from when until when; ``rank`` 1 is rung first."""

    person_id: int
    starts: datetime
    ends: datetime
    rank: int = 1


class Calls(Protocol):
    """What the store remembers of the line."""

    def add(self, call: Call) -> Call:
        """Keep a new one; it gets its id."""

    def save(self, call: Call) -> None:
        """Keep the changed one."""

    def get(self, call_id: int) -> Call:
        """One of them; raises ``NotFound``."""

    def open_of(self, person_id: int) -> Call | None:
        """The call of somebody who is on the line."""

    def answered_by(self, person_id: int) -> Call | None:
        """The call that this responder is talking in."""

    def last_drill(self) -> Call | None:
        """The newest drill."""

    def due(self, now: datetime) -> list[Call]:
        """Calls to which nobody has come by now."""

    def keep_words(self, call_id: int, content: Content) -> None:
        """Keep a message for who comes."""

    def words(self, call_id: int) -> list[Content]:
        """What was written so far."""

    def wipe(self, call_id: int) -> None:
        """Forget what was written."""

    def shifts(self, at: datetime) -> list[Shift]:
        """Who is on call at that moment, in their order."""


class WithCalls(Records, Protocol):
    """Records that keep crisis calls."""

    @property
    def calls(self) -> Calls: ...


def raise_alarm(records: WithCalls, person_id: int, danger: str, about_other: bool, content: Content) -> Call:
    """Open the line, or go on in it; the first on call is rung at once."""
    call = records.calls.open_of(person_id)
    if call is None:
        call = records.calls.add(
            Call(person_id=person_id, danger=danger, about_other=about_other, opened_at=records.now)
        )
        records.audit.write("crisis", f"crisis:{call.id}", None, what="open")
        ring(records, call)
    pass_on(records, call, content)
    return call


def ring(records: WithCalls, call: Call) -> Call:
    """Call the next: first, second, everybody; then the numbers stay on the screen."""
    if call.person_id is None:
        return _drill_missed(records, call)
    rules = crisis_rules()
    people = on_call(records)
    whom = {0: people[:1], 1: people[1:2]}.get(call.stage) or people
    for person in whom:
        records.outbox.post(Notice(to=person, kind="crisis_ring", facts={"call": call.id}))
    if call.stage:
        records.outbox.post(Notice(to=call.person_id, kind="crisis_numbers", facts={"call": call.id}))
    waits = {0: rules.second_after_seconds, 1: rules.everybody_after_seconds - rules.second_after_seconds}
    wait = waits.get(call.stage)
    update = {"stage": call.stage + 1, "next_at": records.now + timedelta(seconds=wait) if wait else None}
    rung = call.model_copy(update=update)
    records.calls.save(rung)
    return rung


def ring_due(records: WithCalls) -> int:
    """Call the next for every call to which nobody has come; returns how many."""
    due = records.calls.due(records.now)
    for call in due:
        ring(records, call)
    return len(due)


def on_call(records: WithCalls) -> list[int]:
    """Who is rung, in order: the duty roster, then counsellors, then whoever else can listen."""
    listed = [shift.person_id for shift in records.calls.shifts(records.now)]
    staff = {one.person_id: one for one in records.people.colleagues()}
    duty = [one for one in listed if one in staff]
    counsellors = [one.person_id for one in _listening(staff.values()) if one.duty == HelperKind.COUNSELLOR]
    others = [one.person_id for one in _listening(staff.values())]
    return list(dict.fromkeys([*duty, *counsellors, *others]))


def _listening(staff: Iterable[StaffMember]) -> list[StaffMember]:
    return [one for one in staff if one.mediates]


def take(records: WithCalls, call_id: int, person_id: int) -> Call:
    """Somebody comes; the first press wins.

    Raises ``NotFound``, ``Refused`` (``crisis_taken``, ``crisis_over``, ``crisis_one_at_a_time``).
    """
    call = records.calls.get(call_id)
    if person_id not in on_call(records):
        raise NotFound
    if call.ended_at is not None:
        raise Refused("crisis_over")
    if call.responder_id is not None and call.responder_id != person_id:
        raise Refused("crisis_taken")
    if records.calls.answered_by(person_id) is not None and call.responder_id is None:
        raise Refused("crisis_one_at_a_time")
    taken = call.model_copy(update={"responder_id": person_id, "next_at": None})
    if call.person_id is None:
        taken = taken.model_copy(update={"ended_at": records.now})
    records.calls.save(taken)
    records.audit.write("crisis", f"crisis:{call.id}", person_id, what="take")
    if call.person_id is not None and call.responder_id is None:
        facts = {"handler_id": person_id}
        records.outbox.post(Notice(to=call.person_id, kind="crisis_here", facts=dict(facts)))
        for content in records.calls.words(call_id):
            _post(records, person_id, content)
    return taken


def pass_on(records: WithCalls, call: Call, content: Content) -> None:
    """From the one in danger to who has come, or kept for who comes."""
    records.calls.keep_words(call.id, content)
    if call.responder_id is not None:
        _post(records, call.responder_id, content)


def answer(records: WithCalls, call: Call, content: Content) -> None:
    """From who has come to the one in danger."""
    if call.person_id is not None:
        _post(records, call.person_id, content)


def leave(records: WithCalls, person_id: int) -> Call:
    """ "I am safe": the line is left, who has come is told. Raises ``NotFound`` when there is none."""
    call = records.calls.open_of(person_id)
    if call is None:
        raise NotFound
    if call.responder_id is not None:
        records.outbox.post(Notice(to=call.responder_id, kind="crisis_safe", facts={}))
    return _end(records, call)


def hand_back(records: WithCalls, responder_id: int) -> Call:
    """Who has come lets go. Raises ``NotFound`` when they are in none."""
    call = records.calls.answered_by(responder_id)
    if call is None:
        raise NotFound
    if call.person_id is not None:
        records.outbox.post(Notice(to=call.person_id, kind="crisis_handed_back", facts={}))
    return _end(records, call)


def _drill_missed(records: WithCalls, call: Call) -> Call:
    records.outbox.post(Notice(to=SUPERVISORS, kind="crisis_drill_missed"))
    ended = call.model_copy(update={"ended_at": records.now, "next_at": None})
    records.calls.save(ended)
    records.audit.write("crisis", f"crisis:{call.id}", None, what="drill_missed")
    return ended


def _end(records: WithCalls, call: Call) -> Call:
    ended = call.model_copy(update={"ended_at": records.now, "next_at": None})
    records.calls.save(ended)
    records.calls.wipe(call.id)
    records.audit.write("crisis", f"crisis:{call.id}", call.responder_id, what="end")
    return ended


def _post(records: WithCalls, to: int, content: Content) -> None:
    facts = {"content": content.model_dump_json()}
    records.outbox.post(Notice(to=to, kind="crisis_words", facts=dict(facts)))
