"""What all commands share: settings with a one-line error, the token, a moment with the store."""

import asyncio
from collections.abc import Callable
from typing import TypeVar

from sqlalchemy.exc import SQLAlchemyError

from bot.app.store import NoStore, open_database, why
from bot.commands.shared.logs import start_log
from bot.commands.shared.options import SettingsFile, fail, load
from bot.settings import Settings
from storage.unit_of_work.records import SqlRecords

__all__ = ["SettingsFile", "bot_id", "fail", "in_store", "load", "start_log", "token_of"]

T = TypeVar("T")


def token_of(settings: Settings) -> str:
    """The bot's token from the environment."""
    token = settings.token.get_secret_value() if settings.token is not None else ""
    number, _, rest = token.partition(":")
    if not number.isdigit() or not rest:
        fail("XINQIAO_TOKEN: not set, or not a token of the form 123456:ABC…; ask @BotFather for one")
    return token


def bot_id(settings: Settings) -> int:
    """The number in front of the token."""
    return int(token_of(settings).partition(":")[0])


def in_store(settings: Settings, work: Callable[[SqlRecords], T]) -> T:
    """One transaction from the command line; works while the bot runs too."""

    async def once() -> T:
        database = open_database(settings, bot_id(settings))
        try:
            return await database.run(work)
        finally:
            database.close()

    try:
        return asyncio.run(once())
    except NoStore as error:
        fail(str(error))
    except SQLAlchemyError as error:
        fail(f"database.url: {why(error)}")
