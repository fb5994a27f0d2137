"""Moves of a case for whoever pressed or wrote: in the group, at the desk, as its owner."""

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
    """The table of moves, and how long a card may stay unclaimed."""

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
    """Moves the case once for this update and returns the new state. Raises ``Refused``, ``NotFound``.

    ``as_owner`` ignores the roster: staff may have a concern of their own.
    """
    actor = Actor(guest.me.person_id) if as_owner and guest.visitor else guest.actor
    work = partial(
        _move,
        guest=guest,
        case_rules=case_rules,
        number=number,
        trigger=trigger,
        actor=actor,
        intent=intent,
    )
    return str(await database.once(guest.ticket, work))


async def check_move(
    guest: Guest, database: Database, case_rules: CaseRules, number: str, trigger: str, as_owner: bool = False
) -> None:
    """Raises like ``move_case`` where a move cannot succeed; changes nothing."""
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


def _move(
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
    """A member of the roster, if there is one."""
    return await database.run(lambda r: r.people.staff(person_id))


async def handler_name(guest: Guest, database: Database, person_id: int | None) -> str:
    """Name and duty of a handler for a sentence."""
    member = await colleague(guest, database, person_id) if person_id is not None else None
    if member is None:
        return guest.plain("somebody")
    return staff_title(guest.wording, guest.language, member)
