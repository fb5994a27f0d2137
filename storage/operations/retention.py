"""Finds what is older than its class allows, and deletes it in small transactions; see ``retention.toml``."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, Table, and_, delete, func, not_, or_, select

from mediation.model.care import ENDED
from mediation.model.retention import CASES as CASE_CLASSES
from mediation.model.retention import Ended, What
from mediation.privacy.erasure import BY_RETENTION, OVER, PROCEDURE_OVER, erase
from storage.campaigns.campaigns import RECIPIENTS
from storage.care.care import CARE, NOTES
from storage.cases.cases import CASES, EVENTS
from storage.cases.drafts import DRAFTS, PARTS
from storage.crisis.calls import CALLS
from storage.mail.inbox import INBOX
from storage.mail.outbox import OUTBOX
from storage.people.dialog_state import STATES
from storage.people.people import ATTEMPTS
from storage.privacy.complaints import COMPLAINTS
from storage.privacy.holds import HOLDS
from storage.procedure.matters import MATTERS
from storage.unit_of_work.records import SqlRecords
from storage.unmasking.unmaskings import MASKS

AT_ONCE = 200
"""Rows of one transaction; cases go one by one."""

Older = Callable[[datetime], ColumnElement[bool]]


def _finished(there: Table, column: str = "finished_at") -> Older:
    return lambda before: and_(there.c[column].is_not(None), there.c[column] < before)


ROWS: dict[What, tuple[Table, Older]] = {
    What.DRAFTS: (DRAFTS, _finished(DRAFTS, "changed_at")),
    What.ATTEMPTS: (ATTEMPTS, _finished(ATTEMPTS, "at")),
    What.INBOX: (INBOX, _finished(INBOX, "done_at")),
    What.OUTBOX: (OUTBOX, _finished(OUTBOX)),
    What.DIALOGS: (STATES, _finished(STATES, "changed_at")),
    What.RECIPIENTS: (RECIPIENTS, _finished(RECIPIENTS)),
    What.COMPLAINTS: (COMPLAINTS, _finished(COMPLAINTS, "answered_at")),
    What.CALLS: (CALLS, _finished(CALLS, "ended_at")),
    What.CARE: (CARE, lambda before: and_(CARE.c.state == ENDED, CARE.c.ended_at < before)),
}
"""Classes of single rows, each with its table and what makes a row old."""

BELONGS: dict[What, Column[Any]] = {
    What.DRAFTS: PARTS.c.person_id,
    What.CARE: NOTES.c.care_id,
    What.CALLS: MASKS.c.call_id,
}
"""The column of the rows that go with them; it holds the key."""


def count(connection: Connection, what: What, before: datetime) -> int:
    """How many there are."""
    if what in CASE_CLASSES:
        return len(ended_cases(connection, what, before))
    there, older = ROWS[what]
    return int(connection.scalar(select(func.count()).select_from(there).where(older(before))) or 0)


def ended_cases(connection: Connection, what: What, before: datetime) -> list[Ended]:
    """Cases whose last move is older; none that is held, or whose formal side is still to come to its end."""
    state = "withdrawn" if what is What.WITHDRAWN else "closed"
    held = select(HOLDS.c.id).where(HOLDS.c.case_number == CASES.c.number, HOLDS.c.released_at.is_(None))
    last = (
        select(EVENTS.c.case_number, func.max(EVENTS.c.at).label("at"))
        .group_by(EVENTS.c.case_number)
        .subquery()
    )
    over = or_(MATTERS.c.state.is_(None), MATTERS.c.state.in_(PROCEDURE_OVER))
    wanted = (
        select(CASES.c.number, last.c.at)
        .join(last, last.c.case_number == CASES.c.number)
        .outerjoin(MATTERS, MATTERS.c.number == CASES.c.number)
        .where(CASES.c.state == state, last.c.at < before, over, not_(held.exists()))
        .order_by(last.c.at, CASES.c.number)
    )
    return [Ended(row.number, row.at) for row in connection.execute(wanted)]


def delete_some(records: SqlRecords, what: What, before: datetime) -> int:
    """One step of it, for one transaction; returns how many went. Zero: nothing of the class is left."""
    connection = records.connection
    if what in CASE_CLASSES:
        return _one_case(records, what, before)
    there, older = ROWS[what]
    key = list(there.primary_key)
    rows = connection.execute(select(*key).where(older(before)).order_by(*key).limit(AT_ONCE)).all()
    for row in rows:
        same = [column == value for column, value in zip(key, row, strict=True)]
        _with_it(connection, what, row[0])
        connection.execute(delete(there).where(*same, older(before)))
    return len(rows)


def _with_it(connection: Connection, what: What, value: Any) -> None:
    if what in BELONGS:
        column = BELONGS[what]
        connection.execute(delete(column.table).where(column == value))


def _one_case(records: SqlRecords, what: What, before: datetime) -> int:
    found = ended_cases(records.connection, what, before)
    if not found:
        return 0
    case = records.cases.get(found[0].number)
    assert case.state in OVER, "only those were looked for"
    erase(records, case, BY_RETENTION)
    records.audit.write("erased", case.number, None, by=BY_RETENTION)
    return 1
