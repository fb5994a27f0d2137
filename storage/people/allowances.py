"""What was counted for a person against a limit of minutes or an hour: kept for that long and no longer."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import Connection, delete, insert, select

from mediation.messages.allowance import Taken
from storage.people.people import ATTEMPTS


class SqlAllowances:
    """Rows of what and when, beside the tries of codes; there is no word of what was written."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def note(self, taken: Iterable[Taken]) -> None:
        """Keep them."""
        rows = [one._asdict() for one in taken]
        if rows:
            self._connection.execute(insert(ATTEMPTS), rows)

    def since(self, what: str, moment: datetime) -> list[Taken]:
        """Of this kind and after that moment, in the order of time."""
        mine = (ATTEMPTS.c.what == what) & (ATTEMPTS.c.at > moment)
        rows = self._connection.execute(select(ATTEMPTS).where(mine).order_by(ATTEMPTS.c.at, ATTEMPTS.c.id))
        return [Taken(row.what, row.person_id, row.at) for row in rows]

    def forget(self, what: str, moment: datetime) -> None:
        """Of this kind and not after that moment: they do not count any more."""
        old = (ATTEMPTS.c.what == what) & (ATTEMPTS.c.at <= moment)
        self._connection.execute(delete(ATTEMPTS).where(old))
