"""What the sealed database holds, for a backup of its own."""

from pathlib import Path

from sqlalchemy import Engine

from storage.database.sql import table
from storage.operations.backup import Layout, back_up
from storage.sealed.tables import SEALED
from storage.tables import VaultKeyRow

REVISION = "sealed 2"
"""Raised when a table of the sealed store changes."""


def make_tables(engine: Engine) -> None:
    """Make the tables that are not there: all of them, or those that an older program did not know."""
    with engine.begin() as connection:
        SEALED.create_all(connection)
        table(VaultKeyRow).create(connection, checkfirst=True)


def back_up_sealed(engine: Engine, file: Path) -> dict[str, int]:
    """See ``back_up``; a store that only an older program has opened until now is made complete first."""
    if SEALED_LAYOUT.has_begun(engine):
        make_tables(engine)
    return back_up(engine, file, SEALED_LAYOUT)


SEALED_LAYOUT = Layout((*SEALED.sorted_tables, table(VaultKeyRow)), make_tables, lambda _: REVISION)
