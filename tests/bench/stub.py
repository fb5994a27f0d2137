"""A Telegram that only counts: posts webhooks to a bot and notes when its messages come back."""

import asyncio
import json
import time
from collections import defaultdict, deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from aiohttp import ClientSession, TCPConnector, web

SECRET = "bench-secret"
BOT = 7000000001
ME = {"id": BOT, "is_bot": True, "first_name": "bench", "username": "bench_bot", "can_join_groups": True}


@dataclass
class Stub:
    """``match`` finds the update that an outgoing message answers; latencies are in seconds."""

    sent_at: dict[str, float] = field(default_factory=dict)
    waiting: dict[int, deque[str]] = field(default_factory=lambda: defaultdict(deque))
    latencies: list[float] = field(default_factory=list)
    by_text: bool = False
    expected: int = 0
    done: asyncio.Event = field(default_factory=asyncio.Event)
    _message: int = 1_000_000

    def app(self) -> web.Application:
        """The Bot API as far as a benchmark needs it."""
        app = web.Application()
        app.router.add_route("*", "/{path:.*}", self._answer)
        return app

    async def _answer(self, request: web.Request) -> web.Response:
        method = request.path.rsplit("/", 1)[-1]
        if method == "getMe":
            return _ok(ME)
        if method != "sendMessage":
            await request.read()
            return _ok(True)
        data = await request.post() if request.content_type != "application/json" else await request.json()
        self._note(int(data["chat_id"]), str(data["text"]))
        self._message += 1
        chat = {"id": int(data["chat_id"]), "type": "private", "first_name": "x"}
        return _ok({"message_id": self._message, "date": 1, "chat": chat, "text": "ok"})

    def _note(self, chat: int, text: str) -> None:
        now = time.perf_counter()
        key = text if self.by_text else (self.waiting[chat].popleft() if self.waiting[chat] else "")
        started = self.sent_at.pop(key, None)
        if started is None:
            return
        self.latencies.append(now - started)
        if len(self.latencies) >= self.expected:
            self.done.set()

    def expect(self, count: int) -> None:
        """Begin a measurement."""
        self.sent_at.clear()
        self.waiting.clear()
        self.latencies = []
        self.expected = count
        self.done = asyncio.Event()


def _ok(result: Any) -> web.Response:
    return web.json_response({"ok": True, "result": result})


class Caller:
    """Posts updates to the bot's webhook."""

    def __init__(self, stub: Stub, url: str, chats: list[int]) -> None:
        self._stub = stub
        self._url = url
        self._chats = chats
        self._update = int(time.time() * 1000) % 1_000_000_000
        self._message = self._update

    async def __aenter__(self) -> "Caller":
        self._session = ClientSession(connector=TCPConnector(limit=100))
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._session.close()

    def _make(self) -> tuple[str, int, bytes]:
        self._update += 1
        self._message += 1
        chat = self._chats[self._update % len(self._chats)]
        text = f"m{self._update}"
        person = {"id": chat, "is_bot": False, "first_name": "x", "language_code": "zh-hans"}
        message = {
            "message_id": self._message,
            "date": 1_760_000_000,
            "chat": {"id": chat, "type": "private", "first_name": "x"},
            "from": person,
            "text": text,
        }
        return text, chat, json.dumps({"update_id": self._update, "message": message}).encode()

    async def _post(self) -> None:
        text, chat, body = self._make()
        self._stub.sent_at[text] = time.perf_counter()
        self._stub.waiting[chat].append(text)
        headers = {"X-Telegram-Bot-Api-Secret-Token": SECRET, "Content-Type": "application/json"}
        async with self._session.post(self._url, data=body, headers=headers) as answer:
            assert answer.status == 200, answer.status

    async def flood(self, count: int, at_once: int = 50) -> float:
        """As fast as the bot takes them; updates a second until the last message is out."""
        self._stub.expect(count)
        left = iter(range(count))
        started = time.perf_counter()

        async def worker() -> None:
            for _ in left:
                await self._post()

        await asyncio.gather(*(worker() for _ in range(at_once)))
        await asyncio.wait_for(self._stub.done.wait(), 120)
        return count / (time.perf_counter() - started)

    async def steady(self, per_second: int, seconds: int) -> list[float]:
        """At an even rate; the sorted latencies."""
        count = per_second * seconds
        self._stub.expect(count)
        started = time.perf_counter()
        tasks = []
        for i in range(count):
            await asyncio.sleep(max(0.0, started + i / per_second - time.perf_counter()))
            tasks.append(asyncio.create_task(self._post()))
        await asyncio.gather(*tasks)
        await asyncio.wait_for(self._stub.done.wait(), 60)
        return sorted(self._stub.latencies)


async def wait_until(ready: Callable[[], Any], tries: int = 600) -> None:
    """Ask until it does not fail any more; 0.05 s between two tries."""
    for _ in range(tries):
        try:
            await ready()
        except OSError:
            await asyncio.sleep(0.05)
        else:
            return
    raise TimeoutError("the bot did not start")
