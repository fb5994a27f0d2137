"""Tells Telegram which commands there are, in each language."""

from collections.abc import Sequence

import structlog
from aiogram import Bot
from aiogram.exceptions import TelegramAPIError
from aiogram.types import BotCommand, BotCommandScopeAllPrivateChats, MenuButtonCommands

from bot.wording.catalogue import LANGUAGES, Wording

log = structlog.get_logger()

TELEGRAM_CODES = {"zh-CN": None, "en": "en"}
"""Chinese first: it is what everybody sees whose language we do not have."""


async def introduce(bot: Bot, wording: Wording, names: Sequence[str]) -> None:
    """Set these commands, in this order, and the menu button; that it fails is no reason not to run."""
    scope = BotCommandScopeAllPrivateChats()
    try:
        for language in LANGUAGES:
            commands = [
                BotCommand(command=name, description=wording.plain(language, f"command-{name}"))
                for name in names
            ]
            await bot.set_my_commands(commands, scope=scope, language_code=TELEGRAM_CODES[language])
        await bot.set_chat_menu_button(menu_button=MenuButtonCommands())
    except TelegramAPIError as error:
        log.warning("commands not set", why=type(error).__name__)
