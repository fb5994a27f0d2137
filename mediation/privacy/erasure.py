"""Deleting a case: by its owner, who types its number; or because its time is over.

个人信息保护法 47: what is not needed any more is deleted, at the person's request too; what a law obliges to
keep is not.
"""

from mediation.access.case_access import own_case
from mediation.errors import NotFound, Refused
from mediation.model.cases.case import CaseFields, Notice
from mediation.model.cases.numbers import read_number
from mediation.model.records import Records
from mediation.unmasking.ending import take_back_of_case

OVER = ("withdrawn", "closed")
"""States in which a case may be deleted; a live one can be withdrawn first."""

PROCEDURE_OVER = frozenset({"registered", "need_info", "redirected", "suggestion", "closed", "withdrawn"})
"""States of the formal side in which nobody works on it any more once the talk is over; 'final' and the like
still have steps to come (信访工作条例 35, 36)."""

BY_OWNER, BY_RETENTION = "owner", "retention"


def check_erasable(records: Records, case: CaseFields) -> None:
    """Raises ``Refused``: ``case_is_live``, ``procedure_is_live``, ``case_is_held``."""
    if case.state not in OVER:
        raise Refused("case_is_live", number=case.number)
    try:
        matter = records.matters.get(case.number)
    except NotFound:
        matter = None
    if matter is not None and (matter.state not in PROCEDURE_OVER or matter.open_promises):
        raise Refused("procedure_is_live", number=case.number)
    held = records.holds.held(case.number)
    if held is not None:
        raise Refused("case_is_held", number=case.number, reason=held.reason)


def erase_own(records: Records, owner_id: int, number: str, typed: str) -> None:
    """The owner deletes their case, having typed its number.

    Raises ``NotFound``, ``Refused("number_does_not_fit")`` and those of ``check_erasable``.
    """
    case = own_case(records, owner_id, number)
    check_erasable(records, case)
    if read_number(typed) != number:
        raise Refused("number_does_not_fit", number=number)
    erase(records, case, BY_OWNER)
    records.audit.write("erased", number, owner_id, by=BY_OWNER)


def erase(records: Records, case: CaseFields, by: str) -> None:
    """Everything of the case goes, and its card says that it was put away."""
    take_back_of_case(records, case.number)
    place = records.erasures.card_of(case.number)
    records.erasures.erase(case.number, by, records.now)
    if place is not None:
        facts = {"message": place.message, "chat": place.chat}
        records.outbox.post(Notice(to=None, kind="card_away", facts=dict(facts)))
