"""What the sealed conversations share: who is there, whether the door is open, and silence when it fails."""

from collections.abc import Awaitable, Callable
from typing import Any

import structlog
from aiogram import Bot
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.exceptions import AiogramError
from aiogram.types import CallbackQuery, Message, TelegramObject

from bot.callbacks import Keyboard
from bot.dialogs.shared.context import Guest
from bot.dialogs.shared.message_content import Unfit, read
from bot.dialogs.shared.replies import here, markup, say, toast
from mediation.model.cases.content import Content
from storage.sealed.store import SealedStore

log = structlog.get_logger()

Event = Message | CallbackQuery


def who(event: Event) -> int:
    """The Telegram id of whoever acts; the sealed store knows nobody by another one."""
    return event.from_user.id if event.from_user is not None else 0


def teller(event: Event) -> str:
    """Under what a half-told report is found again."""
    return str(who(event))


def once(message: Message) -> str:
    """Names this message, so that it counts once."""
    return f"{message.chat.id}:{message.message_id}"


def store(guest: Guest, sealed_store: SealedStore | None) -> SealedStore:
    """The sealed store, where ``is_open`` has said that there is one."""
    assert sealed_store is not None
    return sealed_store


async def is_open(guest: Guest, sealed_store: SealedStore | None) -> bool:
    """Whether there is a sealed store, and somebody who reads it."""
    if sealed_store is None:
        return False
    return bool(await sealed_store.run(lambda r: r.officers()))


async def write(event: Event, html: str, buttons: Keyboard | None = None) -> None:
    """Into the chat that just spoke."""
    if isinstance(event, Message):
        await say(event, html, buttons)
    else:
        await toast(event)
        await here(event, html, buttons)


async def guarded(event: Event, html: str, rows: Keyboard) -> None:
    """To whoever acts; Telegram lets nobody forward or save it."""
    if isinstance(event, CallbackQuery):
        await toast(event)
    bot: Bot | None = event.bot
    assert bot is not None
    await bot.send_message(who(event), html, reply_markup=markup(rows), protect_content=True)


async def content_of(message: Message, guest: Guest, max_file_bytes: int) -> Content | None:
    """What was sent; ``None`` for what cannot be kept, which has been said then."""
    try:
        return read(message, max_file_bytes)
    except Unfit as unfit:
        await say(message, guest.words(unfit.key, **unfit.facts))
        return None


async def quiet(
    handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
    event: TelegramObject,
    data: dict[str, Any],
) -> Any:
    """A failure in here is told to the person, and to the log without saying where it was."""
    try:
        return await handler(event, data)
    except SkipHandler:
        raise
    except Exception as error:
        log.error("update failed", why=type(error).__name__)
        guest: Guest = data["guest"]
        try:
            if isinstance(event, Message | CallbackQuery):
                await write(event, guest.words("sealed-trouble"))
        except AiogramError as late:
            log.warning("the apology did not arrive", why=type(late).__name__)
        return None
