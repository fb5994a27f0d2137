"""Which cases must not be deleted, and why."""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, insert, select, update

from mediation.model.retention import Hold
from storage.database.sql import next_id, table
from storage.tables import HoldRow
from storage.vault.hidden_columns import HOLD
from storage.vault.vault import Vault

HOLDS = table(HoldRow)


class SqlHolds:
    """See ``mediation.model.retention.Holds``."""

    def __init__(self, connection: Connection, vault: Vault) -> None:
        self._connection = connection
        self._vault = vault

    def hold(self, number: str, reason: str, at: datetime) -> bool:
        """Hold the case."""
        if self.held(number) is not None:
            return False
        key = {"id": next_id(self._connection, HoldRow)}
        hidden = HOLD.encrypt(self._vault, key, {"reason": reason, "release_reason": ""})
        self._connection.execute(insert(HOLDS).values(**key, case_number=number, since=at, **hidden))
        return True

    def release(self, number: str, reason: str, at: datetime) -> bool:
        """Release it."""
        row = self._connection.execute(self._holding(number)).first()
        if row is None:
            return False
        words = HOLD.decrypt(self._vault, row._mapping) | {"release_reason": reason}
        hidden = HOLD.encrypt(self._vault, {"id": row.id}, words)
        mine = update(HOLDS).where(HOLDS.c.id == row.id)
        self._connection.execute(mine.values(released_at=at, **hidden))
        return True

    def held(self, number: str) -> Hold | None:
        """The hold that is on the case now."""
        row = self._connection.execute(self._holding(number)).first()
        if row is None:
            return None
        words = HOLD.decrypt(self._vault, row._mapping)
        return Hold(case_number=number, since=row.since, **words)

    def of_case(self, number: str) -> list[Hold]:
        """All of a case, released ones too, in order."""
        mine = select(HOLDS).where(HOLDS.c.case_number == number).order_by(HOLDS.c.id)
        return [
            Hold(
                case_number=number,
                since=row.since,
                released_at=row.released_at,
                **HOLD.decrypt(self._vault, row._mapping),
            )
            for row in self._connection.execute(mine)
        ]

    @staticmethod
    def _holding(number: str) -> Select[Any]:
        return select(HOLDS).where(HOLDS.c.case_number == number, HOLDS.c.released_at.is_(None))
