"""Takes steps of the formal procedure on stored matters: the one door through which a matter changes."""

from collections.abc import Iterable, Iterator
from datetime import date, tzinfo

from mediation.audit.log import note_move
from mediation.cases.recusal import ask_mediators_privately
from mediation.deadlines.acts import start
from mediation.deadlines.record import record_of
from mediation.deadlines.rules import ClockTable, Viewer
from mediation.errors import NotFound
from mediation.model.cases.case import SUPERVISORS, CaseFields, Event, Fact, Notice
from mediation.model.procedure.matter import Matter
from mediation.model.procedure.step_input import StepInput, Taker
from mediation.model.procedure.table import Part, ProcedureTable
from mediation.model.records import Records
from mediation.procedure.clocks import CaseClocks
from mediation.procedure.step import Taken, take
from mediation.standing.standing import holders, recused_persons

FIRST_STATE = "registered"
FIRST_CLOCKS = ("inform", "open_long")
"""C1 (信访工作条例 23(2)), and the company's own look after 90 days."""

NO_DAY = "none"
"""In place of a date in a notice."""


def open_matter(
    records: Records, clocks: ClockTable, case: CaseFields, today: date, zone: tzinfo, concerned: str = ""
) -> Matter:
    """The formal side of a case that was filed today: registered at once, with its first clocks (23, 44(1)).

    ``today`` is the business day in ``zone``. ``concerned`` is what the owner told: everybody of the
    organisation whose name stands in it stays out, with their line, until a person has looked. The case must
    have no matter yet.
    """
    people = records.organisation.read().people if concerned else ()
    about = tuple(one.key for one in people if one.name in concerned)
    matter = Matter(
        number=case.number, state=FIRST_STATE, owner_id=case.owner_id, received_on=today, about=about
    )
    records.matters.add(matter)
    opened = [start(clocks.named(kind), case.number, today) for kind in FIRST_CLOCKS]
    for deadline in opened:
        records.deadlines.add(record_of(deadline, zone))
    ask_mediators_privately(records, case.number)
    desk = holders(records, case, matter, Part.TRIAGE, today) or supervisors_for(records, matter)
    for person in desk:
        facts: dict[str, Fact] = {"due": opened[0].rolled.isoformat()}
        records.outbox.post(Notice(to=person, kind="registered", case_number=case.number, facts=facts))
    return matter


def take_step(
    records: Records,
    table: ProcedureTable,
    clocks: ClockTable,
    number: str,
    name: str,
    taker: Taker,
    given: StepInput,
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
    stored = records.matters.get(number)
    # whoever follows the case up from another account is its owner now
    matter = stored.model_copy(update={"owner_id": case.owner_id, "named": recused_persons(records, stored)})
    running = CaseClocks(records.deadlines, clocks, number, today, zone)
    taken = take(table, matter, name, taker, given, today, running.running)
    running.follow(matter, taken, given)
    after = taken.matter.model_copy(update={"named": stored.named})
    records.matters.save(after)
    _note(records, matter, taken, taker, given)
    for notice in _notices(records, taken, running, today):
        if notice.to != taker.person_id:
            records.outbox.post(notice)
    return after


def _note(records: Records, before: Matter, taken: Taken, taker: Taker, given: StepInput) -> None:
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


def _notices(records: Records, taken: Taken, clocks: CaseClocks, today: date) -> Iterator[Notice]:
    told: set[int | None] = set()
    case = records.cases.get(taken.matter.number)
    for part in taken.tell:
        viewer = Viewer.OWNER if part is Part.OWNER else Viewer.STAFF
        day = clocks.day_shown(viewer)
        facts: dict[str, Fact] = {"step": taken.step.do, "state": taken.matter.state}
        facts["due"] = day.isoformat() if day else NO_DAY
        for person in recipients(records, case, taken.matter, part, today):
            if person not in told:
                told.add(person)
                yield Notice(to=person, kind="step", case_number=taken.matter.number, facts=facts)


def recipients(
    records: Records, case: CaseFields, matter: Matter, part: Part, today: date
) -> Iterable[int | None]:
    """Who has this part and is written to; supervisors where nobody holds an office that ought to act."""
    if part is Part.SUPERVISOR:
        return supervisors_for(records, matter)
    known = holders(records, case, matter, part, today)
    if not known and part in (Part.UNIT_HEAD, Part.RECEIVER):
        return supervisors_for(records, matter)
    return known


def supervisors_for(records: Records, matter: Matter) -> list[int | None]:
    """All supervisors, without those whom the matter is about.

    Where that leaves nobody, everybody else on the roster: in the group the ones left out would read it.
    """
    out = recused_persons(records, matter)
    if not out:
        return [SUPERVISORS]
    free = [one for one in records.people.colleagues() if one.person_id not in out]
    return [one.person_id for one in free if one.supervises] or [one.person_id for one in free]
