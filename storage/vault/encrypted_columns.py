"""Which columns of a table are written into an envelope, and what stands in them instead."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import RowMapping

from storage.vault.envelope import CellAddress
from storage.vault.vault import Vault

Row = Mapping[str, Any] | RowMapping


@dataclass(frozen=True)
class HiddenColumns:
    """Some columns of a table that share one envelope.

    ``key`` finds the row and is bound to the envelope. ``blanks`` are the columns with what is written there
    instead. In ``keyed``, one of them, stands a keyed value by which the row can still be found. What is
    ``harmless`` stays as it is.
    """

    table: str
    key: tuple[str, ...]
    blanks: Mapping[str, Any]
    keyed: str = ""
    harmless: Callable[[Any], bool] = lambda _values: False
    column: str = "sealed"

    def encrypt(self, vault: Vault, key: Mapping[str, Any], values: Mapping[str, Any]) -> dict[str, Any]:
        """What to write. ``key`` holds the row's key as it is stored; ``values`` all hidden columns."""
        if not vault.hides or not self.worth_hiding(values):
            return {**values, self.column: None}
        stored = dict(self.blanks)
        if self.keyed:
            stored[self.keyed] = self.found_under(vault, values[self.keyed])[0]
        return {**stored, self.column: vault.seal(self._spot({**key, **stored}), dict(values))}

    def decrypt(self, vault: Vault, row: Row) -> dict[str, Any]:
        """The hidden columns as they were; raises ``VaultError``."""
        sealed = row[self.column]
        if sealed is None:
            return {name: row[name] for name in self.blanks}
        opened: dict[str, Any] = vault.open(self._spot(row), sealed)
        return opened

    def worth_hiding(self, values: Mapping[str, Any]) -> bool:
        """Whether anything is in these columns."""
        for name, blank in self.blanks.items():
            if values[name] != blank:
                return not self.harmless(values)
        return False

    def found_under(self, vault: Vault, value: Any) -> tuple[Any, ...]:
        """What may stand in the keyed column for this value; the first is the one to write."""
        return vault.chats(value) if isinstance(value, int) else vault.names(self.table, value)

    def _spot(self, row: Row) -> CellAddress:
        return CellAddress(self.table, self.column, "\x1f".join(str(row[name]) for name in self.key))
