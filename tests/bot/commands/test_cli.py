"""The rest of the command line: help, the law in the terminal, a start that is refused, a leaver's cases."""

import json
from datetime import timedelta
from typing import Any

import pytest
from typer.testing import CliRunner

from bot.__main__ import make_app
from knowledge.answers.library import Library
from mediation.cases.filing import Concern, file_concern
from mediation.cases.life_table import read_table
from mediation.cases.moves import apply_move
from mediation.model.cases.actor import Actor
from mediation.model.cases.content import Content
from tests.bot.commands.conftest import Terminal
from tests.builders import CODE
from tests.statutes import statutes

app = make_app()

HOUR = timedelta(hours=1)
ADD = ("staff", "add", "--user", "2001", "--duty", "lawyer", "--by", "3006", "--name", "李律师")
COMMANDS = (
    "run",
    "demo",
    "ask",
    "staff",
    "org",
    "cases",
    "clocks",
    "campaign",
    "backup",
    "restore",
    "evaluate",
    "laws",
    "cards",
    "audit",
)


def claimed(records: Any) -> str:
    """A case that 2001 handles."""
    owner, helper = records.people.meet(1001, records.now), records.people.meet(2001, records.now)
    concern = Concern([(Content(text="夜班费"), None)], {}, "WAGE")
    number = file_concern(records, owner, concern, CODE, HOUR).number
    apply_move(records, read_table(), number, "claim", Actor(helper, records.people.staff(helper)), HOUR)
    return str(number)


@pytest.fixture(scope="module")
def library() -> Library:
    """Read once."""
    return statutes()


@pytest.fixture(autouse=True)
def read_once(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.commands.law.ask.open_library", lambda *_: library)


def asked(*words: str) -> Any:
    return CliRunner().invoke(app, ["ask", *words])


def test_the_help_names_every_command() -> None:
    shown = CliRunner().invoke(app, ["--help"])
    assert shown.exit_code == 0
    assert all(command in shown.stdout for command in COMMANDS)


@pytest.mark.parametrize(
    "command",
    [
        *COMMANDS,
        "staff add",
        "staff first-admin",
        "staff end",
        "org import",
        "org check",
        "org show",
        "cases list",
        "cases show",
        "cases export",
        "clocks due",
        "campaign send",
        "campaign resume",
        "evaluate search",
        "evaluate cite",
        "evaluate similar",
        "laws import",
        "laws audit",
        "laws list",
        "laws show",
        "laws remove",
        "laws index",
        "cards check",
        "audit verify",
        "audit head",
        "audit show",
    ],
)
def test_every_command_has_a_help(command: str) -> None:
    shown = CliRunner().invoke(app, [*command.split(), "--help"])
    assert shown.exit_code == 0
    assert f"xinqiao {command}" in shown.stdout.replace("root ", "xinqiao ")


def test_an_article_is_shown_with_its_law_and_its_dates() -> None:
    result = asked("民法典1254")
    assert result.exit_code == 0
    assert "《中华人民共和国民法典》第一千二百五十四条" in result.stdout
    assert "通过 2020-05-28，施行 2021-01-01" in result.stdout


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("民法典1300", "没有第一千三百条；现有第1条至第1260条"),
        ("第5条", "请说明是哪部法律"),
        ("qwzxqwzx", "没有查到可靠出处"),
        ("", "没有查到可靠出处"),
        ("[red]\x00‮🤖", "没有查到可靠出处"),
    ],
)
def test_a_question_without_a_source_says_so_and_ends_with_one(question: str, words: str) -> None:
    result = asked(question)
    assert result.exit_code == 1
    assert words in result.stdout


def test_json_is_for_machines() -> None:
    result = asked("民法典1254", "--json")
    (article,) = json.loads(result.stdout)["articles"]
    assert (article["number"], article["in_force"]) == (1254, "2021-01-01")
    missing = asked("民法典1300", "--json")
    assert missing.exit_code == 1
    assert json.loads(missing.stdout)["not_existing"][0]["article"] == 1300


def test_who_leaves_gives_their_cases_back_to_the_group(terminal: Terminal) -> None:
    terminal.enrols()
    number = terminal.store(claimed)
    assert terminal.types("staff", "end", "--user", "2001").stdout.startswith("ok, 1 cases given back, ")
    case = terminal.store(lambda r: r.cases.get(number))
    assert (case.state, case.handler_id) == ("submitted", None)


def test_who_leaves_twice_gives_nothing_back_the_second_time(terminal: Terminal) -> None:
    terminal.enrols()
    terminal.store(claimed)
    terminal.types("staff", "end", "--user", "2001")
    assert terminal.types("staff", "end", "--user", "2001").stdout.startswith("ok, 0 cases given back, ")


@pytest.mark.parametrize("name", ["李\n律师", "李\x00", "李\u202e律师"])
def test_a_name_is_one_line_of_printable_characters(terminal: Terminal, name: str) -> None:
    assert terminal.line(*ADD[:-1], name) == "--name: 1 to 40 characters, on one line"
    assert terminal.store(lambda r: r.people.colleagues()) == []


def test_the_id_of_a_campaign_has_no_colon(terminal: Terminal) -> None:
    file = terminal.file("may.yaml", 'id: "may:2026"\ntitle: a\ntext: b\n')
    assert "may.yaml: id: " in terminal.line("campaign", "send", file)


@pytest.mark.parametrize(
    ("env", "line"),
    [
        ({"XINQIAO_TOKEN": "very-secret"}, "XINQIAO_TOKEN: not set, or not a token"),
        ({"XINQIAO_TELEGRAM__MODE": "pigeon"}, "telegram.mode: was 'pigeon'; input should be 'polling' or"),
        (
            {"XINQIAO_DATABASE__URL": "mysql://u:very-secret@h/x"},
            "database.url: was (not shown); it must be sqlite",
        ),
        ({"XINQIAO_TIME__ZONE": "Asia/Atlantis"}, "time.zone: was 'Asia/Atlantis'; it must be the name of"),
        ({"XINQIAO_DATABASE": "postgresql://u:very-secret@h/x"}, "XINQIAO_DATABASE: was (not shown); "),
        ({"XINQIAO_HANDOFF__REMIND_AFTER_MINUTES": "9" * 20}, "handoff.remind_after_minutes: was "),
    ],
)
def test_a_wrong_setting_stops_the_start_with_one_line(
    terminal: Terminal, env: dict[str, str], line: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for key, value in env.items():
        monkeypatch.setenv(key, value)
    terminal.settings.write_text("", encoding="utf-8")
    said = terminal.line("run")
    assert said.startswith(line)
    assert "very-secret" not in said


def test_the_real_program_says_no_more_than_that_line(terminal: Terminal) -> None:
    terminal.file("settings.toml", '[telegram]\nmode = "pigeon"\n')
    ended = terminal.process("run", XINQIAO_TOKEN="7000000001:very-secret")
    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr == "telegram.mode: was 'pigeon'; input should be 'polling' or 'webhook'\n"


def test_an_address_in_place_of_a_section_is_not_shown(terminal: Terminal) -> None:
    terminal.settings.write_text('database = "postgresql://u:very-secret@h/x"\n', encoding="utf-8")
    line = terminal.line("run")
    assert line.startswith("database: was (not shown); ")
    assert "very-secret" not in line
