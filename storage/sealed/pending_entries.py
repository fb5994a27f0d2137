"""Entries of the discipline office that wait for a yes: one encrypted row each, under a random key."""

import secrets
from datetime import date
from typing import Any

from sqlalchemy import Connection, delete, insert, select

from mediation.sealed.model import Officer
from mediation.sealed.roster import PendingEntry
from storage.database.sql import among
from storage.sealed.tables import WISHES
from storage.vault.envelope import CellAddress
from storage.vault.vault import Vault


class SqlPendingEntries:
    """See ``mediation.sealed.roster.PendingEntries``."""

    def __init__(self, connection: Connection, vault: Vault, today: date) -> None:
        self._connection = connection
        self._vault = vault
        self._today = today

    def put(self, officer: Officer, first: date, last: date, until: date) -> str:
        """See ``Wishes``."""
        self.drop_of(officer.id)
        wish_id = secrets.token_hex(8)
        value = {"officer": officer._asdict(), "first": first.isoformat(), "last": last.isoformat()}
        row = {
            "id": wish_id,
            "person": self._names(officer.id)[0],
            "until": until,
            "sealed": self._vault.seal(CellAddress(WISHES.name, "sealed", wish_id), value),
        }
        self._connection.execute(insert(WISHES).values(**row))
        return wish_id

    def all(self) -> list[PendingEntry]:
        """See ``Wishes``."""
        running = select(WISHES).where(WISHES.c.until >= self._today).order_by(WISHES.c.until, WISHES.c.id)
        return [self._open(row) for row in self._connection.execute(running).all()]

    def take(self, wish_id: str) -> bool:
        """See ``Wishes``."""
        return self._connection.execute(delete(WISHES).where(WISHES.c.id == wish_id)).rowcount > 0

    def drop_of(self, person_id: int) -> bool:
        """See ``Wishes``."""
        theirs = among(WISHES.c.person, self._names(person_id))
        return self._connection.execute(delete(WISHES).where(theirs)).rowcount > 0

    def drop_lapsed(self) -> None:
        """What nobody can answer any more is gone."""
        self._connection.execute(delete(WISHES).where(WISHES.c.until < self._today))

    def _names(self, person_id: int) -> tuple[str, ...]:
        # a purpose of its own: without the key nobody sees whether the person is on the roster already
        return self._vault.names("wish", str(person_id))

    def _open(self, row: Any) -> PendingEntry:
        opened = self._vault.open(CellAddress(WISHES.name, "sealed", row.id), row.sealed)
        first, last = (date.fromisoformat(opened[name]) for name in ("first", "last"))
        return PendingEntry(row.id, Officer(**opened["officer"]), first, last, row.until)
