"""The organisation: units, departments with what they answer for, people with their roles for a time."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Annotated, NamedTuple, TypeVar

from pydantic import BaseModel, ConfigDict, StringConstraints

T = TypeVar("T")

Key = Annotated[str, StringConstraints(min_length=1, max_length=64, strip_whitespace=True)]
"""How a unit, a department or a person is told apart; a person's key is the staff number."""

Words = Annotated[str, StringConstraints(min_length=1, max_length=120, strip_whitespace=True)]


class OrgRole(StrEnum):
    """What somebody does for cases, apart from their trade; the Chinese names: ``sheets.toml``."""

    UNIT_HEAD = "unit_head"
    DEPUTY = "deputy"
    DEPARTMENT_HEAD = "department_head"
    HANDLER = "handler"
    FIRST_CONTACT = "first_contact"
    SPONSOR = "sponsor"
    SUPERVISOR = "supervisor"


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Unit(_Frozen):
    """A unit; ``parent`` is the unit above it, ``head`` the person who answers for it first."""

    key: Key
    name: Words
    parent: Key | None = None
    head: Key | None = None


class Department(_Frozen):
    """A department of a unit; ``kind`` is one of ``routing.toml``.

    ``duties`` are the categories that it answers for (its 权责清单), ``words`` what else people call them.
    """

    key: Key
    unit: Key
    name: Words
    kind: Key
    duties: tuple[str, ...] = ()
    words: tuple[Words, ...] = ()


class Held(_Frozen):
    """A role from ``first`` to ``last``, both included; a deputy may hold it for one department."""

    role: OrgRole
    first: date
    last: date
    department: Key | None = None

    def on(self, day: date) -> bool:
        """True while it is held."""
        return self.first <= day <= self.last


class Person(_Frozen):
    """Somebody who works here; ``telegram`` is the number of their private chat, where it is known."""

    key: Key
    name: Words
    unit: Key
    department: Key | None = None
    reports_to: Key | None = None
    telegram: int | None = None
    roles: tuple[Held, ...] = ()

    @property
    def departments(self) -> frozenset[str]:
        """Their own department, and those for which they ever hold a role."""
        places = {self.department, *(held.department for held in self.roles)}
        return frozenset(place for place in places if place is not None)

    def holds(self, role: OrgRole, day: date) -> bool:
        """True when they hold this role on that day."""
        return any(held.role is role and held.on(day) for held in self.roles)


