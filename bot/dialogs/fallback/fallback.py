"""Everything that nobody else took: a kind sentence that says what to do, and nothing changes."""

from aiogram import Router
from aiogram.filters import ExceptionTypeFilter, invert_f
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, ErrorEvent, Message
from aiogram_dialog import DialogManager
from aiogram_dialog.api.exceptions import OutdatedIntent, UnknownIntent

from bot.callbacks import Button, Keyboard, Press
from bot.dialogs.intake.handlers import begin
from bot.dialogs.law.ask import asked
from bot.dialogs.law.library import Bookcase
from bot.dialogs.limits.allowances import Allowances
from bot.dialogs.limits.rate_words import still_waits
from bot.dialogs.messages.original_pictures import ask, is_original
from bot.dialogs.messages.secret_check import SURE, asks_first
from bot.dialogs.shared.context import Guest
from bot.dialogs.shared.filters import NotACommand, Pressed, Private
from bot.dialogs.shared.main_menu import main_menu
from bot.dialogs.shared.message_content import Unfit, place, read
from bot.dialogs.shared.refusals import refused
from bot.dialogs.shared.replies import here, say, toast
from knowledge.answers.library import Library
from knowledge.search.followups import whole_question
from mediation.cases.filing import add_to_case
from mediation.errors import Refused
from mediation.model.cases.numbers import read_number
from storage.unit_of_work.database import Database

OF_TELEGRAM = ("pinned_message", "message_auto_delete_timer_changed", "chat_background_set")
"""Lines that Telegram writes into a chat when somebody changes it; nobody said anything."""


async def unknown_command(message: Message, guest: Guest) -> None:
    """A command that we do not have."""
    await say(message, guest.words("unknown-command"), main_menu(guest))


async def stray(
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
    """Words out of the blue: a citation or a follow-up is answered, everything else is offered a door."""
    if message.content_type in OF_TELEGRAM or message.via_bot is not None:
        return
    if raw_state is not None:
        await say(message, guest.words("press-a-button"), [[guest.button("button-menu", "menu")]])
        return
    try:
        content = read(message, max_file_bytes)
    except Unfit as unfit:
        await say(message, guest.words(unfit.key, **unfit.facts), main_menu(guest), reply=True)
        return
    if law_library is not None and content.text and await _is_about_law(content.text, state, law_library):
        await asked(message, guest, allowances, state, bookcase)
        return
    if read_number(content.text.strip()) is not None:
        await say(message, guest.words("that-is-a-number"), [[guest.button("door-cases", "cases")]])
        return
    await say(message, guest.words("what-to-do-with-it"), await _ways(guest, database), reply=True)


async def _is_about_law(said: str, state: FSMContext, law_library: Library) -> bool:
    """It names an article, or goes on from the last question (那试用期呢)."""
    if law_library.citations(said):
        return True
    before = (await state.get_data()).get("question")
    return whole_question(said, before) != said


async def _ways(guest: Guest, database: Database) -> Keyboard:
    rows = [[guest.button("button-begin-with-it", "begin_with")], [guest.button("button-look-up", "look_up")]]
    live = await database.run(lambda r: r.cases.of_owner(guest.me.person_id, live_only=True, limit=3))
    for case in live:
        text = guest.plain("button-add-to", number=case.number)
        rows.append([Button(text, Press("add_to", case.number))])
    rows.append([guest.button("button-menu", "menu")])
    return rows


async def begin_with(
    query: CallbackQuery,
    guest: Guest,
    database: Database,
    max_file_bytes: int,
    allowances: Allowances,
    dialog_manager: DialogManager,
) -> None:
    """The words become the beginning of a concern; still nothing is filed."""
    original = query.message.reply_to_message if isinstance(query.message, Message) else None
    if original is not None:
        try:
            content = read(original, max_file_bytes)
        except Unfit:
            pass
        else:
            if (words := still_waits(guest, allowances, content)) is not None:
                await toast(query, words, alert=True)
                return
            if await asks_first(original.as_(query.bot), guest, content):
                await toast(query)
                return
            there = place(query.message).model_copy(update={"message": original.message_id})  # type: ignore[arg-type]
            await database.run(lambda r: r.drafts.add_part(guest.me.person_id, content, there))
    await toast(query)
    await begin(dialog_manager, guest, database)


async def look_up(
    query: CallbackQuery, guest: Guest, allowances: Allowances, state: FSMContext, bookcase: Bookcase | None
) -> None:
    """The words are a question."""
    await toast(query)
    original = query.message.reply_to_message if isinstance(query.message, Message) else None
    if original is None or not original.text or not isinstance(query.message, Message):
        await here(query, guest.words("law-ask"))
        return
    await asked(original.as_(query.message.bot), guest, allowances, state, bookcase)


async def add_to(
    query: CallbackQuery,
    guest: Guest,
    database: Database,
    max_file_bytes: int,
    allowances: Allowances,
    press: Press,
) -> None:
    """The words belong to a case that is there already."""
    original = query.message.reply_to_message if isinstance(query.message, Message) else None
    if original is None or not isinstance(query.message, Message):
        await toast(query, guest.plain("button-unknown"), alert=True)
        return
    there = place(query.message).model_copy(update={"message": original.message_id})
    try:
        content = read(original, max_file_bytes)
        if (words := still_waits(guest, allowances, content)) is not None:
            await toast(query, words, alert=True)
            return
        if press.value != SURE and await asks_first(original.as_(query.bot), guest, content, press.number):
            await toast(query)
            return
        if is_original(content):
            await toast(query)
            await ask(original.as_(query.message.bot), guest, press.number)
            return
        await database.once(
            guest.ticket,
            lambda r: add_to_case(r, guest.me.person_id, press.number, content, there).id,
        )
    except Unfit as unfit:
        await toast(query, guest.plain(unfit.key, **unfit.facts), alert=True)
        return
    except Refused as error:
        await toast(query, refused(guest, error), alert=True)
        return
    await toast(query)
    await here(query, guest.words("added", number=press.number))


async def unknown_press(query: CallbackQuery, guest: Guest) -> None:
    """A button of an old message, of somebody else, or a forged one."""
    await toast(query, guest.plain("button-unknown"), alert=True)


async def outdated(event: ErrorEvent, guest: Guest) -> None:
    """A window of the intake that is over; the draft itself is safe."""
    query = event.update.callback_query
    if query is not None:
        await toast(query, guest.plain("window-over"), alert=True)
    elif event.update.message is not None:
        await say(event.update.message, guest.words("window-over"), main_menu(guest))


def fallback_router() -> Router:
    """A fresh router; it comes last."""
    router = Router(name="fallback")
    router.callback_query.register(begin_with, Private(), Pressed("begin_with"))
    router.callback_query.register(look_up, Private(), Pressed("look_up"))
    router.callback_query.register(add_to, Private(), Pressed("add_to"))
    router.callback_query.register(unknown_press)
    router.message.register(unknown_command, Private(), invert_f(NotACommand()))
    router.message.register(stray, Private())
    return router


def watch_for_outdated_windows(router: Router) -> None:
    """Old windows end in a kind sentence, not in an apology."""
    router.error.register(outdated, ExceptionTypeFilter(UnknownIntent, OutdatedIntent))
