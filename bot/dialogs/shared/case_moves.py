"""Pulls a trigger for whoever pressed or wrote; shared by the group, the desk and the owner's side."""

from dataclasses import dataclass
from datetime import timedelta
from functools import partial

from bot.dialogs.shared.context import Guest
from bot.views.case_card import staff_title
from mediation.cases.life_table import LifeTable
from mediation.cases.moves import apply_move
from mediation.errors import NotFound, Refused
from mediation.model.cases.actor import Actor, Intent
from mediation.model.cases.case import StaffMember
from storage.unit_of_work.database import Database
from storage.unit_of_work.records import SqlRecords


@dataclass(frozen=True)
class CaseRules:
    """What every move of a case goes by."""

    life_table: LifeTable
    claim_within: timedelta
    """An unclaimed card is reminded of after this time."""


async def move_case(
    guest: Guest,
    database: Database,
    case_rules: CaseRules,
    number: str,
    trigger: str,
    intent: Intent | None = None,
    as_owner: bool = False,
) -> str:
    """Move the case once for this update; returns the new state, raises ``Refused`` or ``NotFound``.

    ``as_owner`` leaves the roster aside: somebody on the staff may have a concern of their own.
    """
    actor = Actor(guest.me.person_id) if as_owner and guest.visitor else guest.actor
    work = partial(
        _pull,
        guest=guest,
        case_rules=case_rules,
        number=number,
        trigger=trigger,
        actor=actor,
        intent=intent,
    )
    return str(await database.once(guest.ticket, work))


async def may_move(
    guest: Guest, database: Database, case_rules: CaseRules, number: str, trigger: str, as_owner: bool = False
) -> None:
    """Whether asking for the words of a move makes sense now; raises like ``move_case``, changes nothing."""
    actor = Actor(guest.me.person_id) if as_owner and guest.visitor else guest.actor

    def look(records: SqlRecords) -> None:
        case = records.cases.get(number)
        roles = actor.roles_on(case)
        if not roles:
            raise NotFound
        if not case_rules.life_table.moves(trigger, case.state):
            raise Refused("wrong_state", state=case.state, trigger=trigger)
        if trigger not in case_rules.life_table.open_to(roles, case.state):
            raise Refused("wrong_role", trigger=trigger)
        if trigger == "refuse" and case.handler_id is not None:
            raise Refused("already_claimed", handler_id=case.handler_id)

    await database.run(look)


def _pull(
    records: SqlRecords,
    *,
    guest: Guest,
    case_rules: CaseRules,
    number: str,
    trigger: str,
    actor: Actor,
    intent: Intent | None,
) -> str:
    return apply_move(
        records, case_rules.life_table, number, trigger, actor, case_rules.claim_within, intent
    ).state


async def colleague(guest: Guest, database: Database, person_id: int) -> StaffMember | None:
    """Somebody on the roster."""
    return await database.run(lambda r: r.people.staff(person_id))


async def handler_name(guest: Guest, database: Database, person_id: int | None) -> str:
    """Name and duty of whoever has a case, for a sentence."""
    member = await colleague(guest, database, person_id) if person_id is not None else None
    if member is None:
        return guest.plain("somebody")
    return staff_title(guest.wording, guest.language, member)
