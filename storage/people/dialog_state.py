"""Where people are in a conversation, as the dialog library keeps it."""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, select

from storage.database.sql import among, put, table
from storage.tables import DialogStateRow
from storage.vault.hidden_columns import DIALOG
from storage.vault.vault import Vault

STATES = table(DialogStateRow)


class SqlDialogPlaces:
    """One row for each place that is not the start. Its key names a chat and is kept as a keyed hash."""

    def __init__(self, connection: Connection, now: datetime, vault: Vault) -> None:
        self._connection = connection
        self._now = now
        self._vault = vault

    def get(self, key: str) -> tuple[str | None, dict[str, Any]]:
        """State and data; ``(None, {})`` for the start."""
        there = among(STATES.c.key, DIALOG.found_under(self._vault, key))
        row = self._connection.execute(select(STATES).where(there)).first()
        if row is None:
            return None, {}
        return row.state, dict(DIALOG.decrypt(self._vault, row._mapping)["data"])

    def put(self, key: str, state: str | None, data: dict[str, Any]) -> None:
        """Remember it; the start needs no row."""
        now, *older = DIALOG.found_under(self._vault, key)
        if state is None and not data:
            self._connection.execute(delete(STATES).where(STATES.c.key.in_([now, *older])))
            return
        if older:
            self._connection.execute(delete(STATES).where(STATES.c.key.in_(older)))
        hidden = DIALOG.encrypt(self._vault, {}, {"data": data, "key": key})
        values = {"state": state, "changed_at": self._now, **hidden}
        put(self._connection, DialogStateRow, {"key": values.pop("key")}, **values)
