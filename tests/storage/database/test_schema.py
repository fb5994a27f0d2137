"""Migrations: a fresh database is what the tables say, and a newer one is left alone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Engine, inspect, text
from sqlmodel import SQLModel

import storage.tables  # noqa: F401 - makes the metadata complete
from storage.database.engine import open_engine
from storage.database.schema import NewerSchema, upgrade
from tests.conftest import BOTH
from tests.fakes.postgres import Postgres


@pytest.fixture(params=BOTH)
def empty(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """A database without a single table."""
    if request.param == "sqlite":
        url = f"sqlite:///{tmp_path / 'empty.db'}"
    else:
        server: Postgres = request.getfixturevalue("postgres")
        url = server.bare()
    engine = open_engine(url)
    yield engine
    engine.dispose()
    if request.param == "postgres":
        server.drop(url)


def test_a_fresh_database_is_what_the_tables_say(empty: Engine) -> None:
    upgrade(empty)
    with empty.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, SQLModel.metadata) == []


def test_upgrading_again_changes_nothing(empty: Engine) -> None:
    upgrade(empty)
    with empty.begin() as connection:
        connection.execute(text("INSERT INTO seats (person_id) VALUES (1)"))
    upgrade(empty)
    with empty.connect() as connection:
        assert connection.scalar(text("SELECT count(*) FROM seats")) == 1


def test_a_database_of_a_later_version_is_refused_and_left_alone(empty: Engine) -> None:
    upgrade(empty)
    with empty.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(NewerSchema, match="9999"):
        upgrade(empty)
    with empty.connect() as connection:
        assert connection.scalar(text("SELECT version_num FROM alembic_version")) == "9999"


def test_an_upgrade_that_fails_leaves_no_half_of_it(empty: Engine) -> None:
    with empty.begin() as connection:
        connection.execute(text("CREATE TABLE subscriptions (something INTEGER)"))
    with pytest.raises(Exception, match="already exists"):
        upgrade(empty)
    with empty.connect() as connection:
        assert inspect(connection).get_table_names() == ["subscriptions"]
