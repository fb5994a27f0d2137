"""Reads ``settings.toml`` and the environment. Only the command line and the composition root know this."""

import re
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import BaseModel, Field, SecretStr, ValidationError, field_validator
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    SettingsError,
    TomlConfigSettingsSource,
)

LONGEST_MINUTES = 60 * 24 * 365
"""A year; far larger numbers are no moment in time any more."""


class _Section(BaseModel, extra="forbid"):
    pass


class Telegram(_Section):
    """How Telegram is reached."""

    api: str = Field("https://api.telegram.org", pattern=r"^https?://")
    mode: Literal["polling", "webhook"] = "polling"
    group_chat: int = Field(0, le=0)
    poll_seconds: int = Field(30, ge=1, le=50)


class Webhook(_Section):
    """Used when ``telegram.mode`` is ``webhook``."""

    url: str = Field("", pattern=r"^(https?://\S+)?$")
    path: str = Field("/telegram", pattern=r"^/")


class Http(_Section):
    """Where we listen."""

    host: str = "127.0.0.1"
    port: int = Field(8480, ge=0, le=65535)


class DatabaseSettings(_Section):
    """Where we remember."""

    url: str = Field("sqlite:///var/xinqiao.db", pattern=r"^(sqlite:///|postgresql(\+psycopg)?://).+")
    durability: Literal["FULL", "NORMAL"] = "FULL"


class VaultSettings(_Section):
    """How what is confided is encrypted; the keys themselves come from the environment or from a file."""

    require: bool = True
    key_file: str = ""


class SealedSettings(_Section):
    """The store of its own for reports that accuse somebody."""

    database: str = Field("sqlite:///var/sealed.db", pattern=r"^(sqlite:///|postgresql(\+psycopg)?://).+")
    key_file: str = ""


class Sending(_Section):
    """How fast the outbox is emptied."""

    overall_per_second: float = Field(25.0, ge=0, le=1000)
    group_per_minute: float = Field(18.0, ge=0, le=1000)
    chat_burst: int = Field(3, ge=0, le=30)
    at_once: int = Field(16, ge=1, le=200)
    give_up_after: int = Field(8, ge=1, le=100)


class Intake(_Section):
    """What one story may hold."""

    max_parts: int = Field(60, ge=1, le=500)
    max_file_megabytes: int = Field(20, ge=1, le=20)


class Limits(_Section):
    """What one person may do in a while; 0 = no limit. Over it they wait or are told; nothing is lost."""

    messages_a_minute: int = Field(40, ge=0, le=10_000)
    presses_a_minute: int = Field(60, ge=0, le=10_000)
    group_messages_a_minute: int = Field(40, ge=0, le=10_000)
    law_questions_a_minute: int = Field(10, ge=0, le=10_000)
    files_an_hour: int = Field(60, ge=0, le=10_000)
    filings_a_day: int = Field(10, ge=0, le=1000)
    sealed_reports_a_day: int = Field(5, ge=0, le=1000)
    same_text_minutes: int = Field(10, ge=0, le=1440)


class Handoff(_Section):
    """When somebody is reminded of an unclaimed case; internal targets."""

    remind_after_minutes: int = Field(60, ge=1, le=LONGEST_MINUTES)
    supervisor_after_minutes: int = Field(120, ge=1, le=LONGEST_MINUTES)


class Time(_Section):
    """Business time."""

    zone: str = "Asia/Shanghai"

    @field_validator("zone")
    @classmethod
    def _exists(cls, value: str) -> str:
        try:
            ZoneInfo(value)
        except (ZoneInfoNotFoundError, ValueError) as error:
            raise ValueError("it must be the name of a time zone such as 'Asia/Shanghai'") from error
        return value


class Law(_Section):
    """Where the statutes are, and when their index is loaded."""

    warm: bool = True
    database: str = ""
    library: str = "var/library.db"
    index: str = "var/index"
    vectors: bool = True


class Papers(_Section):
    """Documents of the formal procedure."""

    office: str = Field("信访办公室", min_length=1, max_length=60)
    templates: str = ""


class Log(_Section):
    """What is logged; never a text that a person wrote."""

    level: Literal["debug", "info", "warning", "error"] = "info"
    format: Literal["console", "json"] = "console"


