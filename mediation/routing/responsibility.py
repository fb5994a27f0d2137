"""Who answers for a case: the chain of responsibilities 首接、首要、直接、管理、承办、包案、督查."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from mediation.errors import Refused
from mediation.model.organisation import Organisation, OrgRole, Person
from mediation.routing.routing import RoutingInput, route
from mediation.routing.rules import RoutingRules
from mediation.standing.recusal import recused


class Duty(StrEnum):
    """One responsibility for a case, in the order in which they are shown."""

    FIRST_CONTACT = "first_contact"
    """首接: keeps the case until another has accepted it."""
    HEAD = "head"
    """首要: the main leader of the unit."""
    DIRECT = "direct"
    """直接: the leader in charge of the department (分管)."""
    MANAGEMENT = "management"
    """管理: the head of the department in charge."""
    HANDLER = "handler"
    """承办: who works on it."""
    SPONSOR = "sponsor"
    """包案: a leader who takes up a repeated or old case (信访工作条例 18(2))."""
    SUPERVISION = "supervision"
    """督查: who urges it on (信访工作条例 40)."""


class Gap(StrEnum):
    """Why a link has nobody: the role is not filled, its holder is recused, or the matter is sealed."""

    NOBODY = "nobody"
    RECUSED = "recused"
    SEALED = "sealed"


SEALED_DUTIES = (Duty.MANAGEMENT, Duty.HANDLER)
"""All that a sealed matter may have (信访工作条例 30(3))."""


@dataclass(frozen=True)
class Link:
    """One duty and who has it; ``gap`` says why nobody does."""

    duty: Duty
    person: Person | None = None
    gap: Gap | None = None


@dataclass(frozen=True)
class Chain:
    """The links of one case in the order of ``Duty``; with a sponsor only when the case needs one."""

    links: tuple[Link, ...]

    def of(self, duty: Duty) -> Person | None:
        """Who has this duty."""
        return next((link.person for link in self.links if link.duty is duty), None)

    def needs(self, duty: Duty) -> bool:
        """True when this duty belongs to the chain and nobody has it."""
        return duty in self.missing

    @property
    def missing(self) -> tuple[Duty, ...]:
        """Links that ought to have somebody and have nobody."""
        return tuple(link.duty for link in self.links if link.gap in (Gap.NOBODY, Gap.RECUSED))

    @property
    def empty(self) -> bool:
        """True when nobody at all answers for it."""
        return all(link.person is None for link in self.links)


@dataclass(frozen=True)
class MatterHistory:
    """How often the same matter was filed, and for how many days it has been open."""

    filings: int = 1
    open_days: int = 0


def needs_sponsor(rules: RoutingRules, standing: MatterHistory) -> bool:
    """True for repeated and for old cases, by the numbers in ``routing.toml``."""
    return standing.filings >= rules.sponsor.filings or standing.open_days > rules.sponsor.open_days


def chain(
    organisation: Organisation,
    rules: RoutingRules,
    matter: RoutingInput,
    handler: str | None,
    today: date,
    standing: MatterHistory | None = None,
) -> Chain:
    """Who answers for the matter today. Nobody recused is in it; raises ``Refused`` as ``route`` does."""
    way = route(organisation, rules, matter, today)
    barred = recused(organisation, matter.named) | {matter.owner or ""}
    who = organisation.person(handler)
    department = way.department.key if way.department else (who.department if who else None)
    filled = _Filled(organisation, matter.unit, department, today)
    holders: dict[Duty, list[Person]] = {
        Duty.FIRST_CONTACT: filled.nearest(OrgRole.FIRST_CONTACT),
        Duty.HEAD: filled.heads(),
        Duty.DIRECT: filled.deputies(),
        Duty.MANAGEMENT: filled.managers(),
        Duty.HANDLER: [who] if who else [],
        Duty.SPONSOR: filled.nearest(OrgRole.SPONSOR),
        Duty.SUPERVISION: [one for one in filled.nearest(OrgRole.SUPERVISOR) if one.key != handler],
    }
    if not needs_sponsor(rules, standing or MatterHistory()):
        del holders[Duty.SPONSOR]
    closed = {duty for duty in holders if way.sealed and duty not in SEALED_DUTIES}
    return Chain(tuple(_link(duty, some, barred, duty in closed) for duty, some in holders.items()))


def _link(duty: Duty, holders: Iterable[Person], barred: frozenset[str], sealed: bool) -> Link:
    if sealed:
        return Link(duty, gap=Gap.SEALED)
    some = list(holders)
    free = next((one for one in some if one.key not in barred), None)
    if free is not None:
        return Link(duty, free)
    return Link(duty, gap=Gap.RECUSED if some else Gap.NOBODY)


class _Filled:
    """Who holds what around one unit and one department on one day, the nearest first."""

    def __init__(self, organisation: Organisation, unit: str, department: str | None, today: date) -> None:
        self._organisation = organisation
        self._units = [one.key for one in organisation.upwards(unit)]
        self._department = organisation.department(department)
        self._today = today

    def nearest(self, role: OrgRole) -> list[Person]:
        """Holders in the unit, then in those above it."""
        held = self._organisation.holders_in
        return [one for unit in self._units for one in _in_order(held(role, self._today, unit))]

    def heads(self) -> list[Person]:
        """Heads of the unit; those of the units above step in for one who is recused, not for none."""
        found = [self._heads_of(unit) for unit in self._units]
        return [one for some in found for one in some] if found and found[0] else []

    def _heads_of(self, unit: str) -> list[Person]:
        named = self._organisation.unit(unit)
        head = self._organisation.person(named.head) if named else None
        held = _in_order(self._organisation.holders_in(OrgRole.UNIT_HEAD, self._today, unit))
        return [*([head] if head else []), *(one for one in held if one != head)]

    def deputies(self) -> list[Person]:
        """Leaders in charge of the department, then of its whole unit."""
        if self._department is None:
            return []
        of = self._organisation
        for_it = _in_order(of.holders(OrgRole.DEPUTY, self._today, self._department.key))
        return [*for_it, *_in_order(of.holders_in(OrgRole.DEPUTY, self._today, self._department.unit))]

    def managers(self) -> list[Person]:
        """Heads of the department."""
        if self._department is None:
            return []
        role = OrgRole.DEPARTMENT_HEAD
        return _in_order(self._organisation.holders(role, self._today, self._department.key))


def _in_order(people: Iterable[Person]) -> list[Person]:
    return sorted(people, key=lambda one: one.key)


def check_triage(links: Chain) -> None:
    """No case leaves triage without a handler, and a repeated or old one not without a sponsor.

    Raises ``Refused``: ``handler_missing``, ``sponsor_missing``.
    """
    if links.needs(Duty.HANDLER):
        raise Refused("handler_missing")
    if links.needs(Duty.SPONSOR):
        raise Refused("sponsor_missing")
