"""The register of keys in the database itself: a wrong or lost key is met at the start, not in the middle."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import Connection, Engine, delete, literal, select, update
from sqlmodel import SQLModel

from storage.database.sql import insert_new, table
from storage.tables import CaseRow, ContactRow, DialogStateRow, InboxRow, VaultKeyRow
from storage.vault.envelope import CellAddress
from storage.vault.errors import NoKeys, UnknownKey
from storage.vault.keys import Key, KeyRing
from storage.vault.vault import Vault

KEYS = table(VaultKeyRow)
PROOF = "xinqiao"
WRITTEN_FIRST = (ContactRow, CaseRow, InboxRow, DialogStateRow)
"""Where all of these are empty, nothing was ever written without a key."""


def _spot(key: Key) -> CellAddress:
    return CellAddress(KEYS.name, "proof", key.id)


def vault_for_database(
    engine: Engine,
    ring: KeyRing | None,
    now: datetime,
    written_first: Iterable[type[SQLModel]] = WRITTEN_FIRST,
) -> Vault:
    """The vault for this database with these keys. The first key is noted if it is new.

    Raises ``NoKeys``, ``UnknownKey`` or ``Damaged`` when the keys are not all that this database was written
    with; nothing has been changed then.
    """
    with engine.begin() as connection:
        known = {row.key_id: row.proof for row in connection.execute(select(KEYS))}
        if ring is None:
            if known:
                raise NoKeys(", ".join(sorted(known)))
            return Vault()
        missing = sorted(known.keys() - {key.id for key in ring})
        if missing:
            raise UnknownKey(missing[0])
        for key in ring:
            if key.id in known:
                ring.open(_spot(key), known[key.id])
        if ring.first.id not in known:
            settled = not known and _nothing_written(connection, written_first)
            _note(connection, ring.first, now, settled)
        return Vault(ring, is_settled(connection, ring))


def _note(connection: Connection, key: Key, now: datetime, settled: bool) -> None:
    proof = key.seal(_spot(key), PROOF.encode())
    insert_new(connection, VaultKeyRow, key_id=key.id, proof=proof, since=now, settled=settled)


def _nothing_written(connection: Connection, models: Iterable[type[SQLModel]]) -> bool:
    ones = (connection.execute(select(literal(1)).select_from(table(model)).limit(1)) for model in models)
    return all(one.first() is None for one in ones)


def is_settled(connection: Connection, ring: KeyRing) -> bool:
    """Whether everything is encrypted with the first key."""
    rows = connection.execute(select(KEYS.c.key_id, KEYS.c.settled)).all()
    return [tuple(row) for row in rows] == [(ring.first.id, True)]


def settle(connection: Connection, ring: KeyRing) -> None:
    """Everything is encrypted with the first key by now; the others may be put away."""
    connection.execute(delete(KEYS).where(KEYS.c.key_id != ring.first.id))
    connection.execute(update(KEYS).where(KEYS.c.key_id == ring.first.id).values(settled=True))
