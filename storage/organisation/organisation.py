"""The organisation that was imported last: read as a whole, replaced as a whole."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, Table, delete, insert, select

from mediation.model.organisation import Change, Department, Held, Organisation, Person, Unit, changes
from storage.database.sql import table
from storage.tables import OrgDepartmentRow, OrgPersonRow, OrgRoleRow, OrgUnitRow

UNITS = table(OrgUnitRow)
DEPARTMENTS = table(OrgDepartmentRow)
PEOPLE = table(OrgPersonRow)
ROLES = table(OrgRoleRow)


class SqlOrganisation:
    """See ``mediation.model.records.Organisations``."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._read: Organisation | None = None  # within one transaction it is read once

    def read(self) -> Organisation:
        """All of it in the order of the keys."""
        if self._read is None:
            self._read = self._all()
        return self._read

    def _all(self) -> Organisation:
        return Organisation(
            units=tuple(Unit(**row) for row in self._rows(UNITS)),
            departments=tuple(Department(**row) for row in self._rows(DEPARTMENTS)),
            people=tuple(self._people()),
        )

    def _rows(self, source: Table) -> Iterable[dict[str, Any]]:
        rows = self._connection.execute(select(source).order_by(*source.primary_key))
        # a database may sort by the rules of a language; keys have one order everywhere
        return sorted((dict(row._mapping) for row in rows), key=lambda one: str(one.get("key", "")))

    def _people(self) -> Iterable[Person]:
        held: dict[str, list[Held]] = defaultdict(list)
        for row in self._rows(ROLES):
            person = row.pop("person")
            held[person].append(Held(**row | {"department": row["department"] or None}))
        for row in self._rows(PEOPLE):
            yield Person(**row, roles=tuple(sorted(held[row["key"]], key=_order)))

    def replace(self, after: Organisation) -> tuple[Change, ...]:
        """Write it in place of the one there was; returns what became different."""
        self._alone()
        self._read = None
        before = self.read()
        for source, old, new in (
            (UNITS, before.units, after.units),
            (DEPARTMENTS, before.departments, after.departments),
            (PEOPLE, before.people, after.people),
        ):
            self._write(source, {one.key: one for one in old}, {one.key: one for one in new})
        self._read = None
        return changes(before, after)

    def _alone(self) -> None:
        """Two imports at the same moment come one after the other; SQLite has one writer anyway."""
        if self._connection.dialect.name == "postgresql":
            self._connection.exec_driver_sql("LOCK TABLE org_units IN SHARE ROW EXCLUSIVE MODE")

    def _write(self, source: Table, old: dict[str, Any], new: dict[str, Any]) -> None:
        gone = [key for key, one in old.items() if new.get(key) != one]
        fresh = [one for key, one in new.items() if old.get(key) != one]
        for some in (gone[at : at + 500] for at in range(0, len(gone), 500)):
            self._connection.execute(delete(source).where(source.c.key.in_(some)))
            if source is PEOPLE:
                self._connection.execute(delete(ROLES).where(ROLES.c.person.in_(some)))
        if fresh:
            self._connection.execute(insert(source), [_values(one) for one in fresh])
        roles = [
            held.model_dump()
            | {"role": str(held.role), "department": held.department or "", "person": one.key}
            for one in (fresh if source is PEOPLE else [])
            for held in one.roles
        ]
        if roles:
            self._connection.execute(insert(ROLES), roles)


def _order(held: Held) -> tuple[Any, ...]:
    return held.role, held.first, held.last, held.department or ""


def _values(one: Unit | Department | Person) -> dict[str, Any]:
    values = one.model_dump(exclude={"roles"})
    return {name: list(value) if isinstance(value, tuple) else value for name, value in values.items()}
