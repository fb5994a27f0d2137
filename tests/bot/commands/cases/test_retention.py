"""``xinqiao retention`` and ``xinqiao stats``: counts and numbers, no words; holds are audited."""

import json
from typing import Any

import pytest

from bot.commands.cases.stats import summary
from storage.operations.statistics import Figure
from tests.bot.commands.conftest import Terminal
from tests.builders import OWNER
from tests.fakes.story import Story


def _withdrawn(records: Any) -> str:
    story = Story(records)
    number = story.file("夜班费没发", name="王芳")
    story.pull("withdraw", OWNER)
    return number


@pytest.fixture
def number(terminal: Terminal) -> str:
    return str(terminal.store(_withdrawn))


def test_the_preview_shows_counts_and_numbers_and_no_words(terminal: Terminal, number: str) -> None:
    shown = terminal.types("retention", "preview", "--as-of", "2027-03-02", "--json")
    found = {one["class"]: one for one in json.loads(shown.stdout)}
    assert (found["withdrawn"]["count"], found["withdrawn"]["cases"]) == (1, [number])
    assert "夜班费" not in shown.stdout and "王芳" not in shown.stdout
    assert terminal.store(lambda r: r.cases.get(number)).state == "withdrawn"


def test_run_deletes_what_the_preview_showed(terminal: Terminal, number: str) -> None:
    done = terminal.types("retention", "run", "--as-of", "2026-10-01")
    assert done.exit_code == 0 and "withdrawn: 1" in done.stdout
    assert not terminal.store(lambda r: r.talk.of_case(number))
    assert "deleted" in terminal.types("retention", "run", "--as-of", "2026-10-01").stdout


def test_a_day_to_come_is_refused_for_deleting(terminal: Terminal, number: str) -> None:
    assert "too early" in terminal.line("retention", "run", "--as-of", "2999-01-01")
    assert "such as" in terminal.line("retention", "preview", "--as-of", "soon")


def test_a_held_case_stays_and_the_audit_says_so(terminal: Terminal, number: str) -> None:
    assert terminal.types("retention", "hold", number, "--reason", "仲裁要用").exit_code == 0
    assert "already" in terminal.line("retention", "hold", number, "--reason", "再来")
    assert "withdrawn: 0" in terminal.types("retention", "run", "--as-of", "2026-10-01").stdout
    assert terminal.types("retention", "release", number, "--reason", "裁完了").exit_code == 0
    assert terminal.types("audit", "show", "--case", number).stdout.count("hold") == 2
    assert "no case" in terminal.line("retention", "hold", "ABCD-2345", "--reason", "x")


def test_statistics_hide_small_cells(terminal: Terminal, number: str) -> None:
    shown = json.loads(terminal.types("stats", "--json").stdout)
    assert shown["total"] is None and set(shown["category"].values()) == {None}
    assert "<10" in terminal.types("stats").stdout


def test_statistics_count_what_was_deleted_too() -> None:
    found = [Figure("2026-03", "WAGE", "closed", 4)] * 12 + [Figure("2026-04", "INJU", "closed", None)] * 20
    shown = summary(found)
    assert shown["total"] == 32 and shown["category"] == {"INJU": 20, "WAGE": 12}
    assert shown["days"] == {"INJU": None, "WAGE": 4.0}
