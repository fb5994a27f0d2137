"""Where people are in a conversation, as the dialog library keeps it."""

from typing import Any

from sqlalchemy import Connection, delete, select

from storage.sql import put, table
from storage.tables import DialogStateRow

STATES = table(DialogStateRow)


class SqlDialogPlaces:
    """One row for each place that is not the start."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, key: str) -> tuple[str | None, dict[str, Any]]:
        """State and data; ``(None, {})`` for the start."""
        row = self._connection.execute(select(STATES).where(STATES.c.key == key)).first()
        return (row.state, dict(row.data)) if row is not None else (None, {})

    def put(self, key: str, state: str | None, data: dict[str, Any]) -> None:
        """Remember it; the start needs no row."""
        if state is None and not data:
            self._connection.execute(delete(STATES).where(STATES.c.key == key))
        else:
            put(self._connection, DialogStateRow, {"key": key}, state=state, data=data)
