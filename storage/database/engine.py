"""Opens SQLite (WAL) or PostgreSQL, both from a URL."""

from typing import Any, Literal

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError
from sqlalchemy.pool import StaticPool

Durability = Literal["FULL", "NORMAL"]


READS_ONLY = "xinqiao_reads_only"
"""Execution option for SQLite: a transaction that does not keep writers waiting."""


class BadUrl(ValueError):
    """The database URL is not one that we can open."""


def open_engine(url: str, durability: Durability = "FULL", pool_size: int = 4) -> Engine:
    """An engine for ``sqlite:///path`` or ``postgresql://…``; raises ``BadUrl``.

    ``FULL`` waits for the disk at each commit, so that even a power cut loses nothing that was confirmed.
    """
    try:
        parsed = make_url(url)
    except ArgumentError as error:
        raise BadUrl("not a database URL") from error
    if parsed.get_backend_name() == "sqlite":
        return _sqlite(url, durability)
    if parsed.get_backend_name() == "postgresql":
        return create_engine(
            parsed.set(drivername="postgresql+psycopg"),
            pool_size=pool_size,
            max_overflow=0,
            pool_pre_ping=True,
            hide_parameters=True,
        )
    raise BadUrl("only sqlite and postgresql")


def _sqlite(url: str, durability: Durability) -> Engine:
    # one connection, used by one thread: SQLite has one writer anyway, and hops cost more than the statements
    engine = create_engine(
        url,
        poolclass=StaticPool,
        connect_args={"check_same_thread": False, "timeout": 10},
        hide_parameters=True,
    )

    @event.listens_for(engine, "connect")
    def _prepare(connection: Any, _record: object) -> None:
        connection.isolation_level = None  # we say BEGIN ourselves, so that savepoints work
        for pragma in (
            "journal_mode=WAL",
            f"synchronous={durability}",
            "foreign_keys=ON",
            "cache_size=-16000",
        ):
            connection.execute(f"PRAGMA {pragma}").close()

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        reads_only = connection.get_execution_options().get(READS_ONLY, False)
        connection.exec_driver_sql("BEGIN" if reads_only else "BEGIN IMMEDIATE")

    return engine
