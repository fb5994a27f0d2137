"""Inbox: what Telegram was told we have."""

from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Connection, bindparam, select, update

from storage.database.sql import insert_new, table
from storage.tables import InboxRow
from storage.vault.hidden_columns import UPDATE
from storage.vault.vault import Vault

INBOX = table(InboxRow)
_THIS_UPDATE = (INBOX.c.bot == bindparam("b_bot")) & (INBOX.c.update_id == bindparam("b_update"))
FINISH_UPDATE = (
    update(INBOX)
    .where(_THIS_UPDATE)
    .values(done_at=bindparam("b_now"), reference=bindparam("b_reference"), payload="", sealed=None)
)
KEEP_OUTCOME = update(INBOX).where(_THIS_UPDATE).values(outcome=bindparam("b_outcome"))
KEEP_AND_FINISH = (
    update(INBOX)
    .where(_THIS_UPDATE)
    .values(outcome=bindparam("b_outcome"), done_at=bindparam("b_now"), payload="", sealed=None)
)


class UpdateKey(NamedTuple):
    """One update of one bot."""

    bot: int
    update_id: int


class SqlInbox:
    """Updates, each kept once: UNIQUE(bot, update_id), so order does not matter and none counts twice."""

    def __init__(self, connection: Connection, now: datetime, vault: Vault) -> None:
        self._connection = connection
        self._now = now
        self._vault = vault

    def _row(self, key: UpdateKey) -> Any:
        return (INBOX.c.bot == key.bot) & (INBOX.c.update_id == key.update_id)

    def accept(self, key: UpdateKey, payload: str) -> bool:
        """Keep an update; False when we have it already."""
        hidden = UPDATE.encrypt(self._vault, key._asdict(), {"payload": payload})
        values = {**key._asdict(), **hidden, "received_at": self._now}
        return insert_new(self._connection, InboxRow, **values)

    def unfinished(self, bot: int) -> list[tuple[int, str]]:
        """Updates whose handling never ended, in order."""
        rows = self._connection.execute(
            select(INBOX.c.bot, INBOX.c.update_id, INBOX.c.payload, INBOX.c.sealed)
            .where(INBOX.c.bot == bot, INBOX.c.done_at.is_(None))
            .order_by(INBOX.c.update_id)
        )
        return [(row.update_id, UPDATE.decrypt(self._vault, row._mapping)["payload"]) for row in rows]

    def finish(self, key: UpdateKey, reference: str | None = None) -> None:
        """Handled, or failed with a reference number that is in the log. The text is not kept any longer."""
        values = {"b_now": self._now, "b_reference": reference, "b_bot": key.bot, "b_update": key.update_id}
        self._connection.execute(FINISH_UPDATE, values)

    def outcome(self, key: UpdateKey) -> dict[str, Any] | None:
        """What the effect of this update returned, if it has had its effect.

        Locks the row: the same update handled twice at the same moment waits here (PostgreSQL).
        """
        kept = self._connection.scalar(select(INBOX.c.outcome).where(self._row(key)).with_for_update())
        return dict(kept) if kept else None

    def keep_outcome(self, key: UpdateKey, outcome: dict[str, Any], final: bool = False) -> None:
        """Keep it in the transaction of the effect itself; ``final`` says that nothing is left to do."""
        values = {"b_outcome": outcome, "b_bot": key.bot, "b_update": key.update_id}
        if final:
            self._connection.execute(KEEP_AND_FINISH, {**values, "b_now": self._now})
        else:
            self._connection.execute(KEEP_OUTCOME, values)
