"""``xinqiao staff``: who is on the roster."""

import pytest

from tests.bot.commands.conftest import Terminal


def add(terminal: Terminal, **changes: str) -> tuple[str, ...]:
    values = {"user": "2001", "duty": "lawyer", "name": "李律师"} | changes
    return ("staff", "add", *(word for key, value in values.items() for word in (f"--{key}", value)))


def test_who_is_added_is_listed(terminal: Terminal) -> None:
    assert terminal.types(*add(terminal)).exit_code == 0
    listed = terminal.types("staff", "list").stdout
    assert "李律师" in listed
    assert "lawyer" in listed


def test_adding_twice_changes_the_entry(terminal: Terminal) -> None:
    terminal.types(*add(terminal))
    terminal.types(*add(terminal, duty="supervisor", name="李主任"))
    (member,) = terminal.store(lambda r: r.people.colleagues())
    assert (member.duty, member.name) == ("supervisor", "李主任")


def test_who_has_ended_is_listed_no_more_and_can_come_back(terminal: Terminal) -> None:
    terminal.types(*add(terminal))
    assert terminal.types("staff", "end", "--user", "2001").exit_code == 0
    assert "李律师" not in terminal.types("staff", "list").stdout
    terminal.types(*add(terminal))
    assert "李律师" in terminal.types("staff", "list").stdout


def test_who_is_not_on_the_roster_cannot_end(terminal: Terminal) -> None:
    assert terminal.line("staff", "end", "--user", "4711") == "--user: 4711 is not on the roster"


def test_a_duty_that_does_not_exist_is_refused_with_those_that_do(terminal: Terminal) -> None:
    line = terminal.line(*add(terminal, duty="boss"))
    assert "'boss'" in line
    assert all(duty in line for duty in ("lawyer", "counsellor", "union", "policy", "supervisor"))


@pytest.mark.parametrize("name", ["", "   ", "长" * 41])
def test_a_name_has_1_to_40_characters(terminal: Terminal, name: str) -> None:
    assert terminal.line(*add(terminal, name=name)).startswith("--name:")


@pytest.mark.parametrize("user", ["0", "-5", "abc", str(10**30)])
def test_a_user_is_a_number_of_telegram(terminal: Terminal, user: str) -> None:
    result = terminal.types(*add(terminal, user=user))
    assert result.exit_code == 2
    assert "Traceback" not in result.output


def test_without_a_token_one_line_says_so(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("XINQIAO_TOKEN")
    assert terminal.line("staff", "list").startswith("XINQIAO_TOKEN: not set")
