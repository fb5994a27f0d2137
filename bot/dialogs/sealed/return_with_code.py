"""Following a report up with its code: what the office wrote, and saying more. No account is asked for."""

import unicodedata

from aiogram.exceptions import TelegramBadRequest
from aiogram.filters import CommandObject
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.callbacks import Keyboard
from bot.dialogs.my_cases.follow_up import CODE
from bot.dialogs.sealed.intake import show_entry
from bot.dialogs.sealed.shared import content_of, draft_key, is_open, message_key, store_of
from bot.dialogs.shared.awaited_answers import Sealed
from bot.dialogs.shared.context import Guest
from bot.dialogs.shared.main_menu import leave_conversation
from bot.dialogs.shared.replies import say, say_here, toast
from mediation.errors import NotFound
from mediation.sealed.reports import SealedPart, Side, add_sealed, find_with_code, look_with_code, may_try
from storage.sealed.store import SealedStore
from storage.unit_of_work.database import Database

PARTS_SHOWN, PART_SHOWN = 8, 400


async def report_command(
    message: Message,
    guest: Guest,
    database: Database,
    sealed_store: SealedStore | None,
    state: FSMContext,
    command: CommandObject,
) -> None:
    """``/report``, with the code or without."""
    if not command.args or not await is_open(guest, sealed_store):
        await show_entry(message, guest, database, sealed_store, state)
        return
    await leave_conversation(guest, database, state)
    await state.set_state(Sealed.code)
    await code_given(message, guest, sealed_store, state)


async def ask_for_code(
    query: CallbackQuery,
    guest: Guest,
    database: Database,
    sealed_store: SealedStore | None,
    state: FSMContext,
) -> None:
    """Asks for the code."""
    if not await is_open(guest, sealed_store):
        await toast(query, guest.plain("button-unknown"), alert=True)
        return
    await leave_conversation(guest, database, state)
    await state.set_state(Sealed.code)
    await toast(query)
    await say_here(query, guest.words("sealed-which-code"), [[guest.button("button-menu", "menu")]])


async def code_given(
    message: Message, guest: Guest, sealed_store: SealedStore | None, state: FSMContext
) -> None:
    """Shows the report for a right code; refuses a wrong one and too many tries. The message is deleted."""
    typed = CODE.search(unicodedata.normalize("NFKC", message.text or ""))
    if typed is None:
        await say(message, guest.words("sealed-which-code"))
        return
    await _delete_code(message, guest)
    if not await store_of(guest, sealed_store).run(lambda r: may_try(r, draft_key(message))):
        await say(message, guest.words("refused-too-many-tries"))
        return
    try:
        report = await store_of(guest, sealed_store).run(
            lambda r: find_with_code(r, typed[0], draft_key(message))
        )
    except NotFound:
        await say(message, guest.words("sealed-wrong-code"))
        return
    parts = await store_of(guest, sealed_store).run(lambda r: look_with_code(r, typed[0]))
    await state.set_state(Sealed.adding)
    await state.set_data({"report": report.id})
    lines = "\n".join(part_line(guest, part, PART_SHOWN) for part in parts[-PARTS_SHOWN:])
    html = guest.words("sealed-so-far", state=state_words(guest, report.state), lines_html=lines)
    await say(message, html, _menu_row(guest))


def part_line(guest: Guest, part: SealedPart, limit: int, *, officer: bool = False) -> str:
    """One part of a report, as its reporter sees it or as the office does."""
    told = "sealed-line-told" if officer else "sealed-line-reporter"
    key = "sealed-line-office" if part.side is Side.OFFICER else told
    text = part.content.text[:limit] + ("…" if len(part.content.text) > limit else "")
    if part.content.kind != "text":
        text = f"{guest.plain('sealed-a-file')} {text}".strip()
    return guest.wording.html(guest.language, key, day=part.on.isoformat(), text=text)


STATES = {
    "received": "sealed-received",
    "read": "sealed-read",
    "in_work": "sealed-at-work",
    "answered": "sealed-answered",
    "closed": "sealed-closed",
}


def state_words(guest: Guest, state: str) -> str:
    """How far the report is."""
    return guest.plain(STATES[state])


def _menu_row(guest: Guest) -> Keyboard:
    return [[guest.button("button-menu", "menu")]]


async def add_part(
    message: Message, guest: Guest, sealed_store: SealedStore | None, max_file_bytes: int, state: FSMContext
) -> None:
    """Adds a message to the report."""
    content = await content_of(message, guest, max_file_bytes)
    if content is None:
        return
    report = str((await state.get_data()).get("report"))
    try:
        await store_of(guest, sealed_store).run(
            lambda r: add_sealed(r, report, content, message_key(message))
        )
    except NotFound:
        await state.clear()
        await say(message, guest.words("sealed-wrong-code"))
        return
    await say(message, guest.words("sealed-added"), _menu_row(guest))


async def _delete_code(message: Message, guest: Guest) -> None:
    try:
        await message.delete()
    except TelegramBadRequest:
        await say(message, guest.words("follow-delete-yourself"))
