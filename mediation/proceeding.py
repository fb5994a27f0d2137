"""Takes steps of the formal procedure on stored matters: the one door through which a matter changes."""

from collections.abc import Iterable, Iterator
from datetime import date, tzinfo

from mediation.audit import note_move
from mediation.case import SUPERVISORS, CaseFields, Event, Fact, Notice
from mediation.deadline_kept import kept
from mediation.deadline_rules import ClockTable, Viewer
from mediation.deadlines import start
from mediation.errors import NotFound
from mediation.matter import Matter
from mediation.procedure import Given, Taken, Taker, take
from mediation.procedure_table import Part, ProcedureTable
from mediation.proceeding_clocks import CaseClocks
from mediation.records import Records

FIRST_STATE = "registered"
FIRST_CLOCKS = ("inform", "open_long")
"""C1 (信访工作条例 23(2)), and the company's own look after 90 days."""

NO_DAY = "none"
"""In place of a date in a notice."""


def open_matter(records: Records, clocks: ClockTable, case: CaseFields, today: date, zone: tzinfo) -> Matter:
    """The formal side of a case that was filed today: registered at once, with its first clocks (23, 44(1)).

    ``today`` is the business day in ``zone``. The case must have no matter yet.
    """
    matter = Matter(number=case.number, state=FIRST_STATE, owner_id=case.owner_id, received_on=today)
    records.matters.add(matter)
    for kind in FIRST_CLOCKS:
        records.deadlines.add(kept(start(clocks.named(kind), case.number, today), zone))
    return matter


def take_step(
    records: Records,
    table: ProcedureTable,
    clocks: ClockTable,
    number: str,
    name: str,
    taker: Taker,
    given: Given,
    today: date,
    zone: tzinfo,
) -> Matter:
    """Take the step and keep everything it leads to, in this transaction.

    Raises ``NotFound`` for an unknown number and for somebody who has no part at all in the matter,
    ``Refused`` with the reason (``DeadlineRefused`` where a clock says no), or ``Stale`` when another writer
    was faster (the unit of work is then run again).
    """
    case = records.cases.get(number)
    if not taker.parts:
        raise NotFound
    # whoever follows the case up from another account is its owner now
    matter = records.matters.get(number).model_copy(update={"owner_id": case.owner_id})
    running = CaseClocks(records.deadlines, clocks, number, today, zone)
    taken = take(table, matter, name, taker, given, today, running.running)
    running.follow(matter, taken, given)
    records.matters.save(taken.matter)
    _note(records, matter, taken, taker, given)
    for notice in _notices(records, taken, running):
        records.outbox.post(notice)
    return taken.matter


def _note(records: Records, before: Matter, taken: Taken, taker: Taker, given: Given) -> None:
    event = Event(
        trigger=taken.step.do,
        from_state=before.state,
        to_state=taken.matter.state,
        actor_id=taker.person_id,
        actor_role=taken.part.value,
        reason=given.reason,
        at=records.now,
    )
    records.cases.log(before.number, event)
    note_move(records.audit, before.number, event)


def _notices(records: Records, taken: Taken, clocks: CaseClocks) -> Iterator[Notice]:
    told: set[int | None] = set()
    for part in taken.tell:
        viewer = Viewer.OWNER if part is Part.OWNER else Viewer.STAFF
        day = clocks.day_shown(viewer)
        facts: dict[str, Fact] = {"step": taken.step.do, "state": taken.matter.state}
        facts["due"] = day.isoformat() if day else NO_DAY
        for person in _persons(records, taken.matter, part):
            if person not in told:
                told.add(person)
                yield Notice(to=person, kind="step", case_number=taken.matter.number, facts=facts)


def _persons(records: Records, matter: Matter, part: Part) -> Iterable[int | None]:
    """Who has this part, as far as a matter knows; receivers and unit heads are not known yet."""
    if part is Part.SUPERVISOR:
        return supervisors_for(records, matter)
    known = {
        Part.OWNER: matter.owner_id,
        Part.HANDLER: on_duty(records, matter.handler_id),
        Part.SPONSOR: on_duty(records, matter.sponsor_id),
    }.get(part)
    return [known] if known is not None else []


def on_duty(records: Records, person_id: int | None) -> int | None:
    """The person, unless they have left the roster since."""
    member = records.people.staff(person_id) if person_id is not None else None
    return None if member is not None and not member.active else person_id


def supervisors_for(records: Records, matter: Matter) -> list[int | None]:
    """All supervisors, without those whom the matter is about; the group where that leaves nobody."""
    if not matter.named:
        return [SUPERVISORS]
    seeing = [one for one in records.people.colleagues() if one.supervises]
    return [one.person_id for one in seeing if one.person_id not in matter.named] or [None]
