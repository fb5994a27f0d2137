"""What the sealed store sends on its own: to whom, and what it says, under the key alone."""

import secrets
from datetime import date
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from mediation.sealed.model import LetterKind, SealedLetter
from storage.sealed.tables import LETTERS
from storage.vault.envelope import CellAddress
from storage.vault.vault import Vault


class SqlSealedLetters:
    """See ``mediation.sealed.model.SealedLetters``; ``posted`` says that something became due just now."""

    def __init__(self, connection: Connection, vault: Vault, today: date) -> None:
        self._connection = connection
        self._vault = vault
        self._today = today
        self.posted = False

    def add(self, letter: SealedLetter, due: date | None) -> str:
        """See ``SealedLetters``."""
        letter_id = secrets.token_hex(8)
        value = letter._replace(id=letter_id)._asdict()
        sealed = self._vault.seal(CellAddress(LETTERS.name, "sealed", letter_id), value)
        row = {"id": letter_id, "report": letter.report, "due": due, "sealed": sealed}
        self._connection.execute(insert(LETTERS).values(**row))
        self.posted = self.posted or (due is not None and due <= self._today)
        return letter_id

    def release(self, report_id: str) -> None:
        """See ``SealedLetters``."""
        held = (LETTERS.c.report == report_id) & LETTERS.c.due.is_(None)
        self._connection.execute(update(LETTERS).where(held).values(due=self._today))
        self.posted = True

    def get(self, letter_id: str) -> SealedLetter | None:
        """See ``SealedLetters``."""
        row = self._connection.execute(select(LETTERS).where(LETTERS.c.id == letter_id)).first()
        return self._open(row) if row is not None else None

    def due(self) -> list[SealedLetter]:
        """See ``SealedLetters``."""
        wanted = (LETTERS.c.due <= self._today) & LETTERS.c.sent_on.is_(None)
        rows = self._connection.execute(select(LETTERS).where(wanted).order_by(LETTERS.c.due, LETTERS.c.id))
        return [self._open(row) for row in rows.all()]

    def sent(self, letter_id: str) -> None:
        """See ``SealedLetters``."""
        self._change(letter_id, sent_on=self._today)

    def postpone(self, letter_id: str, until: date) -> None:
        """See ``SealedLetters``."""
        self._change(letter_id, due=until)

    def drop(self, letter_id: str) -> None:
        """See ``SealedLetters``."""
        self._connection.execute(delete(LETTERS).where(LETTERS.c.id == letter_id))

    def drop_all(self, report_id: str, kind: LetterKind) -> None:
        """See ``SealedLetters``."""
        for row in self._connection.execute(select(LETTERS).where(LETTERS.c.report == report_id)).all():
            if self._open(row).kind is kind:
                self.drop(row.id)

    def drop_older(self, day: date) -> None:
        """What was sent before that day and never answered, or could not be sent since, is gone."""
        self._connection.execute(delete(LETTERS).where(LETTERS.c.sent_on < day))

    def _change(self, letter_id: str, **values: date) -> None:
        self._connection.execute(update(LETTERS).where(LETTERS.c.id == letter_id).values(**values))

    def _open(self, row: Any) -> SealedLetter:
        opened = self._vault.open(CellAddress(LETTERS.name, "sealed", row.id), row.sealed)
        return SealedLetter(**(opened | {"kind": LetterKind(opened["kind"])}))
