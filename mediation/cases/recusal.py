"""Whoever a matter is about, and their line, neither sees nor takes its case, nor learns that it exists.

Where one of them is on the roster, the card of the case does not stand in the group: everybody else who
mediates is asked quietly (信访工作条例 28(3), 30(3)).
"""

from datetime import timedelta

from mediation.cases.filing import start_claim_clock
from mediation.cases.life import card, move
from mediation.cases.life_table import LifeTable
from mediation.model.cases.actor import Actor, Intent
from mediation.model.cases.case import Notice, Role
from mediation.model.records import Records
from mediation.standing.case_recusal import is_recused, recused_staff

RECUSED = "recusal"
"""The reason in the history of a case that was taken away; internal."""


def ask_mediators_privately(records: Records, number: str) -> bool:
    """Ask everybody who mediates and is free of it, each in private; False where the group may be asked."""
    out = {one.person_id for one in recused_staff(records, number)}
    if not out:
        return False
    case = records.cases.get(number)
    for one in records.people.colleagues():
        if one.mediates and one.person_id not in {*out, case.owner_id}:
            records.outbox.post(Notice(to=one.person_id, kind="claim_quietly", case_number=number))
    return True


def remove_recused_staff(
    records: Records, life: LifeTable, number: str, by: int, claim_within: timedelta
) -> None:
    """After somebody was named: who has the case and is shut out now lets go of it without a word."""
    case = records.cases.get(number)
    for person in (case.handler_id, case.second_id):
        if person is not None and is_recused(records, number, person):
            records.people.leave_seat(person, number)
    if case.second_id is not None and is_recused(records, number, case.second_id):
        case = case.model_copy(update={"second_id": None})
        records.cases.save(case)
    handler = case.handler_id
    if handler is not None and is_recused(records, number, handler) and life.moves("give_back", case.state):
        member = records.people.staff(handler)
        outcome = move(life, case, "give_back", Actor(handler, member), records.now, Intent(reason=RECUSED))
        records.cases.save(outcome.case)
        records.cases.log(
            number, outcome.event.model_copy(update={"actor_id": by, "actor_role": Role.SUPERVISOR})
        )
        start_claim_clock(records, number, claim_within)
        for notice in outcome.notices:
            records.outbox.post(notice)
    records.outbox.post(card(number))
    if records.cases.get(number).handler_id is None:
        ask_mediators_privately(records, number)
