"""The order of updates of one person: those over a limit wait, urgent ones do not, none is lost."""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.dialogs.limits.allowances import Allowances
from bot.dialogs.updates.admission import is_in_group, part
from mediation.messages.allowance import Allowance
from storage.people.people import Visitor

Tell = Callable[[datetime, dict[str, Any]], Awaitable[bool]]
"""Says until when an update waits; False where it is nothing to be answered."""


def allowance_for(raw: dict[str, Any], allowances: Allowances) -> Allowance | None:
    """The counter of an update: presses, group messages and private messages have one each."""
    if raw.get("callback_query"):
        return allowances.presses
    message = part(raw, "message") or part(raw, "edited_message")
    if not message:
        return None
    return allowances.group_messages if is_in_group(message) else allowances.messages


@dataclass(eq=False)
class Waiting:
    """An accepted update, and what was known of its sender then."""

    raw: dict[str, Any]
    visitor: Visitor | None
    first_time: bool
    person_id: int | None = None
    urgent: bool | None = None


class Pace:
    """Decides which update of a person is next.

    ``is_urgent`` is asked only of what has to wait; it detects cries for help and people on the crisis line.
    """

    def __init__(
        self,
        allowances: Allowances,
        clock: Callable[[], datetime],
        is_urgent: Callable[[dict[str, Any], int | None], bool],
    ) -> None:
        self._allowances = allowances
        self._clock = clock
        self._is_urgent = is_urgent
        self._paused: dict[int, asyncio.Event] = {}
        self._told: dict[int, set[str]] = {}

    def arrived(self, who: int) -> None:
        """Another update is waiting, perhaps an urgent one."""
        if who in self._paused:
            self._paused[who].set()

    def is_done(self, who: int) -> None:
        """Nothing of this person waits any more."""
        self._told.pop(who, None)

    async def next(self, who: int, queue: deque[Waiting], tell: Tell) -> Waiting:
        """Takes the next update out of the queue. ``tell`` is called until it has told, once a jam."""
        while (until := self._until(who, queue[0])) is not None:
            if (urgent := self._urgent(queue)) is not None:
                queue.remove(urgent)
                return urgent
            counter = allowance_for(queue[0].raw, self._allowances)
            told = self._told.setdefault(who, set())
            if counter is not None and counter.name not in told and await tell(until, queue[0].raw):
                told.add(counter.name)
                continue
            await self._pause(who, (until - self._clock()).total_seconds())
        return queue.popleft()

    async def rest(self, who: int, queue: deque[Waiting], seconds: float) -> Waiting | None:
        """Waits for ``seconds``; an urgent update that comes meanwhile is taken out and returned."""
        loop = asyncio.get_running_loop()
        end = loop.time() + seconds
        while (left := end - loop.time()) > 0:
            if (urgent := self._urgent(queue)) is not None:
                queue.remove(urgent)
                return urgent
            await self._pause(who, left)
        return None

    def _until(self, who: int, one: Waiting) -> datetime | None:
        counter = allowance_for(one.raw, self._allowances)
        if not who or counter is None:
            return None
        # whom the store does not know (a stranger in a group) is counted apart, and in memory alone
        return counter.take(one.person_id or -who, self._clock())

    def _urgent(self, queue: deque[Waiting]) -> Waiting | None:
        for one in queue:
            if one.urgent is None:
                one.urgent = self._is_urgent(one.raw, one.person_id)
            if one.urgent:
                return one
        return None

    async def _pause(self, who: int, seconds: float) -> None:
        woken = self._paused[who] = asyncio.Event()
        try:
            await asyncio.wait_for(woken.wait(), max(0.0, seconds))
        except TimeoutError:
            return
        finally:
            del self._paused[who]
