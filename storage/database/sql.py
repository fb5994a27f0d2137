"""Small helpers over SQLAlchemy Core that both databases share.

Statements are built once and executed with parameters: building one costs more than running it.
"""

from collections.abc import Sequence
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Connection, Executable, Insert, Table, insert, literal
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import SQLModel


def table(model: type[SQLModel]) -> Table:
    """The table behind a model."""
    return model.__table__  # type: ignore[attr-defined, no-any-return]


def among(column: Any, values: Sequence[Any]) -> ColumnElement[bool]:
    """``column`` is one of these; for one value plain equality, which costs a fifth."""
    return column == values[0] if len(values) == 1 else column.in_(values)  # type: ignore[no-any-return]


@cache
def plain_insert(model: type[SQLModel]) -> Insert:
    """``INSERT`` whose values come as parameters."""
    return insert(table(model))


def _make(model: type[SQLModel], dialect: str) -> postgresql.Insert | sqlite.Insert:
    make = postgresql.insert if dialect == "postgresql" else sqlite.insert
    return make(table(model)).inline()


@cache
def _if_new(model: type[SQLModel], dialect: str) -> Executable:
    # the row count of an insert is not known on every driver; a row that comes back is
    return _make(model, dialect).on_conflict_do_nothing().returning(literal(1))


@cache
def _upsert(model: type[SQLModel], dialect: str, key: tuple[str, ...], values: tuple[str, ...]) -> Executable:
    statement = _make(model, dialect)
    if not values:
        return statement.on_conflict_do_nothing()
    set_ = {name: statement.excluded[name] for name in values}
    return statement.on_conflict_do_update(index_elements=list(key), set_=set_)


def insert_new(connection: Connection, model: type[SQLModel], **values: Any) -> bool:
    """Insert unless the key is already there; True when it was new."""
    return connection.execute(_if_new(model, connection.dialect.name), values).first() is not None


def put(connection: Connection, model: type[SQLModel], key: dict[str, Any], **values: Any) -> None:
    """Insert, or update the row with this key."""
    statement = _upsert(model, connection.dialect.name, tuple(key), tuple(values))
    connection.execute(statement, {**key, **values})


@cache
def _next_id(model: type[SQLModel], dialect: str) -> str:
    name = table(model).name
    if dialect == "postgresql":
        return f"SELECT nextval(pg_get_serial_sequence('{name}', 'id'))"
    # what SQLite itself would take; nobody else writes within our transaction
    return f"SELECT coalesce(max(id), 0) + 1 FROM {name}"  # noqa: S608 - our own table names


def next_id(connection: Connection, model: type[SQLModel]) -> int:
    """The id of a row that is inserted next in this transaction, for what has to know it before."""
    return int(connection.exec_driver_sql(_next_id(model, connection.dialect.name)).scalar_one())


def insert_row(connection: Connection, model: type[SQLModel], **values: Any) -> int:
    """Insert and return the new id."""
    result = connection.execute(plain_insert(model), values)
    return int(result.inserted_primary_key[0])  # type: ignore[index]
