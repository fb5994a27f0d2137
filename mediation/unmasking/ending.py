"""What follows a look: the owner is told, time runs out, and what was shown is taken back."""

from datetime import timedelta

from mediation.crisis.calls import WithCalls
from mediation.errors import NotFound
from mediation.model.cases.case import Fact, Notice
from mediation.model.records import Records
from mediation.model.unmasking import LIVE, Review, State, Unmasking, unmasking_rules
from mediation.unmasking.notices import ask_for_review, note
from mediation.unmasking.people import may_ask
from mediation.unmasking.reminders import ask_once_more


def plan_owner_notice(records: Records, one: Unmasking) -> Unmasking:
    """When the owner is told: at once, or on the day that the second person or the danger allows."""
    rules, moment = unmasking_rules(), records.now
    if one.call_id is not None:
        moment = records.now + timedelta(hours=rules.at_once.tell_after_hours)
    elif one.withheld and one.decided_at is not None:
        withhold = rules.withhold_of(one.withheld)
        moment = one.decided_at + timedelta(days=withhold.days if withhold is not None else 0)
    if moment > records.now or one.case_number is None:
        note(records, one, None, "withheld", withheld=one.withheld or "danger")
        return one.model_copy(update={"tell_at": moment})
    return _tell(records, one, records.cases.get(one.case_number).owner_id)


def take_back(records: Records, one: Unmasking) -> Unmasking:
    """What shows the name in the asker's chat goes; the letter holds the numbers of messages and no case."""
    if one.messages:
        messages = " ".join(str(message) for message in one.messages)
        records.outbox.post(Notice(to=one.asker_id, kind="unmask_away", facts={"messages": messages}))
    return one.model_copy(update={"messages": []})


def take_back_of_case(records: Records, number: str) -> None:
    """The case goes, and so does whatever still shows a name."""
    for one in records.unmaskings.of_case(number):
        records.unmaskings.save(take_back(records, one))


def act_on_due(records: WithCalls, limit: int) -> int:
    """Act on what is due: asks lapse, looks are over (also of who does not work on the case any more), owners
    are told, second persons are asked again. Returns how many.
    """
    gone = [one for one in records.unmaskings.granted() if not _works_on_it(records, one)]
    for one in gone:
        records.unmaskings.save(_ended(records, one))
    due = records.unmaskings.due(records.now, limit)
    for one in due:
        after = one
        if one.state in LIVE and one.ends_at <= records.now:
            after = _ended(records, after)
        if one.tell_at is not None and one.tell_at <= records.now:
            after = _tell_late(records, after)
        if one.remind_at is not None and one.remind_at <= records.now:
            after = _ask_again(records, after)
        records.unmaskings.save(after)
    return len(gone) + len(due)


def _works_on_it(records: Records, one: Unmasking) -> bool:
    if one.case_number is None:
        return True  # while the line is open, and for some hours after it
    try:
        may_ask(records, records.people.staff(one.asker_id), one.case_number)
    except NotFound:
        return False
    return True


def _ended(records: Records, one: Unmasking) -> Unmasking:
    if one.state == State.ASKED:
        note(records, one, None, "lapsed")
        records.outbox.post(Notice(to=one.asker_id, kind="unmask_lapsed", case_number=one.case_number))
        return one.model_copy(update={"state": State.LAPSED})
    note(records, one, None, "over")
    return take_back(records, one).model_copy(update={"state": State.OVER})


def _tell_late(records: WithCalls, one: Unmasking) -> Unmasking:
    try:
        if one.case_number is not None:
            return _tell(records, one, records.cases.get(one.case_number).owner_id)
        call = records.calls.get(one.call_id or 0)
    except NotFound:
        return one.model_copy(update={"tell_at": None})
    if call.ended_at is None:  # the danger is not over
        again = records.now + timedelta(hours=unmasking_rules().at_once.tell_after_hours)
        return one.model_copy(update={"tell_at": again})
    return _tell(records, one, call.person_id)


def _tell(records: Records, one: Unmasking, owner_id: int | None) -> Unmasking:
    """Who, when and why; the letter knows no more of the owner than where it goes."""
    if owner_id is not None and one.looked_at is not None:
        facts: dict[str, Fact] = {
            "of": one.id,
            "handler_id": one.asker_id,
            "seen_at": one.looked_at.isoformat(),
            "text": one.sentence,
        }
        if one.case_number is not None:
            facts["ground"] = one.ground
            seen = Notice(to=owner_id, kind="unmask_seen", case_number=one.case_number, facts=facts)
        else:
            facts["why_code"] = one.ground
            seen = Notice(to=owner_id, kind="unmask_seen_in_danger", facts=facts)
        records.outbox.post(seen)
        note(records, one, None, "told")
    return one.model_copy(update={"tell_at": None, "told_at": records.now})


def _ask_again(records: WithCalls, one: Unmasking) -> Unmasking:
    if one.state == State.ASKED:
        return ask_once_more(records, one)
    if one.review != Review.WAITING:
        return one.model_copy(update={"remind_at": None})
    try:
        owner_id = records.calls.get(one.call_id or 0).person_id
    except NotFound:
        return one.model_copy(update={"remind_at": None})
    ask_for_review(records, one, owner_id)
    again = records.now + timedelta(hours=unmasking_rules().at_once.ask_again_hours)
    return one.model_copy(update={"remind_at": again})
