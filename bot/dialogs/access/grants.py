"""Who works here: roles that one administrator asks for and another approves, the first code, and leaving."""

import asyncio
from functools import partial

from aiogram import Router
from aiogram.filters import Command, CommandObject
from aiogram.types import CallbackQuery, Message

from bot.callbacks import Button, Keyboard, Press
from bot.dialogs.shared.case_moves import CaseRules
from bot.dialogs.shared.context import Guest
from bot.dialogs.shared.filters import Pressed, Private
from bot.dialogs.shared.refusals import refused
from bot.dialogs.shared.replies import change, here, say, toast
from mediation.access.grants import come_by_code, grant_rules, refuse
from mediation.errors import NotFound, Refused
from mediation.model.cases.numbers import code_matches
from storage.operations.departure import grant_approved, leave_the_company
from storage.unit_of_work.database import Database
from storage.unit_of_work.records import SqlRecords


async def admin(message: Message, guest: Guest, database: Database, command: CommandObject) -> None:
    """``/admin CODE``: one of the first administrators comes in."""
    try:
        await _come(guest, database, command.args or "")
    except Refused as error:
        await say(message, refused(guest, error))
        return
    await say(message, guest.words("admin-welcome"))


async def _come(guest: Guest, database: Database, typed: str) -> None:
    me, run = guest.me.person_id, database.run
    tries = await run(lambda r: r.people.count_try(me, "admin", r.now))
    if tries > grant_rules().tries_per_hour:
        raise Refused("too_many_tries")
    kept = await run(lambda r: r.grants.codes(r.now))
    # hashing is slow on purpose: not in a transaction, not on the loop
    found = await asyncio.to_thread(lambda: next((key for key, one in kept if code_matches(typed, one)), 0))
    await database.once(guest.ticket, partial(_begin, person_id=me, code_id=found))


def _begin(records: SqlRecords, *, person_id: int, code_id: int) -> int:
    return come_by_code(records, records.people, person_id, code_id).id


async def yes(
    query: CallbackQuery,
    guest: Guest,
    database: Database,
    case_rules: CaseRules,
    press: Press,
) -> None:
    """The second administrator approves."""
    await _decide(query, guest, database, case_rules, press, "grant-approved")


async def no(
    query: CallbackQuery,
    guest: Guest,
    database: Database,
    case_rules: CaseRules,
    press: Press,
) -> None:
    """Or does not."""
    await _decide(query, guest, database, case_rules, press, "grant-not-approved")


async def _decide(
    query: CallbackQuery,
    guest: Guest,
    database: Database,
    case_rules: CaseRules,
    press: Press,
    done: str,
) -> None:
    try:
        name = str(
            await database.once(
                guest.ticket,
                partial(_decided, guest=guest, case_rules=case_rules, press=press),
            )
        )
    except Refused as error:
        await toast(query, refused(guest, error), alert=True)
        return
    await toast(query)
    await change(query, guest.words(done, name=name))


def _decided(records: SqlRecords, *, guest: Guest, case_rules: CaseRules, press: Press) -> str:
    me, grant = guest.me.person_id, press.whole or 0
    if press.do == "grant_no":
        return refuse(records, me, grant).name
    return grant_approved(records, case_rules.life_table, me, grant, case_rules.claim_within).name


async def staff(message: Message, guest: Guest, database: Database) -> None:
    """``/staff``: who works here, each with a button that ends it."""
    me = guest.me.person_id
    people = await database.run(lambda r: r.people.colleagues())
    rows: Keyboard = [
        [
            Button(
                f"{one.name} · {guest.plain(f'duty-{one.duty}')}", Press("staff_end", "", str(one.person_id))
            )
        ]
        for one in people
        if one.person_id != me
    ]
    await say(message, guest.words("staff-list", count=len(people)), rows)


async def ending(query: CallbackQuery, guest: Guest, database: Database, press: Press) -> None:
    """Once more, before it happens."""
    try:
        name = await database.run(lambda r: _somebody_else(r, guest, press))
    except Refused as error:
        await toast(query, refused(guest, error), alert=True)
        return
    await toast(query)
    sure = guest.button("button-staff-end", "staff_end_yes", "", press.value)
    await here(query, guest.words("staff-end-sure", name=name), [[sure], [_leave_it(guest)]])


async def ended(
    query: CallbackQuery,
    guest: Guest,
    database: Database,
    case_rules: CaseRules,
    press: Press,
) -> None:
    """No way in any more, at once; what they had goes to others."""
    try:
        count = int(
            await database.once(
                guest.ticket,
                partial(_end, guest=guest, case_rules=case_rules, press=press),
            )
        )
    except Refused as error:
        await toast(query, refused(guest, error), alert=True)
        return
    await toast(query)
    await change(query, guest.words("staff-ended", count=count))


def _end(records: SqlRecords, *, guest: Guest, case_rules: CaseRules, press: Press) -> int:
    _somebody_else(records, guest, press)
    who = press.whole or 0
    return leave_the_company(
        records, case_rules.life_table, who, case_rules.claim_within, guest.me.person_id
    ).cases


def _somebody_else(records: SqlRecords, guest: Guest, press: Press) -> str:
    member = records.people.staff(press.whole or 0)
    if member is None or not member.active:
        raise NotFound
    if member.person_id == guest.me.person_id:
        raise Refused("grant_own")
    return member.name


def _leave_it(guest: Guest) -> Button:
    return guest.button("button-leave-it", "leave_it")


def grants_router() -> Router:
    """A fresh router."""
    router = Router(name="grants")
    router.message.filter(Private())
    router.callback_query.filter(Private())
    router.message.register(admin, Command("admin"))
    router.message.register(staff, Command("staff"))
    router.callback_query.register(yes, Pressed("grant_yes"))
    router.callback_query.register(no, Pressed("grant_no"))
    router.callback_query.register(ending, Pressed("staff_end"))
    router.callback_query.register(ended, Pressed("staff_end_yes"))
    return router
