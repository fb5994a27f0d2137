"""A running sandbox, a clock to move, and both real client libraries on the other end."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import aiohttp
import pytest
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from telegram.ext import ExtBot

from bot.sandbox import Limits, Person, Sandbox, SandboxOptions

GROUP = -1001000000001
Call = Callable[..., Awaitable[dict[str, Any]]]
Answer = Callable[..., Awaitable[dict[str, Any]]]


class Clock:
    """Unix time that stands still until a test moves it; waiting only writes down how long."""

    def __init__(self) -> None:
        self.now = 1_800_000_000.0
        self.slept: list[float] = []

    def __call__(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def limits() -> Limits:
    return Limits.off()


@pytest.fixture
async def sandbox(clock: Clock, limits: Limits) -> AsyncIterator[Sandbox]:
    options = SandboxOptions(limits=limits, clock=clock, sleep=clock.sleep)
    async with Sandbox(options) as running:
        yield running


@pytest.fixture
async def zhang(sandbox: Sandbox) -> Person:
    """小张, who has pressed Start; the bot has already taken that update."""
    person = sandbox.person("小张")
    await person.starts()
    sandbox.world.updates.clear()
    return person


@pytest.fixture
async def http() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as session:
        yield session


@pytest.fixture
def call(sandbox: Sandbox, http: aiohttp.ClientSession) -> Call:
    """Call a method as plain JSON and get the whole answer."""

    async def calling(method: str, **fields: Any) -> dict[str, Any]:
        async with http.post(f"{sandbox.base_url}/bot{sandbox.token}/{method}", json=fields) as response:
            answer: dict[str, Any] = await response.json()
            assert answer["ok"] or answer["error_code"] == response.status
            return answer

    return calling


@pytest.fixture
def answer(call: Call) -> Answer:
    """Answer an inline query; one good line when nothing else is said."""

    async def answering(query_id: str, results: list[Any] | None = None, **fields: Any) -> dict[str, Any]:
        lines = [article()] if results is None else results
        return await call("answerInlineQuery", inline_query_id=query_id, results=lines, **fields)

    return answering


@pytest.fixture
def lawyer(sandbox: Sandbox) -> Person:
    """李律师, in the group, who has never pressed Start."""
    return sandbox.person("李律师")


async def kinds(call: Call) -> list[str]:
    """The kinds of the updates that wait."""
    return [next(key for key in u if key != "update_id") for u in (await call("getUpdates"))["result"]]


def article(result_id: str = "1", text: str = "正文", **more: Any) -> dict[str, Any]:
    content = {"message_text": text, "parse_mode": "HTML"}
    return {"type": "article", "id": result_id, "title": "标题", "input_message_content": content, **more}


def keyboard(data: str = "more") -> dict[str, Any]:
    return {"inline_keyboard": [[{"text": "更多", "callback_data": data}]]}


@pytest.fixture
async def aio(sandbox: Sandbox) -> AsyncIterator[Bot]:
    """aiogram's bot."""
    session = AiohttpSession(api=TelegramAPIServer.from_base(sandbox.base_url))
    async with Bot(sandbox.token, session=session) as bot:
        yield bot


@pytest.fixture
async def ptb(sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[ExtBot[None]]:
    """python-telegram-bot's bot."""
    monkeypatch.setenv("PTB_TIMEDELTA", "1")
    base = f"{sandbox.base_url}/bot"
    async with ExtBot(sandbox.token, base_url=base, base_file_url=f"{sandbox.base_url}/file/bot") as bot:
        yield bot


@pytest.fixture
def png() -> bytes:
    """A small real picture."""
    from bot.sandbox.shared.images import plain_png

    return plain_png(64, 48, (120, 150, 170))
