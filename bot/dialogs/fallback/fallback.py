"""Updates that no other feature takes: answered with what can be done; nothing changes."""

from aiogram import Router
from aiogram.filters import ExceptionTypeFilter, invert_f
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, ErrorEvent, Message
from aiogram_dialog import DialogManager
from aiogram_dialog.api.exceptions import OutdatedIntent, UnknownIntent

from bot.callbacks import Button, Keyboard, Press
from bot.dialogs.intake.handlers import open_intake
from bot.dialogs.law.ask import answer_question
from bot.dialogs.law.library import Bookcase
from bot.dialogs.limits.allowances import Allowances
from bot.dialogs.limits.rate_words import still_held_back
from bot.dialogs.messages.original_pictures import ask_about_original, is_original
from bot.dialogs.messages.secret_check import CLEARED, ask_about_secret
from bot.dialogs.shared.context import Guest
from bot.dialogs.shared.filters import NotACommand, Pressed, Private
from bot.dialogs.shared.main_menu import main_menu
from bot.dialogs.shared.message_content import Unfit, place_of, read_content
from bot.dialogs.shared.refusals import refusal_words
from bot.dialogs.shared.replies import say, say_here, toast
from knowledge.answers.library import Library
from knowledge.search.followups import whole_question
from mediation.cases.filing import add_to_case
from mediation.errors import Refused
from mediation.model.cases.numbers import read_number
from storage.unit_of_work.database import Database

SERVICE_MESSAGES = ("pinned_message", "message_auto_delete_timer_changed", "chat_background_set")
"""Lines that Telegram writes into a chat when somebody changes it; nobody said anything."""


async def unknown_command(message: Message, guest: Guest) -> None:
    """Answers a command that does not exist with the menu."""
    await say(message, guest.words("unknown-command"), main_menu(guest))


async def stray_message(
    message: Message,
    guest: Guest,
    database: Database,
    max_file_bytes: int,
    allowances: Allowances,
    state: FSMContext,
    raw_state: str | None,
    law_library: Library | None,
    bookcase: Bookcase | None,
) -> None:
    """A citation or a follow-up question is answered; for any other message it is asked what it is."""
    if message.content_type in SERVICE_MESSAGES or message.via_bot is not None:
        return
    if raw_state is not None:
        await say(message, guest.words("press-a-button"), [[guest.button("button-menu", "menu")]])
        return
    try:
        content = read_content(message, max_file_bytes)
    except Unfit as unfit:
        await say(message, guest.words(unfit.key, **unfit.facts), main_menu(guest), reply=True)
        return
    if law_library is not None and content.text and await _is_about_law(content.text, state, law_library):
        await answer_question(message, guest, allowances, state, bookcase)
        return
    if read_number(content.text.strip()) is not None:
        await say(message, guest.words("that-is-a-number"), [[guest.button("door-cases", "cases")]])
        return
    await say(message, guest.words("what-to-do-with-it"), await _offers(guest, database), reply=True)


async def _is_about_law(said: str, state: FSMContext, law_library: Library) -> bool:
    """Whether it names an article or follows up the last question (那试用期呢)."""
    if law_library.citations(said):
        return True
    before = (await state.get_data()).get("question")
    return whole_question(said, before) != said


async def _offers(guest: Guest, database: Database) -> Keyboard:
    rows = [[guest.button("button-begin-with-it", "begin_with")], [guest.button("button-look-up", "look_up")]]
    live = await database.run(lambda r: r.cases.of_owner(guest.me.person_id, live_only=True, limit=3))
    for case in live:
        text = guest.plain("button-add-to", number=case.number)
        rows.append([Button(text, Press("add_to", case.number))])
    rows.append([guest.button("button-menu", "menu")])
    return rows


