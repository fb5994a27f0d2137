"""A deadline as it is stored: plain values, and when somebody has to look at it again."""

from collections.abc import Sequence
from datetime import date, datetime, tzinfo
from typing import Any

from pydantic import BaseModel

from mediation.deadlines.acts import next_moment
from mediation.deadlines.deadline import Deadline, Extended, Pause
from mediation.deadlines.rules import Addressee, ClockTable


class DeadlineRecord(BaseModel):
    """One row. ``paused`` are pairs of ISO dates, ``next_at`` is aware UTC, or ``None``: not before an act.

    The kind is kept as a name: a table that does not know it any more loses nothing of the row.
    ``version`` rises with every change and guards against two writers.
    """

    id: int = 0
    case_number: str
    kind: str
    started: date
    due: date
    rolled: date
    latest: date
    paused: list[list[str | None]] = []
    extended: dict[str, Any] | None = None
    stopped: date | None = None
    warned: list[str] = []
    next_at: datetime | None = None
    version: int = 0

    def read(self, clocks: ClockTable) -> Deadline:
        """The deadline with its clock; refused with ``unknown_clock`` and the kind when there is none."""
        return Deadline(
            clock=clocks.named(self.kind),
            case=self.case_number,
            started=self.started,
            due=self.due,
            rolled=self.rolled,
            latest=self.latest,
            paused=tuple(_pause(one) for one in self.paused),
            extended=_extended(self.extended),
            stopped=self.stopped,
            warned=frozenset(self.warned),
        )

    def holding(self, deadline: Deadline, zone: tzinfo) -> "DeadlineRecord":
        """The same row with the deadline as it has become."""
        return self.model_copy(update=record_of(deadline, zone).model_dump(exclude={"id", "version"}))


def record_of(deadline: Deadline, zone: tzinfo) -> DeadlineRecord:
    """A new row for it; ``zone`` is where the business is: its days decide when to look again."""
    extended = deadline.extended
    return DeadlineRecord(
        case_number=deadline.case,
        kind=deadline.kind,
        started=deadline.started,
        due=deadline.due,
        rolled=deadline.rolled,
        latest=deadline.latest,
        paused=[[since.isoformat(), to.isoformat() if to else None] for since, to in deadline.paused],
        extended={
            "on": extended.on.isoformat(),
            "by": extended.by,
            "reason": extended.reason,
            "approved_by": extended.approved_by.value,
        }
        if extended
        else None,
        stopped=deadline.stopped,
        warned=sorted(deadline.warned),
        next_at=next_moment(deadline, zone),
    )


def _pause(pair: Sequence[str | None]) -> Pause:
    since, to = pair
    return date.fromisoformat(str(since)), date.fromisoformat(to) if to else None


def _extended(values: dict[str, Any] | None) -> Extended | None:
    if values is None:
        return None
    return Extended(
        on=date.fromisoformat(values["on"]),
        by=int(values["by"]),
        reason=str(values["reason"]),
        approved_by=Addressee(values["approved_by"]),
    )
