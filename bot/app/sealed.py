"""Opens the sealed store."""

from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError

from bot.app.store import NoStore, engine_for, key_ring, ring_from, utc_now, why
from bot.settings import Settings
from storage.sealed.store import SealedStore
from storage.vault.errors import VaultError


def sealed_if_any(settings: Settings, clock: Callable[[], datetime] = utc_now) -> SealedStore | None:
    """The same, or ``None`` where no key of it was given: then the chat says that there is none."""
    if ring_from("sealed", settings.sealed_keys, settings.sealed.key_file) is None:
        return None
    return open_sealed(settings, clock)


def open_sealed(settings: Settings, clock: Callable[[], datetime] = utc_now) -> SealedStore:
    """The sealed store that the settings name. Raises ``NoStore``: also without keys of its own, or in the
    database or with a key of the ordinary store.
    """
    ring = ring_from("sealed", settings.sealed_keys, settings.sealed.key_file)
    if ring is None:
        raise NoStore("sealed: no key given (XINQIAO_SEALED_KEYS, or a file named in sealed.key_file)")
    vault = key_ring(settings)
    if vault is not None and {key.id for key in vault} & {key.id for key in ring}:
        raise NoStore("sealed: it needs a key of its own, and was given one of the vault")
    engine = sealed_engine(settings)
    try:
        return SealedStore(engine, ring, clock, ZoneInfo(settings.time.zone))
    except VaultError as error:
        engine.dispose()
        raise NoStore(f"sealed: {error}") from None
    except SQLAlchemyError as error:
        engine.dispose()
        raise NoStore(f"sealed.database: {why(error)}") from None


def sealed_engine(settings: Settings) -> Engine:
    """An engine for the database of the sealed store. Raises ``NoStore``."""
    if settings.sealed.database == settings.database.url:
        raise NoStore("sealed.database: it needs a database of its own, and was given that of database.url")
    return engine_for("sealed.database", settings.sealed.database, settings.database.durability)
