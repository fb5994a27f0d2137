"""Who may ask to see a name, and who is the second person that decides."""

from mediation.case import CaseFields, StaffMember
from mediation.errors import NotFound
from mediation.masks import mask_rules
from mediation.records import Records
from mediation.shutting_out import is_shut_out


def may_ask(records: Records, asker: StaffMember | None, number: str) -> CaseFields:
    """The case, for whoever works on it and reads its story; for anybody else ``NotFound``."""
    case = records.cases.get(number)
    if asker is None or not asker.active or asker.person_id == case.owner_id:
        raise NotFound
    reads = {case.handler_id} if case.handler_only else workers(records, case)
    if asker.person_id not in reads or is_shut_out(records, number, asker.person_id):
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
    """Who may decide: of the duties that do, and nobody who has a hand in it, is meant by it, or is above
    or below whom it is about. Those of the first duty in ``unmasking.toml`` that has anybody come first.
    """
    out = {one for one in never if one is not None}
    if number is not None:
        case = records.cases.get(number)
        out |= {case.owner_id} | workers(records, case)
    duties = mask_rules().decides
    free = [one for one in records.people.colleagues() if one.duty in duties and one.person_id not in out]
    if number is not None:
        free = [one for one in free if not is_shut_out(records, number, one.person_id)]
    return [one.person_id for one in sorted(free, key=lambda one: duties.index(one.duty))]


def written_to(records: Records, able: list[int]) -> list[int]:
    """Of those who may decide, the ones of the first duty that is there: they get the letter."""
    if not able:
        return []
    duty = {one.person_id: one.duty for one in records.people.colleagues()}
    return [one for one in able if duty[one] == duty[able[0]]]
