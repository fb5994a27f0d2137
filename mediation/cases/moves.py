"""Pulls a trigger on a stored case: nothing else changes the state of a case."""

from datetime import timedelta

from mediation.access.case_access import own_case
from mediation.audit.log import note_move
from mediation.cases.filing import start_claim_clock
from mediation.cases.life import card, move
from mediation.cases.life_table import LifeTable
from mediation.cases.recusal import ask_mediators_privately
from mediation.errors import NotFound, Refused
from mediation.messages.talk import hand_file
from mediation.model.cases.actor import Actor, Intent
from mediation.model.cases.case import SUPERVISORS, CaseFields, Notice
from mediation.model.records import Records
from mediation.standing.case_recusal import is_recused


def apply_move(
    records: Records,
    table: LifeTable,
    number: str,
    trigger: str,
    actor: Actor,
    claim_within: timedelta,
    intent: Intent | None = None,
) -> CaseFields:
    """Move the case and keep everything the move leads to, in this transaction.

    Raises ``NotFound`` for somebody who has no role at all on the case, ``Refused`` with the reason, or
    ``Stale`` when another writer was faster (the unit of work is then run again).
    """
    case = records.cases.get(number)
    if not actor.roles_on(case) or is_recused(records, number, actor.person_id):
        raise NotFound
    outcome = move(table, case, trigger, actor, records.now, intent)
    records.cases.save(outcome.case)
    records.cases.log(number, outcome.event)
    note_move(records.audit, number, outcome.event)
    if outcome.stop_claim_clock:
        records.clocks.stop(number, "claim")
    if outcome.start_claim_clock:
        start_claim_clock(records, number, claim_within)
    for notice in outcome.notices:
        records.outbox.post(notice)
    if outcome.hand_file_to is not None:
        hand_file(records, outcome.case, outcome.hand_file_to)
    return outcome.case


def claim_overdue(records: Records, number: str, supervisor_after: timedelta) -> None:
    """The claim clock has run out: first a reminder on the card, then the supervisors.

    Called once for each due date; the second stage is a new due date of the same clock.
    """
    case = records.cases.get(number)
    if case.handler_id is not None or case.state in ("withdrawn", "closed", "resolved"):
        records.clocks.stop(number, "claim")
        return
    if not case.reminded:
        records.cases.save(case.model_copy(update={"reminded": True}))
        due = records.now + supervisor_after
        records.clocks.start(number, "claim", "internal target", records.now, due)
        if not ask_mediators_privately(records, number):
            records.outbox.post(Notice(to=None, kind="unclaimed", case_number=number))
    else:
        records.clocks.stop(number, "claim")
        records.outbox.post(Notice(to=SUPERVISORS, kind="unclaimed_supervisor", case_number=number))
    records.outbox.post(card(number))


def add_rating_words(records: Records, owner_id: int, number: str, words: str) -> None:
    """Words to a rating, if the owner wishes; supervisors read them where somebody looks again."""
    case = own_case(records, owner_id, number)
    if case.rating is None:
        raise Refused("not_rated", number=number)
    records.cases.save(case.model_copy(update={"rating_words": words}))
    if case.state == "second_look":
        records.outbox.post(Notice(to=SUPERVISORS, kind="rating_words", case_number=number))


def result_delivered(records: Records, number: str) -> None:
    """The result has reached the owner; without it nobody but the owner can close the case."""
    case = records.cases.get(number)
    records.cases.save(case.model_copy(update={"result_delivered_at": records.now}))


def owner_unreachable(records: Records, number: str, blocked: bool) -> None:
    """The owner has blocked the bot (or is back); the case shows it and its handlers are told."""
    case = records.cases.get(number)
    if case.owner_unreachable == blocked:
        return
    records.cases.save(case.model_copy(update={"owner_unreachable": blocked}))
    if blocked:
        for person in (case.handler_id, case.second_id):
            if person is not None:
                records.outbox.post(Notice(to=person, kind="owner_unreachable", case_number=number))
    records.outbox.post(card(number))
