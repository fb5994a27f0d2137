"""Asks before a suspected state or commercial secret is stored."""

from aiogram import Bot, Router
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import CallbackQuery, Message

from bot.callbacks import Button, Press
from bot.dialogs.shared.context import Guest
from bot.dialogs.shared.filters import Pressed, Private
from bot.dialogs.shared.replies import change_message, say, toast
from mediation.messages.secrets import suspect
from mediation.model.cases.content import Content

CLEARED = "sure"
"""The value of a press by somebody who was asked and says that it is no secret."""


CLEARED_ANSWER = "answer-"
"""The same for what answers a question; the field follows."""


async def ask_about_secret(
    message: Message, guest: Guest, content: Content, number: str = "", field: str = ""
) -> bool:
    """True where a secret is suspected: the sender is asked and nothing was stored.

    ``number`` is the case it was meant for, ``field`` the question of the intake that it answers.
    """
    kind = suspect(content)
    if kind is None:
        return False
    sure = f"{CLEARED_ANSWER}{field}" if field else CLEARED
    on = Press("add_to", number, CLEARED) if number else Press("take_in", "", sure)
    rows = [
        [guest.button("button-secret-out", "secret_out")],
        [Button(guest.plain("button-secret-none"), on)],
        [guest.button("button-secret-person", "human")],
    ]
    await say(message, guest.words(f"secret-{kind}"), rows, reply=True)
    return True


async def leave_out(query: CallbackQuery, guest: Guest, bot: Bot) -> None:
    """Stores nothing, and deletes the message from the chat where Telegram allows it."""
    original = query.message.reply_to_message if isinstance(query.message, Message) else None
    await toast(query)
    gone = False
    if original is not None:
        try:
            gone = await bot.delete_message(original.chat.id, original.message_id)
        except TelegramBadRequest:
            gone = False
    await change_message(query, guest.words("secret-left-out" if gone else "secret-left-out-here"))


def secret_check_router() -> Router:
    """A fresh router."""
    router = Router(name="secret_check")
    router.callback_query.register(leave_out, Private(), Pressed("secret_out"))
    return router
