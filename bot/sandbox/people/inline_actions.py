"""What people do with inline mode: type behind ``@bot``, press a line of the list, press the button above."""

from __future__ import annotations

from bot.sandbox.people.people import People, PersonError
from bot.sandbox.shared.types import Json, utf16_length
from bot.sandbox.world.inline import QUERY_LIMIT, InlineAnswer, InlineQuery, InlineResult
from bot.sandbox.world.world import Chat


class InlineActions:
    """What everybody does with inline mode; raises `PersonError` for what the apps do not offer."""

    def __init__(self, people: People) -> None:
        self._people = people
        self._world = people.world

    def ask(
        self, person_id: int, text: str = "", *, chat_id: int | None = None, offset: str = ""
    ) -> InlineQuery:
        """Type ``@bot text`` in any chat; the bot is asked unless Telegram still keeps its answer."""
        chat = self._people.chat_of(person_id, chat_id)
        if not self._world.inline.enabled:
            raise PersonError("inline mode is off (BotFather: /setinline)")
        if utf16_length(text) > QUERY_LIMIT:
            raise PersonError(f"an inline query has up to {QUERY_LIMIT} characters")
        query = self._world.inline.ask(person_id, chat.id, text, offset)
        if query.answer is None:
            update = {
                "id": query.query_id,
                "from": self._world.user(person_id),
                "query": text,
                "offset": offset,
                "chat_type": _chat_type(chat),
            }
            self._world.updates.put("inline_query", update)
        return query

    def choose(self, person_id: int, query_id: str, result_id: str, *, reply_to: int | None = None) -> Json:
        """Press a line of the list: its message is sent into the chat, from the person via the bot."""
        query = self._own(person_id, query_id)
        result = next((r for r in _answered(query).results if r.id == result_id), None)
        if result is None:
            raise PersonError(f"the list has no result {result_id!r}")
        content = {"via_bot": self._world.bot} | result.content
        body = self._people.send_other(person_id, content, chat_id=query.chat_id, reply_to=reply_to)
        inline_id = self._world.inline.remember(query.chat_id, body["message_id"])
        if self._world.inline.feedback:
            self._tell_choice(query, result, inline_id)
        return body

    def follow(self, person_id: int, query_id: str) -> Json:
        """Press the button above the list: to the private chat, with /start and the parameter."""
        button = _answered(self._own(person_id, query_id)).button
        if button is None:
            raise PersonError("there is no button above the list")
        return self._people.say(person_id, f"/start {button['start_parameter']}")

    def _own(self, person_id: int, query_id: str) -> InlineQuery:
        query = self._world.inline.queries.get(query_id)
        if query is None or query.user_id != person_id:
            raise PersonError(f"query {query_id} is not one of {person_id}")
        return query

    def _tell_choice(self, query: InlineQuery, result: InlineResult, inline_id: str) -> None:
        update: Json = {
            "result_id": result.id,
            "from": self._world.user(query.user_id),
            "query": query.text,
        }
        if "reply_markup" in result.content:
            update["inline_message_id"] = inline_id
        self._world.updates.put("chosen_inline_result", update)


def _answered(query: InlineQuery) -> InlineAnswer:
    if query.answer is None:
        raise PersonError("the bot has not answered yet")
    return query.answer


def _chat_type(chat: Chat) -> str:
    """ "sender" is the private chat with the bot itself."""
    return str(chat.card["type"]) if chat.is_group else "sender"
