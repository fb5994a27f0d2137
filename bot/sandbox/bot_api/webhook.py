"""Bringing updates to the bot's webhook, in order within a chat, repeated until they are taken."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import aiohttp

from bot.sandbox.shared.errors import bad_request
from bot.sandbox.shared.types import Json
from bot.sandbox.world.updates import UpdateQueue

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - a header's name
_LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
_TIMEOUT = aiohttp.ClientTimeout(total=60)


@dataclass
class WebhookInfo:
    """Where updates go, and how the last failure looked."""

    url: str = ""
    secret: str | None = None
    max_connections: int = 40
    last_error_date: int | None = None
    last_error_message: str | None = None


@dataclass
class Webhook:
    """Delivers what the queue holds; `answer` runs the method that a webhook response may contain."""

    queue: UpdateQueue
    clock: Callable[[], float]
    sleep: Callable[[float], Awaitable[None]]
    backoff: tuple[float, float]
    answer: Callable[[Json], Awaitable[None]]
    info: WebhookInfo = field(default_factory=WebhookInfo)
    _queues: dict[object, deque[Json]] = field(default_factory=dict)
    _tasks: set[asyncio.Task[None]] = field(default_factory=set)
    _slots: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(40))
    _session: aiohttp.ClientSession | None = None

    async def set(self, url: str, secret: str | None, max_connections: int) -> None:
        """Start to deliver to an address on this machine; refuses others."""
        if urlsplit(url).hostname not in _LOOPBACK:
            raise bad_request("bad webhook: the sandbox calls addresses on this machine only")
        await self.remove()
        self.info = WebhookInfo(url, secret, max_connections)
        self._slots = asyncio.Semaphore(max_connections)
        self._session = aiohttp.ClientSession(timeout=_TIMEOUT)
        self.queue.on_put = self._hand_over
        for update in list(self.queue.waiting.values()):
            self._hand_over(update)

    async def remove(self) -> None:
        """Stop to deliver; what was not taken goes on waiting in the queue."""
        self.queue.on_put = None
        self.info = WebhookInfo()
        tasks = list(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        self._queues.clear()
        if self._session is not None:
            await self._session.close()
            self._session = None

    def _hand_over(self, update: Json) -> None:
        key = _queue_key(update)
        queued = self._queues.get(key)
        if queued is not None:
            queued.append(update)
            return
        self._queues[key] = deque([update])
        task = asyncio.create_task(self._run(key))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _run(self, key: object) -> None:
        queued = self._queues[key]
        while queued:
            if queued[0]["update_id"] in self.queue.waiting:
                await self._deliver(queued[0])
            queued.popleft()
        del self._queues[key]

    async def _deliver(self, update: Json) -> None:
        pause, longest = self.backoff
        while (problem := await self._try(update)) is not None:
            self.info.last_error_date = int(self.clock())
            self.info.last_error_message = problem
            await self.sleep(pause)
            pause = min(pause * 2, longest)
        self.queue.confirm(update["update_id"])

    async def _try(self, update: Json) -> str | None:
        """Bring one update; None when it was taken, else what went wrong."""
        assert self._session is not None
        headers = {SECRET_HEADER: self.info.secret} if self.info.secret else {}
        try:
            async with (
                self._slots,
                self._session.post(self.info.url, json=update, headers=headers) as response,
            ):
                if not 200 <= response.status < 300:
                    return f"Wrong response from the webhook: {response.status} {response.reason}"
                call = await _method_in(response)
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            return f"Connection failed: {type(error).__name__}"
        if call:
            await self.answer(call)
        return None


def _queue_key(update: Json) -> object:
    """Updates of one chat keep their order, as do those of one person outside chats; others may overtake."""
    for payload in update.values():
        if isinstance(payload, dict):
            place = payload.get("message", payload)
            return (place.get("chat") or place.get("from") or {}).get("id")
    return None


async def _method_in(response: aiohttp.ClientResponse) -> Json | None:
    """The call that a bot may put into its webhook response, as JSON or as a form."""
    if response.content_type == "application/json":
        with suppress(ValueError):
            body = await response.json()
            return body if isinstance(body, dict) and body.get("method") else None
        return None
    if response.content_type != "multipart/form-data":
        return None
    fields: Json = {}
    reader = aiohttp.MultipartReader.from_response(response)
    while (part := await reader.next()) is not None:
        if isinstance(part, aiohttp.BodyPartReader) and part.name and not part.filename:
            fields[part.name] = await part.text()
    return fields if fields.get("method") else None
