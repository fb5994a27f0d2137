"""``xinqiao backup`` and ``xinqiao restore``: one checked file that holds everything."""

from pathlib import Path
from typing import Annotated

import typer

from bot.commands.common import SettingsFile, fail, load
from storage.backup import BackupError, back_up, restore_from
from storage.engine import BadUrl, open_engine


def backup(
    file: Annotated[Path, typer.Argument(help="要写的文件 / the file to write; must not exist")],
    settings_file: SettingsFile = None,
) -> None:
    """备份，边跑边备也行 / back up; works while the bot runs."""
    settings = load(settings_file)
    try:
        counts = back_up(open_engine(settings.database.url), file)
    except (BackupError, BadUrl) as error:
        fail(f"backup: {error}")
    typer.echo(f"{file}: {sum(counts.values())} rows in {len(counts)} tables, checked")


def restore(
    file: Annotated[Path, typer.Argument(help="备份文件 / a file that backup wrote")],
    settings_file: SettingsFile = None,
) -> None:
    """恢复到空库 / restore into an empty database; anything else is refused and nothing is changed."""
    settings = load(settings_file)
    url = settings.database.url
    if url.startswith("sqlite:///"):
        Path(url.removeprefix("sqlite:///")).absolute().parent.mkdir(parents=True, exist_ok=True)
    try:
        counts = restore_from(open_engine(url), file)
    except (BackupError, BadUrl) as error:
        fail(f"restore: {error}")
    typer.echo(f"{file}: {sum(counts.values())} rows in {len(counts)} tables, checked")


def register(app: typer.Typer) -> None:
    """Add both commands."""
    app.command()(backup)
    app.command()(restore)
