"""The whole house in moved time; it can be killed at any moment and opened again on what is stored."""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
from contextlib import suppress
from contextvars import Context, ContextVar, copy_context
from datetime import date
from pathlib import Path
from typing import Any
from weakref import WeakSet

import pytest
from sqlalchemy.exc import SQLAlchemyError

from bot.app import composition
from bot.app.lifecycle import App, CannotStart
from bot.commands.service.demo import OFFICER, demo_settings, fill_roster
from bot.sandbox import Person, Sandbox, SandboxOptions
from bot.sandbox.shared.types import Json
from bot.settings import DatabaseSettings, Law
from storage.unit_of_work.records import SqlRecords
from tests.read_once import READ_ONCE, put, read_sparingly
from tests.soak.moved_time import START, MovedLoop
from tests.soak.trouble import Trouble

LIFE: ContextVar[object] = ContextVar("life", default=None)
"""Set in everything that the program began."""
FIRST_NEWCOMER = 700_001


class Failing:
    """A store's runner whose work the trouble may hit first; the time stands still while it works."""

    def __init__(self, runner: Any, loop: MovedLoop, trouble: Trouble) -> None:
        self._runner, self._loop, self._trouble = runner, loop, trouble

    async def run(self, work: Any) -> Any:
        """As ``storage.unit_of_work.transactions.Runner``."""
        self._trouble.store()
        with self._loop.working_outside():
            return await self._runner.run(work)

    def close(self) -> None:
        """As ``storage.unit_of_work.transactions.Runner``."""
        self._runner.close()


class MovedHouse:
    """Who lives here, and the program that serves them."""

    def __init__(self, folder: Path, loop: MovedLoop, trouble: Trouble, database: str = "") -> None:
        options = SandboxOptions(clock=lambda: loop.clock().timestamp())
        self.sandbox = Sandbox(options)
        self.sandbox.faults = trouble
        self.loop, self.trouble = loop, trouble
        self._folder, self._database = folder, database
        self.given: list[int] = []
        """Every update that the little Telegram had for us."""
        self._earlier: deque[Json] = deque(maxlen=50)
        self.app: App | None = None
        self.starts = 0
        self._made = 0
        self._alive: WeakSet[asyncio.Task[Any]] = WeakSet()
        loop.set_task_factory(self._born)

    def newcomer(self, name: str) -> Person:
        """Somebody who was not here before."""
        self._made += 1
        return self.sandbox.add_person(FIRST_NEWCOMER + self._made, name)

    def named(self, title: str) -> Person:
        """Who is meant by 李律师（律师）."""
        return self.sandbox.person(title.partition("（")[0].strip())

    def _born(self, loop: Any, coro: Any, **kwargs: Any) -> "asyncio.Task[Any]":
        task: asyncio.Task[Any] = asyncio.Task(coro, loop=loop, **kwargs)
        if LIFE.get() is self.loop:
            self._alive.add(task)
        return task

    async def open(self) -> None:
        """Build the program on what is stored, and start it as often as it takes."""
        settings = demo_settings(self.sandbox.base_url, self._folder / "house.db", quiet=True)
        changes: dict[str, object] = {"law": Law(warm=False)}
        if self._database:
            changes["database"] = DatabaseSettings(url=self._database)
        while True:
            app = composition.build(settings.model_copy(update=changes), self.sandbox.token, self.loop.clock)
            app.grace = 5.0
            for store in (app.database, app.sealed):
                if store is not None:
                    store._runner = Failing(store._runner, self.loop, self.trouble)  # type: ignore[assignment]
            if app.sealed_worker is not None:
                app.sealed_worker.decoy_day = lambda: False
            try:
                await asyncio.create_task(app.start(), context=self._life())
            except (CannotStart, SQLAlchemyError):
                await asyncio.sleep(5)
                continue
            self.app = app
            self.starts += 1
            return

    def _life(self) -> Context:
        """Whatever the program begins in here is known to be a part of it, and dies with it."""
        context = copy_context()
        context.run(LIFE.set, self.loop)
        return context

    async def kill(self) -> None:
        """No farewell: whatever is under way ends where it is."""
        app, self.app = self.app, None
        assert app is not None
        self.trouble.dies()
        tasks = [task for task in self._alive if not task.done()]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        if app._runner is not None:
            await app._runner.cleanup()
        with suppress(Exception):
            await app.sender.stop()
        await app.bot.session.close()
        app.database.close()
        if app.sealed is not None:
            app.sealed.close()

    async def is_up(self) -> None:
        """Wait for a start that is under way."""
        while self.app is None:
            await asyncio.sleep(1)

    async def settle(self) -> None:
        """First of all: the roster, and the office."""
        assert self.app is not None and self.app.sealed is not None
        await self.app.database.run(fill_roster)
        user, name = OFFICER
        await self.app.sealed.run(lambda r: r.set_officer(user, r.today, date(START.year + 5, 12, 31), name))

    async def look(self, work: Callable[[SqlRecords], Any]) -> Any:
        """Into the store, when the trouble is over."""
        assert self.app is not None
        return await self.app.database.run(work)

    def mix_updates(self) -> None:
        """What is handed out may come twice, or in another order."""
        queue = self.sandbox.world.updates
        queue.on_put = lambda update: self.given.append(int(update["update_id"]))
        poll: Callable[..., Awaitable[list[Json]]] = queue.poll

        async def mixed(offset: int, limit: int, seconds: float) -> list[Json]:
            fresh = await poll(offset, limit, seconds)
            given = self.trouble.shuffled(fresh, list(self._earlier)) if fresh else fresh
            self._earlier.extend(fresh)
            return given

        queue.poll = mixed  # type: ignore[method-assign]


def read_once() -> None:
    """Dictionary, laws and wording are read once for all starts."""
    for name, give in READ_ONCE.items():
        put(name, give)
    read_sparingly(pytest.MonkeyPatch())
