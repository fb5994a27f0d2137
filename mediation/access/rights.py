"""Who may do what: reads ``rights.toml``, and says which roles a person has. Nobody may what is not there."""

from collections.abc import Iterable
from datetime import date
from functools import cache, cached_property
from pathlib import Path
from typing import Literal

from pydantic import model_validator

from knowledge.datafile import Checked, read_checked, refuse_duplicates
from mediation.errors import NotFound
from mediation.model.cases.actor import Actor
from mediation.model.cases.case import CaseFields, Role, StaffMember
from mediation.model.procedure.matter import Matter
from mediation.model.procedure.table import Part
from mediation.model.records import Records
from mediation.standing.standing import parts_of, recused_persons

RIGHTS_FILE = Path(__file__).with_name("rights.toml")

STRANGER, EMPLOYEE, ON_CALL, OFFICER = "stranger", "employee", "on_call", "officer"
PRIVACY, ADMINISTRATOR = "privacy", "administrator"
OWNER = str(Role.OWNER)

FORMALLY = {Part.HANDLER: "formal_handler"}
"""A part that has another name in the table: whoever talks with the owner is somebody else."""


class Right(Checked):
    """One line; fields are explained at the head of ``rights.toml``."""

    do: str
    ways: tuple[str, ...]
    who: frozenset[str]
    on: Literal["", "case"] = ""
    denied: str = ""
    own: str = ""


class Area(Checked):
    """Rights that belong together."""

    name: str
    right: tuple[Right, ...]


class Rights(Checked):
    """The whole table."""

    roles: dict[str, str]
    duties: dict[str, frozenset[str]]
    area: tuple[Area, ...]

    @model_validator(mode="after")
    def _holds_together(self) -> "Rights":
        used = [role for right in self.all for role in right.who]
        used += [role for given in self.duties.values() for role in given]
        if unknown := set(used) - set(self.roles):
            raise ValueError(f"unknown roles: {', '.join(sorted(unknown))}")
        refuse_duplicates(right.do for right in self.all)
        refuse_duplicates(way for right in self.all for way in right.ways)
        return self

    @property
    def all(self) -> list[Right]:
        """Every line, in order."""
        return [right for area in self.area for right in area.right]

    @cached_property
    def _by_way(self) -> dict[str, Right]:
        return {way: right for right in self.all for way in right.ways}

    @cached_property
    def _by_name(self) -> dict[str, Right]:
        return {right.do: right for right in self.all}

    def of_way(self, way: str) -> Right | None:
        """The right that this way in needs; ``None`` for a way that nobody has."""
        return self._by_way.get(way)

    def permits(self, do: str, roles: Iterable[str]) -> bool:
        """Whether one of these roles has the right; False for a right that is not in the table."""
        right = self._by_name.get(do)
        return right is not None and not right.who.isdisjoint(roles)

    def of_duty(self, member: StaffMember | None) -> frozenset[str]:
        """The roles that a place on the roster gives; none where it has ended."""
        if member is None or not member.active:
            return frozenset()
        return self.duties.get(member.duty, frozenset())


@cache
def rights() -> Rights:
    """The table that ships with the product, read once; raises ``BadData``."""
    return read_checked(RIGHTS_FILE, Rights)


def roles_towards(records: Records, number: str, person_id: int, today: date) -> frozenset[str]:
    """What a person is towards a case, besides being an employee.

    An owner is owner and nothing else; whoever is shut out of a case is nothing; of a case that does not
    exist somebody has what their duty gives.
    """
    member = records.people.staff(person_id)
    duty = rights().of_duty(member)
    try:
        case = records.cases.get(number)
    except NotFound:
        return duty
    if case.owner_id == person_id:
        return frozenset({OWNER})
    matter = _matter(records, number)
    if matter is not None and person_id in recused_persons(records, matter):
        return frozenset()
    found = {*duty, *_towards(case, Actor(person_id, member))}
    if matter is not None:
        found |= {FORMALLY.get(part, str(part)) for part in parts_of(records, case, matter, person_id, today)}
    if person_id in records.joints.signers(number):
        found.add("signer")
    return frozenset(found)


def _towards(case: CaseFields, actor: Actor) -> set[str]:
    found = {str(role) for role in actor.roles_on(case)}
    helps = actor.staff is not None and actor.staff.mediates and case.second_id == actor.person_id
    return found | ({"second"} if helps else set())


def _matter(records: Records, number: str) -> Matter | None:
    try:
        return records.matters.get(number)
    except NotFound:
        return None
