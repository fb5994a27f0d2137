"""Units of work from the command line, in the store or in the sealed one; they may run beside the bot."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import closing
from typing import TypeVar

from sqlalchemy.exc import SQLAlchemyError

from bot.app.sealed import open_sealed
from bot.app.store import NoStore, open_database, why
from bot.commands.shared.options import fail
from bot.settings import Settings
from storage.sealed.records import SqlSealedRecords
from storage.sealed.store import SealedStore
from storage.unit_of_work.database import Database
from storage.unit_of_work.records import SqlRecords

S = TypeVar("S", bound=Database | SealedStore)
T = TypeVar("T")


def token_of(settings: Settings) -> str:
    """The bot's token from the environment; without one the command fails."""
    token = settings.token.get_secret_value() if settings.token is not None else ""
    number, _, rest = token.partition(":")
    if not number.isdigit() or not rest:
        fail("XINQIAO_TOKEN: not set, or not a token of the form 123456:ABC…; ask @BotFather for one")
    return token


def bot_id(settings: Settings) -> int:
    """The number in front of the token."""
    return int(token_of(settings).partition(":")[0])


def with_database(settings: Settings, use: Callable[[Database], Awaitable[T]]) -> T:
    """What ``use`` returns; a store that cannot be used is one line and exit code 2."""
    return _with(lambda: open_database(settings, bot_id(settings)), "database.url", use)


def in_store(settings: Settings, work: Callable[[SqlRecords], T]) -> T:
    """One transaction in the store; fails as ``with_database`` does."""
    return with_database(settings, lambda database: database.run(work))


def in_sealed(settings: Settings, work: Callable[[SqlSealedRecords], T]) -> T:
    """One transaction in the sealed store, which needs its own keys; fails in the same way."""
    return _with(lambda: open_sealed(settings), "sealed.database", lambda store: store.run(work))


def _with(opened: Callable[[], S], key: str, use: Callable[[S], Awaitable[T]]) -> T:
    async def once() -> T:
        with closing(opened()) as store:
            return await use(store)

    try:
        return asyncio.run(once())
    except NoStore as error:
        fail(str(error))
    except SQLAlchemyError as error:
        fail(f"{key}: {why(error)}")
