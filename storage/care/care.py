"""Agreements of care and their notes."""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, insert, select, update

from mediation.errors import NotFound
from mediation.model.care import ENDED, RUNNING, Agreement, CareNote
from storage.database.sql import next_id, table
from storage.tables import CareNoteRow, CareRow
from storage.vault.hidden_columns import CARE_NOTE
from storage.vault.vault import Vault

CARE = table(CareRow)
NOTES = table(CareNoteRow)
FIELDS = [CARE.c[name] for name in Agreement.model_fields]


class SqlCare:
    """See ``mediation.model.care.Care``. There is no way to list all of them."""

    def __init__(self, connection: Connection, vault: Vault) -> None:
        self._connection = connection
        self._vault = vault

    def ask(self, agreement: Agreement) -> Agreement:
        """Keep a new one."""
        kept = agreement.model_copy(update={"id": next_id(self._connection, CareRow)})
        self._connection.execute(insert(CARE).values(**kept.model_dump()))
        return kept

    def get(self, care_id: int) -> Agreement:
        """One of them."""
        found = self._list(select(*FIELDS).where(CARE.c.id == care_id).with_for_update())
        if not found:
            raise NotFound
        return found[0]

    def save(self, agreement: Agreement) -> None:
        """Keep the changed one."""
        values = agreement.model_dump(exclude={"id"})
        self._connection.execute(update(CARE).where(CARE.c.id == agreement.id).values(**values))

    def of_person(self, person_id: int) -> list[Agreement]:
        """The newest first."""
        return self._list(select(*FIELDS).where(CARE.c.person_id == person_id).order_by(CARE.c.id.desc()))

    def of_helper(self, person_id: int) -> list[Agreement]:
        """The earliest reminder first."""
        mine = (CARE.c.helper_id == person_id) & (CARE.c.state == RUNNING)
        return self._list(select(*FIELDS).where(mine).order_by(CARE.c.next_at, CARE.c.id))

    def due(self, now: datetime, limit: int) -> list[Agreement]:
        """Whose helper is to be reminded, and those that nobody has taken yet."""
        wanted = (CARE.c.state != ENDED) & (CARE.c.next_at <= now)
        return self._list(select(*FIELDS).where(wanted).order_by(CARE.c.next_at, CARE.c.id).limit(limit))

    def next_due(self) -> datetime | None:
        """When the next one is due."""
        live = select(CARE.c.next_at).where(CARE.c.state != ENDED, CARE.c.next_at.is_not(None))
        return self._connection.scalar(live.order_by(CARE.c.next_at).limit(1))

    def write(self, care_id: int, wrote: str, text: str, at: datetime) -> None:
        """Keep a note."""
        key = {"id": next_id(self._connection, CareNoteRow)}
        hidden = CARE_NOTE.encrypt(self._vault, key, {"text": text})
        self._connection.execute(insert(NOTES).values(**key, care_id=care_id, wrote=wrote, at=at, **hidden))

    def notes(self, care_id: int) -> list[CareNote]:
        """In order."""
        rows = self._connection.execute(select(NOTES).where(NOTES.c.care_id == care_id).order_by(NOTES.c.id))
        return [
            CareNote(
                id=row.id, care_id=row.care_id, wrote=row.wrote, at=row.at,
                text=CARE_NOTE.decrypt(self._vault, row._mapping)["text"],
            )
            for row in rows
        ]  # fmt: skip

    def _list(self, statement: Select[Any]) -> list[Agreement]:
        return [Agreement.model_construct(**row._mapping) for row in self._connection.execute(statement)]
