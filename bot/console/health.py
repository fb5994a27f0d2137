"""Two addresses for machines: is the program alive, can it do its work."""

from collections.abc import Awaitable, Callable

from aiohttp import web

Check = Callable[[], Awaitable[bool]]


def add_health(app: web.Application, ready: Check) -> None:
    """``/health`` answers while the program runs; ``/ready`` only while the store answers too."""

    async def health(_request: web.Request) -> web.Response:
        return web.json_response({"status": "ok"})

    async def readiness(_request: web.Request) -> web.Response:
        is_ready = await ready()
        return web.json_response({"ready": is_ready}, status=200 if is_ready else 503)

    app.router.add_get("/health", health)
    app.router.add_get("/ready", readiness)
