"""Receives updates that Telegram posts; 200 is answered only after the update was stored."""

import json
from hmac import compare_digest

from aiohttp import web

from bot.dialogs.updates.admission import NotAnUpdate
from bot.dialogs.updates.update_queue import UpdateQueue

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the header's name, not a secret
LARGEST_UPDATE = 1024 * 1024
"""Bytes; Telegram's updates are far smaller."""


def add_webhook(app: web.Application, path: str, secret: str, updates: UpdateQueue) -> None:
    """Listens at ``path``; without the right secret the answer is 403 and the body is not read."""

    async def receive(request: web.Request) -> web.Response:
        shown = request.headers.get(SECRET_HEADER, "").encode(errors="surrogateescape")  # may be any bytes
        if not compare_digest(shown, secret.encode()):
            return web.Response(status=403)
        if (request.content_length or 0) > LARGEST_UPDATE:
            return web.Response(status=413)
        try:
            body = (await request.read()).decode()
            raw = json.loads(body)
        except (ValueError, RecursionError):
            return web.Response(status=400)
        try:
            await updates.accept(raw, body)
        except NotAnUpdate:
            return web.Response(status=400)
        return web.Response()

    app.router.add_post(path, receive)
