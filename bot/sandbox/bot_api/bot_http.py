"""The Bot API over HTTP: addresses, bodies, answers, and the faults that were asked for."""

from __future__ import annotations

import json

from aiohttp import web
from aiohttp.web_request import FileField

from bot.sandbox.bot_api.bot_api import BotApi
from bot.sandbox.shared.errors import Refusal, bad_request, too_large, too_many_requests, unauthorized
from bot.sandbox.shared.types import Json, Upload
from bot.sandbox.world.faults import Fault, Faults

_FORMS = ("application/x-www-form-urlencoded", "multipart/form-data")


class BotHttp:
    """Handlers for ``/bot<token>/<method>`` and ``/file/bot<token>/<path>``."""

    def __init__(self, api: BotApi, faults: Faults) -> None:
        self.api = api
        self.faults = faults

    def routes(self) -> list[web.RouteDef]:
        """The addresses that a bot calls."""
        return [
            web.route("*", "/bot{token:[^/]+}/{method}", self.handle_method),
            web.get("/file/bot{token:[^/]+}/{path:.+}", self.handle_file),
        ]

    async def handle_method(self, request: web.Request) -> web.StreamResponse:
        """One call of a method."""
        fault: Fault | None = None
        try:
            self._check_token(request.match_info["token"])
            method = self.api.table.name(request.match_info["method"])
            raw, uploads = await _body(request)
            fault = self.faults.take(method, _chat_id(raw))
            self._fail_before(fault)
            answer: Json = {"ok": True, "result": await self.api.call(method, raw, uploads)}
            status = 200
        except Refusal as refusal:
            answer, status = refusal.as_answer(), refusal.code
        except web.HTTPRequestEntityTooLarge:
            answer, status = too_large().as_answer(), 413
        await self._fail_after(fault, request)
        return web.json_response(answer, status=status)

    async def handle_file(self, request: web.Request) -> web.StreamResponse:
        """The bytes of a file under its file_path."""
        try:
            self._check_token(request.match_info["token"])
        except Refusal as refusal:
            return web.json_response(refusal.as_answer(), status=refusal.code)
        stored = self.api.world.files.by_path(request.match_info["path"])
        if stored is None:
            return web.json_response(Refusal(404, "Not Found").as_answer(), status=404)
        return web.Response(body=stored.content, content_type="application/octet-stream")

    def _check_token(self, token: str) -> None:
        bot_id, colon, secret = token.partition(":")
        if not colon or not secret or bot_id != str(self.api.world.bot["id"]):
            raise unauthorized()

    def _fail_before(self, fault: Fault | None) -> None:
        if fault is None:
            return
        if fault.kind == "error":
            raise Refusal(fault.status, "Internal Server Error" if fault.status == 500 else "Bad Gateway")
        if fault.kind == "flood":
            self.api.world.flood.close(fault.seconds)
            raise too_many_requests(int(-(-fault.seconds // 1)))

    async def _fail_after(self, fault: Fault | None, request: web.Request) -> None:
        if fault is not None and fault.kind == "late":
            await self.api.world.options.sleep(fault.seconds)
        if fault is not None and fault.kind == "drop" and request.transport is not None:
            request.transport.abort()


async def _body(request: web.Request) -> tuple[Json, dict[str, Upload]]:
    """The fields of a call from query, JSON or form, and the files in it."""
    fields: Json = dict(request.query)
    uploads: dict[str, Upload] = {}
    if request.content_type == "application/json" and request.can_read_body:
        fields |= _json_body(await request.text())
    elif request.content_type in _FORMS:
        for key, value in (await request.post()).items():
            if isinstance(value, FileField):
                uploads[key] = Upload(value.filename, value.content_type, value.file.read())
                value.file.close()
            else:
                fields[key] = value.decode() if isinstance(value, bytes | bytearray) else value
    return fields, uploads


def _json_body(text: str) -> Json:
    try:
        body = json.loads(text or "{}")
    except ValueError:
        raise bad_request("can't parse JSON object") from None
    if not isinstance(body, dict):
        raise bad_request("object expected")
    return body


def _chat_id(raw: Json) -> int | None:
    value = str(raw.get("chat_id", ""))
    return int(value) if value.lstrip("-").isdigit() else None
