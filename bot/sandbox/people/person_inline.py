"""One person's inline mode as an object that acts and waits, for tests and for the scripted demo."""

from __future__ import annotations

from bot.sandbox.people.inline_actions import InlineActions
from bot.sandbox.people.people import People, PersonError
from bot.sandbox.world.changes import WAIT
from bot.sandbox.world.inline import InlineAnswer, InlineQuery
from bot.sandbox.world.seen import Seen


class PersonInline:
    """``@bot`` as one person uses it. `chat` is a chat id; without one it is the private chat."""

    def __init__(self, people: People, person_id: int) -> None:
        self._actions = InlineActions(people)
        self._world = people.world
        self._id = person_id

    async def types(self, text: str = "", *, chat: int | None = None, offset: str = "") -> InlineQuery:
        """Type ``@bot text`` and go on; the answer comes into the query later."""
        return self._actions.ask(self._id, text, chat_id=chat, offset=offset)

    async def list_of(self, query: InlineQuery, within: float = WAIT) -> InlineAnswer:
        """The list above the text box; waits for the bot's answer."""
        changes = self._world.chats[query.chat_id].changes
        if not await changes.until(lambda: query.answer is not None, within) or query.answer is None:
            raise PersonError(f"the bot has not answered the inline query {query.text!r}")
        return query.answer

    async def asks(self, text: str = "", *, chat: int | None = None, within: float = WAIT) -> InlineQuery:
        """Type ``@bot text`` and wait for the list."""
        query = await self.types(text, chat=chat)
        await self.list_of(query, within)
        return query

    async def chooses(self, query: InlineQuery, title: str = "", *, reply_to: int | None = None) -> Seen:
        """Press the first line whose title contains these words; the message that was sent by it."""
        answer = await self.list_of(query)
        found = next((result for result in answer.results if title in result.title), None)
        if found is None:
            raise PersonError(f"no line with {title!r}: {[result.title for result in answer.results]}")
        return Seen.of(self._actions.choose(self._id, query.query_id, found.id, reply_to=reply_to))

    async def follows(self, query: InlineQuery) -> Seen:
        """Press the button above the list; the /start message in the private chat."""
        await self.list_of(query)
        return Seen.of(self._actions.follow(self._id, query.query_id))
