"""Opens the store that the settings name."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError

from bot.settings import Settings
from storage.database import Database
from storage.engine import BadUrl, open_engine
from storage.schema import NewerSchema, upgrade

SQLITE = "sqlite:///"


class NoStore(RuntimeError):
    """The store cannot be opened: one line that says which setting and why, without the address itself."""


def utc_now() -> datetime:
    """The real clock."""
    return datetime.now(UTC)


def sqlite_file(settings: Settings) -> Path | None:
    """The file of a SQLite database, else ``None``."""
    url = settings.database.url
    return Path(url.removeprefix(SQLITE)).absolute() if url.startswith(SQLITE) else None


def prepare(settings: Settings) -> Engine:
    """An engine, and the folder of a SQLite file; raises ``NoStore``."""
    try:
        if (file := sqlite_file(settings)) is not None:
            file.parent.mkdir(parents=True, exist_ok=True)
        return open_engine(settings.database.url, settings.database.durability)
    except BadUrl as error:
        raise NoStore(f"database.url: {error}") from None
    except ValueError:  # such as a port that is no number; its words might hold a part of the password
        raise NoStore("database.url: not a database URL") from None
    except OSError as error:
        raise NoStore(f"database.url: cannot make the folder {error.filename}: {error.strerror}") from None


def open_database(settings: Settings, bot: int, clock: Callable[[], datetime] = utc_now) -> Database:
    """The store at its current schema; makes the folder of a SQLite file. Raises ``NoStore``."""
    engine = prepare(settings)
    try:
        upgrade(engine)
    except NewerSchema as error:
        raise NoStore(
            f"database: written by a later version of xinqiao (schema {error}); please upgrade the program"
        ) from None
    except SQLAlchemyError as error:
        raise NoStore(f"database.url: {why(error)}") from None
    return Database(engine, bot, clock)


def why(error: SQLAlchemyError) -> str:
    """What the database itself said, in one line and without the statement."""
    said = str(getattr(error, "orig", None) or error).strip()
    return f"the database cannot be used: {said.splitlines()[0] if said else type(error).__name__}"
