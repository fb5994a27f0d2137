"""Correcting what one told about oneself (个人信息保护法 46): the name, and the answers of the intake."""

from mediation.access.case_access import own_case
from mediation.errors import Refused
from mediation.model.cases.case import Notice
from mediation.model.records import Records
from mediation.privacy.erasure import OVER

NAME = "naming"
"""Stands for the name among the answers of the intake."""


def correct(records: Records, owner_id: int, number: str, field: str, value: str) -> None:
    """Put this in place of what was told; whoever works on the case is told that something was corrected.

    What was said in the talk can be edited in the chat itself; signed papers stay as they were signed. Raises
    ``NotFound``, ``Refused``: ``only_live_is_corrected``, ``no_name_given`` (an anonymous case has no name).
    """
    case = own_case(records, owner_id, number)
    if case.state in OVER:
        raise Refused("only_live_is_corrected", number=number)
    if field == NAME:
        if records.cases.name(number) is None:
            raise Refused("no_name_given", number=number)
        records.cases.keep_name(number, value)
    else:
        records.cases.set_account(number, {**records.cases.account(number), field: value})
    records.audit.write("corrected", number, owner_id, what=field)
    helpers = (case.handler_id, None if case.handler_only else case.second_id)
    for person in (one for one in helpers if one is not None):
        key = f"corrected:{number}:{person}"
        records.outbox.post(Notice(to=person, kind="corrected", case_number=number, key=key))
