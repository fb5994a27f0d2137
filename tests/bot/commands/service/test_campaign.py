"""``xinqiao campaign``: good files start it once; bad ones say in one line where they are wrong."""

from pathlib import Path

import pytest

from tests.bot.commands.conftest import Terminal

GOOD = "id: may-2026\ntitle: 高空抛物谁负责\ntext: 发“民法典1254”给我看原文。\n"


@pytest.fixture
def file(terminal: Terminal) -> Path:
    def opt_in(records: object) -> None:
        for chat in range(9001, 9004):
            records.campaigns.subscribe(records.people.meet(chat, records.now))  # type: ignore[attr-defined]

    terminal.store(opt_in)
    return terminal.file("may.yaml", GOOD)


def waiting(terminal: Terminal) -> int:
    sql = "SELECT count(*) FROM outbox WHERE kind = 'campaign' AND state = 'waiting'"
    return int(terminal.store(lambda r: r.connection.exec_driver_sql(sql).scalar()))


def test_everyone_who_opted_in_gets_a_letter(terminal: Terminal, file: Path) -> None:
    assert terminal.types("campaign", "send", file).stdout == "may-2026: 3 recipients\n"
    assert waiting(terminal) == 3


def test_a_campaign_is_not_sent_twice(terminal: Terminal, file: Path) -> None:
    terminal.types("campaign", "send", file)
    assert "was started before" in terminal.line("campaign", "send", file)
    assert waiting(terminal) == 3


def test_supervisors_get_the_button_that_stops_it(terminal: Terminal, file: Path) -> None:
    terminal.enrols(3001, "supervisor", "周主任")
    terminal.types("campaign", "send", file)
    sql = "SELECT count(*) FROM outbox WHERE kind = 'campaign_running' AND person_id IS NOT NULL"
    assert terminal.store(lambda r: r.connection.exec_driver_sql(sql).scalar()) == 1


def test_it_is_stopped_and_resumed(terminal: Terminal, file: Path) -> None:
    terminal.types("campaign", "send", file)
    assert "3 have not got it" in terminal.types("campaign", "stop", "may-2026").stdout
    assert waiting(terminal) == 0
    assert "3 to go" in terminal.types("campaign", "resume", "may-2026").stdout
    assert waiting(terminal) == 3


def test_the_status_is_the_ledger_in_numbers(terminal: Terminal, file: Path) -> None:
    terminal.types("campaign", "send", file)
    terminal.store(lambda r: r.campaigns.mark("may-2026", 1, "sent"))
    shown = terminal.types("campaign", "status", "may-2026").stdout
    assert "sent" in shown
    assert "waiting" in shown


@pytest.mark.parametrize("command", ["stop", "resume", "status"])
def test_a_campaign_that_does_not_exist_is_named(terminal: Terminal, command: str) -> None:
    assert terminal.line("campaign", command, "june") == "june: there is no such campaign"


@pytest.mark.parametrize(
    ("content", "where"),
    [
        ("", "file"),
        ("just words", "file"),
        ("- a\n- b\n", "file"),
        ("id: [", "not YAML"),
        ("\t\x00", "not YAML"),
        (b"\xff\xfe\x00\x01\x80", "not a text file"),
        ("a: 2026-13-45\n", "not YAML"),
        (GOOD + "colour: red\n", "colour"),
        (GOOD.replace("may-2026", "May 2026!"), "id"),
        (GOOD.replace("id:", "name:"), "id"),
        (GOOD + "button_url: http://example.org/\n", "button_url"),
        (GOOD.replace("高空抛物谁负责", "长" * 81), "title"),
        (GOOD.replace("发“", "长" * 3001), "text"),
        ("[" * 3000, "not YAML"),
    ],
)
def test_a_bad_file_says_where_it_is_wrong(terminal: Terminal, content: str | bytes, where: str) -> None:
    line = terminal.line("campaign", "send", terminal.file("bad.yaml", content))
    assert "bad.yaml" in line
    assert where in line
    assert waiting(terminal) == 0


def test_a_file_that_is_not_there_is_named(terminal: Terminal) -> None:
    assert terminal.line("campaign", "send", "gone.yaml") == "gone.yaml: No such file or directory"
    assert "Is a directory" in terminal.line("campaign", "send", terminal.folder)