class Settings(BaseSettings):
    """All knobs; secrets come from the environment alone."""

    model_config = SettingsConfigDict(
        env_prefix="XINQIAO_", env_nested_delimiter="__", extra="forbid", toml_file="settings.toml"
    )

    token: SecretStr | None = None
    webhook_secret: SecretStr | None = None
    vault_keys: SecretStr | None = None
    sealed_keys: SecretStr | None = None
    telegram: Telegram = Telegram()
    webhook: Webhook = Webhook()
    http: Http = Http()
    database: DatabaseSettings = DatabaseSettings()
    vault: VaultSettings = VaultSettings()
    sealed: SealedSettings = SealedSettings()
    sending: Sending = Sending()
    intake: Intake = Intake()
    limits: Limits = Limits()
    handoff: Handoff = Handoff()
    time: Time = Time()
    law: Law = Law()
    papers: Papers = Papers()
    log: Log = Log()

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """What the caller says, then the environment, then the file."""
        return init_settings, env_settings, TomlConfigSettingsSource(settings_cls)


class BadSetting(ValueError):
    """One line that says which key, what it was, what is allowed."""


SECRETS = ("token", "webhook_secret", "vault_keys", "sealed_keys")
SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
"""What Telegram takes as the secret of a webhook."""
NOT_SHOWN = (*SECRETS, "database", "database.url", "sealed", "sealed.database")
"""The address of a database may hold a password."""
SHAPES = {
    "telegram.api": "it must begin with http:// or https://",
    "webhook.url": "it must be empty, or begin with http:// or https:// and hold no space",
    "webhook.path": "it must begin with /",
    "database.url": "it must be sqlite:///path or postgresql://user@host/name",
    "sealed.database": "it must be sqlite:///path or postgresql://user@host/name",
}
"""In place of a pattern, which is no plain word."""


def read_settings(path: Path | None = None) -> Settings:
    """The settings in force; raises ``BadSetting``."""
    file = path or Path("settings.toml")
    if path is not None and not path.is_file():
        raise BadSetting(f"settings file: {path} does not exist")

    class FromFile(Settings):
        model_config = SettingsConfigDict(toml_file=file)

    settings = checked(FromFile)
    if settings.telegram.mode == "webhook" and not (settings.webhook.url and settings.webhook_secret):
        raise BadSetting(
            "telegram.mode: was 'webhook'; then webhook.url and XINQIAO_WEBHOOK_SECRET must be set as well"
        )
    if settings.webhook_secret and not SECRET.fullmatch(settings.webhook_secret.get_secret_value()):
        raise BadSetting(
            "XINQIAO_WEBHOOK_SECRET: was (not shown); 1 to 256 of A-Z, a-z, 0-9, _ and - are allowed"
        )
    if any(key in _written_in(file) for key in SECRETS):
        raise BadSetting(f"{file}: {', '.join(SECRETS)} belong into the environment, not into the file")
    return settings


def checked(make: Callable[..., Settings], **given: BaseModel | SecretStr) -> Settings:
    """Settings made by ``make``; raises ``BadSetting`` where pydantic would write many lines."""
    try:
        return make(**given)
    except ValidationError as error:
        raise BadSetting(_one_line(error)) from None
    except SettingsError as error:  # a whole section in the environment, and not as JSON
        section = re.search(r'field "(\w+)"', str(error))
        key = f"XINQIAO_{section[1].upper()}" if section else "environment"
        raise BadSetting(f"{key}: was (not shown); set one key of it, as {key}__KEY=value") from None
    except (ValueError, OSError) as error:  # the TOML itself cannot be read
        raise BadSetting(f"settings file: {str(error).splitlines()[0]}") from None


def _written_in(file: Path) -> set[str]:
    return set(tomllib.loads(file.read_text(encoding="utf-8"))) if file.is_file() else set()


def _one_line(error: ValidationError) -> str:
    first = error.errors(include_url=False)[0]
    key = ".".join(str(part) for part in first["loc"])
    if first["type"] == "extra_forbidden":
        return f"{key}: there is no such setting"
    was = "(not shown)" if key in NOT_SHOWN else repr(first["input"])
    allowed = first["msg"].removeprefix("Value error, ")
    if first["type"] == "string_pattern_mismatch":
        allowed = SHAPES.get(key, allowed)
    return f"{key}: was {was}; {allowed[0].lower()}{allowed[1:]}"
