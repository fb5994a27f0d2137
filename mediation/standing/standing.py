"""Who somebody is towards a matter: their parts, who holds a part, and who may not even see it."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from functools import cache
from pathlib import Path

from knowledge.datafile import Checked, read_checked
from mediation.model.cases.case import CaseFields, StaffMember
from mediation.model.organisation import Held, Organisation, OrgRole, Person
from mediation.model.procedure.matter import Matter
from mediation.model.procedure.table import Part
from mediation.model.records import Records
from mediation.standing.recusal import recused

STANDING_FILE = Path(__file__).with_name("standing.toml")


class Where(StrEnum):
    """Where an office has to be held; explained at the head of ``standing.toml``."""

    OWN = "own"
    UP = "up"
    ABOVE = "above"
    OFFERED = "offered"


class Office(Checked):
    """A role of the organisation that gives a part."""

    role: OrgRole
    part: Part
    where: Where


class StandingRules(Checked):
    """Duties and roles, and the parts that they give."""

    roster: dict[str, tuple[Part, ...]]
    office: tuple[Office, ...]


@cache
def standing_rules() -> StandingRules:
    """The rules that ship with the product, read once; raises ``BadData``."""
    return read_checked(STANDING_FILE, StandingRules)


def parts_of(records: Records, case: CaseFields, matter: Matter, person_id: int, today: date) -> set[Part]:
    """What this person is towards the matter; empty for a stranger and for whoever it is about."""
    if person_id == case.owner_id:
        return {Part.OWNER}
    if person_id in recused_persons(records, matter):
        return set()
    rules, member = standing_rules(), records.people.staff(person_id)
    parts = set(rules.roster.get(member.duty, ())) if member is not None and member.active else set()
    parts |= _personal(case, matter, member)
    organisation = records.organisation.read()
    if (chat := records.people.chat_of(person_id)) is not None:
        who = organisation.by_telegram(chat)
        parts |= _offices(organisation, matter, who, today) if who is not None else set()
    return parts


def holders(records: Records, case: CaseFields, matter: Matter, part: Part, today: date) -> list[int]:
    """Who is written to in this part of the matter, each once; nobody whom it is about."""
    personal = {Part.OWNER: case.owner_id, Part.HANDLER: matter.handler_id, Part.SPONSOR: matter.sponsor_id}
    if part is Part.OWNER:
        return [case.owner_id]
    found: list[int] = []
    if part in personal or part is Part.MEDIATOR:
        some = [personal[part]] if part in personal else [case.handler_id, case.second_id]
        found = [one for one in some if one is not None and _on_duty(records, one)]
    else:
        roster = standing_rules().roster
        found = [m.person_id for m in records.people.colleagues() if part in roster.get(m.duty, ())]
        found += _in_office(records, matter, part, today)
    out = recused_persons(records, matter) | {case.owner_id}
    return [one for one in dict.fromkeys(found) if one not in out]


def recused_persons(records: Records, matter: Matter) -> frozenset[int]:
    """Who neither sees nor holds it: the named and their line, as far as the bot knows them.

    信访工作条例 28(3), 30(3).
    """
    if not matter.about:
        return matter.named
    organisation = records.organisation.read()
    line = recused(organisation, matter.about)
    return matter.named | set(_known(records, (organisation.person(key) for key in line)))


def unit_of(organisation: Organisation, matter: Matter) -> str:
    """The unit that has the matter: its own, or the one at the top while nobody has said which."""
    if matter.unit:
        return matter.unit
    return next((unit.key for unit in organisation.units if unit.parent is None), "")


def _personal(case: CaseFields, matter: Matter, member: StaffMember | None) -> set[Part]:
    """Parts that a person has by being named, as long as they are on the roster."""
    if member is None or not member.active:
        return set()
    found = {
        Part.HANDLER: member.person_id == matter.handler_id,
        Part.SPONSOR: member.person_id == matter.sponsor_id,
        Part.MEDIATOR: member.person_id in (case.handler_id, case.second_id),
    }
    return {part for part, there in found.items() if there}


def _offices(organisation: Organisation, matter: Matter, who: Person, today: date) -> set[Part]:
    return {
        office.part
        for office in standing_rules().office
        for held in who.roles
        if held.role is office.role and held.on(today) and _fits(organisation, matter, who, held, office)
    }


def _fits(organisation: Organisation, matter: Matter, who: Person, held: Held, office: Office) -> bool:
    own, *above = [one.key for one in organisation.upwards(unit_of(organisation, matter))] or [""]
    match office.where:
        case Where.OWN:
            return who.unit == own
        case Where.UP:
            return who.unit in (own, *above)
        case Where.ABOVE:
            return who.unit in above
        case Where.OFFERED:
            return matter.offered_unit in {who.unit, who.department, held.department} - {None, ""}


def _in_office(records: Records, matter: Matter, part: Part, today: date) -> list[int]:
    organisation = records.organisation.read()
    return _known(
        records, (one for one in organisation.people if part in _offices(organisation, matter, one, today))
    )


def _known(records: Records, people: Iterable[Person | None]) -> list[int]:
    chats = (one.telegram for one in people if one is not None and one.telegram is not None)
    found = (records.people.find(chat) for chat in chats)
    return [one for one in found if one is not None]


def _on_duty(records: Records, person_id: int) -> bool:
    member = records.people.staff(person_id)
    return member is None or member.active
