"""Before something is stored that looks like a state or commercial secret, the person is asked."""

from aiogram import Bot, Router
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import CallbackQuery, Message

from bot.callbacks import Button, Press
from bot.dialogs.shared.context import Guest
from bot.dialogs.shared.filters import Pressed, Private
from bot.dialogs.shared.replies import change, say, toast
from mediation.messages.secrets import suspect
from mediation.model.cases.content import Content

SURE = "sure"
"""The value of a press by somebody who was asked and says that it is no secret."""


ANSWER = "answer-"
"""The same for what answers a question; the field follows."""


async def asks_first(
    message: Message, guest: Guest, content: Content, number: str = "", field: str = ""
) -> bool:
    """True where the person is asked now: nothing was stored.

    ``number`` is the case it was meant for, ``field`` the question of the intake that it answers.
    """
    kind = suspect(content)
    if kind is None:
        return False
    sure = f"{ANSWER}{field}" if field else SURE
    on = Press("add_to", number, SURE) if number else Press("take_in", "", sure)
    rows = [
        [guest.button("button-secret-out", "secret_out")],
        [Button(guest.plain("button-secret-none"), on)],
        [guest.button("button-secret-person", "human")],
    ]
    await say(message, guest.words(f"secret-{kind}"), rows, reply=True)
    return True


async def left_out(query: CallbackQuery, guest: Guest, bot: Bot) -> None:
    """It was not stored; its message goes from the chat as well, as far as Telegram allows it."""
    original = query.message.reply_to_message if isinstance(query.message, Message) else None
    await toast(query)
    gone = False
    if original is not None:
        try:
            gone = await bot.delete_message(original.chat.id, original.message_id)
        except TelegramBadRequest:
            gone = False
    await change(query, guest.words("secret-left-out" if gone else "secret-left-out-here"))


def secret_check_router() -> Router:
    """A fresh router."""
    router = Router(name="secret_check")
    router.callback_query.register(left_out, Private(), Pressed("secret_out"))
    return router
