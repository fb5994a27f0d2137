"""What people write and what they are called is in no log line, at any level and in either form."""

import json
import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import structlog

from bot.commands.shared.logs import start_log
from bot.sandbox import Sandbox
from bot.settings import Log, Settings
from tests.house import House
from tests.journeys import steps
from tests.journeys.steps import STORY

CANARY = "金丝雀"
NAME = "雀小姐"


@pytest.fixture
def quiet() -> None:
    """Not here: this room listens."""


@pytest.fixture(params=["console", "json"])
def log(request: pytest.FixtureRequest) -> Iterator[str]:
    """Everything that can be set to be logged is logged."""
    start_log(Settings(log=Log(level="debug", format=request.param)))
    yield request.param
    structlog.reset_defaults()
    start_log(Settings())
    structlog.reset_defaults()


def logged(capsys: pytest.CaptureFixture[str]) -> str:
    """All that was written to either stream."""
    said = "".join(capsys.readouterr())
    assert CANARY not in said
    assert NAME not in said
    return said


def canary(sandbox: Sandbox) -> Any:
    """Somebody with a telling name."""
    return sandbox.add_person(70_001, NAME)


async def test_a_story_and_its_relay_leave_no_word_in_the_log(
    house: House, log: str, capsys: pytest.CaptureFixture[str]
) -> None:
    person = canary(house.sandbox)
    number = await steps.files(person, STORY + CANARY, name=NAME)
    await steps.claims(house, house.lawyer, number)
    await person.waits_for("接手了您的事")
    said = await person.says(f"{CANARY}二")
    await house.lawyer.waits_for(f"{CANARY}二")
    await person.edits(said.id, f"{CANARY}三")
    await house.lawyer.waits_for(f"{CANARY}三")
    await house.lawyer.says(f"{CANARY}备注")
    await house.lawyer.waits_for("内部备注（")
    await steps.settled(house)
    logged(capsys)


async def test_no_failure_on_the_line_or_in_a_handler_quotes_what_was_written(
    house: House, log: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    person = canary(house.sandbox)
    await steps.a_conversation(house, person, house.lawyer, STORY + CANARY)

    def quotes(*_: Any, **__: Any) -> None:
        raise ValueError(f"cannot do {CANARY}") from LookupError(CANARY)

    with monkeypatch.context() as broken:
        broken.setattr("bot.dialogs.messages.relay.add_to_case", quotes)
        await person.says(CANARY)
        await person.waits_for("对不起")
    monkeypatch.setattr("bot.outbound.outbox_worker.BACKOFF", (0.01,))
    house.sandbox.faults.add("drop", method="sendMessage", chat_id=house.lawyer.id)
    house.sandbox.faults.add("error", method="sendMessage", chat_id=house.lawyer.id)
    await person.says(f"{CANARY}二")
    await house.lawyer.waits_for(f"{CANARY}二")
    await steps.settled(house)
    said = logged(capsys)
    assert "update failed" in said
    assert "builtins.ValueError" in said


async def test_an_update_of_a_wrong_shape_is_not_quoted(
    house: House, log: str, capsys: pytest.CaptureFixture[str]
) -> None:
    await house.app.updates.accept(
        {"update_id": 1, "message": {"text": CANARY, "from": {"id": 5, "first_name": NAME}}}
    )
    await house.app.updates.drain()
    assert "ValidationError" in logged(capsys)


async def test_a_letter_that_cannot_be_sent_is_not_quoted(
    house: House, log: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    person = canary(house.sandbox)
    await steps.a_conversation(house, person, house.lawyer)

    async def fails(*_: Any) -> None:
        raise RuntimeError(CANARY)

    monkeypatch.setattr(house.app.sender, "_send", fails)
    await person.says(CANARY)
    await house.app.updates.drain()
    await steps.settled(house)
    assert "letter failed" in logged(capsys)


def test_a_library_that_logs_an_error_does_not_quote_it(log: str, capsys: pytest.CaptureFixture[str]) -> None:
    try:
        raise ValueError(CANARY)
    except ValueError:
        logging.getLogger("aiohttp.server").exception("Error handling request")
    assert "builtins.ValueError" in logged(capsys)


def test_libraries_never_log_their_calls(log: str, capsys: pytest.CaptureFixture[str]) -> None:
    logging.getLogger("telegram.Bot").debug("finished with return value %s", CANARY)
    logging.getLogger("aiogram").info(CANARY)
    logged(capsys)


def test_words_of_the_machine_are_kept(log: str, capsys: pytest.CaptureFixture[str]) -> None:
    try:
        Path("/nowhere/at/all").read_text(encoding="utf-8")
    except OSError:
        structlog.get_logger().exception("cannot read")
    assert "No such file" in logged(capsys)


def test_json_is_json_line_by_line(capsys: pytest.CaptureFixture[str]) -> None:
    start_log(Settings(log=Log(format="json")))
    structlog.get_logger().warning("ours", count=1)
    logging.getLogger("aiohttp").warning("theirs")
    lines = [json.loads(line) for line in capsys.readouterr().err.splitlines()]
    structlog.reset_defaults()
    assert [(line["event"], line["level"]) for line in lines] == [("ours", "warning"), ("theirs", "warning")]


@pytest.mark.parametrize(("level", "heard"), [("debug", 4), ("info", 3), ("warning", 2), ("error", 1)])
def test_the_level_decides_what_is_heard(level: Any, heard: int, capsys: pytest.CaptureFixture[str]) -> None:
    start_log(Settings(log=Log(level=level)))
    for name in ("debug", "info", "warning", "error"):
        getattr(structlog.get_logger(), name)("said")
    structlog.reset_defaults()
    assert capsys.readouterr().err.count("said") == heard
