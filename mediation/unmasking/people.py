"""Who may ask to see a name, and who is the second person that decides."""

from mediation.access.rights import rights
from mediation.errors import NotFound
from mediation.model.cases.case import CaseFields, StaffMember
from mediation.model.records import Records
from mediation.model.unmasking import unmasking_rules
from mediation.standing.case_recusal import is_recused

DECIDES = "decide_on_a_name"
"""The right of the second person."""


def may_ask(records: Records, asker: StaffMember | None, number: str) -> CaseFields:
    """The case, for whoever works on it and reads its story; for anybody else ``NotFound``."""
    case = records.cases.get(number)
    if asker is None or not asker.active or asker.person_id == case.owner_id:
        raise NotFound
    reads = {case.handler_id} if case.handler_only else workers(records, case)
    if asker.person_id not in reads or is_recused(records, number, asker.person_id):
        raise NotFound
    return case


def workers(records: Records, case: CaseFields) -> set[int]:
    """Who works on the case, by talk or by the formal procedure."""
    try:
        formal = records.matters.get(case.number).handler_id
    except NotFound:
        formal = None
    return {one for one in (case.handler_id, case.second_id, formal) if one is not None}


def second_persons(records: Records, number: str | None, *never: int | None) -> list[int]:
    """Who may decide: whom ``rights.toml`` lets, and nobody who has a hand in it, whom it is about, or who is
    above or below those.
    """
    out = {one for one in never if one is not None}
    if number is not None:
        case = records.cases.get(number)
        out |= {case.owner_id} | workers(records, case)
    able = [
        one.person_id
        for one in records.people.colleagues()
        if one.person_id not in out and rights().permits(DECIDES, rights().of_duty(one))
    ]
    return able if number is None else [one for one in able if not is_recused(records, number, one)]


def written_to(records: Records, able: list[int]) -> list[int]:
    """Of those who may decide, who gets the letter: those of the duty that is asked first, else all."""
    first = {
        one.person_id for one in records.people.colleagues() if one.duty == unmasking_rules().asked_first
    }
    return [one for one in able if one in first] or able
