"""``xinqiao audit``: what it says of a whole log and of a broken one, and which commands leave a line."""

import json
from pathlib import Path
from typing import Any

import pytest

from storage.database.engine import open_engine
from tests.bot.commands.conftest import Terminal
from tests.builders import LAWYER
from tests.fakes.story import Story

CAMPAIGN = "id: may-2026\ntitle: 民法典\ntext: 一条一条读\n"


def life(records: Any) -> str:
    """Three lines: filed, claimed, read."""
    story = Story(records)
    story.file()
    story.pull("claim", LAWYER)
    records.audit.write("read", story.number, LAWYER.person_id, what="story")
    return story.number


def do(terminal: Terminal, *statements: str) -> None:
    """As somebody with the file in hand would."""
    engine = open_engine(terminal.url)
    with engine.begin() as connection:
        for statement in ("DROP TRIGGER audit_no_update", "DROP TRIGGER audit_no_delete", *statements):
            connection.exec_driver_sql(statement)
    engine.dispose()


def acts(terminal: Terminal) -> list[tuple[str, str, dict[str, Any]]]:
    shown = terminal.types("audit", "show", "--json").stdout.splitlines()
    return [(one["act"], one["subject"], one["facts"]) for one in map(json.loads, shown)]


def head(terminal: Terminal) -> str:
    return terminal.types("audit", "head").stdout.split()[1]


def test_a_whole_log_says_where_it_ends_and_what_cannot_be_seen(terminal: Terminal) -> None:
    terminal.store(life)
    result = terminal.types("audit", "verify")
    assert result.exit_code == 0
    assert result.stdout.startswith("audit: 3 lines, whole\nhead: 3 ")
    assert "whether lines are missing at the end" in result.stdout
    assert terminal.types("audit", "head").stdout == f"3 {head(terminal)}\n"


@pytest.mark.parametrize(
    ("statements", "said"),
    [
        (["UPDATE audit SET actor = '9' WHERE number = 2"], "line 2 was changed; 1 lines before it"),
        (["DELETE FROM audit WHERE number = 2"], "line 2 is missing"),
        (["DELETE FROM audit WHERE number < 3"], "lines 1 to 2 are missing"),
        (
            [f"UPDATE audit SET number = {b} WHERE number = {a}" for a, b in ((1, 9), (2, 1), (9, 2))],
            "line 2 stands in the place of line 1",
        ),
    ],
)
def test_a_broken_log_names_the_line_and_ends_with_one(
    terminal: Terminal, statements: list[str], said: str
) -> None:
    terminal.store(life)
    do(terminal, *statements)
    result = terminal.types("audit", "verify")
    assert result.exit_code == 1
    assert said in result.stdout


def test_a_head_that_was_noted_shows_that_the_end_is_missing(terminal: Terminal) -> None:
    terminal.store(life)
    noted = head(terminal)
    terminal.store(life)
    assert (
        "the head that was noted down is line 3" in terminal.types("audit", "verify", "--head", noted).stdout
    )
    do(terminal, "DELETE FROM audit WHERE number > 2")
    assert terminal.types("audit", "verify").exit_code == 0
    result = terminal.types("audit", "verify", "--head", noted.upper())
    assert result.exit_code == 1
    assert "lines from 3 on are missing" in result.stdout


def test_a_log_that_cannot_be_read_is_one_line_and_ends_with_two(terminal: Terminal) -> None:
    assert terminal.line("audit", "verify", "--head", "12ab").startswith("--head: 64 hexadecimal digits")
    assert terminal.line("audit", "show", "--since", "May").startswith("--since: was 'May'")
    do(terminal, "DROP TABLE audit")
    assert "keeps none yet" in terminal.line("audit", "verify")
    terminal.settings.write_text('[database]\nurl = "sqlite:////nowhere/x.db"\n', encoding="utf-8")
    assert terminal.line("audit", "head") == "audit: there is no database /nowhere/x.db"


def test_an_empty_log_has_no_head(terminal: Terminal) -> None:
    assert terminal.types("audit", "head").stdout == "0\n"
    assert "0 lines, whole" in terminal.types("audit", "verify").stdout


def test_lines_of_one_case_are_shown_in_business_time(terminal: Terminal) -> None:
    first, _ = terminal.store(life), terminal.store(life)
    shown = terminal.types("audit", "show", "--case", first.lower()).stdout
    assert shown.count(first) == 3
    assert "2026-03-02 17:00:00" in shown
    assert "what=story" in shown
    assert first in terminal.types("audit", "show", "--since", "2026-03-02").stdout
    assert first not in terminal.types("audit", "show", "--since", "2026-03-03").stdout


def test_a_changed_line_cannot_write_to_the_terminal(terminal: Terminal) -> None:
    terminal.store(life)
    do(terminal, "UPDATE audit SET facts = '[red]\x1b[2J', at = '\x07' WHERE number = 2")
    result = terminal.types("audit", "show")
    assert result.exit_code == 0
    assert "\x1b" not in result.stdout and "\x07" not in result.stdout
    assert "[red]" in result.stdout
    assert acts(terminal)[1][2] == {"unreadable": "[red]�[2J"}


def test_who_begins_and_who_ends_is_kept_without_a_name(terminal: Terminal) -> None:
    terminal.enrols()
    for _ in range(2):
        terminal.types("staff", "end", "--user", "2001")
    assert acts(terminal) == [
        ("staff", "person:1", {"what": "start", "duty": "lawyer"}),
        ("staff", "person:1", {"what": "end", "cases": 0, "matters": 0, "shifts": 0, "care": 0, "names": 0}),
    ]


def test_a_campaign_that_starts_stops_and_goes_on_is_kept(terminal: Terminal) -> None:
    terminal.types("campaign", "send", terminal.file("may.yaml", CAMPAIGN))
    terminal.types("campaign", "send", terminal.file("may.yaml", CAMPAIGN))
    terminal.types("campaign", "stop", "may-2026")
    terminal.types("campaign", "resume", "may-2026")
    terminal.types("campaign", "stop", "june")
    assert acts(terminal) == [
        ("campaign", "campaign:may-2026", {"what": what}) for what in ("start", "stop", "resume")
    ]


def test_a_backup_and_its_restore_are_kept_and_the_chain_goes_on(terminal: Terminal, tmp_path: Path) -> None:
    terminal.store(life)
    noted = head(terminal)
    assert terminal.types("backup", tmp_path / "b.zip").exit_code == 0
    assert acts(terminal)[-1][:2] == ("exported", "store")
    (tmp_path / "new").mkdir()
    there = Terminal(tmp_path / "new", f"sqlite:///{tmp_path / 'new' / 'x.db'}")
    assert there.types("restore", tmp_path / "b.zip").exit_code == 0
    assert there.types("audit", "verify", "--head", noted).exit_code == 0
    assert [one[0] for one in acts(there)] == ["moved", "moved", "read", "imported"]


@pytest.mark.postgres
def test_the_chain_moves_to_postgresql(terminal: Terminal, tmp_path: Path, postgres_url: str) -> None:
    terminal.store(life)
    noted = head(terminal)
    terminal.types("backup", tmp_path / "b.zip")
    (tmp_path / "pg").mkdir()
    there = Terminal(tmp_path / "pg", postgres_url)
    assert there.types("restore", tmp_path / "b.zip").exit_code == 0
    result = there.types("audit", "verify", "--head", noted)
    assert result.exit_code == 0, result.output
    assert result.stdout.startswith("audit: 4 lines, whole")
