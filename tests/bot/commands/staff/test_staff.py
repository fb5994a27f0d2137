"""``xinqiao staff``: who is on the roster, and that nobody gets there by one person alone."""

import pytest

from mediation.access.grants import come_by_code
from mediation.model.cases.numbers import code_matches
from tests.bot.commands.conftest import Terminal


def add(terminal: Terminal, **changes: str) -> tuple[str, ...]:
    values = {"user": "2001", "duty": "lawyer", "name": "李律师", "by": "3006"} | changes
    return ("staff", "add", *(word for key, value in values.items() for word in (f"--{key}", value)))


def two_administrators(terminal: Terminal) -> None:
    terminal.enrols(3006, "administrator", "管理员老郑")
    terminal.enrols(3007, "administrator", "管理员小冯")


def test_who_is_added_waits_for_a_second_administrator(terminal: Terminal) -> None:
    two_administrators(terminal)
    result = terminal.types(*add(terminal))
    assert result.exit_code == 0 and "waits for another administrator" in result.stdout
    assert "李律师" not in terminal.types("staff", "list").stdout
    (ask,) = terminal.store(lambda r: r.grants.open_of(r.people.find(2001)))
    assert (ask.duty, ask.name, ask.approved_at) == ("lawyer", "李律师", None)


@pytest.mark.parametrize(
    ("changes", "begins"),
    [
        ({"by": "2004"}, "--by: is not an administrator"),
        ({"user": "3006"}, "--by: nobody asks for a role for themselves"),
        ({"until": "2020-01-01"}, "--until:"),
        ({"until": "2099-01-01"}, "--until:"),
        ({"until": "soon"}, "--until: was 'soon'"),
    ],
)
def test_an_ask_that_cannot_be_is_refused_in_one_line(
    terminal: Terminal, changes: dict[str, str], begins: str
) -> None:
    two_administrators(terminal)
    assert terminal.line(*add(terminal, **changes)).startswith(begins)
    assert terminal.store(lambda r: r.people.find(2001) is None or not r.grants.open_of(r.people.find(2001)))


def test_alone_nobody_can_ask(terminal: Terminal) -> None:
    terminal.enrols(3006, "administrator", "管理员老郑")
    assert "no other administrator" in terminal.line(*add(terminal))


def test_the_first_administrators_get_a_code_of_which_only_the_hash_is_kept(terminal: Terminal) -> None:
    shown = terminal.types("staff", "first-admin", "--name", "管理员老郑").stdout.splitlines()[0]
    code = shown.removeprefix("/admin ")
    ((key, kept),) = terminal.store(lambda r: r.grants.codes(r.now))
    assert code.replace(" ", "") not in kept and code_matches(code, kept)
    terminal.store(lambda r: come_by_code(r, r.people, r.people.meet(3006, r.now), key))
    assert "管理员老郑" in terminal.types("staff", "list").stdout


def test_there_are_no_codes_once_there_are_two_administrators(terminal: Terminal) -> None:
    two_administrators(terminal)
    assert "there are administrators already" in terminal.line("staff", "first-admin", "--name", "第三人")


def test_who_has_ended_is_listed_no_more(terminal: Terminal) -> None:
    terminal.enrols()
    assert terminal.types("staff", "end", "--user", "2001").exit_code == 0
    assert "李律师" not in terminal.types("staff", "list").stdout


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
