"""``xinqiao sealed``: who reads sealed reports, and a backup of them."""

from pathlib import Path

import pytest

from tests.bot.commands.conftest import Terminal
from tests.fakes.vault import OTHER_KEY


@pytest.fixture
def desk(terminal: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Terminal:
    monkeypatch.setenv("XINQIAO_SEALED_KEYS", OTHER_KEY)
    monkeypatch.setenv("XINQIAO_SEALED__DATABASE", f"sqlite:///{tmp_path / 'sealed.db'}")
    return terminal


def add(terminal: Terminal, *more: str) -> str:
    result = terminal.types("sealed", "officer", "add", "--user", "3005", "--name", "钱大为", *more)
    assert result.exit_code == 0, result.output
    return result.stdout


def test_who_is_added_is_listed_until_they_end(desk: Terminal) -> None:
    assert "fallback" in add(desk, "--until", "2099-12-31", "--fallback")
    listed = desk.types("sealed", "officer", "list").stdout
    assert "钱大为" in listed and "2099-12-31" in listed and "yes" in listed
    assert desk.types("sealed", "officer", "end", "--user", "3005").exit_code == 0
    assert "钱大为" not in desk.types("sealed", "officer", "list").stdout
    assert "is not on the roster" in desk.line("sealed", "officer", "end", "--user", "3005")


def test_the_file_shows_neither_name_nor_number(desk: Terminal, tmp_path: Path) -> None:
    add(desk)
    there = b"".join(one.read_bytes() for one in tmp_path.glob("sealed.db*"))
    assert "钱大为".encode() not in there and b"3005" not in there


@pytest.mark.parametrize("wrong", [("--until", "gestern"), ("--until", "2001-01-01")])
def test_a_day_that_is_none_or_over_is_refused(desk: Terminal, wrong: tuple[str, str]) -> None:
    line = desk.line("sealed", "officer", "add", "--user", "3005", "--name", "钱大为", *wrong)
    assert line.startswith("--until")


def test_a_name_of_one_character_would_be_found_everywhere(desk: Terminal) -> None:
    assert desk.line("sealed", "officer", "add", "--user", "3005", "--name", "钱").startswith("--name")


def test_the_backup_of_the_sealed_store_is_written_and_restored_without_a_key(
    desk: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(desk)
    monkeypatch.delenv("XINQIAO_SEALED_KEYS")
    assert desk.types("sealed", "backup", str(tmp_path / "b.zip")).exit_code == 0
    monkeypatch.setenv("XINQIAO_SEALED__DATABASE", f"sqlite:///{tmp_path / 'other.db'}")
    assert desk.types("sealed", "restore", str(tmp_path / "b.zip")).exit_code == 0
    monkeypatch.setenv("XINQIAO_SEALED_KEYS", OTHER_KEY)
    assert "钱大为" in desk.types("sealed", "officer", "list").stdout


def test_a_sealed_store_that_is_not_there_is_not_backed_up(desk: Terminal, tmp_path: Path) -> None:
    assert "there is no database" in desk.line("sealed", "backup", str(tmp_path / "b.zip"))


def test_without_its_keys_one_line_says_so(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("XINQIAO_SEALED_KEYS", raising=False)
    assert "XINQIAO_SEALED_KEYS" in terminal.line("sealed", "officer", "list")
