"""Inline mode: what people typed behind the bot's name, how the bot answered, what was sent from it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bot.sandbox.shared.cast import BotEntry
from bot.sandbox.shared.errors import bad_request
from bot.sandbox.shared.types import Json

_TOO_OLD = "query is too old and response timeout expired or query ID is invalid"
QUERY_LIMIT = 256
"""UTF-16 units in an inline query; `InlineQuery.query` of the Bot API."""


@dataclass(frozen=True)
class InlineResult:
    """One line of the list; `content` is the content of the message that it becomes."""

    id: str
    title: str
    description: str
    content: Json


@dataclass(frozen=True)
class InlineAnswer:
    """The bot's whole answer; `cache_time` in seconds, `button` leads to the private chat."""

    results: tuple[InlineResult, ...]
    button: Json | None = None
    next_offset: str = ""
    cache_time: int = 300
    is_personal: bool = False


@dataclass
class InlineQuery:
    """What one person typed behind ``@bot``; `answer` is None until there is one."""

    query_id: str
    user_id: int
    chat_id: int
    text: str
    offset: str
    at: float
    answer: InlineAnswer | None = None


class InlineMode:
    """The switches of BotFather, all queries by id, the server's cache, and the messages sent via the bot."""

    def __init__(self, clock: Callable[[], float], lifetime: float, bot: BotEntry) -> None:
        self.enabled = bot.inline
        self.placeholder = bot.inline_placeholder
        self.feedback = bot.inline_feedback
        self.queries: dict[str, InlineQuery] = {}
        self._clock = clock
        self._lifetime = lifetime
        self._cache: dict[tuple[str, str, int | None], tuple[float, InlineAnswer]] = {}
        self._sent: dict[str, tuple[int, int]] = {}

    def ask(self, user_id: int, chat_id: int, text: str, offset: str) -> InlineQuery:
        """A new query with an id of its own, answered at once where a kept answer is still fresh."""
        query_id = str(8_800_000_000_000_000 + len(self.queries) + 1)
        made = InlineQuery(query_id, user_id, chat_id, text, offset, self._clock())
        made.answer = self._kept(text, offset, user_id) or self._kept(text, offset, None)
        self.queries[query_id] = made
        return made

    def answer(self, query_id: str, answer: InlineAnswer) -> InlineQuery:
        """The bot's one answer; refuses unknown, expired and already answered queries."""
        query = self.queries.get(query_id)
        if query is None or query.answer is not None or self._clock() - query.at > self._lifetime:
            raise bad_request(_TOO_OLD)
        query.answer = answer
        owner = query.user_id if answer.is_personal else None
        self._cache[query.text, query.offset, owner] = (self._clock() + answer.cache_time, answer)
        return query

    def remember(self, chat_id: int, message_id: int) -> str:
        """The inline_message_id of a message that was just sent via the bot."""
        inline_id = f"BQAAAHhxAAC{len(self._sent) + 1:06d}"
        self._sent[inline_id] = (chat_id, message_id)
        return inline_id

    def place_of(self, inline_id: str) -> tuple[int, int]:
        """Chat and message of an inline_message_id; refuses unknown ones."""
        if inline_id not in self._sent:
            raise bad_request("MESSAGE_ID_INVALID")
        return self._sent[inline_id]

    def origin(self, body: Json) -> Json:
        """How a callback query names the message: by inline_message_id, or as the message itself."""
        place = (body["chat"]["id"], body["message_id"])
        found = next((inline_id for inline_id, sent in self._sent.items() if sent == place), None)
        return {"message": body} if found is None else {"inline_message_id": found}

    def as_json(self) -> Json:
        """The switches, for the page."""
        return {"enabled": self.enabled, "placeholder": self.placeholder, "feedback": self.feedback}

    def _kept(self, text: str, offset: str, owner: int | None) -> InlineAnswer | None:
        until, answer = self._cache.get((text, offset, owner), (0.0, None))
        return answer if self._clock() < until else None
