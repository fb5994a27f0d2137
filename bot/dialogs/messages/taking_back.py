"""``/takeback``: deletes a message sent by mistake from the store and, where possible, from both chats."""

from aiogram import Bot, Router
from aiogram.exceptions import TelegramBadRequest
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from bot.callbacks import Button, Keyboard, Press
from bot.dialogs.shared.context import Guest
from bot.dialogs.shared.filters import Pressed, Private
from bot.dialogs.shared.message_content import place_of
from bot.dialogs.shared.refusals import refusal_words
from bot.dialogs.shared.replies import change_message, say, toast
from mediation.errors import Refused
from mediation.messages.taking_back import GONE, take_back
from mediation.model.cases.content import Content, Place
from storage.unit_of_work.database import Database
from storage.unit_of_work.records import SqlRecords

MESSAGES_SHOWN = 6
EXCERPT_CHARS = 20
CASES_SEARCHED = 5
DRAFT = "draft"
"""In place of a case's number on the button of a message that is still in the draft."""


async def takeback_command(message: Message, guest: Guest, database: Database) -> None:
    """In reply to a message asks for a confirmation; alone it lists the newest ones."""
    if message.reply_to_message is not None:
        there = place_of(message).model_copy(update={"message": message.reply_to_message.message_id})
        press = await database.run(lambda r: _press_for(r, guest, there))
        if press is not None:
            rows = [
                [Button(guest.plain("button-take-back"), press)],
                [guest.button("button-keep-it", "menu")],
            ]
            await say(message, guest.words("take-back-sure"), rows)
            return
    rows = await database.run(lambda r: _newest(r, guest))
    rows.append([guest.button("button-menu", "menu")])
    await say(message, guest.words("take-back-which" if len(rows) > 1 else "take-back-none"), rows)


def _press_for(records: SqlRecords, guest: Guest, there: Place) -> Press | None:
    said = records.talk.at(there)
    if said is not None and said.author_id == guest.me.person_id and said.content.kind != GONE:
        return Press("take_back", said.case_number, str(said.id))
    draft = records.drafts.get(guest.me.person_id)
    in_draft = draft is not None and any(at == there for _, at in draft.parts)
    return Press("take_back", DRAFT, str(there.message)) if in_draft else None


def _newest(records: SqlRecords, guest: Guest) -> Keyboard:
    """Buttons for the newest messages: the draft's first, then those of each case."""
    me = guest.me.person_id
    draft = records.drafts.get(me)
    parts = [(one, Press("take_back", DRAFT, str(at.message))) for one, at in (draft.parts if draft else ())]
    said = [
        (one.content, Press("take_back", one.case_number, str(one.id)))
        for case in records.cases.of_owner(me, limit=CASES_SEARCHED)
        for one in reversed(records.talk.of_case(case.number)[-50:])
        if one.author_id == me and one.content.kind != GONE
    ]
    return [
        [Button(_excerpt(guest, content), press)]
        for content, press in [*reversed(parts), *said][:MESSAGES_SHOWN]
    ]


def _excerpt(guest: Guest, content: Content) -> str:
    text = content.text or guest.plain(f"kind-{content.kind.replace('_', '-')}")
    return f"↩ {text[:EXCERPT_CHARS]}{'…' if len(text) > EXCERPT_CHARS else ''}"


async def take_back_message(
    query: CallbackQuery, guest: Guest, database: Database, press: Press, bot: Bot
) -> None:
    """Deletes it from the store, and from the chats where Telegram still allows it."""
    if press.whole is None or not isinstance(query.message, Message):
        await toast(query, guest.plain("button-unknown"), alert=True)
        return
    at = press.whole
    here = place_of(query.message)

    def work(records: SqlRecords) -> int:
        if press.number == DRAFT:
            there = here.model_copy(update={"message": at})
            return at if records.drafts.remove_part(guest.me.person_id, there) else 0
        stood = records.places.of_said(at, here.bot, here.chat)
        said = take_back(records, records.talk, guest.me.person_id, at)
        return stood.message if stood is not None and said.content.kind != GONE else 0

    try:
        message = int(await database.once(guest.ticket, work))
    except Refused as error:
        await toast(query, refusal_words(guest, error), alert=True)
        return
    await toast(query)
    gone = bool(message) and await _delete(bot, here.chat, message)
    await change_message(query, guest.words("take-back-done" if gone else "take-back-done-here-left"))


async def _delete(bot: Bot, chat: int, message: int) -> bool:
    """False where Telegram refuses: it deletes only what is younger than 48 hours."""
    try:
        return await bot.delete_message(chat, message)
    except TelegramBadRequest:
        return False


def taking_back_router() -> Router:
    """A fresh router."""
    router = Router(name="taking_back")
    router.message.register(takeback_command, Private(), Command("takeback"))
    router.callback_query.register(take_back_message, Private(), Pressed("take_back"))
    return router
