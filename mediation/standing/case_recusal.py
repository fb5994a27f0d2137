"""Recusal from a stored case (信访工作条例 28(3), 30(3)): whom it is about, and their reporting line."""

from mediation.errors import NotFound
from mediation.model.cases.case import StaffMember
from mediation.model.procedure.matter import Matter
from mediation.model.records import Records
from mediation.standing.standing import recused_persons


def is_recused(records: Records, number: str, person_id: int) -> bool:
    """True for whoever the matter of this case is about and for their line; never for its owner."""
    matter = _matter(records, number)
    return (
        matter is not None and person_id != matter.owner_id and person_id in recused_persons(records, matter)
    )


def recused_staff(records: Records, number: str) -> list[StaffMember]:
    """Those on the roster who may not learn of this case."""
    matter = _matter(records, number)
    if matter is None or not (matter.about or matter.named):
        return []
    out = recused_persons(records, matter)
    return [one for one in records.people.colleagues() if one.person_id in out]


def _matter(records: Records, number: str) -> Matter | None:
    try:
        return records.matters.get(number)
    except NotFound:
        return None
