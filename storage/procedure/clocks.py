"""Deadlines as rows."""

from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection, delete, select

from storage.database.sql import put, table
from storage.tables import ClockRow

CLOCKS = table(ClockRow)


class Due(NamedTuple):
    """A clock that has run out."""

    case_number: str
    kind: str
    due_at: datetime


class SqlClocks:
    """See ``mediation.model.records.Clocks``."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def start(self, number: str, kind: str, basis: str, started: datetime, due: datetime) -> None:
        """Start or restart."""
        key = {"case_number": number, "kind": kind}
        put(self._connection, ClockRow, key, basis=basis, started_at=started, due_at=due)

    def stop(self, number: str, kind: str) -> None:
        """Stop it."""
        mine = (CLOCKS.c.case_number == number) & (CLOCKS.c.kind == kind)
        self._connection.execute(delete(CLOCKS).where(mine))

    def due(self, now: datetime, limit: int = 100) -> list[Due]:
        """Clocks that have run out, the oldest first."""
        rows = self._connection.execute(
            select(CLOCKS.c.case_number, CLOCKS.c.kind, CLOCKS.c.due_at)
            .where(CLOCKS.c.due_at <= now)
            .order_by(CLOCKS.c.due_at)
            .limit(limit)
        )
        return [Due(*row) for row in rows]

    def is_due(self, number: str, kind: str, now: datetime) -> bool:
        """Whether this clock runs and has run out."""
        mine = (CLOCKS.c.case_number == number) & (CLOCKS.c.kind == kind) & (CLOCKS.c.due_at <= now)
        return self._connection.execute(select(CLOCKS.c.id).where(mine)).first() is not None

    def next_due(self) -> datetime | None:
        """When the next clock runs out."""
        return self._connection.scalar(select(CLOCKS.c.due_at).order_by(CLOCKS.c.due_at).limit(1))
