"""Pictures sent as files: their owner is told that they may show where they were taken, before they go on."""

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.callbacks import Press
from bot.dialogs.shared.context import Guest
from bot.dialogs.shared.filters import Pressed, Private
from bot.dialogs.shared.message_content import Unfit, place_of, read_content
from bot.dialogs.shared.refusals import refusal_words
from bot.dialogs.shared.replies import remove_buttons, say, toast
from mediation.access.case_access import own_case
from mediation.cases.filing import add_to_case
from mediation.errors import Refused
from mediation.messages.file_risks import Risk
from mediation.model.cases.content import Content
from storage.unit_of_work.database import Database
from storage.unit_of_work.records import SqlRecords

KEPT_IN_DRAFT = "draft"


def is_original(content: Content) -> bool:
    """Whether this is a picture that was sent as a file."""
    return content.risk == Risk.PICTURE


async def ask_about_original(message: Message, guest: Guest, number: str) -> None:
    """Asks whether to send it as it is; nothing has been passed on yet."""
    rows = [
        [guest.button("button-original-send", "original_send", number)],
        [guest.button("button-original-photo", "original_photo", number)],
    ]
    await say(message, guest.words("original-ask", number=number), rows, reply=True)


async def warn_in_draft(message: Message, guest: Guest) -> None:
    """Says what such a picture may show; it stays in the draft and can be taken out."""
    rows = [[guest.button("button-original-photo", "original_photo", "", KEPT_IN_DRAFT)]]
    await say(message, guest.words("original-in-draft"), rows, reply=True)


def _original(query: CallbackQuery) -> Message | None:
    return query.message.reply_to_message if isinstance(query.message, Message) else None


async def send_original(
    query: CallbackQuery, guest: Guest, database: Database, max_file_bytes: int, press: Press
) -> None:
    """Adds the picture to the case as it is."""
    original = _original(query)
    if original is None or not isinstance(query.message, Message):
        await toast(query, guest.plain("button-unknown"), alert=True)
        return
    there = place_of(query.message).model_copy(update={"message": original.message_id})
    try:
        content = read_content(original, max_file_bytes)
        await database.once(
            guest.ticket, lambda r: add_to_case(r, guest.me.person_id, press.number, content, there).id
        )
    except Unfit as unfit:
        await toast(query, guest.plain(unfit.key, **unfit.facts), alert=True)
        return
    except Refused as error:
        await toast(query, refusal_words(guest, error), alert=True)
        return
    await toast(query, guest.plain("original-sent"))
    await remove_buttons(query)


async def ask_for_photo(query: CallbackQuery, guest: Guest, database: Database, press: Press) -> None:
    """Takes it out of the draft, or never passes it on; its owner may send it as a photograph."""
    original = _original(query)
    if press.value == KEPT_IN_DRAFT and original is not None and isinstance(query.message, Message):
        there = place_of(query.message).model_copy(update={"message": original.message_id})
        await database.run(lambda r: r.drafts.remove_part(guest.me.person_id, there))
    await toast(query, guest.plain("original-photo"), alert=True)
    await remove_buttons(query)


def owns(records: SqlRecords, person_id: int, number: str) -> bool:
    """Whether this case is this person's own; pictures from staff are not asked about."""
    try:
        own_case(records, person_id, number)
    except Refused:
        return False
    return True


def original_pictures_router() -> Router:
    """A fresh router."""
    router = Router(name="original_pictures")
    router.callback_query.filter(Private())
    router.callback_query.register(send_original, Pressed("original_send"))
    router.callback_query.register(ask_for_photo, Pressed("original_photo"))
    return router
