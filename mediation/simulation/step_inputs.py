"""What somebody brings along for a step, made up; the one place that knows what each need may be."""

from collections.abc import Iterable
from dataclasses import fields
from datetime import date, timedelta
from random import Random
from typing import Any

from mediation.model.cases.case import StaffMember
from mediation.model.procedure.matter import Matter, Promise
from mediation.model.procedure.step_input import StepInput
from mediation.model.procedure.table import Need

LONGEST = 75
"""Days ahead that something is agreed for at the most: sometimes too long for an extension."""
BROUGHT = {one.name for one in fields(StepInput)}
CONCERNED = "0042"
"""A staff number that nobody has: nobody is shut out in a made-up year."""
FORGOTTEN = 0.02
"""How often something that is needed is not brought."""


def random_input(
    needs: Iterable[Need], matter: Matter, chance: Random, today: date, person: StaffMember
) -> StepInput:
    """All that is needed, as a rule; ``person`` is who may be named."""
    given = {one.value: random_value(one, matter, chance, today, person) for one in needs}
    return StepInput(**{name: one for name, one in given.items() if one is not None and name in BROUGHT})


def random_value(need: Need, matter: Matter, chance: Random, today: date, person: StaffMember) -> Any:
    """Something of that kind, or ``None``."""
    if chance.random() < FORGOTTEN:
        return None
    match need:
        case Need.ITEMS:
            return ("排班表",)
        case Need.PERSON:
            return person
        case Need.CONCERNED:
            return CONCERNED
        case Need.UNTIL:
            return _day(chance, today)
        case Need.PROMISES:
            return tuple(
                Promise(what="补发", until=_day(chance, today)) for _ in range(chance.choice((1, 1, 2)))
            )
        case Need.PROMISE:
            open_ones = [place for place, one in enumerate(matter.promises) if one.done_on is None]
            return chance.choice(open_ones) if open_ones else None
        case _:
            return "按考勤补发"


def _day(chance: Random, today: date) -> date:
    return today + timedelta(days=chance.randint(1, LONGEST))
