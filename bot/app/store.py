"""Opens the store that the settings name."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from pydantic import SecretStr
from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError

from bot.settings import Settings
from storage.database.engine import BadUrl, Durability, open_engine
from storage.database.schema import NewerSchema, upgrade
from storage.unit_of_work.database import Database
from storage.vault.errors import BadKeys, VaultError
from storage.vault.key_register import vault_for_database
from storage.vault.keys import KeyRing, read_keys
from storage.vault.vault import Vault

SQLITE = "sqlite:///"


class NoStore(RuntimeError):
    """The store cannot be opened: one line that says which setting and why, without the address itself."""


def utc_now() -> datetime:
    """The real clock."""
    return datetime.now(UTC)


def sqlite_file(url: str) -> Path | None:
    """The file of a SQLite database, else ``None``."""
    return Path(url.removeprefix(SQLITE)).absolute() if url.startswith(SQLITE) else None


def prepare(settings: Settings) -> Engine:
    """An engine, and the folder of a SQLite file; raises ``NoStore``."""
    return engine_for("database.url", settings.database.url, settings.database.durability)


def engine_for(key: str, url: str, durability: Durability) -> Engine:
    """An engine for the URL that stands under this key of the settings; raises ``NoStore``."""
    try:
        if url.startswith(SQLITE):
            Path(url.removeprefix(SQLITE)).absolute().parent.mkdir(parents=True, exist_ok=True)
        return open_engine(url, durability)
    except BadUrl as error:
        raise NoStore(f"{key}: {error}") from None
    except ValueError:  # such as a port that is no number; its words might hold a part of the password
        raise NoStore(f"{key}: not a database URL") from None
    except OSError as error:
        raise NoStore(f"{key}: cannot make the folder {error.filename}: {error.strerror}") from None


NO_KEY = (
    "vault: no key given (XINQIAO_VAULT_KEYS, or a file named in vault.key_file); for a new database "
    "'xinqiao vault new-key' makes one: keep a copy, nobody can read the data without it "
    "(vault.require = false runs unencrypted)"
)


def key_ring(settings: Settings) -> KeyRing | None:
    """The keys that the settings name; ``None`` where none is named. Raises ``NoStore``."""
    return ring_from("vault", settings.vault_keys, settings.vault.key_file)


def ring_from(room: str, secret: SecretStr | None, file: str) -> KeyRing | None:
    """Keys from the environment, else from the file that the section ``room`` names. Raises ``NoStore``."""
    text = secret.get_secret_value() if secret is not None else ""
    source = f"XINQIAO_{room.upper()}_KEYS"
    if not text.strip() and not file:
        return None
    try:
        if not text.strip():
            source = f"{room}.key_file: {file}"
            text = Path(file).read_text(encoding="ascii")
        return read_keys(text)
    except OSError as error:
        raise NoStore(f"{source}: {error.strerror}") from None
    except UnicodeDecodeError:
        raise NoStore(f"{source}: holds no keys") from None
    except BadKeys as error:
        raise NoStore(f"{source}: {error}") from None


def open_vault(engine: Engine, ring: KeyRing | None, now: datetime) -> Vault:
    """The vault over a store at its current schema; raises ``NoStore`` for a key that is missing or wrong."""
    try:
        return vault_for_database(engine, ring, now)
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
