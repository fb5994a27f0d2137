"""Organisations for tests: the example that ships with the product, and small ones made by hand."""

from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from bot.commands.staff.org_files import read_grids
from mediation.model.organisation import Department, Held, Organisation, OrgRole, Person, Unit
from mediation.organisation.layout import load_layout
from mediation.organisation.reading import read_sheets
from mediation.routing.rules import load_routing

EXAMPLE = Path(__file__).parent.parent / "docs" / "examples" / "org"
TODAY = date(2026, 12, 1)
"""A day on which every role of the example is held."""

RULES = load_routing()


@cache
def example() -> Organisation:
    """``docs/examples/org``."""
    return read_sheets(read_grids([EXAMPLE]), Organisation(), load_layout(), RULES)


def role(name: str, department: str | None = None, last: date = date(2027, 12, 31)) -> Held:
    return Held(role=OrgRole(name), first=date(2026, 1, 1), last=last, department=department)


def person(key: str, reports_to: str | None = None, *roles: str | Held, **fields: Any) -> Person:
    """Somebody in unit ``U``, department ``D``."""
    held = tuple(role(one) if isinstance(one, str) else one for one in roles)
    values: dict[str, Any] = {"key": key, "name": f"人{key}", "unit": "U", "department": "D"}
    return Person(**values | {"reports_to": reports_to, "roles": held} | fields)


def small(*people: Person, **fields: Any) -> Organisation:
    """One unit ``U`` with a union ``D`` that answers for pay."""
    values: dict[str, Any] = {
        "units": (Unit(key="U", name="一厂", head=people[0].key if people else None),),
        "departments": (Department(key="D", unit="U", name="工会", kind="union", duties=("WAGE",)),),
        "people": people,
    }
    return Organisation(**values | fields)


def changed(organisation: Organisation, key: str, **fields: Any) -> Organisation:
    """The same with one person changed."""
    people = tuple(one.model_copy(update=fields) if one.key == key else one for one in organisation.people)
    return replace(organisation, people=people)
