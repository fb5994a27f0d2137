"""Where a matter goes, and why: by the duties of departments, then by the table; never to the recused.

The nearest unit is asked first, then those above it. Which of the people named takes it is decided by people.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from mediation.errors import Refused
from mediation.model.organisation import Department, Organisation, OrgRole, Person
from mediation.routing.rules import RoutingRules, Rule
from mediation.standing.recusal import recused


class Urgency(StrEnum):
    """How a matter presses: ``URGENT`` is reported to the unit above at once (信访工作条例 25)."""

    NORMAL = "normal"
    URGENT = "urgent"
    HAZARD = "hazard"
    CRISIS = "crisis"


@dataclass(frozen=True)
class RoutingInput:
    """What of a case decides where it goes.

    ``named`` are staff numbers as ``mediation.standing.recusal.concerned`` gives them, ``owner`` the
    owner's own, where known. ``text`` is only searched for the words of departments.
    """

    category: str
    unit: str
    more: tuple[str, ...] = ()
    named: frozenset[str] = frozenset()
    urgency: Urgency = Urgency.NORMAL
    owner: str | None = None
    text: str = ""


class Reason(NamedTuple):
    """One fact behind "why it came to you"; ``code`` is stable, ``facts`` fill the sentence."""

    code: str
    facts: dict[str, str]


class Desk(NamedTuple):
    """A department, and who there could take the matter, in a settled order."""

    department: Department
    candidates: tuple[Person, ...]


@dataclass(frozen=True)
class Route:
    """Where a matter goes; ``department`` is ``None`` when nobody inside may take it: the doors are left.

    ``why`` names nobody who is recused. A ``sealed`` matter is for the department's candidates only. With
    ``pair`` a second person comes from the first desk of ``support``.
    """

    department: Department | None
    candidates: tuple[Person, ...]
    support: tuple[Desk, ...]
    why: tuple[Reason, ...]
    doors: tuple[str, ...]
    sealed: bool
    pair: bool


Fits = Callable[[Department], bool]


def route(organisation: Organisation, rules: RoutingRules, matter: RoutingInput, today: date) -> Route:
    """Where it goes today. Raises ``Refused`` (``unknown_category``, ``unknown_unit``)."""
    rule, why = leading(rules, matter)
    if organisation.unit(matter.unit) is None:
        raise Refused("unknown_unit", unit=matter.unit)
    every = [_rule(rules, code) for code in (matter.category, *matter.more)]
    sealed = any(one.sealed for one in every)
    search = _Search(organisation, matter, rule, today)
    desk = next(search.desks(_passes(rules, rule, sealed)), None)
    why = [*why, *(_found(organisation, matter, rule, desk) if desk else [Reason("nobody_inside", {})])]
    if matter.urgency is Urgency.URGENT and (above := organisation.upwards(matter.unit)[1:]):
        why.append(Reason("urgent_report_above", {"unit": above[0].name}))
    alone = sealed or desk is None or matter.urgency is Urgency.CRISIS
    kinds = [] if alone else [*rule.support, *(one.lead for one in every)]
    return Route(
        department=desk.department if desk else None,
        candidates=desk.candidates if desk else (),
        support=search.support(kinds, desk.department) if desk else (),
        why=tuple(why),
        doors=_doors([rule, *every], outside_only=desk is None),
        sealed=sealed,
        pair=rule.pair and not sealed,
    )


def leading(rules: RoutingRules, matter: RoutingInput) -> tuple[Rule, list[Reason]]:
    """The row that leads, and why it is not simply that of the category.

    A crisis goes before danger, danger before a sealed part, and that before the rest.
    """
    pressing = {Urgency.CRISIS: rules.urgency.crisis, Urgency.HAZARD: rules.urgency.hazard}
    own = [_rule(rules, code) for code in (matter.category, *matter.more)]
    if matter.urgency in pressing:
        return _rule(rules, pressing[matter.urgency]), [Reason(f"{matter.urgency}_first", {})]
    sealed = next((one for one in own if one.sealed), None)
    if sealed is not None and sealed is not own[0]:
        return sealed, [Reason("sealed_part", {"category": sealed.category})]
    return own[0], []


def _rule(rules: RoutingRules, category: str) -> Rule:
    if (rule := rules.rule(category)) is None:
        raise Refused("unknown_category", category=category)
    return rule


def _passes(rules: RoutingRules, rule: Rule, sealed: bool) -> list[Fits]:
    """Who is asked in turn: the one in charge, who supports, who takes what nobody else takes."""
    if rule.sealed or sealed:
        return [lambda one: one.kind == rule.lead]
    return [
        lambda one: rule.category in one.duties or one.kind == rule.lead,
        lambda one: one.kind in rule.support,
        lambda one: one.kind == rules.first,
    ]


class _Search:
    """Looks for desks upwards from the unit of the matter."""

    def __init__(self, organisation: Organisation, matter: RoutingInput, rule: Rule, today: date) -> None:
        self._organisation = organisation
        self._matter = matter
        self._rule = rule
        self._today = today
        self._barred = recused(organisation, matter.named) | {matter.owner}
        people = (organisation.person(key) for key in matter.named)
        # a department does not look into its own people, nor into those who lead or help it
        self._closed = {place for one in people if one is not None for place in one.departments}

    def desks(self, passes: Iterable[Fits]) -> Iterator[Desk]:
        for fits in passes:
            for unit in self._organisation.upwards(self._matter.unit):
                some = [one for one in self._organisation.departments_of(unit.key) if fits(one)]
                for department in sorted(some, key=self._rank):
                    if candidates := self._candidates(department):
                        yield Desk(department, candidates)

    def _rank(self, department: Department) -> tuple[bool, bool, int, str]:
        said = sum(word in self._matter.text for word in department.words)
        declared = self._rule.category in department.duties
        return not declared, department.kind != self._rule.lead, -said, department.key

    def _candidates(self, department: Department) -> tuple[Person, ...]:
        """Its handlers, or where it has none its head."""
        if department.key in self._closed:
            return ()
        for role in (OrgRole.HANDLER, OrgRole.DEPARTMENT_HEAD):
            held = self._organisation.holders(role, self._today, department.key)
            if free := sorted((one for one in held if one.key not in self._barred), key=lambda one: one.key):
                return tuple(free)
        return ()

    def support(self, kinds: Iterable[str], lead: Department) -> tuple[Desk, ...]:
        """The nearest desk of each kind."""
        found = (next(self.desks([_is(kind)]), None) for kind in dict.fromkeys(kinds) if kind != lead.kind)
        return tuple(one for one in found if one is not None)


def _is(kind: str) -> Fits:
    return lambda one: one.kind == kind


def _found(organisation: Organisation, matter: RoutingInput, rule: Rule, desk: Desk) -> list[Reason]:
    department, category = desk.department, rule.category
    facts = {"department": department.name, "category": category}
    if category in department.duties and not rule.sealed:
        why = [Reason("in_its_duties", facts)]
    elif department.kind == rule.lead:
        why = [Reason("leads_on_it", facts)]
    else:
        why = [Reason("stands_in", facts)]
    words = [word for word in department.words if word in matter.text]
    why += [Reason("its_words", {"words": "、".join(words)})] if words else []
    unit = organisation.unit(department.unit)
    where = "own_unit" if department.unit == matter.unit else "unit_above"
    return [*why, Reason(where, {"unit": unit.name if unit else department.unit})]


def _doors(rules: Iterable[Rule], outside_only: bool) -> tuple[str, ...]:
    named = [door for rule in rules for door in rule.doors]
    return tuple(dict.fromkeys([*named, *(["petition_above"] if outside_only else [])]))
