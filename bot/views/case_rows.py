"""What staff may see of cases in the formal procedure: aliases, codes and dates, nobody's name or words."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from mediation.deadlines.deadline import Deadline
from mediation.deadlines.rules import ClockTable, Viewer, Whose
from mediation.errors import NotFound
from mediation.model.procedure.matter import Matter
from mediation.procedure.clocks import WATCHES
from storage.procedure.matters import SEALED, ListedMatter
from storage.unit_of_work.records import SqlRecords


@dataclass(frozen=True)
class CaseLine:
    """One case in a list. ``handler`` and ``sponsor`` are ``person:12``; ``due`` is its earliest last day."""

    number: str
    alias: str
    category: str
    state: str
    received_on: date
    days: int
    unit: str
    handler: str
    sponsor: str
    accepted_on: date | None
    extended_to: date | None
    delivered_on: date | None
    filings: int
    open_promises: int
    clock: str
    due: date | None
    overdue: bool


@dataclass(frozen=True)
class ClockLine:
    """One running deadline. ``due`` is the last day as people are shown it, ``left`` the days to it."""

    number: str
    alias: str
    state: str
    kind: str
    name: str
    started: date
    due: date
    left: int
    late: bool


def case_lines(
    records: SqlRecords, clocks: ClockTable, today: date, state: str | None = None, overdue: bool = False
) -> list[CaseLine]:
    """Matters in one state, or all but the sealed ones; with ``overdue`` those of which a duty is late.

    Raises ``DeadlineRefused("unknown_clock", kind=…)``.
    """
    running = defaultdict(list)
    for row in records.deadlines.running():
        running[row.case_number].append(row.read(clocks))
    lines = [_line(one, running[one.matter.number], today) for one in records.matters.listed(state)]
    return [one for one in lines if one.overdue or not overdue]


def _line(listed: ListedMatter, running: Iterable[Deadline], today: date) -> CaseLine:
    matter = listed.matter
    duties = [one for one in running if _is_shown(one) and one.clock.whose is Whose.DUTY]
    dated = sorted((one.rolled, one.kind) for one in duties if one.kind not in WATCHES)
    due, clock = dated[0] if dated else (None, "")
    return CaseLine(
        number=matter.number,
        alias=listed.alias,
        category=listed.category,
        state=matter.state,
        received_on=matter.received_on,
        days=matter.open_days(today),
        unit=matter.unit,
        handler=_person(matter.handler_id),
        sponsor=_person(matter.sponsor_id),
        accepted_on=matter.accepted_on,
        extended_to=matter.extended_to,
        delivered_on=matter.delivered_on,
        filings=matter.filings,
        open_promises=len(matter.open_promises),
        clock=clock,
        due=due,
        overdue=any(is_late(one, today) for one in duties),
    )


def clock_lines(records: SqlRecords, clocks: ClockTable, today: date, until: date) -> list[ClockLine]:
    """Running deadlines that end by ``until`` or are late, the earliest first; owners' own limits are not
    shown, nor is anything of a sealed case.
    """
    matters = {one.matter.number: one for one in records.matters.listed()}
    found = []
    for row in records.deadlines.running(until):
        deadline, listed = row.read(clocks), matters.get(row.case_number)
        if listed is not None and _is_shown(deadline):
            found.append(_clock_line(deadline, listed, today))
    return found


def _clock_line(deadline: Deadline, listed: ListedMatter, today: date) -> ClockLine:
    return ClockLine(
        number=deadline.case,
        alias=listed.alias,
        state=listed.matter.state,
        kind=deadline.kind,
        name=deadline.clock.name.zh,
        started=deadline.started,
        due=deadline.rolled,
        left=(deadline.rolled - today).days,
        late=is_late(deadline, today),
    )


def whole_case(records: SqlRecords, clocks: ClockTable, number: str, today: date) -> dict[str, Any]:
    """Everything that may be shown of one case, ready for JSON. Raises ``NotFound`` (also for a
    sealed one), ``DeadlineRefused``.
    """
    case, matter = records.cases.get(number), records.matters.get(number)
    if matter.state == SEALED:
        raise NotFound
    every = [row.read(clocks) for row in records.deadlines.of_case(number)]
    return {
        "number": number,
        "alias": case.alias,
        "category": case.category,
        "state": matter.state,
        "received_on": matter.received_on,
        "days": matter.open_days(today),
        "accepted_on": matter.accepted_on,
        "extended_to": matter.extended_to,
        "delivered_on": matter.delivered_on,
        "filings": matter.filings,
        "bounces": matter.bounces,
        "responsible": _responsible(records, matter),
        "promises": [one.model_dump() for one in matter.promises],
        "clocks": [_clock(one, today) for one in every if _is_shown(one)],
        "steps": [
            {
                "at": one.at,
                "step": one.trigger,
                "from": one.from_state,
                "to": one.to_state,
                "by": one.actor_role,
            }
            for one in records.cases.history(number)
        ],
    }


def _clock(deadline: Deadline, today: date) -> dict[str, Any]:
    return {
        "kind": deadline.kind,
        "name": deadline.clock.name.zh,
        "started": deadline.started,
        "due": deadline.rolled,
        "stopped": deadline.stopped,
        "extended_on": deadline.extended.on if deadline.extended else None,
        "standing_still_since": deadline.open_pause,
        "late": is_late(deadline, today),
    }


def _responsible(records: SqlRecords, matter: Matter) -> dict[str, str]:
    found = {"unit": matter.unit}
    for part, person in (("handler", matter.handler_id), ("sponsor", matter.sponsor_id)):
        member = records.people.staff(person) if person is not None else None
        duty = f" ({member.duty})" if member is not None else ""
        found[part] = f"{_person(person)}{duty}"
    return {part: who for part, who in found.items() if who}


def is_late(deadline: Deadline, today: date) -> bool:
    """A duty that is late by now, or was done late; a right that is over. Never while it stands still."""
    return deadline.open_pause is None and (deadline.stopped or today) > deadline.last_day


def _is_shown(deadline: Deadline) -> bool:
    return Viewer.STAFF in deadline.clock.visible_to


def _person(person_id: int | None) -> str:
    return f"person:{person_id}" if person_id is not None else ""
