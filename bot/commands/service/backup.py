"""``xinqiao backup`` and ``xinqiao restore``: one checked file that holds everything."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer
from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError

from bot.app.store import NoStore, prepare, sqlite_file, why
from bot.commands.cases.audit import note
from bot.commands.shared.store import SettingsFile, fail, load
from storage.database.schema import NewerSchema
from storage.operations.backup import BackupError, back_up, restore_from

Counts = dict[str, int]
"""Rows of each table."""


def backup(
    file: Annotated[Path, typer.Argument(help="要写的文件 / the file to write; must not exist")],
    settings_file: SettingsFile = None,
) -> None:
    """备份，边跑边备也行 / back up; works while the bot runs."""
    settings = load(settings_file)
    must_be_there(settings.database.url)
    rows = kept("backup", file, lambda: prepare(settings), back_up)
    note(settings, "exported", "store", rows=rows)


def restore(
    file: Annotated[Path, typer.Argument(help="备份文件 / a file that backup wrote")],
    settings_file: SettingsFile = None,
) -> None:
    """恢复到空库 / restore into an empty database; anything else is refused and nothing is changed."""
    settings = load(settings_file)
    rows = kept("restore", file, lambda: prepare(settings), restore_from)
    note(settings, "imported", "store", rows=rows)


def must_be_there(url: str) -> None:
    """Ends the command where the URL names a SQLite file that does not exist: there is nothing to keep."""
    there = sqlite_file(url)
    if there is not None and not there.is_file():
        fail(f"backup: there is no database {there}")


def kept(name: str, file: Path, opened: Callable[[], Engine], work: Callable[[Engine, Path], Counts]) -> int:
    """Run the work on the database, say in one line what went wrong or how many rows; returns the rows."""
    try:
        engine = opened()
        try:
            counts = work(engine, file)
        finally:
            engine.dispose()
    except NoStore as error:
        fail(str(error))
    except NewerSchema as error:
        fail(f"{name}: written by a later version of xinqiao (schema {error}); please upgrade the program")
    except BackupError as error:
        fail(f"{name}: {error}")
    except SQLAlchemyError as error:
        fail(f"{name}: {why(error)}")
    rows = sum(counts.values())
    typer.echo(f"{file}: {rows} rows in {len(counts)} tables, checked")
    return rows


def register(app: typer.Typer) -> None:
    """Add both commands."""
    app.command()(backup)
    app.command()(restore)
