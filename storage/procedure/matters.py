"""Matters and their deadlines; lists for the command line stand at the end of each class."""

from datetime import date, datetime
from typing import Any, NamedTuple

from sqlalchemy import Connection, bindparam, select, update

from mediation.deadlines.record import DeadlineRecord
from mediation.errors import NotFound, Stale
from mediation.model.procedure.matter import Matter, Promise
from storage.database.sql import plain_insert, table
from storage.tables import CaseRow, DeadlineRow, MatterRow
from storage.vault.hidden_columns import MATTER as HIDDEN
from storage.vault.vault import Vault

CASES = table(CaseRow)
MATTERS = table(MatterRow)
DEADLINES = table(DeadlineRow)
FIELDS = [*(MATTERS.c[name] for name in Matter.model_fields), MATTERS.c.sealed]
COLUMNS = [DEADLINES.c[name] for name in DeadlineRecord.model_fields]
RUNNING = DEADLINES.c.stopped.is_(None)
SEALED = "sealed"
"""What accuses somebody is in no list (procedure.toml)."""

GET = select(*FIELDS).where(MATTERS.c.number == bindparam("number"))
SAVE = update(MATTERS).where(
    MATTERS.c.number == bindparam("b_number"), MATTERS.c.version == bindparam("b_version")
)
SAVE_DEADLINE = update(DEADLINES).where(
    DEADLINES.c.id == bindparam("b_id"), DEADLINES.c.version == bindparam("b_version")
)
OF_CASE = select(*COLUMNS).where(DEADLINES.c.case_number == bindparam("number")).order_by(DEADLINES.c.id)
NEXT = (
    select(DEADLINES.c.next_at)
    .where(RUNNING, DEADLINES.c.next_at.is_not(None))
    .order_by(DEADLINES.c.next_at)
    .limit(1)
)
DUE = (
    select(*COLUMNS)
    .where(RUNNING, DEADLINES.c.next_at <= bindparam("now"))
    .order_by(DEADLINES.c.next_at, DEADLINES.c.id)
    .limit(bindparam("at_most"))
)


class ListedMatter(NamedTuple):
    """A matter with what staff may see of its case: the alias, never the person."""

    matter: Matter
    alias: str
    category: str


class SqlMatters:
    """See ``mediation.model.records.Matters``."""

    def __init__(self, connection: Connection, vault: Vault) -> None:
        self._connection = connection
        self._vault = vault

    def get(self, number: str) -> Matter:
        """The matter; raises ``NotFound``."""
        row = self._connection.execute(GET, {"number": number}).first()
        if row is None:
            raise NotFound
        return self._matter(dict(row._mapping))

    def add(self, matter: Matter) -> None:
        """Keep a new one."""
        self._connection.execute(plain_insert(MatterRow), self._values(matter))

    def save(self, matter: Matter) -> None:
        """Keep the changed matter if nobody else has changed it since; raises ``Stale``."""
        values = self._values(matter) | {"version": matter.version + 1}
        mine = {"b_number": matter.number, "b_version": matter.version}
        if self._connection.execute(SAVE, values | mine).rowcount != 1:
            raise Stale
        matter.version += 1

    def listed(self, state: str | None = None) -> list[ListedMatter]:
        """All of them, or those in one state, oldest first; never what was sealed."""
        wanted = MATTERS.c.state != SEALED
        if state is not None:
            wanted &= MATTERS.c.state == state
        joined = select(*FIELDS, CASES.c.alias, CASES.c.category).join(
            CASES, CASES.c.number == MATTERS.c.number
        )
        found = []
        for row in self._connection.execute(
            joined.where(wanted).order_by(MATTERS.c.received_on, MATTERS.c.number)
        ):
            values = dict(row._mapping)
            alias, category = values.pop("alias"), values.pop("category")
            found.append(ListedMatter(self._matter(values), alias, category))
        return found

    def _values(self, matter: Matter) -> dict[str, Any]:
        values = matter.model_dump() | {
            "decided_by": list(matter.decided_by),
            "promises": [one.model_dump(mode="json") for one in matter.promises],
            "agreed": [one.model_dump(mode="json") for one in matter.agreed],
            "about": list(matter.about),
            "named": sorted(matter.named),
        }
        return values | HIDDEN.encrypt(self._vault, values, {name: values[name] for name in HIDDEN.blanks})

    def _matter(self, row: dict[str, Any]) -> Matter:
        values = row | HIDDEN.decrypt(self._vault, row)
        del values["sealed"]
        return Matter.model_construct(
            **values
            | {
                "decided_by": tuple(values["decided_by"]),
                "promises": tuple(Promise.model_validate(one) for one in values["promises"]),
                "agreed": tuple(Promise.model_validate(one) for one in values["agreed"]),
                "about": tuple(values["about"]),
                "named": frozenset(values["named"]),
            }
        )


class SqlDeadlines:
    """See ``mediation.model.records.Deadlines``."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, deadline: DeadlineRecord) -> None:
        """Keep a new one."""
        self._connection.execute(plain_insert(DeadlineRow), deadline.model_dump(exclude={"id"}))

    def save(self, deadline: DeadlineRecord) -> None:
        """Keep the changed one if nobody else has changed it since; raises ``Stale``."""
        values = deadline.model_dump(exclude={"id"}) | {"version": deadline.version + 1}
        mine = {"b_id": deadline.id, "b_version": deadline.version}
        if self._connection.execute(SAVE_DEADLINE, values | mine).rowcount != 1:
            raise Stale
        deadline.version += 1

    def of_case(self, number: str) -> list[DeadlineRecord]:
        """All of a case in the order in which they were started."""
        return self._list(OF_CASE, {"number": number})

    def due(self, now: datetime, limit: int) -> list[DeadlineRecord]:
        """Running ones that have to be looked at by now; reads no other row."""
        return self._list(DUE, {"now": now, "at_most": limit})

    def next_due(self) -> datetime | None:
        """When the next running one has to be looked at."""
        return self._connection.scalar(NEXT)

    def running(self, until: date | None = None) -> list[DeadlineRecord]:
        """All that run, or those whose shown last day is not after ``until``, the earliest first."""
        wanted = RUNNING if until is None else RUNNING & (DEADLINES.c.rolled <= until)
        return self._list(select(*COLUMNS).where(wanted).order_by(DEADLINES.c.rolled, DEADLINES.c.id))

    def _list(self, statement: Any, values: dict[str, Any] | None = None) -> list[DeadlineRecord]:
        rows = self._connection.execute(statement, values or {})
        return [DeadlineRecord.model_construct(**row._mapping) for row in rows]
