"""The database as an engine, for commands that keep, check or copy it as a whole."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError

from bot.app.store import NoStore, sqlite_file, why
from bot.commands.shared.options import fail


def must_be_there(command: str, url: str) -> None:
    """End the command where the URL names a SQLite file that does not exist: opening would make one."""
    file = sqlite_file(url)
    if file is not None and not file.is_file():
        fail(f"{command}: there is no database {file}")


@contextmanager
def engine_for(command: str, opened: Callable[[], Engine]) -> Iterator[Engine]:
    """An engine that is let go of at the end; trouble with the database is one line and exit code 2."""
    try:
        engine = opened()
        try:
            yield engine
        finally:
            engine.dispose()
    except NoStore as error:
        fail(str(error))
    except SQLAlchemyError as error:
        fail(f"{command}: {why(error)}")
