"""``xinqiao vault``: keys, and whether everything that was confided is encrypted with them."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table
from sqlalchemy import Engine

from bot.app.store import NO_KEY, NoStore, current, key_ring, open_vault, utc_now
from bot.commands.shared.audit_note import note
from bot.commands.shared.engine import engine_for, must_be_there
from bot.commands.shared.options import SettingsFile, fail, load
from bot.settings import Settings
from storage.vault.check import Checked, inspect_all
from storage.vault.errors import VaultError
from storage.vault.keys import KeyRing, read_keys, write_key
from storage.vault.keys import new_key as make_key
from storage.vault.reencryption import Moved, move_all, settled
from storage.vault.vacuum import overwrite_deleted, vacuum

FAULTY = 1
"""Exit code of ``check``: something cannot be read. 2: it could not be looked at."""

KEEP_IT = "Keep a copy apart from the server and from the backups: without it nobody can read the data again."

vault = typer.Typer(help="保险柜：密钥和加密 / the vault: keys and encryption", no_args_is_help=True)


@vault.command()
def new_key(
    file: Annotated[
        Path | None,
        typer.Option("--file", help="写进新文件 / into a new file that only you can read"),
    ] = None,
) -> None:
    """造一把新密钥 / make a key: print it, or write it into a new file; nothing else is changed."""
    key = make_key()
    if file is None:
        typer.echo(key)
        typer.echo(f"key {read_keys(key).first.id}. {KEEP_IT}", err=True)
        return
    try:
        write_key(file, key)
    except OSError as error:
        fail(f"--file: {file}: {error.strerror}")
    typer.echo(f"{file}: key {read_keys(key).first.id}. {KEEP_IT}")


@vault.command()
def check(settings_file: SettingsFile = None) -> None:
    """看哪些加了密、用哪把钥匙 / what is encrypted with which key; reads a sample. Exit code 0, 1 or 2."""
    settings = load(settings_file)
    with _store(settings) as (engine, ring):
        found = inspect_all(engine, open_vault(engine, ring, utc_now()))
        done = settled(engine, ring)
    first, *others = (key.id for key in ring)
    typer.echo(f"key {first} encrypts" + "".join(f"; key {one} decrypts" for one in others))
    _print(found)
    faults = [f"{one.name}: {fault}" for one in found for fault in dict.fromkeys(one.faults)]
    for fault in faults:
        typer.echo(fault)
    if faults:
        raise typer.Exit(FAULTY)
    typer.echo(f"{sum(one.sampled for one in found)} rows read as a sample, all sound")
    typer.echo("everything has the first key" if done else "not all: run 'xinqiao vault encrypt' or 'rotate'")


def _print(found: list[Checked]) -> None:
    table = Table("where", "key", "rows", "plain")
    for one in found:
        keys = " ".join(one.by_key) or "-"
        table.add_row(one.name, keys, " ".join(map(str, one.by_key.values())) or "0", str(one.plain))
    Console().print(table)


@vault.command()
def encrypt(
    sweep_: Annotated[
        bool,
        typer.Option("--sweep", help="清掉旧痕迹，先停机器人 / wipe old traces too; stop the bot first"),
    ] = False,
    settings_file: SettingsFile = None,
) -> None:
    """把没加密的都加密 / encrypt what is plain: start the bot with the key first; may be interrupted."""
    settings = load(settings_file)
    with _store(settings) as (engine, ring):
        _tell(settings, "encrypt", _move(engine, ring))
        if sweep_:
            vacuum(engine)
            typer.echo("old traces in the database's files are gone; old backups are as they were")


@vault.command()
def rotate(settings_file: SettingsFile = None) -> None:
    """换钥匙 / bring everything under the first key: first start the bot with both, the new one in front."""
    settings = load(settings_file)
    with _store(settings) as (engine, ring):
        older = [key.id for key in ring][1:]
        moved = _move(engine, ring)
    _tell(settings, "rotate", moved)
    if older and not moved.damaged:
        typer.echo(f"not needed any more, except for old backups: key {', '.join(older)}")


def _move(engine: Engine, ring: KeyRing) -> Moved:
    overwrite_deleted(engine)
    open_vault(engine, ring, utc_now())
    return move_all(engine, ring, lambda name, rows: typer.echo(f"{name}: {rows}") if rows else None)


def _tell(settings: Settings, what: str, moved: Moved) -> None:
    note(settings, "vault", "store", what=what, rows=moved.written, damaged=moved.damaged)
    if moved.damaged:
        fail(f"vault: {moved.damaged} rows are damaged and were left as they are; see 'xinqiao vault check'")
    typer.echo(f"{moved.written} rows written; everything has the first key")


@contextmanager
def _store(settings: Settings) -> Iterator[tuple[Engine, KeyRing]]:
    """A database that is there, at the current schema, with its keys; or one line that says why not."""
    must_be_there("vault", settings.database.url)
    ring = _keys(settings)  # before the schema is brought up to date
    try:
        with engine_for("vault", lambda: current(settings)) as engine:
            yield engine, ring
    except VaultError as error:
        fail(f"vault: {error}")


def _keys(settings: Settings) -> KeyRing:
    try:
        ring = key_ring(settings)
    except NoStore as error:
        fail(str(error))
    if ring is None:
        fail(NO_KEY)
    return ring


def register(app: typer.Typer) -> None:
    """Add the group of commands."""
    app.add_typer(vault, name="vault")
