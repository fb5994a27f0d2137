"""Complaints about the service and what was answered; tied to no case and to no rating."""

from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection, RowMapping, insert, select, update

from mediation.errors import NotFound
from storage.database.sql import next_id, table
from storage.tables import ComplaintRow
from storage.vault.hidden_columns import COMPLAINT
from storage.vault.vault import Vault

COMPLAINTS = table(ComplaintRow)


class Complaint(NamedTuple):
    """A complaint with its answer, if there is one."""

    id: int
    person_id: int
    text: str
    answer: str
    filed_at: datetime
    answered_at: datetime | None


class SqlComplaints:
    """Supervisors read the words and never who wrote them."""

    def __init__(self, connection: Connection, vault: Vault) -> None:
        self._connection = connection
        self._vault = vault

    def add(self, person_id: int, text: str, at: datetime) -> int:
        """Keep a new one; returns its id."""
        key = {"id": next_id(self._connection, ComplaintRow)}
        hidden = COMPLAINT.encrypt(self._vault, key, {"text": text, "answer": ""})
        self._connection.execute(insert(COMPLAINTS).values(**key, person_id=person_id, filed_at=at, **hidden))
        return key["id"]

    def get(self, complaint_id: int) -> Complaint:
        """One of them; raises ``NotFound``."""
        mine = select(COMPLAINTS).where(COMPLAINTS.c.id == complaint_id).with_for_update()
        row = self._connection.execute(mine).first()
        if row is None:
            raise NotFound
        return self._read(row._mapping)

    def answer(self, complaint_id: int, answer: str, by: int, at: datetime) -> Complaint:
        """Keep the answer, in place of an earlier one."""
        found = self.get(complaint_id)
        words = {"text": found.text, "answer": answer}
        hidden = COMPLAINT.encrypt(self._vault, {"id": complaint_id}, words)
        mine = update(COMPLAINTS).where(COMPLAINTS.c.id == complaint_id)
        self._connection.execute(mine.values(answered_at=at, answered_by=by, **hidden))
        return found._replace(answer=answer, answered_at=at)

    def of_person(self, person_id: int) -> list[Complaint]:
        """Somebody's own, in order."""
        mine = select(COMPLAINTS).where(COMPLAINTS.c.person_id == person_id).order_by(COMPLAINTS.c.id)
        return [self._read(row._mapping) for row in self._connection.execute(mine)]

    def _read(self, row: RowMapping) -> Complaint:
        words = COMPLAINT.decrypt(self._vault, row)
        return Complaint(
            row["id"], row["person_id"], words["text"], words["answer"], row["filed_at"], row["answered_at"]
        )
