"""Who serves in the discipline office, what they looked at, tries of codes, and days that were noted."""

import secrets
from datetime import date, datetime, timedelta

from sqlalchemy import Connection, delete, insert, select, update

from mediation.sealed.model import Officer
from storage.database.sql import among
from storage.sealed.tables import DAYS, LOOKS, OFFICERS, TRIES
from storage.vault.envelope import CellAddress
from storage.vault.vault import Vault

NEWS = "news"


class SqlOffice:
    """The part of the sealed store that is about officers and about days."""

    def __init__(self, connection: Connection, vault: Vault, today: date, now: datetime) -> None:
        self.today = today
        self._connection = connection
        self._vault = vault
        self._now = now

    def is_officer(self, person_id: int) -> bool:
        """See ``mediation.sealed.reports``."""
        mine = among(OFFICERS.c.person, self._vault.names("officer", str(person_id)))
        there = select(OFFICERS.c.person).where(
            mine, OFFICERS.c.first <= self.today, OFFICERS.c.last >= self.today
        )
        return self._connection.execute(there).first() is not None

    def officers(self) -> list[Officer]:
        """See ``mediation.sealed.reports``."""
        return [one for one, first, last in self.roster() if first <= self.today <= last]

    def roster(self) -> list[tuple[Officer, date, date]]:
        """See ``mediation.sealed.roster``."""
        found = []
        for row in self._connection.execute(select(OFFICERS).order_by(OFFICERS.c.person)).all():
            opened = self._vault.open(CellAddress(OFFICERS.name, "sealed", row.person), row.sealed)
            found.append((Officer(**opened), row.first, row.last))
        return found

    def set_officer(
        self, person_id: int, first: date, last: date, name: str = "", fallback: bool = False
    ) -> None:
        """See ``mediation.sealed.roster``; both days are included."""
        names = self._vault.names("officer", str(person_id))
        self._connection.execute(delete(OFFICERS).where(OFFICERS.c.person.in_(names)))
        value = Officer(person_id, name, fallback)._asdict()
        sealed = self._vault.seal(CellAddress(OFFICERS.name, "sealed", names[0]), value)
        self._connection.execute(
            insert(OFFICERS).values(person=names[0], first=first, last=last, sealed=sealed)
        )

    def end_officer(self, person_id: int) -> bool:
        """See ``mediation.sealed.roster``."""
        names = self._vault.names("officer", str(person_id))
        gone = self._connection.execute(delete(OFFICERS).where(OFFICERS.c.person.in_(names)))
        return gone.rowcount > 0

    def note(self, report_id: str, person_id: int, act: str) -> None:
        """See ``mediation.sealed.reports``."""
        look_id = secrets.token_hex(8)
        sealed = self._vault.seal(
            CellAddress(LOOKS.name, "sealed", look_id), {"officer": person_id, "act": act}
        )
        self._connection.execute(
            insert(LOOKS).values(id=look_id, report=report_id, looked_on=self.today, sealed=sealed)
        )

    def looks(self, report_id: str) -> list[tuple[date, int, str]]:
        """Who did what with a report, or with the roster, on which day."""
        mine = select(LOOKS).where(LOOKS.c.report == report_id).order_by(LOOKS.c.looked_on, LOOKS.c.id)
        found = []
        for row in self._connection.execute(mine).all():
            opened = self._vault.open(CellAddress(LOOKS.name, "sealed", row.id), row.sealed)
            found.append((row.looked_on, int(opened["officer"]), str(opened["act"])))
        return found

    def count_try(self, who: str) -> int:
        """See ``mediation.sealed.reports``; the moments are kept under the key alone."""
        names = self._vault.names("try", who)
        kept = self._connection.execute(select(TRIES).where(among(TRIES.c.who, names))).first()
        before = self._vault.open(CellAddress(TRIES.name, "sealed", kept.who), kept.sealed) if kept else []
        since = self._now - timedelta(hours=1)
        moments = [one for one in before if datetime.fromisoformat(one) > since]
        moments.append(self._now.isoformat())
        self.forget_tries(who)
        sealed = self._vault.seal(CellAddress(TRIES.name, "sealed", names[0]), moments[-20:])
        self._connection.execute(insert(TRIES).values(who=names[0], sealed=sealed))
        return len(moments)

    def forget_tries(self, who: str) -> None:
        """See ``mediation.sealed.reports``."""
        self._connection.execute(delete(TRIES).where(among(TRIES.c.who, self._vault.names("try", who))))

    def news(self) -> None:
        """See ``mediation.sealed.reports``."""
        self.set_day(NEWS, self.today)

    def day(self, name: str) -> date | None:
        """A day that was noted under this name."""
        return self._connection.scalar(select(DAYS.c.day).where(DAYS.c.name == name))

    def set_day(self, name: str, day: date | None) -> None:
        """Note it; ``None`` forgets it."""
        if day is None:
            self._connection.execute(delete(DAYS).where(DAYS.c.name == name))
        elif not self._connection.execute(update(DAYS).where(DAYS.c.name == name).values(day=day)).rowcount:
            self._connection.execute(insert(DAYS).values(name=name, day=day))
