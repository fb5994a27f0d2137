"""Where somebody is in a sealed conversation: the ordinary store must not even know that there is one."""

from typing import Any

from sqlalchemy import Connection, delete, insert, select

from storage.database.sql import among
from storage.sealed.tables import DIALOGS
from storage.vault.envelope import CellAddress
from storage.vault.vault import Vault


class SqlSealedDialogs:
    """One row for each place, found by a keyed hash of it."""

    def __init__(self, connection: Connection, vault: Vault) -> None:
        self._connection = connection
        self._vault = vault

    def get(self, place: str) -> tuple[str, dict[str, Any]] | None:
        """State and data, or ``None``."""
        there = among(DIALOGS.c.place, self._vault.names("dialog", place))
        row = self._connection.execute(select(DIALOGS).where(there)).first()
        if row is None:
            return None
        opened = self._vault.open(CellAddress(DIALOGS.name, "sealed", row.place), row.sealed)
        return str(opened["state"]), dict(opened["data"])

    def put(self, place: str, state: str, data: dict[str, Any]) -> None:
        """Remember it."""
        self.drop(place)
        now = self._vault.names("dialog", place)[0]
        sealed = self._vault.seal(CellAddress(DIALOGS.name, "sealed", now), {"state": state, "data": data})
        self._connection.execute(insert(DIALOGS).values(place=now, sealed=sealed))

    def drop(self, place: str) -> None:
        """Forget it."""
        self._connection.execute(
            delete(DIALOGS).where(DIALOGS.c.place.in_(self._vault.names("dialog", place)))
        )
