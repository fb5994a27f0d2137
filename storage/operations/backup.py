"""A backup that both databases can write and read: a zip of JSON lines with a checksum for each table."""

import hashlib
import json
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import (
    Connection,
    Date,
    DateTime,
    Engine,
    Integer,
    Table,
    delete,
    func,
    insert,
    inspect,
    literal,
    select,
    text,
)
from sqlmodel import SQLModel
from sqlmodel.sql.sqltypes import UTCDateTime

import storage.tables  # noqa: F401 - makes the metadata complete
from storage.database.engine import READS_ONLY
from storage.database.schema import current_revision, upgrade
from storage.database.sql import table as table_of
from storage.tables import VaultKeyRow

MANIFEST = "manifest.json"
KEYS = table_of(VaultKeyRow)
ROWS_AT_ONCE = 500
LONGEST_LINE = 64 * 1024 * 1024
"""Bytes of one row, and of the manifest; a row holds at most a few messages or one paper."""
DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, LookupError, ValueError, TypeError, AttributeError)
"""What zip and JSON raise for bytes that nobody wrote on purpose."""


class BackupError(RuntimeError):
    """What is wrong, in one line; nothing was changed."""


@dataclass(frozen=True, slots=True)
class Layout:
    """What one database holds: its tables in the order in which they can be filled, how they are made in an
    empty one, and the name of its schema."""

    tables: Sequence[Table]
    make: Callable[[Engine], None]
    revision: Callable[[Engine], str | None]

    def has_begun(self, engine: Engine) -> bool:
        """Whether its tables are there."""
        return inspect(engine).has_table(self.tables[0].name)


ORDINARY = Layout(SQLModel.metadata.sorted_tables, upgrade, current_revision)
"""The ordinary store; the sealed one has a layout of its own (``storage.sealed.layout``)."""


def back_up(engine: Engine, file: Path, layout: Layout = ORDINARY) -> dict[str, int]:
    """Write everything as of one moment into a new file and read it back; returns rows for each table."""
    if file.exists():
        raise BackupError(f"{file} exists already")
    part = file.with_name(file.name + ".part")
    try:
        if not layout.has_begun(engine):
            raise BackupError("the database is empty")
        counts = _write(engine, part, layout)
        check(part)
        part.rename(file)
    except OSError as error:
        raise BackupError(f"{file}: {error.strerror}") from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
    return counts


def _write(engine: Engine, part: Path, layout: Layout) -> dict[str, int]:
    counts: dict[str, int] = {}
    sums: dict[str, str] = {}
    with engine.connect() as connection, zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED) as archive:
        if engine.dialect.name == "postgresql":
            connection = connection.execution_options(isolation_level="REPEATABLE READ")
        else:
            connection = connection.execution_options(**{READS_ONLY: True})
        with connection.begin():
            for table in layout.tables:
                digest = hashlib.sha256()
                counts[table.name] = 0
                with archive.open(f"{table.name}.jsonl", "w") as out:
                    for line in _lines(connection, table):
                        out.write(line)
                        digest.update(line)
                        counts[table.name] += 1
                sums[table.name] = digest.hexdigest()
        manifest = {"schema": layout.revision(engine), "rows": counts, "sha256": sums}
        archive.writestr(MANIFEST, json.dumps(manifest, indent=1))
    return counts


def _lines(connection: Connection, table: Table) -> Iterator[bytes]:
    order = list(table.primary_key.columns)
    for row in connection.execute(select(table).order_by(*order)).yield_per(ROWS_AT_ONCE):
        values = {k: v.isoformat() if isinstance(v, date) else v for k, v in row._mapping.items()}
        yield json.dumps(values, ensure_ascii=False).encode() + b"\n"


def check(file: Path) -> dict[str, Any]:
    """The manifest of a sound backup; raises ``BackupError`` that names the damaged table."""
    try:
        with zipfile.ZipFile(file) as archive:
            manifest: dict[str, Any] = json.loads(_manifest(archive))
            wanted = {str(name): str(digest) for name, digest in manifest["sha256"].items()}
            if wanted.keys() != manifest["rows"].keys():
                raise ValueError("tables and rows do not fit")
            damaged = [name for name, digest in wanted.items() if _digest(archive, name) != digest]
    except OSError as error:
        raise BackupError(f"{file}: {error.strerror or 'cannot be read'}") from error
    except DAMAGE as error:
        raise BackupError(f"{file} is not a backup of xinqiao, or is damaged") from error
    if damaged:
        raise BackupError(f"{file}: table {damaged[0]} is damaged")
    return manifest


