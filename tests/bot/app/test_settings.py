"""settings.toml: every key is a setting, every setting is a key, and a wrong value is one line."""

import re
import tomllib
from pathlib import Path

import pytest
from pydantic import BaseModel

from bot.settings import NOT_SHOWN, SECRETS, BadSetting, Settings, read_settings

FILE = Path(__file__).parents[3] / "settings.toml"
TEXT = FILE.read_text(encoding="utf-8")


def fields() -> dict[str, object]:
    """All settings with their defaults, as ``section.key``."""
    found: dict[str, object] = {}
    for name, field in Settings.model_fields.items():
        if name not in SECRETS:
            section = field.default
            assert isinstance(section, BaseModel)
            found |= {f"{name}.{key}": getattr(section, key) for key in type(section).model_fields}
    return found


def keys() -> dict[str, object]:
    """All keys of the file with their values."""
    return {
        f"{section}.{key}": value
        for section, values in tomllib.loads(TEXT).items()
        for key, value in values.items()
    }


WRONG = {
    "telegram.api": "ftp://x",
    "telegram.mode": "pigeon",
    "telegram.group_chat": 5,
    "telegram.poll_seconds": 0,
    "webhook.url": "bridge.example",
    "webhook.path": "telegram",
    "http.host": 5,
    "http.port": 70_000,
    "database.url": "mysql://u:very-secret@h/x",
    "database.durability": "SOMETIMES",
    "vault.require": "perhaps",
    "vault.key_file": 5,
    "sealed.database": "mysql://u:very-secret@h/x",
    "sealed.key_file": 5,
    "sending.overall_per_second": -1,
    "sending.group_per_minute": "many",
    "sending.chat_burst": 31,
    "sending.at_once": 0,
    "sending.give_up_after": 0,
    "intake.max_parts": 0,
    "intake.max_file_megabytes": 21,
    "limits.messages_a_minute": -1,
    "limits.presses_a_minute": -1,
    "limits.group_messages_a_minute": -1,
    "limits.law_questions_a_minute": -1,
    "limits.files_an_hour": -1,
    "limits.filings_a_day": 1001,
    "limits.sealed_reports_a_day": 1001,
    "limits.same_text_minutes": 1441,
    "handoff.remind_after_minutes": 0,
    "handoff.supervisor_after_minutes": -5,
    "time.zone": "Asia/Atlantis",
    "law.database": 5,
    "law.library": 7,
    "law.index": False,
    "law.vectors": "sometimes",
    "law.warm": "perhaps",
    "papers.office": "",
    "papers.templates": 5,
    "log.level": "loud",
    "log.format": "xml",
}


@pytest.fixture(autouse=True)
def clean(monkeypatch: pytest.MonkeyPatch) -> None:
    """No setting from the environment of whoever runs the tests."""
    for name in (f"XINQIAO_{secret.upper()}" for secret in SECRETS):
        monkeypatch.delenv(name, raising=False)


def written(folder: Path, key: str, value: object) -> Path:
    """A settings file with one key."""
    section, _, name = key.partition(".")
    file = folder / "wrong.toml"
    shown = f'"{value}"' if isinstance(value, str) else str(value).lower()
    file.write_text(f"[{section}]\n{name} = {shown}\n", encoding="utf-8")
    return file


def refused(file: Path) -> str:
    """The one line with which a file is refused."""
    with pytest.raises(BadSetting) as caught:
        read_settings(file)
    (line,) = str(caught.value).splitlines()
    return line


def test_every_key_is_a_setting_and_every_setting_is_a_key() -> None:
    assert keys() == fields()


@pytest.mark.parametrize("key", list(fields()))
def test_every_key_has_a_comment(key: str) -> None:
    name = key.partition(".")[2]
    assert re.search(rf"^{name} = .+#\s+\S+", TEXT, re.MULTILINE)


def test_every_setting_has_a_wrong_value_here() -> None:
    assert WRONG.keys() == fields().keys()


@pytest.mark.parametrize("key", list(WRONG))
def test_a_wrong_value_is_one_line_with_key_value_and_what_is_allowed(key: str, tmp_path: Path) -> None:
    line = refused(written(tmp_path, key, WRONG[key]))
    was = "(not shown)" if key in NOT_SHOWN else repr(WRONG[key])
    assert line.startswith(f"{key}: was {was}; ")
    assert len(line.partition("; ")[2]) > 10
    assert "very-secret" not in line


@pytest.mark.parametrize("key", ["telegram.mod", "sending.per_second", "colours.red", "telegram.token"])
def test_a_key_that_does_not_exist_is_named(key: str, tmp_path: Path) -> None:
    line = refused(written(tmp_path, key, "very-secret"))
    assert line.endswith(": there is no such setting")
    assert key.startswith(line.partition(":")[0])
    assert "very-secret" not in line


@pytest.mark.parametrize("secret", SECRETS)
def test_a_secret_in_the_file_is_refused_without_being_shown(secret: str, tmp_path: Path) -> None:
    file = tmp_path / "x.toml"
    file.write_text(f'{secret} = "123456-very-secret"\n', encoding="utf-8")
    line = refused(file)
    assert "environment" in line
    assert "very-secret" not in line


def test_the_environment_wins_over_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XINQIAO_TELEGRAM__POLL_SECONDS", "7")
    monkeypatch.setenv("XINQIAO_TOKEN", "123456:ABC")
    settings = read_settings(written(tmp_path, "telegram.poll_seconds", 9))
    assert settings.telegram.poll_seconds == 7
    assert "ABC" not in repr(settings)


def test_a_wrong_value_in_the_environment_is_one_line_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XINQIAO_SENDING__AT_ONCE", "abc")
    assert refused(FILE).startswith("sending.at_once: was 'abc'; ")


def test_a_webhook_needs_its_address_and_its_secret(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = written(tmp_path, "telegram.mode", "webhook")
    assert "XINQIAO_WEBHOOK_SECRET" in refused(file)
    monkeypatch.setenv("XINQIAO_WEBHOOK__URL", "https://bridge.example/telegram")
    assert "XINQIAO_WEBHOOK_SECRET" in refused(file)
    monkeypatch.setenv("XINQIAO_WEBHOOK_SECRET", "s3cret")
    assert read_settings(file).telegram.mode == "webhook"


def test_a_webhook_secret_that_telegram_would_refuse_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XINQIAO_WEBHOOK_SECRET", "very secret!")
    line = refused(FILE)
    assert line.startswith("XINQIAO_WEBHOOK_SECRET: ")
    assert "very secret" not in line


@pytest.mark.parametrize(
    "content", [b"[telegram", b"\xff\xfe", b"telegram = 5", b"[telegram]\napi = 1\napi = 2"]
)
def test_a_file_that_cannot_be_read_is_one_line(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "x.toml").write_bytes(content)
    refused(tmp_path / "x.toml")


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    assert str(tmp_path / "gone.toml") in refused(tmp_path / "gone.toml")


def test_without_a_file_the_defaults_hold(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert read_settings().sending == Settings.model_fields["sending"].default
