"""Answers to the chat that just spoke."""

from aiogram.exceptions import TelegramBadRequest
from aiogram.types import (
    CallbackQuery,
    InaccessibleMessage,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    Message,
    ReplyParameters,
)

from bot.callbacks import Keyboard

ALERT_LIMIT = 200
"""Telegram shows at most 200 characters in an alert."""


def markup(buttons: Keyboard | None) -> InlineKeyboardMarkup | None:
    """The inline keyboard; ``None`` for no buttons."""
    if not buttons:
        return None
    rows = [
        [
            InlineKeyboardButton(text=b.text, url=b.url)
            if b.url
            else InlineKeyboardButton(text=b.text, callback_data=b.press.pack() if b.press else "-")
            for b in row
        ]
        for row in buttons
    ]
    return InlineKeyboardMarkup(inline_keyboard=rows)


async def say(message: Message, html: str, buttons: Keyboard | None = None, reply: bool = False) -> Message:
    """Writes into the same chat; with ``reply`` as an answer to that message."""
    to = ReplyParameters(message_id=message.message_id, allow_sending_without_reply=True) if reply else None
    return await message.answer(html, reply_markup=markup(buttons), reply_parameters=to)


async def say_here(query: CallbackQuery, html: str, buttons: Keyboard | None = None) -> Message | None:
    """Writes into the chat where a button was pressed."""
    if isinstance(query.message, Message):
        return await query.message.answer(html, reply_markup=markup(buttons))
    if isinstance(query.message, InaccessibleMessage) and query.bot is not None:
        return await query.bot.send_message(query.message.chat.id, html, reply_markup=markup(buttons))
    return None


async def change_message(query: CallbackQuery, html: str, buttons: Keyboard | None = None) -> None:
    """Changes the message whose button was pressed; writes a new one where it cannot be changed."""
    if isinstance(query.message, Message):
        try:
            await query.message.edit_text(html, reply_markup=markup(buttons))
        except TelegramBadRequest as error:
            if "not modified" in error.message:
                return
            await say_here(query, html, buttons)
    else:
        await say_here(query, html, buttons)


async def toast(query: CallbackQuery, text: str = "", alert: bool = False) -> None:
    """Answers the press. One that is too old to be answered is no error."""
    try:
        await query.answer(text[:ALERT_LIMIT] or None, show_alert=alert)
    except TelegramBadRequest as error:
        if "query is too old" not in error.message:
            raise


async def remove_buttons(query: CallbackQuery) -> None:
    """Removes the buttons of the pressed message, so that nobody presses again."""
    if isinstance(query.message, Message):
        try:
            await query.message.edit_reply_markup(reply_markup=None)
        except TelegramBadRequest:
            return  # gone or too old: no harm
