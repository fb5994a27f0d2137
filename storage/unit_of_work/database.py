"""The door to the store: ``await database.run(work)`` runs ``work(records)`` in one transaction."""

from collections.abc import Callable
from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine

from storage.mail.inbox import UpdateKey
from storage.unit_of_work.records import SqlRecords
from storage.unit_of_work.ticket import Ticket
from storage.unit_of_work.transactions import Runner, runner_for
from storage.vault.vault import Vault

T = TypeVar("T")


class Database:
    """Gives out transactions.

    ``clock`` returns the aware current time. Without a ``vault`` nothing is encrypted.
    """

    def __init__(
        self,
        engine: Engine,
        bot: int,
        clock: Callable[[], datetime],
        vault: Vault | None = None,
    ) -> None:
        self.bot = bot
        self._clock = clock
        self._vault = vault if vault is not None else Vault()
        self._posted: Callable[[], None] | None = None
        self._runner: Runner = runner_for(engine)

    def on_posted(self, posted: Callable[[], None]) -> None:
        """Whom to wake after a commit that put something into the outbox."""
        self._posted = posted

    async def run(self, work: Callable[[SqlRecords], T]) -> T:
        """Run it; what it returns is durable. What it raises has changed nothing.

        It may be run more than once before it succeeds, so it must have no effect outside ``records``.
        """
        noted: list[bool] = []

        def in_transaction(connection: Connection) -> T:
            records = SqlRecords(connection, self.bot, self._clock(), self._vault)
            result = work(records)
            records.audit.settle()
            noted[:] = [records.outbox.posted]
            return result

        result = await self._runner.run(in_transaction)
        if noted[0] and self._posted is not None:
            self._posted()
        return result

    async def once(
        self,
        ticket: Ticket,
        work: Callable[[SqlRecords], Any],
        final: Callable[[Any], bool] = lambda value: False,
        part: str = "value",
    ) -> Any:
        """Run the effect of an update once, however often the update comes.

        What ``work`` returns must fit into JSON: a replay gets the kept value in place of a second effect.
        An update with several effects names each ``part``. Where ``final`` says so of the value, the update
        is finished in the same transaction, and the ticket says so.
        """
        key, first_time = UpdateKey(self.bot, ticket.update_id), ticket.first_time

        def guarded(records: SqlRecords) -> Any:
            kept = (None if first_time else records.inbox.outcome(key)) or {}
            if part in kept:
                return kept[part]
            value = work(records)
            records.inbox.keep_outcome(key, {**kept, part: value}, final(value))
            return value

        value = await self.run(guarded)
        ticket.first_time = first_time and part == "value"
        ticket.finished = final(value)
        return value

    def close(self) -> None:
        """Finish what was given and let go of the database."""
        self._runner.close()
