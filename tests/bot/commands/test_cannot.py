"""``xinqiao ask`` and ``xinqiao demo`` where they cannot do their work: one line says why."""

import socket

import pytest
from typer.testing import CliRunner

from bot.__main__ import make_app
from bot.commands.law.ask import NO_LIBRARY
from knowledge.errors import KnowledgeError

app = make_app()


def types(*words: str) -> tuple[int, str]:
    """Exit code and everything that was written."""
    result = CliRunner().invoke(app, list(words))
    return result.exit_code, result.output


def test_without_the_library_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(*_: object) -> None:
        raise KnowledgeError

    monkeypatch.setattr("bot.commands.law.ask.open_library", gone)
    code, shown = types("ask", "民法典1254")
    assert (code, len(shown.splitlines())) == (NO_LIBRARY, 1)


def test_a_demo_on_a_port_that_is_taken_is_one_line() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        code, shown = types("demo", "--port", port)
    assert code == 2
    assert shown.startswith(f"--port: was {port}; ")


def test_a_demo_whose_folder_cannot_be_made_is_one_line() -> None:
    code, shown = types("demo", "--keep", "/proc/none")
    assert (code, len(shown.splitlines())) == (2, 1)


def test_a_demo_with_a_wrong_setting_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XINQIAO_SENDING__AT_ONCE", "many")
    code, shown = types("demo", "--port", "0")
    assert (code, shown.partition(":")[0]) == (2, "sending.at_once")
