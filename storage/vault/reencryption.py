"""Brings every row under the first key: what is plain is encrypted, what has an older key is written anew.

Row by row in small transactions, beside a running bot: a row that changed meanwhile is left to whoever
changed it, who writes with the first key anyway. Interrupted, it goes on where it was.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, Engine, Table, and_, or_, select, tuple_, update
from sqlmodel import SQLModel

import storage.tables  # noqa: F401 - makes the metadata complete
from storage.vault.encrypted_columns import HiddenColumns
from storage.vault.envelope import KEY_ID_BYTES, Envelope, packed
from storage.vault.errors import Damaged
from storage.vault.hidden_columns import ALL
from storage.vault.key_register import is_settled, settle
from storage.vault.keyed_numbers import move_placements
from storage.vault.keys import KeyRing
from storage.vault.vault import Vault

AT_ONCE = 200
OnProgress = Callable[[str, int], None]


class Moved(NamedTuple):
    """How many rows were written, and how many could not be opened and were left as they are."""

    written: int
    damaged: int


def mark(raw_id: bytes) -> str:
    """How every envelope under this key begins (base64 of whole letters: 28 of the id's 32 bits)."""
    return packed(Envelope(raw_id, b"\0" * 12, b"\0" * 16))[: (1 + KEY_ID_BYTES) * 8 // 6]


def table_of(hidden: HiddenColumns) -> Table:
    """The table behind it."""
    return SQLModel.metadata.tables[hidden.table]


def move_all(engine: Engine, ring: KeyRing, told: OnProgress = lambda _table, _rows: None) -> Moved:
    """All tables; ``told`` hears of each one how many rows were written.

    When nothing had to be left, the register says that the first key is enough.
    """
    vault = Vault(ring)
    written = damaged = 0
    for hidden in ALL:
        moved = _move(engine, vault, ring, hidden)
        told(f"{hidden.table}.{hidden.column}", moved.written)
        written, damaged = written + moved.written, damaged + moved.damaged
    places = move_placements(engine, vault)
    told("placements.chat", places)
    if not damaged:
        with engine.begin() as connection:
            settle(connection, ring)
    return Moved(written + places, damaged)


def settled(engine: Engine, ring: KeyRing) -> bool:
    """Whether the first key is enough already."""
    with engine.begin() as connection:
        return is_settled(connection, ring)


def _move(engine: Engine, vault: Vault, ring: KeyRing, hidden: HiddenColumns) -> Moved:
    sealed = table_of(hidden).c[hidden.column]
    elsewhere = or_(sealed.is_(None), ~sealed.startswith(mark(ring.first.raw_id)))
    written = damaged = 0
    after: tuple[Any, ...] | None = None
    while True:
        with engine.begin() as connection:
            rows = batch(connection, hidden, after, elsewhere)
            for row in rows:
                try:
                    written += _move_row(connection, vault, hidden, row)
                except Damaged:
                    damaged += 1
        if len(rows) < AT_ONCE:
            return Moved(written, damaged)
        after = tuple(rows[-1][column.name] for column in table_of(hidden).primary_key)


def batch(
    connection: Connection, hidden: HiddenColumns, after: tuple[Any, ...] | None, which: ColumnElement[bool]
) -> list[dict[str, Any]]:
    """Rows behind a primary key, in its order."""
    there = table_of(hidden)
    order = list(there.primary_key)
    names = dict.fromkeys([*(column.name for column in order), *hidden.key, *hidden.blanks, hidden.column])
    if after is not None:
        which = and_(which, tuple_(*order) > after)
    wanted = select(*(there.c[name] for name in names)).where(which).order_by(*order).limit(AT_ONCE)
    return [dict(row._mapping) for row in connection.execute(wanted)]


def _move_row(connection: Connection, vault: Vault, hidden: HiddenColumns, row: Mapping[str, Any]) -> int:
    values = hidden.decrypt(vault, row)
    new = hidden.encrypt(vault, row, values)
    if new[hidden.column] is None:
        return 0  # there is nothing in it
    there = table_of(hidden)
    same = [column == row[column.name] for column in there.primary_key]
    unchanged = there.c[hidden.column].is_not_distinct_from(row[hidden.column])
    return connection.execute(update(there).where(*same, unchanged).values(**new)).rowcount


def every_row(
    connection: Connection, hidden: HiddenColumns, which: ColumnElement[bool]
) -> Iterator[dict[str, Any]]:
    """All of them, a few hundred in memory at a time."""
    after: tuple[Any, ...] | None = None
    while rows := batch(connection, hidden, after, which):
        yield from rows
        after = tuple(rows[-1][column.name] for column in table_of(hidden).primary_key)
