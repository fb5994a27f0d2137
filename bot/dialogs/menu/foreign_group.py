"""The bot was added to a group or channel that is not ours: says so where it may, and leaves."""

from contextlib import suppress

import structlog
from aiogram import Bot, Router
from aiogram.enums import ChatAction, ChatType
from aiogram.exceptions import TelegramBadRequest, TelegramForbiddenError, TelegramMigrateToChat
from aiogram.filters import Filter
from aiogram.types import ChatMemberUpdated

from bot.dialogs.shared.context import Guest

log = structlog.get_logger()

OUTSIDE_STATUSES = ("left", "kicked")
REFUSALS = (TelegramForbiddenError, TelegramBadRequest)
"""We may not write there, or are out already."""


class AddedToForeignChat(Filter):
    """The bot was added to a group or channel other than the configured one; without one, none is foreign."""

    async def __call__(self, change: ChatMemberUpdated, guest: Guest, group_chat: int) -> bool:
        """True when the bot has to leave."""
        mine = change.new_chat_member
        is_in = mine.status not in OUTSIDE_STATUSES and getattr(mine, "is_member", True)
        foreign = group_chat not in (0, change.chat.id)
        return is_in and foreign and change.chat.type != ChatType.PRIVATE


async def leave_foreign_chat(change: ChatMemberUpdated, guest: Guest, group_chat: int, bot: Bot) -> None:
    """Says where the bot can be found (not in channels, which everybody reads), leaves, and logs the number.

    Limits of Telegram and broken lines are waited out as for every answer. An operator who wants another
    group for the mediators finds its number in the log. Our own group made a supergroup is not left.
    """
    chat = change.chat
    if await _is_ours_moved(bot, group_chat, chat.id):
        log.error("our group has a new number: set telegram.group_chat", chat=chat.id)
        return
    if guest.ticket.first_time and chat.type != ChatType.CHANNEL:  # not when leaving is tried again
        with suppress(*REFUSALS):
            await bot.send_message(chat.id, guest.words("foreign-group"))
    with suppress(*REFUSALS):
        await bot.leave_chat(chat.id)
    log.warning("left a group that is not ours", chat=chat.id)


async def _is_ours_moved(bot: Bot, ours: int, there: int) -> bool:
    """Whether this is our group, made a supergroup: whoever writes to the old number learns the new one."""
    try:
        await bot.send_chat_action(ours, ChatAction.TYPING)
    except TelegramMigrateToChat as moved:
        return moved.migrate_to_chat_id == there
    except REFUSALS:
        return False
    return False


def foreign_group_router() -> Router:
    """A fresh router."""
    router = Router(name="foreign_group")
    router.my_chat_member.register(leave_foreign_chat, AddedToForeignChat())
    return router