def _manifest(archive: zipfile.ZipFile) -> bytes:
    with archive.open(MANIFEST) as out:
        return next(_bounded([out.read(LONGEST_LINE)]), b"")


def _bounded(lines: Iterable[bytes]) -> Iterator[bytes]:
    """A squeezed file may hold a line larger than the memory; it is read up to the limit and refused."""
    for line in lines:
        if len(line) >= LONGEST_LINE:
            raise ValueError("longer than any row")
        yield line


def _rows(archive: zipfile.ZipFile, name: str) -> Iterator[bytes]:
    with archive.open(f"{name}.jsonl") as out:
        yield from _bounded(iter(lambda: out.readline(LONGEST_LINE), b""))


def _digest(archive: zipfile.ZipFile, name: str) -> str:
    """The checksum of a table's lines; empty when they cannot be read."""
    digest = hashlib.sha256()
    try:
        for line in _rows(archive, name):
            digest.update(line)
    except DAMAGE:
        return ""
    return digest.hexdigest()


def restore_from(engine: Engine, file: Path, layout: Layout = ORDINARY) -> dict[str, int]:
    """Fill an empty database from a sound backup, in one transaction, and count what is there then."""
    manifest = check(file)
    _refuse_used(engine, layout.tables)
    layout.make(engine)
    if manifest["schema"] != (here := layout.revision(engine)):
        raise BackupError(f"{file}: schema {manifest['schema']}, this program has {here}")
    if missing := {table.name for table in layout.tables} - manifest["rows"].keys():
        raise BackupError(f"{file}: table {min(missing)} is missing")
    with engine.begin() as connection, zipfile.ZipFile(file) as archive:
        connection.execute(delete(KEYS))  # what is restored was written with the keys of the backup
        for table in layout.tables:
            _fill(connection, table, _rows(archive, table.name))
            if engine.dialect.name == "postgresql":
                _move_sequence(connection, table)
            there = connection.scalar(select(func.count()).select_from(table))
            if there != (wanted := manifest["rows"][table.name]):
                raise BackupError(f"table {table.name}: {there} rows in place of {wanted}")
    return dict(manifest["rows"])


def _refuse_used(engine: Engine, tables: Sequence[Table]) -> None:
    there = inspect(engine).get_table_names()
    with engine.connect() as connection:
        for table in tables:
            if (
                table is not KEYS
                and table.name in there
                and connection.execute(select(literal(1)).select_from(table).limit(1)).first()
            ):
                raise BackupError(f"the database is not empty (table {table.name})")


def _fill(connection: Connection, table: Table, lines: Iterable[bytes]) -> None:
    moments = [c.name for c in table.columns if isinstance(c.type, UTCDateTime | DateTime)]
    days = [c.name for c in table.columns if isinstance(c.type, Date)]
    batch: list[dict[str, Any]] = []
    for line in lines:
        row = json.loads(line)
        for name in moments:
            if row[name] is not None:
                row[name] = datetime.fromisoformat(row[name])
        for name in days:
            if row[name] is not None:
                row[name] = date.fromisoformat(row[name])
        batch.append(row)
        if len(batch) == ROWS_AT_ONCE:
            connection.execute(insert(table), batch)
            batch = []
    if batch:
        connection.execute(insert(table), batch)


def _move_sequence(connection: Connection, table: Table) -> None:
    """New rows must not collide with restored ids."""
    if "id" in table.columns and isinstance(table.c.id.type, Integer) and table.c.id.autoincrement:
        connection.execute(
            text(
                f"SELECT setval(pg_get_serial_sequence('{table.name}', 'id'), "  # noqa: S608 - our own table names
                f"COALESCE((SELECT MAX(id) FROM {table.name}), 1))"
            )
        )
