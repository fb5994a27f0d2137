"""Warns of deadlines: looks at what is due and at nothing else, and says each thing once."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta, tzinfo
from typing import NamedTuple

from mediation.deadlines.acts import DueWarning, marked, warnings
from mediation.deadlines.calendar import business_day
from mediation.deadlines.deadline import Deadline
from mediation.deadlines.rules import Addressee, ClockTable, DeadlineRefused, Whose
from mediation.model.cases.case import CaseFields, Fact, Notice
from mediation.model.procedure.matter import Matter
from mediation.model.procedure.table import Part
from mediation.model.records import Records
from mediation.procedure.matters import supervisors_for
from mediation.standing.standing import holders

ASK_AGAIN = timedelta(days=1)
"""When a deadline whose kind the table does not have is looked at again; it must not hold up others."""

NOT_OURS = frozenset({Addressee.LAWYER, Addressee.AUTHORITY})
"""The owner's own lawyer and authorities are written to by the owner. Of a limit outside nobody else is told
(``deadline_rules`` refuses a table that says otherwise), so the owner is left."""

PARTS = {
    Addressee.OWNER: Part.OWNER,
    Addressee.FIRST_CONTACT: Part.TRIAGE,
    Addressee.TRIAGE: Part.TRIAGE,
    Addressee.RECEIVER: Part.RECEIVER,
    Addressee.HANDLER: Part.HANDLER,
    Addressee.UNIT_HEAD: Part.UNIT_HEAD,
    Addressee.SPONSOR: Part.SPONSOR,
    Addressee.REVIEWER: Part.REVIEWER,
    Addressee.LEVEL_ABOVE: Part.REVIEWER,
}
"""Who is written to in whose place; where nobody holds the part, the supervisors are."""

NOBODY = "none"
"""In place of parts in a notice."""


class WarningRun(NamedTuple):
    """How many deadlines were looked at, how many notices were posted, and kinds that have no clock."""

    looked: int
    posted: int
    unknown: tuple[str, ...]


def warn_due(
    records: Records, clocks: ClockTable, now: datetime, zone: tzinfo, limit: int = 100
) -> WarningRun:
    """Say what is to be said by ``now`` of at most ``limit`` deadlines, and note when to look again.

    Costs in proportion to what is due. Each warning is given once, however often this is called: that it
    was said is stored with the notices. Several warnings of one deadline that come at once after a long
    silence are one notice for each person, which says the last of them. Raises ``Stale`` when another writer
    was faster.
    """
    due = records.deadlines.due(now, limit)
    posted, unknown = 0, []
    for row in due:
        try:
            deadline = row.read(clocks)
        except DeadlineRefused:
            unknown.append(row.kind)
            records.deadlines.save(row.model_copy(update={"next_at": now + ASK_AGAIN}))
            continue
        found = warnings(deadline, now, zone)
        for notice in _notices(records, deadline, found, now, zone) if found else ():
            records.outbox.post(notice)
            posted += 1
        records.deadlines.save(row.holding(marked(deadline, found), zone))
    return WarningRun(len(due), posted, tuple(unknown))


def _notices(
    records: Records, deadline: Deadline, found: Iterable[DueWarning], now: datetime, zone: tzinfo
) -> Iterator[Notice]:
    case = records.cases.get(deadline.case)
    matter = records.matters.get(deadline.case).model_copy(update={"owner_id": case.owner_id})
    facts = _facts(deadline, now, zone)
    letters: dict[int | None, dict[str, Fact]] = {}
    for warning in found:
        for person, parts in _addressees(records, case, matter, warning, business_day(now, zone)):
            letters[person] = facts | {"warning": warning.key, "parts": " ".join(parts) or NOBODY}
    for person, said in letters.items():
        yield Notice(
            to=person,
            kind="deadline_owner" if person == case.owner_id else "deadline",
            case_number=deadline.case,
            facts=said,
        )


def _facts(deadline: Deadline, now: datetime, zone: tzinfo) -> dict[str, Fact]:
    late = business_day(now, zone) > deadline.last_day
    when = ("late" if deadline.clock.whose is Whose.DUTY else "over") if late else "before"
    name = deadline.clock.name
    return {"clock_zh": name.zh, "clock_en": name.en, "due": deadline.rolled.isoformat(), "when": when}


def _addressees(
    records: Records, case: CaseFields, matter: Matter, warning: DueWarning, today: date
) -> Iterator[tuple[int | None, list[str]]]:
    """Each person with the parts in whose place they are told."""
    told = [one for one in warning.told if one not in NOT_OURS]
    known = {one: holders(records, case, matter, PARTS[one], today) for one in told if one in PARTS}
    for people in known.values():
        for one in people:
            yield one, []
    others = [one.value for one in told if one is not Addressee.SUPERVISOR and not known.get(one)]
    if others or Addressee.SUPERVISOR in told:
        for person in supervisors_for(records, matter):
            yield person, others
