"""The running program: starts in the right order, stops without losing anything."""

import asyncio
import signal
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field

import structlog
from aiogram import Bot
from aiogram.exceptions import AiogramError
from aiohttp import web

from bot.app.command_menu import introduce
from bot.app.garbage import settle
from bot.console.health import add_health
from bot.dialogs.limits.rate_counters import RateCounters
from bot.dialogs.updates.polling import Polling
from bot.dialogs.updates.update_queue import ASKED_FOR, UpdateQueue
from bot.dialogs.updates.webhook import add_webhook
from bot.outbound.outbox_worker import OutboxWorker
from bot.outbound.scheduler import Scheduler
from bot.outbound.sealed_worker import SealedWorker
from bot.outbound.sender import Rejected, Sender, TryLater, Unreachable
from bot.wording.catalogue import Wording
from knowledge.errors import KnowledgeError
from storage.sealed.store import SealedStore
from storage.unit_of_work.database import Database

log = structlog.get_logger()


class CannotStart(RuntimeError):
    """One line that says which setting is wrong or which line is broken."""


@dataclass(frozen=True)
class Hook:
    """Where Telegram posts updates, and what proves that it is Telegram."""

    url: str
    path: str
    secret: str = field(repr=False)


@dataclass(frozen=True)
class Lines:
    """How the program is reached. Without a ``hook`` it asks Telegram for updates itself."""

    api: str
    group_chat: int
    host: str
    port: int
    hook: Hook | None = None

    @property
    def mode(self) -> str:
        """As the settings call it."""
        return "polling" if self.hook is None else "webhook"


@dataclass
class App:
    """Everything that runs; made by ``bot.app.composition.build``."""

    lines: Lines
    warm_at_start: bool
    bot: Bot
    database: Database
    updates: UpdateQueue
    outbox_worker: OutboxWorker
    scheduler: Scheduler
    sender: Sender
    wording: Wording
    menu_commands: Sequence[str]
    polling: Polling
    tally: RateCounters
    load_watch: Callable[[], object]
    warm: Callable[[], None]
    sealed: SealedStore | None = None
    sealed_worker: SealedWorker | None = None
    port: int = 0
    grace: float = 10.0
    """Seconds that what is under way has to end by itself; what has not waits in the store."""
    _runner: web.AppRunner | None = None
    _warming: asyncio.Task[None] | None = None
    _tasks: list[asyncio.Task[None]] = field(default_factory=list)

    async def start(self) -> None:
        """Open the lines, go on with what an earlier run left behind, then take updates.

        Raises ``CannotStart``; everything is closed again then.
        """
        try:
            await self._start()
        except BaseException:
            await self.stop()
            raise

    async def _start(self) -> None:
        await self._call()
        await self._listen()
        await self.tally.recall()
        replayed = await self.updates.replay()
        self._tasks = [
            asyncio.create_task(self.tally.run(), name="tally"),
            asyncio.create_task(self.outbox_worker.run(), name="outbox_worker"),
            asyncio.create_task(self.scheduler.run(), name="scheduler"),
        ]
        if self.sealed_worker is not None:
            self._tasks.append(asyncio.create_task(self.sealed_worker.run(), name="sealed_worker"))
        if not self.lines.group_chat:
            log.warning("no mediators' group yet: cards go nowhere; set telegram.group_chat (see /whoami)")
        if self.warm_at_start:
            self._warming = asyncio.create_task(self._warm_up(), name="warm up")
        await introduce(self.bot, self.wording, self.menu_commands)
        await self._receive()
        log.info("ready", mode=self.lines.mode, port=self.port, replayed=replayed)

    async def watch_out(self) -> None:
        """Load the watch over cries: a cry does not wait for it, whatever the settings say.

        Before `start`: a program that cannot look at a message takes none. Raises CannotStart; everything is
        closed again then.
        """
        try:
            await asyncio.to_thread(self.load_watch)
        except KnowledgeError as problem:
            await self.stop()
            raise CannotStart(str(problem)) from None

    async def settle_down(self) -> None:
        """Wait for what is being loaded."""
        if self._warming is not None:
            await self._warming
        settle()

    async def _warm_up(self) -> None:
        try:
            await asyncio.to_thread(self.warm)
        except Exception as error:  # it will be tried again at its first use, where somebody is told
            log.error("cannot warm up", why=type(error).__name__)

    async def _call(self) -> None:
        try:
            await self.sender.start()
        except TryLater as error:
            api = self.lines.api
            raise CannotStart(f"telegram.api: {api} cannot be reached ({error})") from None
        except (Rejected, Unreachable) as error:
            raise CannotStart(
                f"Telegram does not accept us ({error}); is XINQIAO_TOKEN right, and telegram.api?"
            ) from None

    async def _receive(self) -> None:
        try:
            await self._ask_for_updates()
        except AiogramError as error:
            raise CannotStart(
                f"telegram.mode: was {self.lines.mode!r}; Telegram refuses it: {error}"
            ) from None

    async def _ask_for_updates(self) -> None:
        if (hook := self.lines.hook) is not None:
            await self.bot.set_webhook(
                hook.url,
                secret_token=hook.secret,
                allowed_updates=list(ASKED_FOR),
            )
        else:
            await self.bot.delete_webhook()
            self._tasks.append(asyncio.create_task(self.polling.run(), name="polling"))

    async def _listen(self) -> None:
        app = web.Application()
        add_health(app, self._is_ready)
        if (hook := self.lines.hook) is not None:
            add_webhook(app, hook.path, hook.secret, self.updates)
        self._runner = web.AppRunner(app, access_log=None)
        await self._runner.setup()
        site = web.TCPSite(self._runner, self.lines.host, self.lines.port)
        try:
            await site.start()
        except OSError as error:
            there = f"{self.lines.port} at {self.lines.host!r}"
            raise CannotStart(f"http.port: was {there}; cannot listen there: {error.strerror}") from None
        self.port = self._runner.addresses[0][1]

    async def _is_ready(self) -> bool:
        try:
            await asyncio.wait_for(self.database.run(lambda r: r.clocks.next_due()), 5)
        except Exception as error:
            log.error("not ready", why=type(error).__name__)
            return False
        return all(not task.done() for task in self._tasks)

    async def stop(self) -> None:
        """Take nothing new, finish what is under way, close. What is left waits in the store."""
        self.polling.stop()
        if self._runner is not None:
            await self._runner.cleanup()
        await _within(self.grace, self.updates.drain())
        self.outbox_worker.stop()
        self.scheduler.stop()
        self.tally.stop()
        if self.sealed_worker is not None:
            self.sealed_worker.stop()
        await _within(self.grace, *self._tasks)
        if self._warming is not None:
            await self._warming
        await self.sender.stop()
        await self.bot.session.close()
        self.database.close()
        if self.sealed is not None:
            self.sealed.close()
        log.info("stopped")

    async def run_until_signal(self) -> None:
        """Run until SIGTERM or SIGINT."""
        told_to_stop = asyncio.Event()
        loop = asyncio.get_running_loop()
        for signum in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(signum, told_to_stop.set)
        await self.watch_out()
        await self.start()
        await self.settle_down()
        await told_to_stop.wait()
        await self.stop()


async def _within(seconds: float, *work: Awaitable[None]) -> None:
    """Wait for all of it, so long and no longer; whatever is late is cancelled."""
    tasks = [asyncio.ensure_future(one) for one in work]
    if tasks:
        _, late = await asyncio.wait(tasks, timeout=seconds)
        for task in late:
            log.warning("not waited for any longer", task=task.get_name())
            task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
