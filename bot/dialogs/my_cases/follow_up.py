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
from bot.dialogs.shared.refusals import refusal_words
from bot.dialogs.shared.replies import say, say_here, toast
from mediation.cases.filing import code_kept_for, take_to_this_account
from mediation.errors import Refused
from mediation.model.cases.numbers import NUMBER_IN_WORDS, code_matches
from storage.unit_of_work.database import Database

CODE = re.compile(r"(?<!\d)\d{4}(?:[ -]?\d{4}){3}(?!\d)")


async def follow_pressed(query: CallbackQuery, guest: Guest, state: FSMContext) -> None:
    """Asks for number and code from a button."""
    await toast(query)
    await state.set_state(Expecting.receipt)
    await say_here(query, guest.words("follow-how"), [[guest.button("button-leave-it", "leave_it")]])


async def follow_command(message: Message, guest: Guest, state: FSMContext) -> None:
    """``/follow``: asks for number and code."""
    await state.set_state(Expecting.receipt)
    await say(message, guest.words("follow-how"), [[guest.button("button-leave-it", "leave_it")]])


def read_receipt(text: str) -> tuple[str, str]:
    """Number and code from typed words or a pasted receipt; empty where either is missing."""
    typed = unicodedata.normalize("NFKC", text).upper()
    number = NUMBER_IN_WORDS.search(typed)
    code = CODE.search(typed, number.end()) if number is not None else None
    return (number[0], code[0]) if number is not None and code is not None else ("", "")


async def receipt_given(message: Message, guest: Guest, database: Database, state: FSMContext) -> None:
    """Moves the case to this account if the code fits; the message with the code is deleted in any case."""
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
        await _delete_code(message, guest)
        await say(message, refusal_words(guest, error))
        return
    await state.clear()
    await _delete_code(message, guest)
    await say(
        message,
        guest.words("follow-done", number=case.number),
        [[guest.button("button-see-case", "see", case.number)]],
    )


async def _delete_code(message: Message, guest: Guest) -> None:
    """Deletes the message, right or wrong: a code with a mistyped number is still a code."""
    try:
        await message.delete()
    except TelegramBadRequest:
        await say(message, guest.words("follow-delete-yourself"))


def follow_up_router() -> Router:
    """A fresh router."""
    router = Router(name="follow_up")
    router.message.filter(Private())
    router.callback_query.filter(Private())
    router.message.register(follow_command, Command("follow"))
    router.message.register(receipt_given, Expecting.receipt, NotACommand())
    router.callback_query.register(follow_pressed, Pressed("follow"))
    return router
