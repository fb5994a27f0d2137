"""Original pictures: their sender is told that they may say where they were taken, before they go on."""

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.callbacks import Press
from bot.dialogs.shared.context import Guest
from bot.dialogs.shared.filters import Pressed, Private
from bot.dialogs.shared.message_content import Unfit, place, read
from bot.dialogs.shared.refusals import refused
from bot.dialogs.shared.replies import say, toast, without_buttons
from mediation.access.case_access import own_case
from mediation.cases.filing import add_to_case
from mediation.errors import Refused
from mediation.messages.file_risks import Risk
from mediation.model.cases.content import Content
from storage.unit_of_work.database import Database
from storage.unit_of_work.records import SqlRecords

KEPT_IN_DRAFT = "draft"


def is_original(content: Content) -> bool:
    """A picture that was sent as a file."""
    return content.risk == Risk.PICTURE


async def ask(message: Message, guest: Guest, number: str) -> None:
    """Nothing has been passed on yet: the answer to this message decides."""
    rows = [
        [guest.button("button-original-send", "original_send", number)],
        [guest.button("button-original-photo", "original_photo", number)],
    ]
    await say(message, guest.words("original-ask", number=number), rows, reply=True)


async def tell_in_draft(message: Message, guest: Guest) -> None:
    """In a draft it is only with its sender so far; it can be taken out again."""
    rows = [[guest.button("button-original-photo", "original_photo", "", KEPT_IN_DRAFT)]]
    await say(message, guest.words("original-in-draft"), rows, reply=True)


def _original(query: CallbackQuery) -> Message | None:
    return query.message.reply_to_message if isinstance(query.message, Message) else None


async def send(
    query: CallbackQuery, guest: Guest, database: Database, max_file_bytes: int, press: Press
) -> None:
    """As it is, knowingly."""
    original = _original(query)
    if original is None or not isinstance(query.message, Message):
        await toast(query, guest.plain("button-unknown"), alert=True)
        return
    there = place(query.message).model_copy(update={"message": original.message_id})
    try:
        content = read(original, max_file_bytes)
        await database.once(
            guest.ticket, lambda r: add_to_case(r, guest.me.person_id, press.number, content, there).id
        )
    except Unfit as unfit:
        await toast(query, guest.plain(unfit.key, **unfit.facts), alert=True)
        return
    except Refused as error:
        await toast(query, refused(guest, error), alert=True)
        return
    await toast(query, guest.plain("original-sent"))
    await without_buttons(query)


async def as_photo(query: CallbackQuery, guest: Guest, database: Database, press: Press) -> None:
    """Not like this: out of the draft, or never passed on; they send it as a photograph."""
    original = _original(query)
    if press.value == KEPT_IN_DRAFT and original is not None and isinstance(query.message, Message):
        there = place(query.message).model_copy(update={"message": original.message_id})
        await database.run(lambda r: r.drafts.remove_part(guest.me.person_id, there))
    await toast(query, guest.plain("original-photo"), alert=True)
    await without_buttons(query)


def owns(records: SqlRecords, person_id: int, number: str) -> bool:
    """Whether this is a case of theirs: what staff send is theirs to look at."""
    try:
        own_case(records, person_id, number)
    except Refused:
        return False
    return True


def original_pictures_router() -> Router:
    """A fresh router."""
    router = Router(name="original_pictures")
    router.callback_query.filter(Private())
    router.callback_query.register(send, Pressed("original_send"))
    router.callback_query.register(as_photo, Pressed("original_photo"))
    return router
