"""The sealed store opens with its own key and in its own database, or not at all."""

from pathlib import Path

import pytest
from pydantic import SecretStr

from bot.app.sealed import open_sealed
from bot.app.store import NoStore
from bot.settings import DatabaseSettings, SealedSettings, Settings
from tests.fakes.vault import KEY, OTHER_KEY


def wanted(folder: Path, sealed_key: str | None, vault_key: str = KEY, name: str = "sealed.db") -> Settings:
    return Settings(
        database=DatabaseSettings(url=f"sqlite:///{folder / 'xinqiao.db'}"),
        sealed=SealedSettings(database=f"sqlite:///{folder / name}"),
        vault_keys=SecretStr(vault_key),
        sealed_keys=SecretStr(sealed_key) if sealed_key is not None else None,
    )


def test_it_opens_with_a_key_of_its_own(tmp_path: Path) -> None:
    open_sealed(wanted(tmp_path, OTHER_KEY)).close()
    assert (tmp_path / "sealed.db").is_file()
    assert not (tmp_path / "xinqiao.db").exists()


@pytest.mark.parametrize(
    ("key", "name", "why"),
    [
        (None, "sealed.db", "XINQIAO_SEALED_KEYS"),
        ("nonsense", "sealed.db", "XINQIAO_SEALED_KEYS: key 1 is none"),
        (KEY, "sealed.db", "a key of its own"),
        (f"{OTHER_KEY},{KEY}", "sealed.db", "a key of its own"),
        (OTHER_KEY, "xinqiao.db", "a database of its own"),
    ],
)
def test_anything_else_is_one_line_and_makes_nothing(
    tmp_path: Path, key: str | None, name: str, why: str
) -> None:
    with pytest.raises(NoStore, match=why) as caught:
        open_sealed(wanted(tmp_path, key, name=name))
    assert "\n" not in str(caught.value) and KEY not in str(caught.value)
    assert list(tmp_path.iterdir()) == []


def test_a_lost_key_is_named(tmp_path: Path) -> None:
    open_sealed(wanted(tmp_path, OTHER_KEY)).close()
    with pytest.raises(NoStore, match=r"encrypted with key [0-9a-f]{8}"):
        open_sealed(wanted(tmp_path, KEY, OTHER_KEY))
