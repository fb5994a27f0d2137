"""Half-told reports: one row each under a random key, found by a keyed hash of who tells it."""

import secrets
from datetime import date
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from mediation.model.cases.content import Content
from mediation.sealed.model import Named, SealedDraft
from storage.database.sql import among
from storage.sealed.tables import DRAFTS
from storage.vault.envelope import CellAddress
from storage.vault.vault import Vault


class SqlSealedDrafts:
    """See ``mediation.sealed.model.SealedDrafts``."""

    def __init__(self, connection: Connection, vault: Vault, today: date) -> None:
        self._connection = connection
        self._vault = vault
        self._today = today

    def of(self, teller: str) -> SealedDraft | None:
        """See ``SealedDrafts``."""
        row = self._row(teller)
        return _draft(self._open(row)) if row is not None else None

    def save(self, teller: str, draft: SealedDraft) -> None:
        """See ``SealedDrafts``; the parts keep the messages that they came from."""
        row = self._row(teller)
        onces = [once for once, _ in self._open(row)["parts"]] if row is not None else []
        onces += [""] * (len(draft.parts) - len(onces))
        parts = [[once, one.model_dump()] for once, one in zip(onces, draft.parts, strict=False)]
        self._write(teller, row, _value(draft, parts))

    def add(self, teller: str, content: Content, once: str) -> SealedDraft:
        """See ``SealedDrafts``."""
        row = self._row(teller)
        value = self._open(row) if row is not None else _value(SealedDraft(), [])
        if once not in {one for one, _ in value["parts"]}:
            value["parts"].append([once, content.model_dump()])
            self._write(teller, row, value)
        return _draft(value)

    def edit(self, teller: str, content: Content, once: str) -> bool:
        """See ``SealedDrafts``."""
        row = self._row(teller)
        value = self._open(row) if row is not None else _value(SealedDraft(), [])
        mine = [part for part in value["parts"] if part[0] == once]
        for part in mine:
            part[1] = content.model_dump()
        if mine:
            self._write(teller, row, value)
        return bool(mine)

    def drop(self, teller: str) -> None:
        """See ``SealedDrafts``."""
        self._connection.execute(delete(DRAFTS).where(self._of(teller)))

    def drop_older(self, day: date) -> None:
        """What nobody has touched since before that day is gone."""
        self._connection.execute(delete(DRAFTS).where(DRAFTS.c.changed_on < day))

    def _of(self, teller: str) -> Any:
        return among(DRAFTS.c.teller, self._vault.names("teller", teller))

    def _row(self, teller: str) -> Any:
        return self._connection.execute(select(DRAFTS).where(self._of(teller))).first()

    def _open(self, row: Any) -> dict[str, Any]:
        return dict(self._vault.open(CellAddress(DRAFTS.name, "sealed", row.id), row.sealed))

    def _write(self, teller: str, row: Any, value: dict[str, Any]) -> None:
        key = row.id if row is not None else secrets.token_hex(8)
        fields = {
            "teller": self._vault.names("teller", teller)[0],
            "changed_on": self._today,
            "sealed": self._vault.seal(CellAddress(DRAFTS.name, "sealed", key), value),
        }
        if row is None:
            self._connection.execute(insert(DRAFTS).values(id=key, **fields))
        else:
            self._connection.execute(update(DRAFTS).where(DRAFTS.c.id == key).values(**fields))


def _value(draft: SealedDraft, parts: list[list[Any]]) -> dict[str, Any]:
    about = [list(one) for one in draft.about]
    return {"parts": parts, "about": about, "ask": draft.ask, "code": draft.code}


def _draft(value: dict[str, Any]) -> SealedDraft:
    return SealedDraft(
        parts=tuple(Content.model_validate(content) for _, content in value["parts"]),
        about=tuple(Named(*one) for one in value["about"]),
        ask=bool(value["ask"]),
        code=str(value["code"]),
    )
