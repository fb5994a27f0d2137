"""``xinqiao run``: the bot on Telegram, by long polling or webhook."""

import asyncio

import typer

from bot.app.app import build
from bot.commands.common import SettingsFile, fail, load, start_log, token_of
from bot.outbound.sender import Rejected, TryLater, Unreachable
from storage.engine import BadUrl
from storage.schema import NewerSchema


def run(settings_file: SettingsFile = None) -> None:
    """在 Telegram 上运行 / run on Telegram (needs XINQIAO_TOKEN)."""
    settings = load(settings_file)
    start_log(settings)
    token = token_of(settings)
    try:
        asyncio.run(_run(settings, token))
    except BadUrl as error:
        fail(f"database.url: {error}")
    except NewerSchema as error:
        fail(f"database: written by a later version of xinqiao (schema {error}); please upgrade the program")
    except (Rejected, Unreachable) as error:
        fail(f"Telegram does not accept us: {error}; is XINQIAO_TOKEN right?")
    except TryLater as error:
        fail(f"telegram.api: {settings.telegram.api} cannot be reached ({error})")


async def _run(settings, token: str) -> None:  # type: ignore[no-untyped-def]
    await build(settings, token).run_until_signal()


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(run)
