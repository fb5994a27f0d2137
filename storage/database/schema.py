"""Brings a database to the current schema (alembic), or refuses one that is newer than this program."""

from importlib.resources import files
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine


class NewerSchema(RuntimeError):
    """The database was written by a later version of the program."""


def _config(connection: Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(str(files("storage"))) / "migrations"))
    config.attributes["connection"] = connection
    return config


def upgrade(engine: Engine) -> None:
    """Apply what is missing, in one transaction; raises ``NewerSchema`` and changes nothing."""
    with engine.begin() as connection:
        config = _config(connection)
        scripts = ScriptDirectory.from_config(config)
        current = MigrationContext.configure(connection).get_current_revision()
        if current is not None and current not in {script.revision for script in scripts.walk_revisions()}:
            raise NewerSchema(current)
        if current != scripts.get_current_head():
            command.upgrade(config, "head")


def current_revision(engine: Engine) -> str | None:
    """The schema that the database has."""
    with engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision()


def draft_revision(engine: Engine, message: str) -> None:
    """For developers: write a migration from what the tables say now."""
    with engine.begin() as connection:
        command.revision(_config(connection), message=message, autogenerate=True)
