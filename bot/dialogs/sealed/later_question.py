"""The answer to the question after 30 and 90 days; it goes to the officers and nowhere else."""

from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.callbacks import Press
from bot.dialogs.sealed.shared import content_of, once, store, who, write
from bot.dialogs.shared.awaited_answers import Sealed
from bot.dialogs.shared.context import Guest
from bot.dialogs.shared.main_menu import leave_conversation
from bot.dialogs.shared.replies import say, toast, without_buttons
from mediation.errors import NotFound
from mediation.sealed.intake import Change, changed
from mediation.sealed.reports import add_sealed
from storage.sealed.store import SealedStore
from storage.unit_of_work.database import Database

SAID = {Change.NO: "sealed-thanks", Change.YES: "sealed-what-changed", Change.STOP: "sealed-asked-no-more"}


async def pressed(
    query: CallbackQuery,
    guest: Guest,
    database: Database,
    sealed_store: SealedStore | None,
    press: Press,
    state: FSMContext,
) -> None:
    """No, yes, or do not ask again."""
    sealed, office = sealed_store, guest.wording
    try:
        answer = Change(press.value)
        if sealed is None:
            raise NotFound
        key = "sealed-part-worse" if answer is Change.YES else "sealed-part-same"
        words = office.plain("zh-CN", key)
        report = await sealed.run(lambda r: changed(r, press.number, who(query), answer, words))
    except (NotFound, ValueError):
        await toast(query, guest.plain("button-unknown"), alert=True)
        return
    await without_buttons(query)
    if answer is Change.YES:
        await leave_conversation(guest, database, state)
        await state.set_state(Sealed.changed)
        await state.set_data({"report": report})
    await write(query, guest.words(SAID[answer]))


async def told(
    message: Message, guest: Guest, sealed_store: SealedStore | None, max_file_bytes: int, state: FSMContext
) -> None:
    """What has become worse; as many messages as they like."""
    content = await content_of(message, guest, max_file_bytes)
    if content is None:
        return
    report = str((await state.get_data()).get("report"))
    await store(guest, sealed_store).run(lambda r: add_sealed(r, report, content, once(message)))
    await say(message, guest.words("sealed-added"), [[guest.button("button-menu", "menu")]])
