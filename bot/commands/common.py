"""What all commands share: settings with a one-line error, the token, the log, a moment with the store."""

import asyncio
import logging
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, NoReturn, TypeVar

import structlog
import typer

from bot.app.app import open_database
from bot.settings import BadSetting, Settings, read_settings
from storage.engine import BadUrl
from storage.records import SqlRecords
from storage.schema import NewerSchema

T = TypeVar("T")

SettingsFile = Annotated[
    Path | None, typer.Option("--settings", help="设置文件 / settings file (default: settings.toml)")
]


def fail(line: str) -> NoReturn:
    """One line on standard error, exit code 2."""
    typer.echo(line, err=True)
    raise typer.Exit(2)


def load(path: Path | None) -> Settings:
    """The settings in force, or one line that says what is wrong."""
    try:
        return read_settings(path)
    except BadSetting as error:
        fail(str(error))


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


def start_log(settings: Settings) -> None:
    """structlog on standard error; what people write is never logged."""
    level = getattr(logging, settings.log.level.upper())
    renderer: structlog.typing.Processor = (
        structlog.processors.JSONRenderer(ensure_ascii=False)
        if settings.log.format == "json"
        else structlog.dev.ConsoleRenderer(
            colors=sys.stderr.isatty(),
            # plain on purpose: the pretty one prints local variables, and with them what people wrote
            exception_formatter=structlog.dev.plain_traceback,
        )
    )
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso"),
            structlog.processors.format_exc_info if settings.log.format == "json" else _as_it_is,
            renderer,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )
    logging.basicConfig(level=logging.WARNING, stream=sys.stderr)


def _as_it_is(_logger: object, _name: str, event: structlog.typing.EventDict) -> structlog.typing.EventDict:
    return event


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
    except BadUrl as error:
        fail(f"database.url: {error}")
    except NewerSchema as error:
        fail(f"database: written by a later version of xinqiao (schema {error}); please upgrade the program")
