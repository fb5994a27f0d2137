"""The door to the sealed store: ``await store.run(work)`` runs ``work(records)`` in one transaction."""

from collections.abc import Callable
from datetime import datetime, tzinfo
from typing import TypeVar

from sqlalchemy import Connection, Engine

from storage.sealed.layout import make_tables
from storage.sealed.records import SqlSealedRecords
from storage.unit_of_work.transactions import Runner, runner_for
from storage.vault.key_register import vault_for_database
from storage.vault.keys import KeyRing
from storage.vault.vacuum import overwrite_deleted

T = TypeVar("T")


class SealedStore:
    """A database that only this class opens. There is no way to have it without keys."""

    def __init__(self, engine: Engine, ring: KeyRing, clock: Callable[[], datetime], zone: tzinfo) -> None:
        """Makes the tables where there are none; raises ``VaultError`` for a lost or wrong key."""
        make_tables(engine)
        self._vault = vault_for_database(engine, ring, _midnight(clock()), written_first=())
        self._clock = clock
        self._zone = zone
        self._posted: Callable[[], None] | None = None
        overwrite_deleted(engine)
        self._runner: Runner = runner_for(engine)

    def on_posted(self, posted: Callable[[], None]) -> None:
        """Whom to wake after a commit that made a letter of its own due."""
        self._posted = posted

    async def run(self, work: Callable[[SqlSealedRecords], T]) -> T:
        """Run it; what it returns is durable. What it raises has changed nothing."""

        noted: list[bool] = []

        def in_transaction(connection: Connection) -> T:
            now = self._clock()
            records = SqlSealedRecords(connection, self._vault, now.astimezone(self._zone).date(), now)
            result = work(records)
            noted[:] = [records.letters.posted]
            return result

        result = await self._runner.run(in_transaction)
        if noted[0] and self._posted is not None:
            self._posted()
        return result

    def close(self) -> None:
        """Finish what was given and let go of the database."""
        self._runner.close()


def _midnight(moment: datetime) -> datetime:
    return moment.replace(hour=0, minute=0, second=0, microsecond=0)
