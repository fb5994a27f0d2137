"""Nobody writes a line of the log, or colours the administrator's terminal, with a value of theirs."""

import logging
from collections.abc import Iterator

import pytest
import structlog

from bot.commands.shared.logs import start_log
from bot.settings import Log, Settings

FORGED = "x\n2026-01-01T00:00:00Z [info     ] ready\r\x1b[2J\x1b[31m\u2028\u202e\x00"


@pytest.fixture
def quiet() -> None:
    """Not here: this room listens."""


@pytest.fixture(params=["console", "json"])
def log(request: pytest.FixtureRequest) -> Iterator[str]:
    start_log(Settings(log=Log(level="debug", format=request.param)))
    yield request.param
    structlog.reset_defaults()
    start_log(Settings())
    structlog.reset_defaults()


def is_one_line(said: str) -> bool:
    return said.count("\n") == 1 and all(char.isprintable() for char in said.rstrip("\n"))


def test_a_value_stays_on_its_line(log: str, capsys: pytest.CaptureFixture[str]) -> None:
    structlog.get_logger().warning("cannot pin", why=FORGED)
    assert is_one_line(capsys.readouterr().err)


def test_a_line_of_a_library_stays_one(log: str, capsys: pytest.CaptureFixture[str]) -> None:
    logging.getLogger("aiohttp.server").warning("bad request %s", FORGED)
    assert is_one_line(capsys.readouterr().err)


def test_an_error_of_the_machine_stays_readable(log: str, capsys: pytest.CaptureFixture[str]) -> None:
    try:
        raise OSError(2, "No such file\x1b[31m")
    except OSError:
        structlog.get_logger().exception("cannot read")
    said = capsys.readouterr().err
    assert "No such file" in said and "\x1b" not in said and "\\x1b" in said