async def begin_concern(
    query: CallbackQuery,
    guest: Guest,
    database: Database,
    max_file_bytes: int,
    allowances: Allowances,
    dialog_manager: DialogManager,
) -> None:
    """Begins a concern with the message; nothing is filed. Asks first where a secret is suspected."""
    original = query.message.reply_to_message if isinstance(query.message, Message) else None
    if original is not None:
        try:
            content = read_content(original, max_file_bytes)
        except Unfit:
            pass
        else:
            if (words := still_held_back(guest, allowances, content)) is not None:
                await toast(query, words, alert=True)
                return
            if await ask_about_secret(original.as_(query.bot), guest, content):
                await toast(query)
                return
            there = place_of(query.message).model_copy(update={"message": original.message_id})  # type: ignore[arg-type]
            await database.run(lambda r: r.drafts.add_part(guest.me.person_id, content, there))
    await toast(query)
    await open_intake(dialog_manager, guest, database)


async def answer_as_question(
    query: CallbackQuery, guest: Guest, allowances: Allowances, state: FSMContext, bookcase: Bookcase | None
) -> None:
    """Answers the message as a question about law."""
    await toast(query)
    original = query.message.reply_to_message if isinstance(query.message, Message) else None
    if original is None or not original.text or not isinstance(query.message, Message):
        await say_here(query, guest.words("law-ask"))
        return
    await answer_question(original.as_(query.message.bot), guest, allowances, state, bookcase)


async def add_to_own_case(
    query: CallbackQuery,
    guest: Guest,
    database: Database,
    max_file_bytes: int,
    allowances: Allowances,
    press: Press,
) -> None:
    """Adds the message to one's own case; asks first about secrets and original pictures."""
    original = query.message.reply_to_message if isinstance(query.message, Message) else None
    if original is None or not isinstance(query.message, Message):
        await toast(query, guest.plain("button-unknown"), alert=True)
        return
    there = place_of(query.message).model_copy(update={"message": original.message_id})
    try:
        content = read_content(original, max_file_bytes)
        if (words := still_held_back(guest, allowances, content)) is not None:
            await toast(query, words, alert=True)
            return
        if press.value != CLEARED and await ask_about_secret(
            original.as_(query.bot), guest, content, press.number
        ):
            await toast(query)
            return
        if is_original(content):
            await toast(query)
            await ask_about_original(original.as_(query.message.bot), guest, press.number)
            return
        await database.once(
            guest.ticket,
            lambda r: add_to_case(r, guest.me.person_id, press.number, content, there).id,
        )
    except Unfit as unfit:
        await toast(query, guest.plain(unfit.key, **unfit.facts), alert=True)
        return
    except Refused as error:
        await toast(query, refusal_words(guest, error), alert=True)
        return
    await toast(query)
    await say_here(query, guest.words("added", number=press.number))


async def unknown_press(query: CallbackQuery, guest: Guest) -> None:
    """Any other button, old, foreign or forged: answered as unknown."""
    await toast(query, guest.plain("button-unknown"), alert=True)


async def outdated_window(event: ErrorEvent, guest: Guest) -> None:
    """A press or text for a window that is over; the draft is kept."""
    query = event.update.callback_query
    if query is not None:
        await toast(query, guest.plain("window-over"), alert=True)
    elif event.update.message is not None:
        await say(event.update.message, guest.words("window-over"), main_menu(guest))


def fallback_router() -> Router:
    """A fresh router; it comes last."""
    router = Router(name="fallback")
    router.callback_query.register(begin_concern, Private(), Pressed("begin_with"))
    router.callback_query.register(answer_as_question, Private(), Pressed("look_up"))
    router.callback_query.register(add_to_own_case, Private(), Pressed("add_to"))
    router.callback_query.register(unknown_press)
    router.message.register(unknown_command, Private(), invert_f(NotACommand()))
    router.message.register(stray_message, Private())
    return router


def watch_for_outdated_windows(router: Router) -> None:
    """Answers presses in windows that are over in words."""
    router.error.register(outdated_window, ExceptionTypeFilter(UnknownIntent, OutdatedIntent))
