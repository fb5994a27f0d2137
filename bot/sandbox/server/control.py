"""The control addresses under ``/sandbox/``: the page, scripts and tests play the people through them."""

from __future__ import annotations

import asyncio
import base64
import json
from collections.abc import Callable
from dataclasses import asdict, replace
from typing import Any

from aiohttp import web
from aiohttp.typedefs import Handler

from bot.sandbox.people.people import People, PersonError
from bot.sandbox.people.samples import poll, sample_file
from bot.sandbox.server.inline_control import InlineControl
from bot.sandbox.server.json_http import json_of, problem
from bot.sandbox.shared.errors import Refusal
from bot.sandbox.shared.files import MEDIA_KINDS
from bot.sandbox.shared.types import Json
from bot.sandbox.world.faults import Faults
from bot.sandbox.world.snapshot import chat_views, snapshot
from bot.sandbox.world.world import World

_HEARTBEAT = 15.0
GOODBYE: Json = {"type": "bye"}
"""The event after which the stream of events ends."""
Action = Callable[[int, Json], Any]


class Control:
    """Handlers of the control addresses; every deed is one POST with a JSON body."""

    def __init__(self, world: World, people: People, faults: Faults) -> None:
        self.world = world
        self.people = people
        self.faults = faults
        self.inline = InlineControl(world, people)
        self.actions: dict[str, Action] = {
            "start": lambda who, body: people.say(who, f"/start {body.get('payload', '')}".strip()),
            "say": self._say,
            "send": self._send,
            "album": self._album,
            "edit": lambda who, b: people.edit(who, b["message_id"], b["text"], chat_id=b.get("chat")),
            "delete": lambda who, b: people.delete(who, b["message_id"], chat_id=b.get("chat")),
            "press": self._press,
            "react": lambda who, b: people.react(who, b["message_id"], b["emoji"], chat_id=b.get("chat")),
            "block": lambda who, b: people.block(who),
            "unblock": lambda who, b: people.unblock(who),
            "leave": lambda who, b: people.leave(who, b["chat"]),
            "join": lambda who, b: people.join(who, b["chat"]),
            "remove_bot": lambda who, b: people.remove_bot(who, b["chat"]),
            "add_bot": lambda who, b: people.add_bot(who, b["chat"]),
            **self.inline.actions,
        }

    def routes(self) -> list[web.RouteDef]:
        """The control addresses."""
        return [
            web.get("/sandbox/state", self.state),
            web.get("/sandbox/events", self.events),
            web.get("/sandbox/chats/{chat}/messages", self.messages),
            web.get("/sandbox/files/{file_id}", self.file),
            web.post("/sandbox/people/{person}/{deed}", self.deed),
            web.get("/sandbox/faults", self.list_faults),
            web.post("/sandbox/faults", self.add_fault),
            web.delete("/sandbox/faults", self.clear_faults),
            web.get("/sandbox/limits", self.limits),
            web.post("/sandbox/limits", self.set_limits),
            *self.inline.routes(),
        ]

    async def state(self, request: web.Request) -> web.Response:
        """Everything that the page needs to draw itself."""
        return web.json_response(snapshot(self.world))

    async def messages(self, request: web.Request) -> web.Response:
        """The messages of one chat, oldest first."""
        chat = self.world.chats.get(int(request.match_info["chat"]))
        if chat is None:
            return problem("there is no such chat", 404)
        return web.json_response(chat_views(chat))

    async def file(self, request: web.Request) -> web.Response:
        """The bytes of a file by its file_id, never as something that the browser would run."""
        try:
            stored = self.world.files.by_id(request.match_info["file_id"])
        except Refusal as refusal:
            return problem(refusal.description, 404)
        shown = stored.mime.partition("/")[0] in ("image", "audio", "video") and "svg" not in stored.mime
        headers = {"X-Content-Type-Options": "nosniff", "Content-Security-Policy": "sandbox"}
        mime = stored.mime if shown else "application/octet-stream"
        return web.Response(body=stored.content, content_type=mime, headers=headers)

    async def events(self, request: web.Request) -> web.StreamResponse:
        """Changes as server-sent events, from now on."""
        response = web.StreamResponse(
            headers={"Content-Type": "text/event-stream", "Cache-Control": "no-cache"}
        )
        await response.prepare(request)
        queue: asyncio.Queue[Json] = asyncio.Queue()
        self.world.listeners.append(queue.put_nowait)
        try:
            await response.write(b": welcome\n\n")
            while (event := await _next_event(queue)) != GOODBYE:
                await response.write(_as_line(event))
        except ConnectionResetError:
            pass
        finally:
            self.world.listeners.remove(queue.put_nowait)
        return response

    async def deed(self, request: web.Request) -> web.Response:
        """Let a person do something; the answer is the message, the press, or true."""
        deed = self.actions.get(request.match_info["deed"])
        if deed is None:
            return problem(f"people can: {', '.join(self.actions)}", 404)
        try:
            body = await json_of(request)
            result = deed(int(request.match_info["person"]), body)
        except KeyError as error:
            return problem(f"field {error} is missing or names nothing", 400)
        except (PersonError, Refusal, ValueError, TypeError) as error:
            return problem(str(error), 400)
        return web.json_response({"ok": True, "result": True if result is None else result})

    async def list_faults(self, request: web.Request) -> web.Response:
        """The faults that still wait for their call."""
        return web.json_response(self.faults.as_json())

    async def add_fault(self, request: web.Request) -> web.Response:
        """Plan a fault: kind, and optionally method, chat_id, times, seconds, status."""
        try:
            fault = self.faults.add(**await json_of(request))
        except (TypeError, ValueError) as error:
            return problem(str(error), 400)
        return web.json_response(asdict(fault))

    async def clear_faults(self, request: web.Request) -> web.Response:
        """Forget all faults."""
        self.faults.clear()
        return web.json_response({"ok": True})

    async def limits(self, request: web.Request) -> web.Response:
        """The limits in force."""
        return web.json_response(asdict(self.world.flood.limits))

    async def set_limits(self, request: web.Request) -> web.Response:
        """Change some limits; null switches one off."""
        try:
            self.world.flood.limits = replace(self.world.flood.limits, **await json_of(request))
        except (TypeError, ValueError) as error:
            return problem(str(error), 400)
        return await self.limits(request)

    def _say(self, who: int, body: Json) -> Json:
        return self.people.say(
            who,
            body["text"],
            chat_id=body.get("chat"),
            entities=body.get("entities"),
            reply_to=body.get("reply_to"),
        )

    def _send(self, who: int, body: Json) -> Json:
        kind, chat = body["kind"], body.get("chat")
        if kind == "contact":
            name = self.world.people[who].name
            contact = {"phone_number": body.get("phone", "13800000000"), "first_name": name, "user_id": who}
            return self.people.send_other(who, {"contact": contact}, chat_id=chat)
        if kind == "location":
            place = {"latitude": body.get("latitude", 31.2), "longitude": body.get("longitude", 121.5)}
            return self.people.send_other(who, {"location": place}, chat_id=chat)
        if kind == "poll":
            made = poll(body.get("question", "?"), body.get("options", ["1", "2"]))
            return self.people.send_other(who, {"poll": made}, chat_id=chat)
        return self._send_file(who, body, chat, None)

    def _album(self, who: int, body: Json) -> list[Json]:
        album = self.world.new_album()
        return [self._send_file(who, item, body.get("chat"), album) for item in body["files"]]

    def _send_file(self, who: int, body: Json, chat: int | None, album: str | None) -> Json:
        kind = body["kind"]
        if kind not in MEDIA_KINDS:
            raise PersonError(f"people can send: {', '.join(MEDIA_KINDS)}, contact, location, poll")
        content = base64.b64decode(body["content"]) if body.get("content") else None
        upload = sample_file(kind, str(body.get("name", "")), content)
        if body.get("mime"):
            upload = replace(upload, mime=str(body["mime"]))
        return self.people.send_file(
            who,
            kind,
            upload,
            chat_id=chat,
            caption=str(body.get("caption", "")),
            reply_to=body.get("reply_to"),
            size=body.get("size"),
            details=body.get("details"),
            album=album,
        )

    def _press(self, who: int, body: Json) -> Json:
        data, chat_id = body.get("data"), body.get("chat")
        if data is None:
            chat = self.people.chat_of(who, chat_id)
            rows = chat.messages[body["message_id"]].get("reply_markup", {}).get("inline_keyboard", [])
            try:
                data = rows[body["row"]][body["column"]]["callback_data"]
            except IndexError:
                raise PersonError("there is no button in this row and column") from None
        forged = bool(body.get("forged"))
        return asdict(self.people.press(who, body["message_id"], data, chat_id=chat_id, forged=forged))


async def _next_event(queue: asyncio.Queue[Json]) -> Json | None:
    try:
        async with asyncio.timeout(_HEARTBEAT):
            return await queue.get()
    except TimeoutError:
        return None


def _as_line(event: Json | None) -> bytes:
    return (
        b": still here\n\n"
        if event is None
        else f"data: {json.dumps(event, ensure_ascii=False)}\n\n".encode()
    )


@web.middleware
async def own_pages_only(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Pages of other origins in the same browser cannot play the people."""
    origin = request.headers.get("Origin")
    if origin is not None and origin != f"{request.scheme}://{request.host}":
        return problem("only the sandbox's own page may call this", 403)
    return await handler(request)
