"""Duties on the roster: the first administrator's code, grants that a second person approves, leaving."""

import asyncio
from functools import partial

from aiogram import Router
from aiogram.filters import Command, CommandObject
from aiogram.types import CallbackQuery, Message

from bot.callbacks import Button, Keyboard, Press
from bot.dialogs.shared.case_moves import CaseRules
from bot.dialogs.shared.context import Guest
from bot.dialogs.shared.filters import Pressed, Private
from bot.dialogs.shared.refusals import refusal_words
from bot.dialogs.shared.replies import change_message, say, say_here, toast
from mediation.access.grants import come_by_code, grant_rules, refuse
from mediation.errors import NotFound, Refused
from mediation.model.cases.numbers import code_matches
from storage.operations.departure import grant_approved, leave_the_company
from storage.unit_of_work.database import Database
from storage.unit_of_work.records import SqlRecords


async def admin_command(message: Message, guest: Guest, database: Database, command: CommandObject) -> None:
    """``/admin CODE``: makes an administrator of the sender; refuses a wrong code and too many tries."""
    try:
        await _redeem_code(guest, database, command.args or "")
    except Refused as error:
        await say(message, refusal_words(guest, error))
        return
    await say(message, guest.words("admin-welcome"))


async def _redeem_code(guest: Guest, database: Database, typed: str) -> None:
    me, run = guest.me.person_id, database.run
    tries = await run(lambda r: r.people.count_try(me, "admin", r.now))
    if tries > grant_rules().tries_per_hour:
        raise Refused("too_many_tries")
    kept = await run(lambda r: r.grants.codes(r.now))
    # hashing is slow on purpose: not in a transaction, not on the loop
    found = await asyncio.to_thread(lambda: next((key for key, one in kept if code_matches(typed, one)), 0))
    await database.once(guest.ticket, partial(_grant_by_code, person_id=me, code_id=found))


def _grant_by_code(records: SqlRecords, *, person_id: int, code_id: int) -> int:
    return come_by_code(records, records.people, person_id, code_id).id


async def decide_grant(
    query: CallbackQuery,
    guest: Guest,
    database: Database,
    case_rules: CaseRules,
    press: Press,
) -> None:
    """Approves a grant, or does not; only an administrator other than the one who asked for it."""
    try:
        name = str(
            await database.once(
                guest.ticket,
                partial(_decide_grant, guest=guest, case_rules=case_rules, press=press),
            )
        )
    except Refused as error:
        await toast(query, refusal_words(guest, error), alert=True)
        return
    await toast(query)
    done = "grant-not-approved" if press.do == "grant_no" else "grant-approved"
    await change_message(query, guest.words(done, name=name))


def _decide_grant(records: SqlRecords, *, guest: Guest, case_rules: CaseRules, press: Press) -> str:
    me, grant = guest.me.person_id, press.whole or 0
    if press.do == "grant_no":
        return refuse(records, me, grant).name
    return grant_approved(records, case_rules.life_table, me, grant, case_rules.claim_within).name


async def staff_command(message: Message, guest: Guest, database: Database) -> None:
    """``/staff``: lists the staff, each but oneself with a button that ends the duty."""
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


async def ask_to_end_duty(query: CallbackQuery, guest: Guest, database: Database, press: Press) -> None:
    """Asks for a confirmation; refuses one's own duty and somebody who has left already."""
    try:
        name = await database.run(lambda r: _colleague_to_end(r, guest, press))
    except Refused as error:
        await toast(query, refusal_words(guest, error), alert=True)
        return
    await toast(query)
    sure = guest.button("button-staff-end", "staff_end_yes", "", press.value)
    await say_here(query, guest.words("staff-end-sure", name=name), [[sure], [_leave_it_button(guest)]])


async def end_duty(
    query: CallbackQuery,
    guest: Guest,
    database: Database,
    case_rules: CaseRules,
    press: Press,
) -> None:
    """Ends all access of this person at once and hands their cases over."""
    try:
        count = int(
            await database.once(
                guest.ticket,
                partial(_end_duty, guest=guest, case_rules=case_rules, press=press),
            )
        )
    except Refused as error:
        await toast(query, refusal_words(guest, error), alert=True)
        return
    await toast(query)
    await change_message(query, guest.words("staff-ended", count=count))


def _end_duty(records: SqlRecords, *, guest: Guest, case_rules: CaseRules, press: Press) -> int:
    _colleague_to_end(records, guest, press)
    who = press.whole or 0
    return leave_the_company(
        records, case_rules.life_table, who, case_rules.claim_within, guest.me.person_id
    ).cases


def _colleague_to_end(records: SqlRecords, guest: Guest, press: Press) -> str:
    member = records.people.staff(press.whole or 0)
    if member is None or not member.active:
        raise NotFound
    if member.person_id == guest.me.person_id:
        raise Refused("grant_own")
    return member.name


def _leave_it_button(guest: Guest) -> Button:
    return guest.button("button-leave-it", "leave_it")


def grants_router() -> Router:
    """A fresh router."""
    router = Router(name="grants")
    router.message.filter(Private())
    router.callback_query.filter(Private())
    router.message.register(admin_command, Command("admin"))
    router.message.register(staff_command, Command("staff"))
    router.callback_query.register(decide_grant, Pressed("grant_yes", "grant_no"))
    router.callback_query.register(ask_to_end_duty, Pressed("staff_end"))
    router.callback_query.register(end_duty, Pressed("staff_end_yes"))
    return router
