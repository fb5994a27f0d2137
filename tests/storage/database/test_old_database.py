"""Databases that were written before the rooms were made: brought to the schema of today, nothing lost."""

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Engine
from sqlmodel import SQLModel

from mediation.audit.log import verify
from storage.audit.audit import kept_lines
from storage.database.engine import open_engine
from storage.database.schema import upgrade
from storage.sealed.layout import make_tables
from storage.vault.check import inspect_all
from storage.vault.key_register import vault_for_database
from storage.vault.keys import read_keys
from tests.old_house import KEYS, ClockSince, lay_out


@pytest.fixture
def old(tmp_path: Path) -> Path:
    return lay_out(tmp_path)


def schema(file: Path) -> dict[str, str]:
    """What makes each table, index and trigger, whatever its white space."""
    with closing(sqlite3.connect(file)) as connection:
        made = connection.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
    return {name: re.sub(r"\s+", " ", sql) for name, sql in made}


def counted(file: Path) -> dict[str, int]:
    """Rows for each table, without what the migrations note for themselves."""
    with closing(sqlite3.connect(file)) as connection:
        tables = [
            name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        ]
        rows = {one: connection.execute(f'SELECT count(*) FROM "{one}"').fetchone()[0] for one in tables}
    return {name: count for name, count in rows.items() if not name.startswith(("alembic", "sqlite"))}


def upgraded(file: Path) -> Engine:
    engine = open_engine(f"sqlite:///{file}")
    upgrade(engine)
    return engine


def test_an_old_database_gets_the_schema_of_a_new_one(old: Path, upgraded_sqlite: Path) -> None:
    engine = upgraded(old)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, SQLModel.metadata) == []
    engine.dispose()
    assert schema(old) == schema(upgraded_sqlite)


def test_upgrading_an_old_database_keeps_every_row(old: Path) -> None:
    before = counted(old)
    upgraded(old).dispose()
    after = counted(old)
    assert before["cases"] > 5 and before["outbox"] > 50
    assert {name: after.get(name) for name in before} == before


def test_an_old_sealed_database_gets_the_tables_of_a_new_one(old: Path, tmp_path: Path) -> None:
    before = counted(tmp_path / "house-sealed.db")
    for name in ("house-sealed", "new"):
        engine = open_engine(f"sqlite:///{tmp_path / f'{name}.db'}")
        make_tables(engine)
        engine.dispose()
    assert schema(tmp_path / "house-sealed.db") == schema(tmp_path / "new.db")
    after = counted(tmp_path / "house-sealed.db")
    assert before["sealed_reports"] == 1 and {name: after.get(name) for name in before} == before


def test_what_was_encrypted_opens_with_its_old_key(old: Path) -> None:
    engine = upgraded(old)
    vault = vault_for_database(engine, read_keys(KEYS["house"]), ClockSince()())
    places = {one.name: one for one in inspect_all(engine, vault) if one.by_key}
    engine.dispose()
    assert {"said.sealed", "draft_parts.sealed", "inbox.sealed", "dialog_states.sealed"} <= places.keys()
    assert [one.name for one in places.values() if one.faults] == []


def test_the_old_audit_log_is_whole(old: Path) -> None:
    engine = upgraded(old)
    with closing(kept_lines(engine)) as lines:
        verdict = verify(lines, None)
    engine.dispose()
    assert verdict.fault is None and verdict.count == counted(old)["audit"]
