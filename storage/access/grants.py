"""Grants of roles and the codes of the first administrators."""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, insert, select, update

from mediation.access.grants import Grant
from mediation.errors import NotFound
from storage.database.sql import insert_row, table
from storage.tables.people.access import AdminCodeRow, GrantRow

GRANTS = table(GrantRow)
CODES = table(AdminCodeRow)


class SqlGrants:
    """See ``mediation.access.grants.Grants``."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, grant: Grant) -> Grant:
        """Keep a new one."""
        new = insert_row(self._connection, GrantRow, **grant.model_dump(exclude={"id"}))
        return grant.model_copy(update={"id": new})

    def get(self, grant_id: int) -> Grant:
        """One of them."""
        found = self._list(select(GRANTS).where(GRANTS.c.id == grant_id).with_for_update())
        if not found:
            raise NotFound
        return found[0]

    def save(self, grant: Grant) -> None:
        """Keep the changed one."""
        values = grant.model_dump(exclude={"id"})
        self._connection.execute(update(GRANTS).where(GRANTS.c.id == grant.id).values(**values))

    def open_of(self, person_id: int) -> list[Grant]:
        """The oldest first."""
        mine = (GRANTS.c.person_id == person_id) & GRANTS.c.ended_at.is_(None)
        return self._list(select(GRANTS).where(mine).order_by(GRANTS.c.id))

    def asked_by(self, person_id: int) -> list[Grant]:
        """Asks of somebody that nobody has decided yet."""
        mine = (GRANTS.c.asked_by == person_id) & GRANTS.c.approved_at.is_(None)
        return self._list(select(GRANTS).where(mine & GRANTS.c.ended_at.is_(None)).order_by(GRANTS.c.id))

    def due(self, now: datetime, limit: int) -> list[Grant]:
        """The longest waiting first."""
        wanted = (GRANTS.c.next_at <= now) & GRANTS.c.ended_at.is_(None)
        return self._list(select(GRANTS).where(wanted).order_by(GRANTS.c.next_at, GRANTS.c.id).limit(limit))

    def next_due(self) -> datetime | None:
        """When the next one has to be looked at."""
        waiting = select(GRANTS.c.next_at).where(GRANTS.c.next_at.is_not(None))
        found: datetime | None = self._connection.scalar(waiting.order_by(GRANTS.c.next_at).limit(1))
        return found

    def add_code(self, hashed: str, name: str, until: datetime) -> None:
        """Keep its hash."""
        self._connection.execute(insert(CODES).values(hashed=hashed, name=name, until=until))

    def codes(self, now: datetime) -> list[tuple[int, str]]:
        """Unused ones that are still good."""
        good = CODES.c.used_at.is_(None) & (CODES.c.until > now)
        rows = self._connection.execute(select(CODES.c.id, CODES.c.hashed).where(good).order_by(CODES.c.id))
        return [(row.id, row.hashed) for row in rows]

    def use_code(self, code_id: int, now: datetime) -> str | None:
        """Take it, once."""
        good = (CODES.c.id == code_id) & CODES.c.used_at.is_(None) & (CODES.c.until > now)
        if not self._connection.execute(update(CODES).where(good).values(used_at=now)).rowcount:
            return None
        return self._connection.scalar(select(CODES.c.name).where(CODES.c.id == code_id))

    def _list(self, statement: Select[Any]) -> list[Grant]:
        return [Grant.model_construct(**row._mapping) for row in self._connection.execute(statement)]
