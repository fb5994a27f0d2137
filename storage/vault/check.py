"""What is encrypted with which key, what is not, and whether a sample can be read."""

from collections import Counter
from dataclasses import dataclass, field

from sqlalchemy import Connection, Engine, func, select

from storage.vault.encrypted_columns import HiddenColumns
from storage.vault.envelope import CellAddress, unpacked
from storage.vault.errors import VaultError
from storage.vault.hidden_columns import ALL
from storage.vault.reencryption import AT_ONCE, batch, every_row, table_of
from storage.vault.vault import Vault

MARK_LETTERS = 6


@dataclass
class Checked:
    """One hidden place. ``by_key`` counts rows for each key id; ``faults`` are lines that name no content."""

    name: str
    by_key: Counter[str] = field(default_factory=Counter)
    plain: int = 0
    sampled: int = 0
    faults: list[str] = field(default_factory=list)


def inspect_all(engine: Engine, vault: Vault) -> list[Checked]:
    """All places; changes nothing. Of each the first rows are opened."""
    with engine.connect() as connection, connection.begin():
        return [_look(connection, vault, hidden) for hidden in ALL]


def _look(connection: Connection, vault: Vault, hidden: HiddenColumns) -> Checked:
    found = Checked(f"{hidden.table}.{hidden.column}")
    sealed = table_of(hidden).c[hidden.column]
    begins = func.substr(sealed, 1, MARK_LETTERS)
    counts = select(func.count(), func.min(sealed)).where(sealed.is_not(None)).group_by(begins)
    for count, one in connection.execute(counts):
        found.by_key[_key_id(one, hidden)] += count
    for row in every_row(connection, hidden, sealed.is_(None)):
        found.plain += hidden.worth_hiding(row)
    for row in batch(connection, hidden, None, sealed.is_not(None))[:AT_ONCE]:
        found.sampled += 1
        try:
            hidden.decrypt(vault, row)
        except VaultError as error:
            found.faults.append(str(error))
    return found


def _key_id(envelope: str, hidden: HiddenColumns) -> str:
    try:
        return unpacked(envelope, CellAddress(hidden.table, hidden.column, "")).key_id.hex()
    except VaultError:
        return "unreadable"
