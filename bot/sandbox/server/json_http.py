"""JSON bodies and error answers of the control addresses."""

from __future__ import annotations

from aiohttp import web

from bot.sandbox.shared.types import Json


async def json_of(request: web.Request) -> Json:
    """The JSON object in a request, empty without a body; raises `TypeError` for another shape."""
    body = await request.json() if request.can_read_body else {}
    if not isinstance(body, dict):
        raise TypeError("a JSON object is expected")
    return body


def problem(text: str, status: int) -> web.Response:
    """An answer that says what is wrong."""
    return web.json_response({"ok": False, "problem": text}, status=status)
