"""Limits outside the company, watched because the owner asked: they run on whatever happens here.

劳动争议调解仲裁法 27, 工伤保险条例 17 and others name them; ``deadlines.toml`` has each with its article.
Nobody but the owner is told (``whose = "outside"``).
"""

from datetime import date, tzinfo
from functools import cache
from pathlib import Path

from knowledge.datafile import Checked, read_checked
from knowledge.fields import Bilingual
from mediation.access.case_access import own_case
from mediation.deadlines.acts import start, stop
from mediation.deadlines.deadline import Deadline
from mediation.deadlines.record import record_of
from mediation.deadlines.rules import Clock, ClockTable
from mediation.errors import Refused
from mediation.model.records import Records

OUTSIDE_FILE = Path(__file__).with_name("external_deadlines.toml")


class Guard(Checked):
    """Which clocks fit a kind of concern."""

    categories: tuple[str, ...]
    clocks: tuple[str, ...]


class Outside(Checked):
    """All of them; explained at the head of ``external_deadlines.toml``."""

    guard: tuple[Guard, ...]
    since: dict[str, Bilingual]

    def clocks_for(self, category: str) -> tuple[str, ...]:
        """What may run in such a case."""
        found = next((one for one in self.guard if category in one.categories), self.guard[-1])
        return found.clocks


@cache
def outside() -> Outside:
    """Ours, read once; raises ``BadData``."""
    return read_checked(OUTSIDE_FILE, Outside)


def offered(clocks: ClockTable, category: str) -> list[Clock]:
    """The clocks that an owner of such a case may have watched."""
    return [clocks.named(kind) for kind in outside().clocks_for(category)]


def watch(
    records: Records, clocks: ClockTable, owner_id: int, number: str, kind: str, since: date, today: date,
    zone: tzinfo,
) -> Deadline:  # fmt: skip
    """Watch this limit from the day it counts from; an earlier watch of the same kind ends.

    Raises ``NotFound`` for somebody else's case, ``Refused``: ``unknown_limit``, ``day_to_come``, and
    ``limit_is_over`` (with its last day), which is told and not kept.
    """
    case = own_case(records, owner_id, number)
    if kind not in outside().clocks_for(case.category):
        raise Refused("unknown_limit")
    if since > today:
        raise Refused("day_to_come")
    deadline = start(clocks.named(kind), number, since)
    if today > deadline.latest:
        raise Refused("limit_is_over", due=deadline.rolled.isoformat())
    unwatch(records, clocks, owner_id, number, kind, today, zone)
    records.deadlines.add(record_of(deadline, zone))
    records.audit.write("limit", number, owner_id, kind=kind, what="watch")
    return deadline


def unwatch(
    records: Records, clocks: ClockTable, owner_id: int, number: str, kind: str, today: date, zone: tzinfo
) -> None:
    """Watch it no longer; nothing happens where it is not watched. Raises ``NotFound``."""
    own_case(records, owner_id, number)
    for row in records.deadlines.of_case(number):
        if row.kind == kind and row.stopped is None:
            ended = stop(row.read(clocks), max(today, row.started))
            records.deadlines.save(row.holding(ended, zone))
            records.audit.write("limit", number, owner_id, kind=kind, what="end")
