"""The answer to the question after 30 and 90 days; only the officers read it."""

from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.callbacks import Press
from bot.dialogs.sealed.shared import content_of, message_key, send, sender_id, store_of
from bot.dialogs.shared.awaited_answers import Sealed
from bot.dialogs.shared.context import Guest
from bot.dialogs.shared.main_menu import leave_conversation
from bot.dialogs.shared.replies import remove_buttons, say, toast
from mediation.errors import NotFound
from mediation.sealed.intake import Change, changed
from mediation.sealed.reports import add_sealed
from storage.sealed.store import SealedStore
from storage.unit_of_work.database import Database

ANSWER_WORDS = {
    Change.NO: "sealed-thanks",
    Change.YES: "sealed-what-changed",
    Change.STOP: "sealed-asked-no-more",
}


async def answer_later_question(
    query: CallbackQuery,
    guest: Guest,
    database: Database,
    sealed_store: SealedStore | None,
    press: Press,
    state: FSMContext,
) -> None:
    """Stores no, yes or no more questions; after a yes, messages belong to the report."""
    sealed, office = sealed_store, guest.wording
    try:
        answer = Change(press.value)
        if sealed is None:
            raise NotFound
        key = "sealed-part-worse" if answer is Change.YES else "sealed-part-same"
        words = office.plain("zh-CN", key)
        report = await sealed.run(lambda r: changed(r, press.number, sender_id(query), answer, words))
    except (NotFound, ValueError):
        await toast(query, guest.plain("button-unknown"), alert=True)
        return
    await remove_buttons(query)
    if answer is Change.YES:
        await leave_conversation(guest, database, state)
        await state.set_state(Sealed.changed)
        await state.set_data({"report": report})
    await send(query, guest.words(ANSWER_WORDS[answer]))


async def add_change(
    message: Message, guest: Guest, sealed_store: SealedStore | None, max_file_bytes: int, state: FSMContext
) -> None:
    """Adds what has become worse, in as many messages as they like."""
    content = await content_of(message, guest, max_file_bytes)
    if content is None:
        return
    report = str((await state.get_data()).get("report"))
    await store_of(guest, sealed_store).run(lambda r: add_sealed(r, report, content, message_key(message)))
    await say(message, guest.words("sealed-added"), [[guest.button("button-menu", "menu")]])
