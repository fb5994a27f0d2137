"""A life is in danger: who has come on the line looks at once; a second person has their say afterwards.

个人信息保护法 13(1)(4): in an emergency, to protect a life; 18(2): the person is told once it is over.
"""

from datetime import timedelta

from mediation.crisis.calls import WithCalls
from mediation.errors import NotFound, Refused
from mediation.model.cases.case import Notice, StaffMember
from mediation.model.unmasking import Review, State, Trait, Unmasking, unmasking_rules
from mediation.unmasking.ending import take_back
from mediation.unmasking.identity import identity
from mediation.unmasking.notices import ask_for_review, note
from mediation.unmasking.people import second_persons
from mediation.unmasking.request import seen


def may_look(records: WithCalls, member: StaffMember | None, call_id: int) -> int:
    """The one in danger, for whoever has come as long as the line is open; else ``NotFound``."""
    call = records.calls.get(call_id)
    if member is None or not member.active or call.responder_id != member.person_id:
        raise NotFound
    if call.person_id is None or call.ended_at is not None or call.person_id == member.person_id:
        raise NotFound
    return call.person_id


def look_at_once(
    records: WithCalls, member: StaffMember | None, call_id: int, why: str, message: int
) -> tuple[Unmasking, dict[Trait, str]]:
    """Show who it is, in this ``message``; the second person is told now, the one in danger once it is over.

    A second press goes on in the first look while that is open. Raises ``NotFound``, ``Refused``:
    ``unmask_odd``, ``unmask_over`` (the second person has objected), ``unmask_unknown``.
    """
    person_id, rules = may_look(records, member, call_id), unmasking_rules().at_once
    assert member is not None
    if why not in rules.why:
        raise Refused("unmask_odd")
    mine = [one for one in records.unmaskings.of_call(call_id) if one.asker_id == member.person_id]
    if any(one.review == Review.OBJECTED for one in mine):
        raise Refused("unmask_over")
    shown = identity(records, person_id, None, rules.shows)
    if not shown:
        raise Refused("unmask_unknown")
    still = [one for one in mine if one.state == State.GRANTED and one.ends_at > records.now]
    one = still[-1] if still else _begin(records, member, call_id, why)
    if not still:
        ask_for_review(records, one, person_id)
    return seen(records, one, message), shown


def _begin(records: WithCalls, member: StaffMember, call_id: int, why: str) -> Unmasking:
    rules = unmasking_rules().at_once
    one = records.unmaskings.add(
        Unmasking(
            call_id=call_id, asker_id=member.person_id, ground=why, state=State.GRANTED,
            asked_at=records.now, ends_at=records.now + timedelta(hours=rules.open_hours),
            review=Review.WAITING, remind_at=records.now + timedelta(hours=rules.ask_again_hours),
        )
    )  # fmt: skip
    note(records, one, member.person_id, "at_once", ground=why)
    return one


def review(records: WithCalls, member: StaffMember | None, unmasking_id: int, agrees: bool) -> None:
    """The second person confirms or objects; after an objection nothing is shown any more.

    Raises ``NotFound``, ``Refused("unmask_decided")``.
    """
    one = records.unmaskings.get(unmasking_id)
    if one.call_id is None or member is None or not member.active:
        raise NotFound
    owner_id = records.calls.get(one.call_id).person_id
    if member.person_id not in second_persons(records, None, one.asker_id, owner_id):
        raise NotFound
    if one.review != Review.WAITING:
        raise Refused("unmask_decided")
    said = Review.CONFIRMED if agrees else Review.OBJECTED
    after = one.model_copy(
        update={
            "review": said, "remind_at": None, "decided_by": member.person_id, "decided_at": records.now,
        }
    )  # fmt: skip
    note(records, one, member.person_id, said.value)
    if not agrees:
        after = take_back(records, after).model_copy(update={"state": State.OVER})
        records.outbox.post(Notice(to=one.asker_id, kind="unmask_objected"))
    records.unmaskings.save(after)
