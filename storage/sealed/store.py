"""The door to the sealed store: ``await store.run(work)`` runs ``work(records)`` in one transaction."""

from collections.abc import Callable
from datetime import datetime, tzinfo
from typing import TypeVar

from sqlalchemy import Connection, Engine

from storage.runners import Runner, runner_for
from storage.sealed.records import SqlSealedRecords
from storage.sealed.tables import SEALED
from storage.sql import table
from storage.tables import VaultKeyRow
from storage.vault.keys import KeyRing
from storage.vault.register import enter

T = TypeVar("T")


class SealedStore:
    """A database that only this class opens. There is no way to have it without keys."""

    def __init__(self, engine: Engine, ring: KeyRing, clock: Callable[[], datetime], zone: tzinfo) -> None:
        """Makes the tables where there are none; raises ``VaultError`` for a lost or wrong key."""
        with engine.begin() as connection:
            SEALED.create_all(connection)
            table(VaultKeyRow).create(connection, checkfirst=True)
        self._vault = enter(engine, ring, _midnight(clock()), written_first=())
        self._clock = clock
        self._zone = zone
        self._runner: Runner = runner_for(engine)

    async def run(self, work: Callable[[SqlSealedRecords], T]) -> T:
        """Run it; what it returns is durable. What it raises has changed nothing."""

        def in_transaction(connection: Connection) -> T:
            today = self._clock().astimezone(self._zone).date()
            return work(SqlSealedRecords(connection, self._vault, today))

        return await self._runner.run(in_transaction)

    def close(self) -> None:
        """Finish what was given and let go of the database."""
        self._runner.close()


def _midnight(moment: datetime) -> datetime:
    return moment.replace(hour=0, minute=0, second=0, microsecond=0)
