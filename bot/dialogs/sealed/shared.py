"""Shared by the sealed conversations: ids, the store, protected messages, errors without a trace."""

from collections.abc import Awaitable, Callable
from typing import Any

import structlog
from aiogram import Bot
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.exceptions import AiogramError
from aiogram.types import CallbackQuery, Message, TelegramObject

from bot.callbacks import Keyboard
from bot.dialogs.shared.context import Guest
from bot.dialogs.shared.message_content import Unfit, read_content
from bot.dialogs.shared.replies import markup, say, say_here, toast
from mediation.model.cases.content import Content
from storage.sealed.store import SealedStore

log = structlog.get_logger()

Event = Message | CallbackQuery


def sender_id(event: Event) -> int:
    """The Telegram id of whoever acts, the only id the sealed store knows."""
    return event.from_user.id if event.from_user is not None else 0


def draft_key(event: Event) -> str:
    """The key of this person's draft."""
    return str(sender_id(event))


def message_key(message: Message) -> str:
    """The key of this message, so that it is stored once."""
    return f"{message.chat.id}:{message.message_id}"


def store_of(guest: Guest, sealed_store: SealedStore | None) -> SealedStore:
    """The sealed store; only where ``is_open`` was true."""
    assert sealed_store is not None
    return sealed_store


async def is_open(guest: Guest, sealed_store: SealedStore | None) -> bool:
    """Whether there is a sealed store with at least one officer."""
    if sealed_store is None:
        return False
    return bool(await sealed_store.run(lambda r: r.officers()))


async def send(event: Event, html: str, buttons: Keyboard | None = None) -> None:
    """Writes into the chat that just spoke."""
    if isinstance(event, Message):
        await say(event, html, buttons)
    else:
        await toast(event)
        await say_here(event, html, buttons)


async def send_protected(event: Event, html: str, rows: Keyboard) -> None:
    """Writes to whoever acts; Telegram does not let it be forwarded or saved."""
    if isinstance(event, CallbackQuery):
        await toast(event)
    bot: Bot | None = event.bot
    assert bot is not None
    await bot.send_message(sender_id(event), html, reply_markup=markup(rows), protect_content=True)


async def content_of(message: Message, guest: Guest, max_file_bytes: int) -> Content | None:
    """The content of a message; ``None`` where it cannot be taken, which is said."""
    try:
        return read_content(message, max_file_bytes)
    except Unfit as unfit:
        await say(message, guest.words(unfit.key, **unfit.facts))
        return None


async def without_trace(
    handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
    event: TelegramObject,
    data: dict[str, Any],
) -> Any:
    """Middleware: an error is told to the person, and logged without saying which handler it was."""
    try:
        return await handler(event, data)
    except SkipHandler:
        raise
    except Exception as error:
        log.error("update failed", why=type(error).__name__)
        guest: Guest = data["guest"]
        try:
            if isinstance(event, Message | CallbackQuery):
                await send(event, guest.words("sealed-trouble"))
        except AiogramError as late:
            log.warning("the apology did not arrive", why=type(late).__name__)
        return None
