"""The sandbox as one object: a local server for a bot, a page for a person, people for a test."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from aiohttp import web

from bot.sandbox.bot_api.bot_api import BotApi
from bot.sandbox.bot_api.bot_http import BotHttp
from bot.sandbox.bot_api.method_table import MethodTable
from bot.sandbox.people.people import People
from bot.sandbox.people.person import Person
from bot.sandbox.server.control import GOODBYE, Control, own_pages_only
from bot.sandbox.shared.cast import GroupEntry, PersonEntry
from bot.sandbox.shared.options import SandboxOptions
from bot.sandbox.world.changes import WAIT
from bot.sandbox.world.faults import Faults
from bot.sandbox.world.world import World

_PAGE = Path(__file__).parents[1] / "page"
_CSP = "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; frame-ancestors 'none'"
_BODY_LIMIT = 60 * 1024 * 1024


class Sandbox:
    """A little Telegram on this machine, in memory only. Use `async with`, or `start` and `stop`."""

    def __init__(self, options: SandboxOptions | None = None) -> None:
        self.options = options or SandboxOptions()
        self.world = World(self.options)
        self.people = People(self.world)
        self.faults = Faults()
        self.api = BotApi(self.world, MethodTable.load())
        self._runner: web.AppRunner | None = None
        self._base_url = ""

    @property
    def base_url(self) -> str:
        """``http://127.0.0.1:<port>``; empty before `start`."""
        return self._base_url

    @property
    def token(self) -> str:
        """A token that the sandbox takes."""
        return f"{self.world.bot['id']}:sandbox"

    @property
    def bot_id(self) -> int:
        """The id of the bot account."""
        return int(self.world.bot["id"])

    async def start(self, port: int = 0, host: str = "127.0.0.1") -> str:
        """Listen, on any free port when it is 0, and return `base_url`; raises `OSError` for a taken port."""
        runner = web.AppRunner(self._application(), access_log=None, shutdown_timeout=1.0)
        await runner.setup()
        self._runner = runner
        site = web.TCPSite(runner, host, port)
        await site.start()
        self._base_url = f"http://{host}:{runner.addresses[0][1]}"
        return self._base_url

    async def stop(self) -> None:
        """Stop to listen and to deliver; what was sent stays to be looked at."""
        await self.api.webhook.remove()
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None

    async def __aenter__(self) -> Sandbox:
        await self.start()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.stop()

    def person(self, who: int | str) -> Person:
        """A person by id or name; raises `KeyError` for somebody who is not in the cast."""
        for entry in self.world.people.values():
            if who in (entry.id, entry.name):
                return Person(self.world, self.people, entry)
        raise KeyError(who)

    def add_person(self, person_id: int, name: str, *, started: bool = False, pane: bool = False) -> Person:
        """Somebody new, besides the cast."""
        entry = PersonEntry(id=person_id, name=name, started=started, pane=pane)
        self.world.add_person(entry)
        return Person(self.world, self.people, entry)

    def add_group(self, group_id: int, title: str, members: tuple[int, ...], *, admin: bool = True) -> None:
        """A new group that the bot is in; the first member owns it."""
        self.world.add_group(
            GroupEntry(id=group_id, title=title, members=members, owner=members[0], bot_is_admin=admin)
        )

    @property
    def pending_updates(self) -> int:
        """How many updates the bot has not confirmed yet."""
        return len(self.world.updates.waiting)

    async def until(self, condition: Callable[[], object], timeout: float = WAIT) -> None:  # noqa: ASYNC109
        """Wait, woken by changes, until the condition holds; `TimeoutError` after `timeout` seconds."""
        if not await self.world.changes.until(condition, timeout):
            raise TimeoutError(f"the condition did not come true within {timeout} seconds")

    def _application(self) -> web.Application:
        app = web.Application(client_max_size=_BODY_LIMIT, middlewares=[own_pages_only])
        app.add_routes(BotHttp(self.api, self.faults).routes())
        app.add_routes(Control(self.world, self.people, self.faults).routes())
        app.router.add_get("/", _index)
        app.router.add_static("/page/", _PAGE)
        app.on_shutdown.append(self._end_waiting)
        return app

    async def _end_waiting(self, app: web.Application) -> None:
        self.world.updates.close()
        for listener in list(self.world.listeners):
            listener(GOODBYE)


async def _index(request: web.Request) -> web.FileResponse:
    return web.FileResponse(_PAGE / "index.html", headers={"Content-Security-Policy": _CSP})
