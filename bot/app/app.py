"""The composition root: the only place that names the concrete classes."""

import asyncio
import signal
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import structlog
from aiogram import Bot
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import LinkPreviewOptions
from aiohttp import web

from bot.app.greeting import introduce
from bot.console.health import add_health
from bot.dialogs.dispatching import make_dispatcher
from bot.dialogs.patience import Patience
from bot.dialogs.places import DialogPlaces
from bot.dialogs.polling import Polling
from bot.dialogs.reception import KINDS, Reception
from bot.dialogs.tools import Tools
from bot.dialogs.webhook import add_webhook
from bot.outbound.letters import Scribe
from bot.outbound.postman import Postman
from bot.outbound.sender import Sender
from bot.outbound.ticker import Ticker
from bot.settings import Settings
from bot.wording.catalogue import Wording
from knowledge.errors import KnowledgeError
from knowledge.lexicon import Lexicon
from knowledge.library import Library, open_library
from knowledge.questions import load_open_questions
from knowledge.taxonomy import load_taxonomy
from knowledge.triage import load_triage
from mediation.table import read_table
from storage.database import Database
from storage.engine import open_engine
from storage.schema import upgrade

log = structlog.get_logger()

HUMAN_WITHIN = timedelta(minutes=10)
"""An unclaimed call for a person is reminded of after this time; internal target."""


def utc_now() -> datetime:
    """The real clock."""
    return datetime.now(UTC)


@dataclass
class App:
    """Everything that runs; made by ``build``."""

    settings: Settings
    bot: Bot
    database: Database
    reception: Reception
    postman: Postman
    ticker: Ticker
    sender: Sender
    wording: Wording
    polling: Polling
    port: int = 0
    _runner: web.AppRunner | None = None
    _tasks: list[asyncio.Task[None]] = field(default_factory=list)

    async def start(self) -> None:
        """Open the lines, go on with what an earlier run left behind, then take updates."""
        await self.sender.start()
        await self._listen()
        replayed = await self.reception.replay()
        self._tasks = [
            asyncio.create_task(self.postman.run(), name="postman"),
            asyncio.create_task(self.ticker.run(), name="ticker"),
        ]
        await introduce(self.bot, self.wording)
        await self._receive()
        log.info("ready", mode=self.settings.telegram.mode, port=self.port, replayed=replayed)

    async def _receive(self) -> None:
        if self.settings.telegram.mode == "webhook":
            secret = self.settings.webhook_secret
            assert secret is not None, "the settings have been checked"
            await self.bot.set_webhook(
                self.settings.webhook.url, secret_token=secret.get_secret_value(), allowed_updates=list(KINDS)
            )
        else:
            await self.bot.delete_webhook()
            self._tasks.append(asyncio.create_task(self.polling.run(), name="polling"))

    async def _listen(self) -> None:
        app = web.Application()
        add_health(app, self._is_ready)
        secret = self.settings.webhook_secret
        if self.settings.telegram.mode == "webhook" and secret is not None:
            add_webhook(app, self.settings.webhook.path, secret.get_secret_value(), self.reception)
        self._runner = web.AppRunner(app, access_log=None)
        await self._runner.setup()
        site = web.TCPSite(self._runner, self.settings.http.host, self.settings.http.port)
        await site.start()
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
        await self.reception.drain()
        self.postman.stop()
        self.ticker.stop()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self.sender.stop()
        await self.bot.session.close()
        self.database.close()
        log.info("stopped")

    async def run_until_signal(self) -> None:
        """Run until SIGTERM or SIGINT."""
        told_to_stop = asyncio.Event()
        loop = asyncio.get_running_loop()
        for signum in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(signum, told_to_stop.set)
        await self.start()
        await told_to_stop.wait()
        await self.stop()


def open_database(settings: Settings, bot: int, clock: Callable[[], datetime] = utc_now) -> Database:
    """The store at its current schema; makes the folder of a SQLite file."""
    url = settings.database.url
    if url.startswith("sqlite:///"):
        Path(url.removeprefix("sqlite:///")).absolute().parent.mkdir(parents=True, exist_ok=True)
    engine = open_engine(url, settings.database.durability)
    upgrade(engine)
    return Database(engine, bot, clock)


def open_law_library(settings: Settings, lexicon: Lexicon) -> Library | None:
    """The statutes, or ``None`` with one line in the log when they are not installed."""
    try:
        return open_library(lexicon, Path(settings.law.database) if settings.law.database else None)
    except KnowledgeError as error:
        log.warning("law answers are off", why=error.hint)
        return None


def build(settings: Settings, token: str, clock: Callable[[], datetime] = utc_now) -> App:
    """Wire it up; nothing has been sent or received yet."""
    api = settings.telegram.api.rstrip("/")
    session = AiohttpSession(api=TelegramAPIServer.from_base(api))
    session.middleware(Patience())
    defaults = DefaultBotProperties(parse_mode="HTML", link_preview=LinkPreviewOptions(is_disabled=True))
    bot = Bot(token, session=session, default=defaults)
    database = open_database(settings, bot.id, clock)
    wording = Wording()
    zone = ZoneInfo(settings.time.zone)
    lexicon = Lexicon()
    library = open_law_library(settings, lexicon)
    sending = settings.sending
    sender = Sender(token, api, sending.overall_per_second, sending.group_per_minute)
    scribe = Scribe(wording, settings.telegram.group_chat, zone)
    postman = Postman(
        database, scribe, sender, clock, sending.at_once, sending.chat_burst, sending.give_up_after
    )
    database.on_posted(postman.wake)
    supervisor_after = timedelta(minutes=settings.handoff.supervisor_after_minutes)
    tools = make_tools(settings, database, wording, zone, clock, lexicon)
    dispatcher = make_dispatcher(DialogPlaces(database), library)
    reception = Reception(bot, dispatcher, tools)
    return App(
        settings=settings,
        bot=bot,
        database=database,
        reception=reception,
        postman=postman,
        ticker=Ticker(database, clock, supervisor_after),
        sender=sender,
        wording=wording,
        polling=Polling(bot, reception, settings.telegram.poll_seconds),
    )


def make_tools(
    settings: Settings, database: Database, wording: Wording, zone: ZoneInfo, clock: Callable[[], datetime],
    lexicon: Lexicon,
) -> Tools:  # fmt: skip
    """What the handlers need."""
    taxonomy = load_taxonomy()
    triage = load_triage(lexicon, taxonomy)
    return Tools(
        database=database,
        wording=wording,
        table=read_table(),
        zone=zone,
        clock=clock,
        group_chat=settings.telegram.group_chat,
        categories=[category.code for category in taxonomy.categories],
        sensitive=frozenset(c.code for c in taxonomy.categories if c.sensitive),
        suggest=lambda text, limit: [s.code for s in triage.suggest(text, limit)],
        open_questions=load_open_questions().of,
        claim_within=timedelta(minutes=settings.handoff.remind_after_minutes),
        claim_human_within=HUMAN_WITHIN,
        max_parts=settings.intake.max_parts,
        max_file_bytes=settings.intake.max_file_megabytes * 1024 * 1024,
    )
