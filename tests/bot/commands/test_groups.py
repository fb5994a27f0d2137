"""A group of commands registers itself, and a command costs no more than its own imports."""

import subprocess
import sys

import pytest
from typer.main import get_command
from typer.testing import CliRunner

from bot.__main__ import GROUPS, make_app
from bot.commands.shared.group import CommandGroup, command_line
from tests.bot.commands.conftest import ROOT

TOY = CommandGroup({"greet": "tests.bot.commands.toy"})
NAMES = [name for group in GROUPS for name in group.commands]
LIGHT = ("ask", "laws", "cards", "evaluate", "plain")
"""What is looked up in a hurry, with no store and no chat."""


def names_in(first_word: str = "") -> list[str]:
    command = get_command(make_app(first_word))
    return list(command.commands)  # type: ignore[attr-defined]


def test_a_command_from_outside_is_in_the_help_and_runs() -> None:
    app = command_line((*GROUPS, TOY))
    assert "say hello" in CliRunner().invoke(app, ["--help"]).stdout
    assert CliRunner().invoke(app, ["greet", "小张"]).stdout == "hello, 小张\n"


def test_the_groups_name_every_command_and_no_other() -> None:
    assert sorted(names_in()) == sorted(NAMES)


def test_no_command_stands_in_two_groups() -> None:
    assert len(NAMES) == len(set(NAMES))


@pytest.mark.parametrize("name", NAMES)
def test_the_module_that_a_group_names_adds_the_command(name: str) -> None:
    assert name in names_in(name)


def test_a_word_that_is_no_command_is_answered_with_all_of_them() -> None:
    assert names_in("nonsense") == names_in("--help") == names_in()


def test_the_law_is_looked_up_without_waiting_for_telegram_or_the_store() -> None:
    heavy = ("aiogram", "telegram", "aiohttp", "sqlalchemy")
    code = (
        "import sys; from bot.__main__ import make_app\n"
        f"for name in {LIGHT}: make_app(name)\n"
        f"print([one for one in {heavy} if one in sys.modules])"
    )
    command = [sys.executable, "-c", code]
    shown = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60, check=True)
    assert shown.stdout == "[]\n"
