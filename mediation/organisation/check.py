"""What is wrong with an organisation: findings for the people who keep it. Nothing is changed."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from mediation.model.organisation import Department, Organisation, OrgRole
from mediation.routing.responsibility import chain
from mediation.routing.routing import RoutingInput, route
from mediation.routing.rules import RoutingRules


class Finding(NamedTuple):
    """One thing to put right; ``code`` is stable, ``key`` the entry it is about, ``other`` what it names."""

    code: str
    key: str
    other: str = ""


def check(organisation: Organisation, rules: RoutingRules, today: date) -> tuple[Finding, ...]:
    """All findings, in a settled order."""
    return (
        *_units(organisation, today),
        *_departments(organisation, rules),
        *_people(organisation, today),
        *_chains(organisation, rules, today),
    )


def entry_of(organisation: Organisation, finding: Finding) -> str:
    """The key of what a finding is about, with its name where there is one."""
    key = finding.key
    entry = organisation.person(key) or organisation.department(key) or organisation.unit(key)
    return f"{key} {entry.name}" if entry else key


def _units(organisation: Organisation, today: date) -> Iterator[Finding]:
    yield from _twice("unit_twice", (one.key for one in organisation.units))
    for unit in organisation.units:
        if unit.parent is not None and organisation.unit(unit.parent) is None:
            yield Finding("unknown_unit", unit.key, unit.parent)
        if any(one.parent == unit.key for one in organisation.upwards(unit.key)):
            yield Finding("unit_in_circle", unit.key)
        if unit.head is not None and organisation.person(unit.head) is None:
            yield Finding("unknown_person", unit.key, unit.head)
        held = organisation.holders_in(OrgRole.UNIT_HEAD, today, unit.key)
        heads = {one.key for one in held} | ({unit.head} if organisation.person(unit.head) else set())
        yield from _one_head(unit.key, heads)


def _one_head(key: str, heads: set[str | None]) -> Iterator[Finding]:
    if not heads:
        yield Finding("unit_without_head", key)
    if len(heads) > 1:
        yield Finding("two_heads", key, "、".join(sorted(one for one in heads if one)))


def _departments(organisation: Organisation, rules: RoutingRules) -> Iterator[Finding]:
    yield from _twice("department_twice", (one.key for one in organisation.departments))
    kinds = {one.code for one in rules.kinds}
    for one in organisation.departments:
        if organisation.unit(one.unit) is None:
            yield Finding("unknown_unit", one.key, one.unit)
        if one.kind not in kinds:
            yield Finding("unknown_kind", one.key, one.kind)
        if not one.duties:
            yield Finding("department_without_duties", one.key)
        for code in one.duties:
            if rules.rule(code) is None:
                yield Finding("unknown_category", one.key, code)
    for category in rules.categories:
        if not any(_answers_for(one, rules, category) for one in organisation.departments):
            yield Finding("category_without_owner", category)


def _answers_for(department: Department, rules: RoutingRules, category: str) -> bool:
    """A sealed category counts only with the kind that may have it: others would never be asked."""
    rule = rules.rule(category)
    if rule is not None and rule.sealed and department.kind != rule.lead:
        return False
    return category in department.duties


def _people(organisation: Organisation, today: date) -> Iterator[Finding]:
    yield from _twice("person_twice", (one.key for one in organisation.people))
    yield from _twice("chat_twice", (str(one.telegram) for one in organisation.people if one.telegram))
    for one in organisation.people:
        if organisation.unit(one.unit) is None:
            yield Finding("unknown_unit", one.key, one.unit)
        for key in sorted(one.departments):
            if organisation.department(key) is None:
                yield Finding("unknown_department", one.key, key)
        yield from _reports(organisation, one.key, one.reports_to)
        for held in one.roles:
            if held.last < today and not one.holds(held.role, today):
                yield Finding("role_ended", one.key, f"{held.role} {held.last.isoformat()}")
    for department in organisation.departments:
        heads = organisation.holders(OrgRole.DEPARTMENT_HEAD, today, department.key)
        if len(heads) > 1:
            yield Finding("two_heads", department.key, "、".join(sorted(one.key for one in heads)))


def _reports(organisation: Organisation, key: str, reports_to: str | None) -> Iterator[Finding]:
    if reports_to == key:
        yield Finding("reports_to_self", key)
    elif reports_to is not None and organisation.person(reports_to) is None:
        yield Finding("unknown_person", key, reports_to)
    elif any(_above(organisation, one) == key for one in organisation.superiors(key)):
        yield Finding("reports_in_circle", key)


def _above(organisation: Organisation, key: str) -> str | None:
    person = organisation.person(key)
    return person.reports_to if person is not None else None


def _chains(organisation: Organisation, rules: RoutingRules, today: date) -> Iterator[Finding]:
    """Units where some category finds nobody to take it, and those where nobody at all answers for one."""
    for unit in organisation.units:
        stuck, empty = [], []
        for category in rules.categories:
            matter = RoutingInput(category, unit.key)
            way = route(organisation, rules, matter, today)
            handler = way.candidates[0].key if way.candidates else None
            stuck += [category] if handler is None else []
            empty += [category] if chain(organisation, rules, matter, handler, today).empty else []
        if empty:
            yield Finding("empty_chain", unit.key, "、".join(empty))
        if left := [code for code in stuck if code not in empty]:
            yield Finding("nobody_takes_it", unit.key, "、".join(left))


def _twice(code: str, keys: Iterable[str]) -> Iterator[Finding]:
    for key, times in Counter(keys).items():
        if times > 1:
            yield Finding(code, key)