@dataclass(frozen=True)
class Organisation:
    """All of it at one moment. It may be faulty: ``mediation.organisation.check`` says where, nothing here
    fails.
    """

    units: tuple[Unit, ...] = ()
    departments: tuple[Department, ...] = ()
    people: tuple[Person, ...] = ()

    def unit(self, key: str | None) -> Unit | None:
        """The unit with this key."""
        return self._units.get(key or "")

    def department(self, key: str | None) -> Department | None:
        """The department with this key."""
        return self._departments.get(key or "")

    def person(self, key: str | None) -> Person | None:
        """The person with this staff number."""
        return self._people.get(key or "")

    def by_telegram(self, chat: int) -> Person | None:
        """The person behind a private chat."""
        return next((one for one in self.people if one.telegram == chat), None)

    def named(self, name: str) -> tuple[Person, ...]:
        """Everybody with this name: two people may share it, so this is a suggestion and no answer."""
        return self._names.get("".join(name.split()), ())

    def departments_of(self, unit: str) -> tuple[Department, ...]:
        """The departments of a unit."""
        return self._departments_of.get(unit, ())

    def people_in(self, department: str) -> tuple[Person, ...]:
        """Who works in a department."""
        return self._people_in.get(department, ())

    def people_of(self, unit: str) -> tuple[Person, ...]:
        """Who works in a unit, in whatever department."""
        return self._people_of.get(unit, ())

    def holders(self, role: OrgRole, day: date, department: str) -> tuple[Person, ...]:
        """Who holds a role for a department that day: its own people, and others who hold it for this one."""
        return tuple(
            one
            for one in self._serving.get(department, ())
            if any(
                held.role is role and held.on(day) and (held.department or one.department) == department
                for held in one.roles
            )
        )

    def holders_in(self, role: OrgRole, day: date, unit: str) -> tuple[Person, ...]:
        """Who holds a role for a whole unit that day, and not for one department only."""
        return tuple(
            one
            for one in self.people_of(unit)
            if any(h.role is role and h.on(day) and h.department is None for h in one.roles)
        )

    def upwards(self, unit: str) -> tuple[Unit, ...]:
        """The unit and those above it, the nearest first; a circle is followed once."""
        found: dict[str, Unit] = {}
        one = self.unit(unit)
        while one is not None and one.key not in found:
            found[one.key] = one
            one = self.unit(one.parent)
        return tuple(found.values())

    def superiors(self, person: str) -> tuple[str, ...]:
        """To whom somebody reports, up to the top; a circle is followed once.

        A key that nobody has ends the line. The person is not among their superiors, even in a circle.
        """
        found: dict[str, None] = {}
        one = self.person(person)
        while one is not None and (above := one.reports_to) is not None and above not in found:
            found[above] = None
            one = self.person(above)
        found.pop(person, None)
        return tuple(found)

    def reports(self, person: str) -> tuple[Person, ...]:
        """Who reports to somebody directly."""
        return self._reports.get(person, ())

    @cached_property
    def _units(self) -> Mapping[str, Unit]:
        return {one.key: one for one in self.units}

    @cached_property
    def _departments(self) -> Mapping[str, Department]:
        return {one.key: one for one in self.departments}

    @cached_property
    def _people(self) -> Mapping[str, Person]:
        return {one.key: one for one in self.people}

    @cached_property
    def _names(self) -> Mapping[str, tuple[Person, ...]]:
        return _grouped(("".join(one.name.split()), one) for one in self.people)

    @cached_property
    def _departments_of(self) -> Mapping[str, tuple[Department, ...]]:
        return _grouped((one.unit, one) for one in self.departments)

    @cached_property
    def _people_in(self) -> Mapping[str, tuple[Person, ...]]:
        return _grouped((one.department or "", one) for one in self.people)

    @cached_property
    def _serving(self) -> Mapping[str, tuple[Person, ...]]:
        return _grouped((place, one) for one in self.people for place in one.departments)

    @cached_property
    def _people_of(self) -> Mapping[str, tuple[Person, ...]]:
        return _grouped((one.unit, one) for one in self.people)

    @cached_property
    def _reports(self) -> Mapping[str, tuple[Person, ...]]:
        return _grouped((one.reports_to or "", one) for one in self.people)


def _grouped(pairs: Iterable[tuple[str, T]]) -> dict[str, tuple[T, ...]]:
    found: dict[str, list[T]] = defaultdict(list)
    for key, one in pairs:
        found[key].append(one)
    found.pop("", None)
    return {key: tuple(some) for key, some in found.items()}


class Change(NamedTuple):
    """How many entries of one table an import adds, changes and takes away."""

    table: str
    added: int
    changed: int
    removed: int


def changes(before: Organisation, after: Organisation) -> tuple[Change, ...]:
    """What becomes different, table by table; the order of entries means nothing."""
    return tuple(
        _change(table, _by_key(getattr(before, table)), _by_key(getattr(after, table)))
        for table in ("units", "departments", "people")
    )


def _by_key(entries: Iterable[Unit | Department | Person]) -> dict[str, Unit | Department | Person]:
    return {one.key: one for one in entries}


def _change(table: str, before: Mapping[str, object], after: Mapping[str, object]) -> Change:
    both = before.keys() & after.keys()
    changed = sum(before[key] != after[key] for key in both)
    return Change(table, len(after.keys() - both), changed, len(before.keys() - both))
