"""What had to wait, or was asked about, is taken into the story from where it stands in the chat."""

from aiogram import Router
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager

from bot.callbacks import Press
from bot.dialogs.intake.handlers import answer_is_no_secret
from bot.dialogs.limits.allowances import Allowances
from bot.dialogs.limits.rate_words import still_waits
from bot.dialogs.messages.secret_check import ANSWER, SURE, asks_first
from bot.dialogs.shared.awaited_answers import Expecting
from bot.dialogs.shared.context import Guest
from bot.dialogs.shared.filters import Pressed, Private
from bot.dialogs.shared.message_content import Unfit, place, read
from bot.dialogs.shared.replies import change, toast
from knowledge.triage.open_questions import OpenQuestions
from storage.unit_of_work.database import Database


async def take_in(
    query: CallbackQuery,
    guest: Guest,
    database: Database,
    open_questions: OpenQuestions,
    max_file_bytes: int,
    allowances: Allowances,
    press: Press,
    dialog_manager: DialogManager,
    raw_state: str | None,
) -> None:
    """Into the draft; pressed twice it is there once."""
    original = query.message.reply_to_message if isinstance(query.message, Message) else None
    if original is None or not isinstance(query.message, Message):
        await toast(query, guest.plain("button-unknown"), alert=True)
        return
    try:
        content = read(original, max_file_bytes)
    except Unfit as unfit:
        await toast(query, guest.plain(unfit.key, **unfit.facts), alert=True)
        return
    if (words := still_waits(guest, allowances, content)) is not None:
        await toast(query, words, alert=True)
        return
    if press.value.startswith(ANSWER):
        field, telling = press.value.removeprefix(ANSWER), raw_state == Expecting.concern.state
        kept = await answer_is_no_secret(
            dialog_manager, guest, database, open_questions, content.text.strip(), field, telling
        )
        await toast(query, "" if kept else guest.plain("button-unknown"), alert=not kept)
        if kept:
            await change(query, guest.words("secret-answer-kept"))
        return
    if press.value != SURE and await asks_first(original.as_(query.bot), guest, content):
        await toast(query)
        return
    there = place(query.message).model_copy(update={"message": original.message_id})
    me = guest.me.person_id
    count = await database.run(lambda r: r.drafts.add_part(me, content, there))
    await toast(query)
    await change(query, guest.words("limit-taken-in", count=count))


def held_back_router() -> Router:
    """A fresh router; it stands before the intake, whose windows answer presses that they do not know."""
    router = Router(name="held_back")
    router.callback_query.register(take_in, Private(), Pressed("take_in"))
    return router
