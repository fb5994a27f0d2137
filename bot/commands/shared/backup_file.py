"""Copies a whole database into one file, or back: what went wrong in one line, or how many rows there are."""

from collections.abc import Callable
from pathlib import Path

import typer
from sqlalchemy import Engine

from bot.commands.shared.engine import engine_for
from bot.commands.shared.options import fail
from storage.database.schema import NewerSchema
from storage.operations.backup import BackupError

Counts = dict[str, int]
"""Rows of each table."""


def copied(
    command: str, file: Path, opened: Callable[[], Engine], work: Callable[[Engine, Path], Counts]
) -> int:
    """How many rows ``work`` has copied between the database and the file."""
    try:
        with engine_for(command, opened) as engine:
            counts = work(engine, file)
    except NewerSchema as error:
        fail(f"{command}: written by a later version of xinqiao (schema {error}); please upgrade the program")
    except BackupError as error:
        fail(f"{command}: {error}")
    rows = sum(counts.values())
    typer.echo(f"{file}: {rows} rows in {len(counts)} tables, checked")
    return rows
