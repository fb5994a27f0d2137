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
from storage.vault.errors import BadKeys, VaultError
from storage.vault.keys import KeyRing, read_keys
from storage.vault.register import enter
from storage.vault.vault import Vault

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


NO_KEY = (
    "vault: no key given (XINQIAO_VAULT_KEYS, or a file named in vault.key_file); for a new database "
    "'xinqiao vault new-key' makes one: keep a copy, nobody can read the data without it "
    "(vault.require = false runs unencrypted)"
)


def key_ring(settings: Settings) -> KeyRing | None:
    """The keys that the settings name; ``None`` where none is named. Raises ``NoStore``."""
    text = settings.vault_keys.get_secret_value() if settings.vault_keys is not None else ""
    source, file = "XINQIAO_VAULT_KEYS", settings.vault.key_file
    if not text.strip() and file:
        source = f"vault.key_file: {file}"
        try:
            text = Path(file).read_text(encoding="ascii")
        except OSError as error:
            raise NoStore(f"{source}: {error.strerror}") from None
        except ValueError:
            raise NoStore(f"{source}: holds no keys") from None
    elif not text.strip():
        return None
    try:
        return read_keys(text)
    except BadKeys as error:
        raise NoStore(f"{source}: {error}") from None


def open_vault(engine: Engine, ring: KeyRing | None, now: datetime) -> Vault:
    """The vault over a store at its current schema; raises ``NoStore`` for a key that is missing or wrong."""
    try:
        return enter(engine, ring, now)
    except VaultError as error:
        raise NoStore(f"vault: {error}") from None
    except SQLAlchemyError as error:
        raise NoStore(f"database.url: {why(error)}") from None


def open_database(settings: Settings, bot: int, clock: Callable[[], datetime] = utc_now) -> Database:
    """The store at its current schema; makes the folder of a SQLite file. Raises ``NoStore``."""
    ring = key_ring(settings)  # before anything is made
    if ring is None and settings.vault.require:
        raise NoStore(NO_KEY)
    engine = current(settings)
    try:
        return Database(engine, bot, clock, open_vault(engine, ring, clock()))
    except NoStore:
        engine.dispose()
        raise


def current(settings: Settings) -> Engine:
    """An engine over the current schema; raises ``NoStore``."""
    engine = prepare(settings)
    try:
        upgrade(engine)
    except NewerSchema as error:
        raise NoStore(
            f"database: written by a later version of xinqiao (schema {error}); please upgrade the program"
        ) from None
    except SQLAlchemyError as error:
        raise NoStore(f"database.url: {why(error)}") from None
    return engine


def why(error: SQLAlchemyError) -> str:
    """What the database itself said, in one line and without the statement."""
    said = str(getattr(error, "orig", None) or error).strip()
    return f"the database cannot be used: {said.splitlines()[0] if said else type(error).__name__}"
