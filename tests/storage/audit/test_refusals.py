"""The database itself refuses to change or delete a line of the audit, on SQLite and on PostgreSQL."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.exc import SQLAlchemyError

from storage.audit.audit import add_lines, kept_lines
from storage.database.engine import open_engine
from tests.fakes.clock import START

TWIN = "INTO audit SELECT * FROM audit WHERE number = 2"


@pytest.fixture
def engine(database_url: str) -> Iterator[Engine]:
    """A database with three lines."""
    engine = open_engine(database_url)
    add_lines(engine, START, "laws", ["a", "b", "c"], {})
    yield engine
    engine.dispose()


def refused(engine: Engine, statement: str) -> str:
    """What the database says to it; the log is as it was."""
    before = list(kept_lines(engine))
    with pytest.raises(SQLAlchemyError) as said, engine.begin() as connection:
        connection.execute(text(statement))
    assert len(before) == 3 and list(kept_lines(engine)) == before
    return str(said.value)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit SET actor = '1' WHERE number = 2",
        "UPDATE audit SET number = 9 WHERE number = 2",
        "DELETE FROM audit WHERE number = 3",
        "DELETE FROM audit",
        f"INSERT {TWIN} ON CONFLICT (number) DO UPDATE SET actor = '1'",
    ],
)
def test_the_database_refuses_to_change_or_delete_a_line(engine: Engine, statement: str) -> None:
    assert "never changed or deleted" in refused(engine, statement)


def test_there_is_no_back_door_that_deletes_first(engine: Engine) -> None:
    back_doors = {"sqlite": f"REPLACE {TWIN}", "postgresql": "TRUNCATE audit"}
    assert "never changed or deleted" in refused(engine, back_doors[engine.dialect.name])
