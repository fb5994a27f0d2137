"""Somebody leaves: what they asked to see is closed, and what waited for their word goes to others."""

from mediation.crisis.calls import WithCalls
from mediation.errors import NotFound
from mediation.model.cases.case import StaffMember
from mediation.model.unmasking import State, Unmasking, unmasking_rules
from mediation.unmasking.ending import take_back
from mediation.unmasking.notices import ask_for_review, ask_to_decide, note
from mediation.unmasking.people import second_persons, written_to


def close_for_leaver(records: WithCalls, person_id: int) -> int:
    """What they asked for shows no name any more, and what showed one is taken back; returns how many.

    A look at once still waits for the word of the second person: it has happened.
    """
    mine = records.unmaskings.live_of(person_id)
    for one in mine:
        note(records, one, None, "asker_left")
        update = (
            {"state": State.LAPSED, "remind_at": None} if one.state == State.ASKED else {"state": State.OVER}
        )
        records.unmaskings.save(take_back(records, one).model_copy(update=update))
    return len(mine)


def pass_on_from_leaver(records: WithCalls, left: StaffMember) -> int:
    """What waits for a second person is shown to who may answer in the leaver's place; returns how many.

    Only where none is left of the duty that is asked first: all others have their letters already.
    """
    first = unmasking_rules().asked_first
    if left.duty != first or any(one.duty == first for one in records.people.colleagues()):
        return 0
    waiting = records.unmaskings.waiting()
    return sum(_passed_on(records, one) for one in waiting)


def _passed_on(records: WithCalls, one: Unmasking) -> bool:
    if one.case_number is None:
        try:
            ask_for_review(records, one, records.calls.get(one.call_id or 0).person_id)
        except NotFound:
            return False
    else:
        able = second_persons(records, one.case_number, one.asker_id)
        ask_to_decide(records, one, written_to(records, able), kind="unmask_wanted")
    note(records, one, None, "second_left")
    return True
