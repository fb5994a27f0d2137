"""Deleting a draft at once, and a case that is over after its number was typed."""

from functools import partial

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.callbacks import Press
from bot.dialogs.privacy.correct import case_rows
from bot.dialogs.privacy.page import back_row
from bot.dialogs.privacy.states import Expecting
from bot.dialogs.shared.context import Guest
from bot.dialogs.shared.filters import NotACommand, Pressed, Private
from bot.dialogs.shared.refusals import refusal_words
from bot.dialogs.shared.replies import say, say_here, toast
from mediation.access.case_access import own_case
from mediation.errors import Refused
from mediation.model.cases.case import CaseFields
from mediation.model.retention import What, retention
from mediation.privacy.erasure import OVER, check_erasable, erase_own
from storage.cases.drafts import Draft
from storage.unit_of_work.database import Database
from storage.unit_of_work.records import SqlRecords


async def show_deletable(query: CallbackQuery, guest: Guest, database: Database, state: FSMContext) -> None:
    """What can be deleted now, what has to be withdrawn first, and what is kept."""
    await state.clear()

    def look(records: SqlRecords) -> tuple[Draft | None, list[CaseFields]]:
        mine = records.cases.of_owner(guest.me.person_id, limit=30)
        return records.drafts.get(guest.me.person_id), [one for one in mine if one.state in OVER]

    draft, over = await database.run(look)
    await toast(query)
    rows = [[guest.button("button-wipe-draft", "wipe_draft")]] if draft is not None else []
    days = next(one.days for one in retention().kept if one.key is What.CLOSED)
    rows += [*case_rows(guest, over, "wipe_case"), *back_row(guest)]
    await say_here(query, guest.words("wipe", days=days), rows)


async def delete_draft(query: CallbackQuery, guest: Guest, database: Database) -> None:
    """Deletes the draft."""
    await database.run(lambda r: r.drafts.throw_away(guest.me.person_id))
    await toast(query)
    await say_here(query, guest.words("wipe-draft-done"), back_row(guest))


async def ask_for_number(
    query: CallbackQuery, guest: Guest, database: Database, press: Press, state: FSMContext
) -> None:
    """Says what is deleted and what is kept, and asks for the number; refuses open and held cases."""

    def look(records: SqlRecords) -> None:
        check_erasable(records, own_case(records, guest.me.person_id, press.number))

    try:
        await database.run(look)
    except Refused as error:
        await toast(query, refusal_words(guest, error), alert=True)
        return
    await toast(query)
    await state.set_state(Expecting.number_to_delete)
    await state.set_data({"number": press.number})
    rows = [[guest.button("button-keep-it", "leave_it")]]
    await say_here(query, guest.words("wipe-sure", number=press.number), rows)


async def number_given(message: Message, guest: Guest, database: Database, state: FSMContext) -> None:
    """Deletes the case if the number is right."""
    number = str((await state.get_data()).get("number"))
    await state.clear()
    try:
        await database.once(
            guest.ticket, partial(_erase, guest=guest, number=number, typed=message.text or "")
        )
    except Refused as error:
        await say(message, refusal_words(guest, error), back_row(guest))
        return
    await say(message, guest.words("wipe-done", number=number), back_row(guest))


def _erase(records: SqlRecords, *, guest: Guest, number: str, typed: str) -> str:
    erase_own(records, guest.me.person_id, number, typed)
    return "erased"


def delete_router() -> Router:
    """A fresh router."""
    router = Router(name="privacy_delete")
    router.message.filter(Private(), NotACommand())
    router.callback_query.filter(Private())
    router.callback_query.register(show_deletable, Pressed("wipe"))
    router.callback_query.register(delete_draft, Pressed("wipe_draft"))
    router.callback_query.register(ask_for_number, Pressed("wipe_case"))
    router.message.register(number_given, Expecting.number_to_delete)
    return router
