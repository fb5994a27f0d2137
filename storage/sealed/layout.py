"""What the sealed database holds, for a backup of its own."""

from sqlalchemy import Engine

from storage.backup import Layout
from storage.sealed.tables import SEALED
from storage.sql import table
from storage.tables import VaultKeyRow

REVISION = "sealed 1"
"""Raised when a table of the sealed store changes."""


def make_tables(engine: Engine) -> None:
    """Make the tables where there are none."""
    with engine.begin() as connection:
        SEALED.create_all(connection)
        table(VaultKeyRow).create(connection, checkfirst=True)


SEALED_LAYOUT = Layout((*SEALED.sorted_tables, table(VaultKeyRow)), make_tables, lambda _: REVISION)
