"""Taken into a group or channel that is not ours: one kind sentence where that is allowed, and gone."""

from contextlib import suppress

import structlog
from aiogram import Bot, Router
from aiogram.enums import ChatAction, ChatType
from aiogram.exceptions import TelegramBadRequest, TelegramForbiddenError, TelegramMigrateToChat
from aiogram.filters import Filter
from aiogram.types import ChatMemberUpdated

from bot.dialogs.shared.context import Guest

log = structlog.get_logger()

NOT_IN_IT = ("left", "kicked")
REFUSES = (TelegramForbiddenError, TelegramBadRequest)
"""We may not write there, or are out already."""


class TakenIn(Filter):
    """The bot is in a group or channel that the settings do not name; before that any may be ours."""

    async def __call__(self, change: ChatMemberUpdated, guest: Guest, group_chat: int) -> bool:
        """True when it has to go."""
        mine = change.new_chat_member
        is_in = mine.status not in NOT_IN_IT and getattr(mine, "is_member", True)
        foreign = group_chat not in (0, change.chat.id)
        return is_in and foreign and change.chat.type != ChatType.PRIVATE


async def leave(change: ChatMemberUpdated, guest: Guest, group_chat: int, bot: Bot) -> None:
    """The sentence tells nothing but where we can be found; in a channel it would go to all who read it.

    Telegram's limits and broken lines are waited out as for every answer. The number goes into the log: an
    operator who wants another group for the mediators finds it there.
    """
    chat = change.chat
    if await _is_ours_moved(bot, group_chat, chat.id):
        log.error("our group has a new number: set telegram.group_chat", chat=chat.id)
        return
    if guest.ticket.first_time and chat.type != ChatType.CHANNEL:  # not when leaving is tried again
        with suppress(*REFUSES):
            await bot.send_message(chat.id, guest.words("foreign-group"))
    with suppress(*REFUSES):
        await bot.leave_chat(chat.id)
    log.warning("left a group that is not ours", chat=chat.id)


async def _is_ours_moved(bot: Bot, ours: int, there: int) -> bool:
    """A group that Telegram made a supergroup is another chat; whoever writes to the old one learns which."""
    try:
        await bot.send_chat_action(ours, ChatAction.TYPING)
    except TelegramMigrateToChat as moved:
        return moved.migrate_to_chat_id == there
    except REFUSES:
        return False
    return False


def foreign_group_router() -> Router:
    """A fresh router."""
    router = Router(name="foreign_group")
    router.my_chat_member.register(leave, TakenIn())
    return router
