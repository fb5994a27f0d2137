"""``xinqiao run``: the bot on Telegram, by long polling or webhook."""

import asyncio

import typer

from bot.app.composition import build
from bot.app.lifecycle import CannotStart
from bot.app.store import NoStore
from bot.commands.shared.logs import start_log
from bot.commands.shared.options import SettingsFile, fail, load
from bot.commands.shared.store import token_of
from bot.settings import Settings


def run(settings_file: SettingsFile = None) -> None:
    """在 Telegram 上运行 / run on Telegram (needs XINQIAO_TOKEN)."""
    settings = load(settings_file)
    token = token_of(settings)
    start_log(settings)
    try:
        asyncio.run(_run(settings, token))
    except (CannotStart, NoStore) as error:
        fail(str(error))


async def _run(settings: Settings, token: str) -> None:
    await build(settings, token).run_until_signal()


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(run)
