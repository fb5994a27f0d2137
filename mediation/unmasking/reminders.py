"""An ask that nobody has answered: they are reminded, and before it lapses the supervisors learn of it."""

from datetime import timedelta
from math import ceil

from mediation.model.cases.case import Fact, Notice
from mediation.model.records import Records
from mediation.model.unmasking import Unmasking, unmasking_rules
from mediation.standing.case_recusal import is_recused
from mediation.unmasking.notices import ask_to_decide, note
from mediation.unmasking.people import second_persons, written_to

HOUR = timedelta(hours=1)


def ask_once_more(records: Records, one: Unmasking) -> Unmasking:
    """Those who were asked are asked again; when it will lapse soon, everybody who may decide is."""
    assert one.case_number is not None, "only asks in a case wait for an answer"
    able = second_persons(records, one.case_number, one.asker_id)
    last_call = one.ends_at - unmasking_rules().supervisors_before_hours * HOUR
    left = ceil((one.ends_at - records.now) / HOUR)
    if records.now < last_call:
        ask_to_decide(records, one, written_to(records, able), kind="unmask_waits", left=left)
        note(records, one, None, "reminded")
        return one.model_copy(update={"remind_at": last_call})
    ask_to_decide(records, one, able, kind="unmask_waits", left=left)
    _tell_supervisors(records, one, one.case_number, set(able), left)
    note(records, one, None, "passed_on")
    return one.model_copy(update={"remind_at": None})


def _tell_supervisors(records: Records, one: Unmasking, number: str, able: set[int], left: int) -> None:
    """Those who may not decide here learn that somebody has to, and no sentence of the asker."""
    out = able | {records.cases.get(number).owner_id, one.asker_id}
    facts: dict[str, Fact] = {"left": left}
    for person in records.people.colleagues():
        if not person.supervises or person.person_id in out:
            continue
        if not is_recused(records, number, person.person_id):
            told = Notice(to=person.person_id, kind="unmask_unanswered", case_number=number, facts=facts)
            records.outbox.post(told)
