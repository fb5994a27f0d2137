"""Flood control: per chat, per group, overall."""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Callable

from bot.sandbox.shared.errors import too_many_requests
from bot.sandbox.shared.options import Limits

_MINUTE = 60.0


class FloodControl:
    """Counts what was let through and refuses the rest with 429; refused calls are not counted."""

    def __init__(self, limits: Limits, clock: Callable[[], float]) -> None:
        self.limits = limits
        self._clock = clock
        self._sent: dict[tuple[int, str], deque[float]] = {}
        self._overall: deque[float] = deque()
        self._tokens: dict[int, tuple[float, float]] = {}
        self._closed: dict[int | None, float] = {}

    def close(self, seconds: float, chat_id: int | None = None) -> None:
        """Refuse everything for so many seconds, into one chat or (None) everywhere."""
        self._closed[chat_id] = self._clock() + seconds

    def admit(self, chat_id: int, *, edit: bool = False, count: int = 1) -> None:
        """Let `count` messages or one edit into a chat, or raise 429 with retry_after."""
        now = self._clock()
        self._refuse_while_closed(chat_id, now)
        wait = max(self._overall_wait(now, count), self._chat_wait(chat_id, now, edit, count))
        if wait > 0:
            seconds = math.ceil(wait)
            self.close(seconds, None if self.limits.blocks_everybody else chat_id)
            raise too_many_requests(seconds)
        self._overall.extend([now] * count)
        if chat_id > 0:
            self._spend(chat_id, now, edit)
        else:
            self._sent[chat_id, "edit" if edit else "send"].extend([now] * count)

    def _refuse_while_closed(self, chat_id: int, now: float) -> None:
        until = max(self._closed.get(None, 0.0), self._closed.get(chat_id, 0.0))
        if until > now:
            raise too_many_requests(math.ceil(until - now))

    def _overall_wait(self, now: float, count: int) -> float:
        return _window_wait(self._overall, now, 1.0, self.limits.overall_per_second, count)

    def _chat_wait(self, chat_id: int, now: float, edit: bool, count: int) -> float:
        if chat_id > 0:
            return 0.0 if edit else self._token_wait(chat_id, now)
        allowed = self.limits.group_edits_per_minute if edit else self.limits.group_per_minute
        window = self._sent.setdefault((chat_id, "edit" if edit else "send"), deque())
        return _window_wait(window, now, _MINUTE, allowed, count)

    def _token_wait(self, chat_id: int, now: float) -> float:
        rate = self.limits.chat_per_second
        if rate is None:
            return 0.0
        tokens = self._refilled(chat_id, now, rate)
        return 0.0 if tokens >= 1 else (1 - tokens) / rate

    def _refilled(self, chat_id: int, now: float, rate: float) -> float:
        tokens, at = self._tokens.get(chat_id, (float(self.limits.chat_burst), now))
        return min(float(self.limits.chat_burst), tokens + (now - at) * rate)

    def _spend(self, chat_id: int, now: float, edit: bool) -> None:
        rate = self.limits.chat_per_second
        if rate is not None and not edit:
            self._tokens[chat_id] = (self._refilled(chat_id, now, rate) - 1, now)


def _window_wait(window: deque[float], now: float, length: float, allowed: int | None, count: int) -> float:
    """Seconds until `count` more fit into a sliding window that holds `allowed`."""
    while window and window[0] <= now - length:
        window.popleft()
    if allowed is None or len(window) + count <= allowed:
        return 0.0
    index = min(len(window) + count - allowed, len(window)) - 1
    return window[index] + length - now if index >= 0 else length
