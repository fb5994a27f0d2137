"""Pressed buttons and how the bot answered them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bot.sandbox.shared.errors import bad_request
from bot.sandbox.shared.types import Json, utf16_length

_TOO_OLD = "query is too old and response timeout expired or query ID is invalid"
ANSWER_LIMIT = 200
"""Characters in the notice that follows a pressed button."""


@dataclass
class Press:
    """One pressed button; `answer` is None until the bot answers."""

    query_id: str
    user_id: int
    chat_id: int
    message_id: int
    data: str
    at: float
    answer: Json | None = None

    @property
    def notice(self) -> str:
        """The words that the person got, empty when there were none."""
        return str((self.answer or {}).get("text", ""))


class CallbackQueries:
    """All presses, by the id of their callback query; they expire after `lifetime` seconds."""

    def __init__(self, clock: Callable[[], float], lifetime: float) -> None:
        self.presses: dict[str, Press] = {}
        self._clock = clock
        self._lifetime = lifetime

    def press(self, user_id: int, chat_id: int, message_id: int, data: str) -> Press:
        """A new press, with a query id of its own."""
        query_id = str(4_400_000_000_000_000 + len(self.presses) + 1)
        made = Press(query_id, user_id, chat_id, message_id, data, self._clock())
        self.presses[query_id] = made
        return made

    def answer(self, query_id: str, answer: Json) -> Press:
        """The bot's one answer; refuses unknown, expired and already answered queries."""
        press = self.presses.get(query_id)
        if press is None or press.answer is not None or self._clock() - press.at > self._lifetime:
            raise bad_request(_TOO_OLD)
        if utf16_length(answer.get("text", "")) > ANSWER_LIMIT:
            raise bad_request("MESSAGE_TOO_LONG")
        press.answer = answer
        return press
