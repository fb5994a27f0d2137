"""Agreeing, refusing, withdrawing; and where a step may not be taken without a consent."""

from mediation.access.case_access import own_case
from mediation.errors import Refused
from mediation.model.cases.case import CaseFields, Notice
from mediation.model.consents import Consent, Purpose
from mediation.model.records import Records


def has_consent(records: Records, number: str, purpose: Purpose) -> bool:
    """Whether the owner agrees now."""
    return any(one.purpose == purpose and one.holds for one in records.consents.of_case(number))


def decide_consent(
    records: Records, owner_id: int, number: str, purpose: Purpose, agrees: bool
) -> CaseFields:
    """The owner agrees, or does not (any more); at any time and as often as they like.

    Who does not agree to ``SENSITIVE`` is served all the same: the story is then shown to the one who handles
    the case and to nobody else. Raises ``NotFound``.
    """
    case = own_case(records, owner_id, number)
    held = has_consent(records, number, purpose)
    if agrees and not held:
        records.consents.give(
            Consent(case_number=number, person_id=owner_id, purpose=purpose.value, given_at=records.now)
        )
    elif held and not agrees:
        records.consents.withdraw(number, purpose.value, records.now)
    if purpose is Purpose.SENSITIVE and case.handler_only is agrees:
        case = case.model_copy(update={"handler_only": not agrees})
        records.cases.save(case)
    what = "given" if agrees else "withdrawn" if held else "refused"
    records.audit.write("consent", number, owner_id, purpose=purpose.value, what=what)
    return case


def require_passing_on_consent(records: Records, case: CaseFields) -> None:
    """A sensitive matter goes to another office only with its owner's consent. Raises ``Refused``."""
    if case.sensitive and not has_consent(records, case.number, Purpose.PASSING_ON):
        raise Refused("passing_on_not_agreed", number=case.number)


def ask_to_pass_on(records: Records, number: str) -> None:
    """Ask the owner; a question that still waits is not asked twice."""
    owner_id = records.cases.get(number).owner_id
    key = f"passing_on:{number}"
    records.outbox.post(Notice(to=owner_id, kind="passing_on_asked", case_number=number, key=key))
