"""Following a case up from another account, with number and receipt code."""

import asyncio
import re
import unicodedata
from functools import partial

from aiogram import Router
from aiogram.exceptions import TelegramBadRequest
from aiogram.filters import Command
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.dialogs.my_cases.states import Expecting
from bot.dialogs.shared.context import Guest
from bot.dialogs.shared.filters import NotACommand, Pressed, Private
from bot.dialogs.shared.refusals import refused
from bot.dialogs.shared.replies import here, say, toast
from mediation.cases.filing import code_kept_for, take_to_this_account
from mediation.errors import Refused
from mediation.model.cases.numbers import NUMBER_IN_WORDS, code_matches
from storage.unit_of_work.database import Database

CODE = re.compile(r"(?<!\d)\d{4}(?:[ -]?\d{4}){3}(?!\d)")


async def follow(query: CallbackQuery, guest: Guest, state: FSMContext) -> None:
    """Follow a case up from another account with number and code."""
    await toast(query)
    await state.set_state(Expecting.receipt)
    await here(query, guest.words("follow-how"), [[guest.button("button-leave-it", "leave_it")]])


async def follow_asked(message: Message, guest: Guest, state: FSMContext) -> None:
    """``/follow``."""
    await state.set_state(Expecting.receipt)
    await say(message, guest.words("follow-how"), [[guest.button("button-leave-it", "leave_it")]])


def read_receipt(text: str) -> tuple[str, str]:
    """Number and code out of what was typed, or pasted as the whole receipt; empty where there is none."""
    typed = unicodedata.normalize("NFKC", text).upper()
    number = NUMBER_IN_WORDS.search(typed)
    code = CODE.search(typed, number.end()) if number is not None else None
    return (number[0], code[0]) if number is not None and code is not None else ("", "")


async def receipt_given(message: Message, guest: Guest, database: Database, state: FSMContext) -> None:
    """Number and code in one message, which is then deleted: others may pick up this telephone."""
    number, code = read_receipt(message.text or "")
    if not code:
        await say(message, guest.words("follow-how"))
        return
    person = guest.me.person_id
    try:
        kept = await database.run(partial(code_kept_for, person_id=person, typed_number=number))
        if not await asyncio.to_thread(code_matches, code, kept):
            raise Refused("code_does_not_fit")
        case = await database.run(partial(take_to_this_account, person_id=person, typed_number=number))
    except Refused as error:
        await _take_away(message, guest)
        await say(message, refused(guest, error))
        return
    await state.clear()
    await _take_away(message, guest)
    await say(
        message,
        guest.words("follow-done", number=case.number),
        [[guest.button("button-see-case", "see", case.number)]],
    )


async def _take_away(message: Message, guest: Guest) -> None:
    """A right code with a mistyped number is a code all the same: it goes, whether it fitted or not."""
    try:
        await message.delete()
    except TelegramBadRequest:
        await say(message, guest.words("follow-delete-yourself"))


def follow_up_router() -> Router:
    """A fresh router."""
    router = Router(name="follow_up")
    router.message.filter(Private())
    router.callback_query.filter(Private())
    router.message.register(follow_asked, Command("follow"))
    router.message.register(receipt_given, Expecting.receipt, NotACommand())
    router.callback_query.register(follow, Pressed("follow"))
    return router
