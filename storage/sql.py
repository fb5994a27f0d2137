"""Small helpers over SQLAlchemy Core that both databases share."""

from typing import Any

from sqlalchemy import Connection, Table, insert
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import SQLModel


def table(model: type[SQLModel]) -> Table:
    """The table behind a model."""
    return model.__table__  # type: ignore[attr-defined, no-any-return]


def insert_new(connection: Connection, model: type[SQLModel], **values: Any) -> bool:
    """Insert unless the key is already there; True when it was new."""
    make = postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert
    statement = make(table(model)).values(**values).on_conflict_do_nothing()
    # without the option SQLAlchemy forgets the count of an INSERT on PostgreSQL
    return connection.execute(statement, execution_options={"preserve_rowcount": True}).rowcount == 1


def put(connection: Connection, model: type[SQLModel], key: dict[str, Any], **values: Any) -> None:
    """Insert, or update the row with this key."""
    make = postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert
    statement = make(table(model)).values(**key, **values)
    if values:
        connection.execute(statement.on_conflict_do_update(index_elements=list(key), set_=values))
    else:
        connection.execute(statement.on_conflict_do_nothing())


def insert_row(connection: Connection, model: type[SQLModel], **values: Any) -> int:
    """Insert and return the new id."""
    result = connection.execute(insert(table(model)).values(**values))
    return int(result.inserted_primary_key[0])  # type: ignore[index]
