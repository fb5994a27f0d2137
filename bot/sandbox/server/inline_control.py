"""Inline mode among the control addresses: the actions of people, and the switches of BotFather."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from aiohttp import web

from bot.sandbox.bot_api.inline_answers import query_view
from bot.sandbox.people.inline_actions import InlineActions
from bot.sandbox.people.people import People
from bot.sandbox.server.json_http import json_of, problem
from bot.sandbox.shared.types import Json
from bot.sandbox.world.world import World

_SWITCHES = {"enabled": bool, "feedback": bool, "placeholder": str}


class InlineControl:
    """``/sandbox/inline`` shows and turns the switches; `actions` go with the other actions of people."""

    def __init__(self, world: World, people: People) -> None:
        self._world = world
        self._inline = InlineActions(people)
        self.actions: dict[str, Callable[[int, Json], Any]] = {
            "ask": self._ask,
            "choose": lambda who, body: self._inline.choose(
                who, body["query_id"], body["result_id"], reply_to=body.get("reply_to")
            ),
            "follow": lambda who, body: self._inline.follow(who, body["query_id"]),
        }

    def routes(self) -> list[web.RouteDef]:
        """The address of the switches."""
        return [web.get("/sandbox/inline", self.show), web.post("/sandbox/inline", self.turn)]

    async def show(self, request: web.Request) -> web.Response:
        """The switches: enabled (/setinline), placeholder, feedback (/setinlinefeedback)."""
        return web.json_response(self._world.inline.as_json())

    async def turn(self, request: web.Request) -> web.Response:
        """Turn some switches."""
        try:
            wanted = await json_of(request)
        except (TypeError, ValueError) as error:
            return problem(str(error), 400)
        for name, value in wanted.items():
            if name not in _SWITCHES or not isinstance(value, _SWITCHES[name]):
                return problem(f"switches are: {', '.join(_SWITCHES)}, not {name}={value!r}", 400)
        for name, value in wanted.items():
            setattr(self._world.inline, name, value)
        self._world.tell({"type": "commands"})
        return await self.show(request)

    def _ask(self, who: int, body: Json) -> Json:
        offset, chat = str(body.get("offset", "")), body.get("chat")
        query = self._inline.ask(who, str(body.get("text", "")), chat_id=chat, offset=offset)
        return query_view(query.query_id, self._world)
