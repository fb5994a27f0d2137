"""``xinqiao sealed``: who reads sealed reports, and a backup of them."""

from pathlib import Path

import pytest

from bot.commands.shared.options import load
from bot.commands.shared.store import in_sealed
from mediation.sealed.model import LetterKind
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


def add_second(terminal: Terminal, *more: str) -> str:
    result = terminal.types("sealed", "officer", "add", "--user", "3006", "--name", "周小周", *more)
    assert result.exit_code == 0, result.output
    return result.stdout


def test_the_first_officer_is_entered_at_once_and_the_terminal_says_why(desk: Terminal) -> None:
    assert "nobody serves, so it counts at once" in add(desk)


def test_the_next_one_waits_for_a_yes_and_the_terminal_says_whose_and_until_when(desk: Terminal) -> None:
    add(desk)
    said = add_second(desk, "--until", "2099-12-31")
    assert "one of 1 who serve" in said and "waits until" in said
    assert "钱大为" not in said, "no names of who serves"
    (line,) = (one for one in desk.types("sealed", "officer", "list").stdout.splitlines() if "3006" in one)
    until = said.split("waits until ")[1].split()[0]
    assert line.count(until) == 1, "the list shows that it waits"


def test_who_serves_alone_is_not_asked_about_themselves(desk: Terminal) -> None:
    add(desk, "--until", "2099-12-31")
    line = desk.line(
        "sealed", "officer", "add", "--user", "3005", "--name", "钱大为", "--until", "2100-12-31"
    )
    assert "add somebody else first" in line
    assert "2099-12-31" in desk.types("sealed", "officer", "list").stdout


def test_what_waits_is_taken_back_by_ending_it(desk: Terminal) -> None:
    add(desk)
    add_second(desk)
    assert desk.types("sealed", "officer", "end", "--user", "3006").exit_code == 0
    assert "3006" not in desk.types("sealed", "officer", "list").stdout


def test_who_leaves_the_company_leaves_the_office_which_is_told(desk: Terminal) -> None:
    add(desk)
    settings = load(desk.settings)
    in_sealed(settings, lambda r: [r.letters.drop(one.id) for one in r.letters.due()])
    assert desk.types("staff", "end", "--user", "3005").exit_code == 0
    told = in_sealed(settings, lambda r: [(one.kind, one.chat) for one in r.letters.due()])
    assert told == [(LetterKind.ROSTER, 3005)]
    assert in_sealed(settings, lambda r: r.roster()) == []
