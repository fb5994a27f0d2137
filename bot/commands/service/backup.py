"""``xinqiao backup`` and ``xinqiao restore``: one checked file that holds everything."""

from pathlib import Path
from typing import Annotated

import typer

from bot.app.store import prepare
from bot.commands.shared.audit_note import note
from bot.commands.shared.backup_file import copied
from bot.commands.shared.engine import must_be_there
from bot.commands.shared.options import SettingsFile, load
from storage.operations.backup import back_up, restore_from


def backup(
    file: Annotated[Path, typer.Argument(help="要写的文件 / the file to write; must not exist")],
    settings_file: SettingsFile = None,
) -> None:
    """备份，边跑边备也行 / back up; works while the bot runs."""
    settings = load(settings_file)
    must_be_there("backup", settings.database.url)
    rows = copied("backup", file, lambda: prepare(settings), back_up)
    note(settings, "exported", "store", rows=rows)


def restore(
    file: Annotated[Path, typer.Argument(help="备份文件 / a file that backup wrote")],
    settings_file: SettingsFile = None,
) -> None:
    """恢复到空库 / restore into an empty database; anything else is refused and nothing is changed."""
    settings = load(settings_file)
    rows = copied("restore", file, lambda: prepare(settings), restore_from)
    note(settings, "imported", "store", rows=rows)


def register(app: typer.Typer) -> None:
    """Add both commands."""
    app.command()(backup)
    app.command()(restore)
