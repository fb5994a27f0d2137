"""The queue of updates that wait for the bot."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Callable
from itertools import islice

from bot.sandbox.shared.errors import conflict
from bot.sandbox.shared.types import Json
from bot.sandbox.world.changes import ChangeSignal

_OPT_IN = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
_OTHER = "terminated by other getUpdates request; make sure that only one bot instance is running"


class UpdateQueue:
    """Updates in the order they happened, kept until the bot confirms them."""

    def __init__(self, first_id: int, changes: ChangeSignal) -> None:
        self.waiting: OrderedDict[int, Json] = OrderedDict()
        self.allowed: list[str] = []
        self.on_put: Callable[[Json], None] | None = None
        self._next_id = first_id
        self._changes = changes
        self._poll: asyncio.Task[object] | None = None
        self._closed = False

    @property
    def someone_waits(self) -> bool:
        """Whether a long poll is open."""
        return self._poll is not None

    def put(self, kind: str, payload: Json) -> None:
        """Queue an update, unless the bot has said that it does not want this kind."""
        if kind not in self.allowed if self.allowed else kind in _OPT_IN:
            return
        update: Json = {"update_id": self._next_id, kind: payload}
        self._next_id += 1
        self.waiting[update["update_id"]] = update
        if self.on_put is not None:
            self.on_put(update)
        self._changes.notify()

    def confirm(self, update_id: int) -> None:
        """One update has arrived and is forgotten."""
        self.waiting.pop(update_id, None)
        self._changes.notify()

    def clear(self) -> None:
        """Forget everything that waits."""
        self.waiting.clear()
        self._changes.notify()

    def close(self) -> None:
        """No more waiting: an open long poll is answered with nothing."""
        self._closed = True
        self._changes.notify()

    async def poll(self, offset: int, limit: int, seconds: float) -> list[Json]:
        """What getUpdates answers; an older poll that still waits is ended with 409."""
        await self._end_other_poll()
        self._confirm_before(offset)
        if not self.waiting and seconds > 0 and not self._closed:
            self._poll = asyncio.current_task()
            self._changes.notify()
            try:
                await self._changes.until(lambda: self.waiting or self._closed, seconds)
            except asyncio.CancelledError:
                if self._poll is not asyncio.current_task():
                    raise conflict(_OTHER) from None
                raise
            finally:
                if self._poll is asyncio.current_task():
                    self._poll = None
        return list(islice(self.waiting.values(), limit))

    async def _end_other_poll(self) -> None:
        other, self._poll = self._poll, None
        if other is not None:
            other.cancel()
            await asyncio.sleep(0)

    def _confirm_before(self, offset: int) -> None:
        if offset < 0:
            offset = self._next_id + offset
        while self.waiting and next(iter(self.waiting)) < offset:
            self.waiting.popitem(last=False)
        self._changes.notify()
