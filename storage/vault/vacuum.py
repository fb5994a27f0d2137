"""Overwritten rows leave their bytes behind in the database's files until somebody sweeps them out."""

from sqlalchemy import Engine

from storage.vault.hidden_columns import ALL


def overwrite_deleted(engine: Engine) -> None:
    """SQLite: from now on this process overwrites with zeros what it deletes or replaces."""
    if engine.dialect.name == "sqlite":
        _do(engine, "PRAGMA secure_delete=ON")


def vacuum(engine: Engine) -> None:
    """Write the files anew, without what was deleted in them. Locks the tables: stop the bot first."""
    if engine.dialect.name == "sqlite":
        _do(engine, "VACUUM")
        _do(engine, "PRAGMA wal_checkpoint(TRUNCATE)")
        return
    for name in dict.fromkeys([*(hidden.table for hidden in ALL), "placements"]):
        _do(engine, f"VACUUM FULL {name}")


def _do(engine: Engine, statement: str) -> None:
    """Outside any transaction, which these statements do not take."""
    connection = engine.raw_connection()
    try:
        if engine.dialect.name == "postgresql":
            connection.driver_connection.autocommit = True  # type: ignore[union-attr]
        cursor = connection.cursor()
        cursor.execute(statement)
        cursor.close()
    finally:
        if engine.dialect.name == "postgresql":
            connection.driver_connection.autocommit = False  # type: ignore[union-attr]
        connection.close()
