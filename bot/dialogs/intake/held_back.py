"""Messages held back (files over the limit, suspected secrets) are taken into the draft on a press."""

from aiogram import Router
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager

from bot.callbacks import Press
from bot.dialogs.intake.handlers import keep_cleared_answer
from bot.dialogs.limits.allowances import Allowances
from bot.dialogs.limits.rate_words import still_held_back
from bot.dialogs.messages.secret_check import CLEARED, CLEARED_ANSWER, ask_about_secret
from bot.dialogs.shared.awaited_answers import Expecting
from bot.dialogs.shared.context import Guest
from bot.dialogs.shared.filters import Pressed, Private
from bot.dialogs.shared.message_content import Unfit, place_of, read_content
from bot.dialogs.shared.replies import change_message, toast
from knowledge.triage.open_questions import OpenQuestions
from storage.unit_of_work.database import Database


async def take_held_back(
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
    """Takes the message into the draft, once; asks first where a secret is still suspected."""
    original = query.message.reply_to_message if isinstance(query.message, Message) else None
    if original is None or not isinstance(query.message, Message):
        await toast(query, guest.plain("button-unknown"), alert=True)
        return
    try:
        content = read_content(original, max_file_bytes)
    except Unfit as unfit:
        await toast(query, guest.plain(unfit.key, **unfit.facts), alert=True)
        return
    if (words := still_held_back(guest, allowances, content)) is not None:
        await toast(query, words, alert=True)
        return
    if press.value.startswith(CLEARED_ANSWER):
        field, telling = press.value.removeprefix(CLEARED_ANSWER), raw_state == Expecting.concern.state
        kept = await keep_cleared_answer(
            dialog_manager, guest, database, open_questions, content.text.strip(), field, telling
        )
        await toast(query, "" if kept else guest.plain("button-unknown"), alert=not kept)
        if kept:
            await change_message(query, guest.words("secret-answer-kept"))
        return
    if press.value != CLEARED and await ask_about_secret(original.as_(query.bot), guest, content):
        await toast(query)
        return
    there = place_of(query.message).model_copy(update={"message": original.message_id})
    me = guest.me.person_id
    count = await database.run(lambda r: r.drafts.add_part(me, content, there))
    await toast(query)
    await change_message(query, guest.words("limit-taken-in", count=count))


def held_back_router() -> Router:
    """A fresh router; stands before the intake, whose windows answer every press they do not know."""
    router = Router(name="held_back")
    router.callback_query.register(take_held_back, Private(), Pressed("take_in"))
    return router
