"""A line in the audit log for what a command did outside a unit of work."""

import typer
from sqlalchemy.exc import SQLAlchemyError

from bot.app.store import NoStore, prepare, sqlite_file, utc_now, why
from bot.settings import Settings
from mediation.audit.log import NotACode
from mediation.model.cases.case import Fact
from storage.audit.audit import add_lines, has_audit


def note(settings: Settings, act: str, *subjects: str, **facts: Fact) -> None:
    """Keep that a command did this; for acts outside the store, after they were done.

    Where there is no database with an audit nothing is kept; where it cannot be written one line says so.
    """
    there = sqlite_file(settings.database.url)
    if not subjects or (there is not None and not there.is_file()):
        return
    try:
        engine = prepare(settings)
        try:
            if has_audit(engine):
                add_lines(engine, utc_now(), act, subjects, facts)
        finally:
            engine.dispose()
    except (NoStore, SQLAlchemyError, NotACode) as error:
        reason = why(error) if isinstance(error, SQLAlchemyError) else str(error)
        typer.echo(f"audit: {act} was done and is not in the log: {reason}", err=True)
