"""What can be done to a running deadline, and what is to be said of it: pure functions, time is passed in.

People decide, this only counts: nothing here stops, pauses or extends by itself. A period that begins anew
(调解仲裁法 27(2)) is a new deadline; the old one keeps warning until a person stops it, because an
interruption has to be proved.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, tzinfo

from mediation.deadlines.calendar import business_day, start_moment
from mediation.deadlines.deadline import Deadline, Extended, counted_on, dated, day_of, pause_length
from mediation.deadlines.rules import Addressee, Clock, DeadlineRefused, ExtensionRule, Unit, WarningRule


@dataclass(frozen=True)
class DueWarning:
    """Something to be said: ``key`` chooses the words, ``left`` are the days to ``due`` (negative: late).

    After a long silence several come at once, oldest first; the last one says the most.
    """

    key: str
    told: tuple[Addressee, ...]
    due_at: datetime
    left: int


def start(clock: Clock, case: str, on: date, until: date | None = None) -> Deadline:
    """Start a clock on the day of what it is counted from; ``until`` is the date of an agreed one.

    Refuses with ``date_wrong`` when an agreed date is missing or lies before ``on``, or is given to another.
    """
    if (until is None) == (clock.unit is Unit.AGREED) or (until is not None and until < on):
        raise DeadlineRefused("date_wrong", kind=clock.kind)
    due = until or counted_on(clock.unit, on, clock.length)
    return dated(Deadline(clock, case, on, due, due, due), due)


def recount(deadline: Deadline) -> Deadline:
    """The same deadline with what is known of the holidays by now; for when their data was renewed."""
    return dated(deadline, deadline.due)


def pause(deadline: Deadline, on: date, cause: str) -> Deadline:
    """From ``on`` no day counts. Refuses: ``stopped_already``, ``not_pausable``, ``paused_already``,
    ``date_wrong`` (before the start or inside an earlier pause), ``pause_too_late``."""
    _must_run(deadline, on)
    if cause not in deadline.clock.paused_by:
        raise DeadlineRefused("not_pausable", kind=deadline.kind, cause=cause)
    if deadline.open_pause is not None:
        raise DeadlineRefused("paused_already", kind=deadline.kind)
    if any(to is None or on < to for _, to in deadline.paused):
        raise DeadlineRefused("date_wrong", kind=deadline.kind)
    if on > deadline.due:
        raise DeadlineRefused("pause_too_late", kind=deadline.kind, due=deadline.due)
    return replace(deadline, paused=(*deadline.paused, (on, None)))


def resume(deadline: Deadline, on: date) -> Deadline:
    """From ``on`` the days count again; the end moves by the days that did not.

    Refuses: ``stopped_already``, ``not_paused``, ``date_wrong`` (before the pause).
    """
    _must_run(deadline, on)
    since = deadline.open_pause
    if since is None:
        raise DeadlineRefused("not_paused", kind=deadline.kind)
    if on < since:
        raise DeadlineRefused("date_wrong", kind=deadline.kind)
    moved = replace(deadline, paused=(*deadline.paused[:-1], (since, on)))
    return dated(moved, deadline.due + pause_length(deadline, (since, on)))


def extend(deadline: Deadline, on: date, by: int, reason: str, approved_by: Addressee) -> Deadline:
    """Give it ``by`` more of the clock's unit. What was said of the old end is said again of the new one.

    Refuses: ``stopped_already``, ``not_extendable``, ``extended_already``, ``extension_too_late`` (after
    ``due``, also where that is a rest day), ``reason_missing``, ``approver_wrong``, ``extension_too_long``,
    ``date_wrong`` (before the start).
    """
    _must_run(deadline, on)
    rule = _extension_open(deadline, on)
    if not reason.strip():
        raise DeadlineRefused("reason_missing", kind=deadline.kind)
    if approved_by is not rule.approved_by:
        raise DeadlineRefused("approver_wrong", kind=deadline.kind, approver=rule.approved_by)
    if not 0 < by <= rule.by:
        raise DeadlineRefused("extension_too_long", kind=deadline.kind, limit=rule.by)
    longer = replace(deadline, extended=Extended(on, by, reason.strip(), approved_by))
    longer = dated(longer, counted_on(deadline.clock.unit, deadline.due, by))
    ahead = {rule.key for rule in deadline.clock.warning if (day := day_of(longer, rule)) is None or day > on}
    return replace(longer, warned=longer.warned - ahead)


def stop(deadline: Deadline, on: date) -> Deadline:
    """What it waited for has happened; refuses ``stopped_already``, ``date_wrong`` (before the start)."""
    _must_run(deadline, on)
    return replace(deadline, stopped=on)


def warnings(deadline: Deadline, now: datetime, zone: tzinfo) -> list[DueWarning]:
    """What is to be said by now and was not said yet, in order of time; nothing once it is stopped."""
    left = (deadline.due - business_day(now, zone)).days
    moments = sorted(_waiting(deadline, zone), key=lambda one: one[0])
    return [DueWarning(rule.key, rule.told, at, left) for at, rule in moments if at <= now]


def marked(deadline: Deadline, said: Iterable[DueWarning]) -> Deadline:
    """The deadline that remembers what was said; store it together with the letters."""
    return replace(deadline, warned=deadline.warned | {warning.key for warning in said})


def next_moment(deadline: Deadline, zone: tzinfo) -> datetime | None:
    """When ``warnings`` will have something to give (aware UTC, may be past); ``None``: not before an act."""
    return min((at for at, _ in _waiting(deadline, zone)), default=None)


def breached(deadline: Deadline, now: datetime, zone: tzinfo) -> bool:
    """A duty is late, or was done late; a right is over. Never while it stands still."""
    if deadline.open_pause is not None:
        return False
    return (deadline.stopped or business_day(now, zone)) > deadline.last_day


def _waiting(deadline: Deadline, zone: tzinfo) -> Iterator[tuple[datetime, WarningRule]]:
    if deadline.stopped is not None:
        return
    for rule in deadline.clock.warning:
        if rule.key not in deadline.warned and (day := day_of(deadline, rule)) is not None:
            yield start_moment(day, zone), rule


def _extension_open(deadline: Deadline, on: date) -> ExtensionRule:
    if deadline.clock.extension is None:
        raise DeadlineRefused("not_extendable", kind=deadline.kind)
    if deadline.extended is not None:
        raise DeadlineRefused("extended_already", kind=deadline.kind)
    if deadline.open_pause is None and on > deadline.due:
        raise DeadlineRefused("extension_too_late", kind=deadline.kind, due=deadline.due)
    return deadline.clock.extension


def _must_run(deadline: Deadline, on: date) -> None:
    if deadline.stopped is not None:
        raise DeadlineRefused("stopped_already", kind=deadline.kind, on=deadline.stopped)
    if on < deadline.started:
        raise DeadlineRefused("date_wrong", kind=deadline.kind)
