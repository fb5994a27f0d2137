"""``xinqiao run``: starts, or says in one line why not; ends cleanly on SIGTERM."""

import asyncio
import os
import re
import signal
import socket
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
import structlog

from bot.sandbox import Limits, Sandbox, SandboxOptions
from tests.bot.commands.conftest import ROOT, TOKEN, Terminal


@pytest.fixture(autouse=True)
def log() -> Iterator[None]:
    yield
    structlog.reset_defaults()


def settings(terminal: Terminal, **sections: str) -> None:
    """Add to the settings file."""
    more = "".join(f"[{section}]\n{lines}\n" for section, lines in sections.items())
    terminal.settings.write_text(terminal.settings.read_text(encoding="utf-8") + more, encoding="utf-8")


@pytest.mark.parametrize("token", ["", "abc", "123456:", ":abc", "x123:abc"])
def test_without_a_token_it_says_where_to_get_one(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch, token: str
) -> None:
    monkeypatch.setenv("XINQIAO_TOKEN", token)
    assert "@BotFather" in terminal.line("run")


def test_a_wrong_setting_stops_the_start(terminal: Terminal) -> None:
    settings(terminal, sending="at_once = 0")
    assert terminal.line("run").startswith("sending.at_once: was 0; ")


def test_a_settings_file_that_is_not_there_is_named(terminal: Terminal) -> None:
    terminal.settings.unlink()
    assert "does not exist" in terminal.line("run")


def test_telegram_that_cannot_be_reached_is_named(terminal: Terminal) -> None:
    settings(terminal, telegram='api = "http://127.0.0.1:1"', http="port = 0")
    ended = terminal.types("run")
    assert ended.exit_code == 2
    assert "http://127.0.0.1:1 cannot be reached" in ended.stderr.splitlines()[-1]
    assert "Traceback" not in ended.stderr


def test_a_database_that_cannot_be_opened_is_one_line(tmp_path: Path) -> None:
    there = Terminal(tmp_path, "postgresql://xinqiao:hidden@127.0.0.1:1/x")
    line = there.line("run")
    assert line.startswith("database.url: ")
    assert "hidden" not in line


@pytest.mark.parametrize("url", ["postgresql://u:hid@den:port/x", "sqlite:////proc/none/x.db"])
def test_an_address_that_is_none_is_one_line(tmp_path: Path, url: str) -> None:
    line = Terminal(tmp_path, url).line("run")
    assert line.startswith("database.url: ")
    assert "hid" not in line


@pytest.fixture
def telegram() -> Iterator[str]:
    """A sandbox in a thread of its own; its address."""
    loop, started = asyncio.new_event_loop(), threading.Event()
    sandbox = Sandbox(SandboxOptions(limits=Limits.off()))

    def serve() -> None:
        asyncio.set_event_loop(loop)
        loop.run_until_complete(sandbox.start())
        started.set()
        loop.run_forever()

    thread = threading.Thread(target=serve)
    thread.start()
    started.wait()
    yield sandbox.base_url
    asyncio.run_coroutine_threadsafe(sandbox.stop(), loop).result(10)
    loop.call_soon_threadsafe(loop.stop)
    thread.join()
    loop.close()


def last_line(terminal: Terminal) -> str:
    """The last line of a start that was refused, behind the log."""
    ended = terminal.types("run")
    assert ended.exit_code == 2, ended.output
    assert "Traceback" not in ended.stderr
    return str(ended.stderr.splitlines()[-1])


def test_a_port_that_is_taken_is_named(terminal: Terminal, telegram: str) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        settings(terminal, telegram=f'api = "{telegram}"', http=f"port = {port}")
        assert last_line(terminal).startswith(f"http.port: was {port} at '127.0.0.1'; cannot listen there")


def test_a_token_that_telegram_does_not_know_is_not_shown(
    terminal: Terminal, telegram: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XINQIAO_TOKEN", "123456:wrong-and-hidden")
    settings(terminal, telegram=f'api = "{telegram}"', http="port = 0")
    ended = terminal.types("run")
    assert "XINQIAO_TOKEN" in ended.stderr.splitlines()[-1]
    assert "hidden" not in ended.output


def test_a_webhook_that_telegram_refuses_is_named(
    terminal: Terminal, telegram: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XINQIAO_WEBHOOK_SECRET", "hidden")
    settings(
        terminal,
        telegram=f'api = "{telegram}"\nmode = "webhook"',
        webhook='url = "https://bridge.example/telegram"',
        http="port = 0",
        law="warm = false",
    )
    assert last_line(terminal).startswith("telegram.mode: was 'webhook'; Telegram refuses it")


async def test_it_runs_and_a_sigterm_ends_it_with_zero(terminal: Terminal) -> None:
    async with Sandbox(SandboxOptions(limits=Limits.off())) as sandbox:
        settings(terminal, telegram=f'api = "{sandbox.base_url}"', http="port = 0", law="warm = false")
        command = (sys.executable, "-m", "bot", "run", "--settings", str(terminal.settings))
        env = os.environ | {"XINQIAO_TOKEN": TOKEN, "PYTHONPATH": str(ROOT)}
        process = await asyncio.create_subprocess_exec(*command, env=env, stderr=asyncio.subprocess.PIPE)
        zhang = sandbox.person("小张")
        await zhang.starts()
        await zhang.waits_for("我是信桥", within=30)
        process.send_signal(signal.SIGTERM)
        _, log = await asyncio.wait_for(process.communicate(), 20)
    assert process.returncode == 0
    events = [re.split(r"\] ", line, maxsplit=1)[1].split()[0] for line in log.decode().splitlines()]
    assert events[-1] == "stopped"
    assert "ready" in events
