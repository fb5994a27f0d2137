"""Settings for a command, with a one-line error; light to import, for commands that need no store."""

from datetime import date, datetime
from pathlib import Path
from typing import Annotated, NoReturn
from zoneinfo import ZoneInfo

import typer

from bot.settings import BadSetting, Settings, read_settings

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


def today(settings: Settings) -> date:
    """The day it is in the zone of the settings."""
    return datetime.now(ZoneInfo(settings.time.zone)).date()
