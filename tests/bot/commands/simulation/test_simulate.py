"""``xinqiao simulate``: a table or one JSON object; 0 when every reminder is right, else 1 or 2."""

import json

import pytest
from click.testing import Result
from typer.testing import CliRunner

from bot.commands.simulation import simulate
from mediation.procedure.warnings import WarningRun
from tests.bot.commands.conftest import Terminal, app

FEW = ("--cases", "10", "--days", "60", "--restarts", "4", "--seed", "5")


def types(*words: str) -> Result:
    return CliRunner().invoke(app, ["simulate", *words])


def test_a_sound_year_is_a_table_and_exit_code_0() -> None:
    result = types(*FEW)
    assert result.exit_code == 0, result.output
    assert "提醒：该说 / reminders expected" in result.stdout and "重启 / restarts" in result.stdout


def test_it_is_one_json_object_for_machines() -> None:
    said = json.loads(types(*FEW, "--json").stdout)
    assert said["cases"] == 10 and said["restarts"] == 4 and said["expected"] == said["posted"] > 0
    assert [said[one] for one in ("missed", "doubled", "early", "late", "unasked", "deadlines_wrong")] == [
        0
    ] * 6


def test_a_scheduler_that_says_nothing_is_exit_code_1(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(simulate, "warn_due", lambda *_: WarningRun(0, 0, ()))
    result = types(*FEW)
    assert result.exit_code == 1
    assert "漏掉的 / missed: S00000" in result.stdout, "with examples"


def test_a_database_with_cases_is_left_alone(terminal: Terminal) -> None:
    assert types(*FEW, "--database", terminal.url).exit_code == 0
    again = types(*FEW, "--database", terminal.url)
    assert again.exit_code == 2 and again.stdout == ""
    assert "there are 10 cases in it" in again.stderr


@pytest.mark.parametrize("url", ["mysql://x/y", "nothing", "sqlite:////no/such/folder/x.db"])
def test_a_database_that_cannot_be_opened_is_one_line(url: str) -> None:
    result = types(*FEW, "--database", url)
    assert result.exit_code == 2 and len(result.stderr.splitlines()) == 1, result.stderr
