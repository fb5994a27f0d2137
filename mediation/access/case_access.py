"""A case for whoever may reach it; everybody else gets ``NotFound``, as for a number that does not exist."""

from mediation.errors import NotFound
from mediation.model.cases.actor import Actor
from mediation.model.cases.case import CaseFields, Role
from mediation.model.records import Records


def own_case(records: Records, owner_id: int, number: str) -> CaseFields:
    """The owner's case; somebody else's answers ``NotFound``, exactly like a number that does not exist."""
    case = records.cases.get(number)
    if case.owner_id != owner_id:
        raise NotFound
    return case


def staff_case(records: Records, actor: Actor, number: str) -> CaseFields:
    """A case that this member of staff works on; any other answers ``NotFound``."""
    case = records.cases.get(number)
    helps = case.second_id == actor.person_id and actor.staff is not None and actor.staff.active
    if not (helps or Role.HANDLER in actor.roles_on(case)):
        raise NotFound
    return case
