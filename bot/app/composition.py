"""The composition root: the only place that names the concrete classes."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import structlog
from aiogram import Bot
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import LinkPreviewOptions

from bot.app.law_files import library_places
from bot.app.lazy import Lazily
from bot.app.lifecycle import App
from bot.app.limits import make_allowances
from bot.app.procedure import make_procedure
from bot.app.sealed import sealed_if_any
from bot.app.store import open_database, utc_now
from bot.dialogs.crisis.watch import LaneWatch
from bot.dialogs.dispatcher import make_dispatcher
from bot.dialogs.law.library import Bookcase
from bot.dialogs.limits.rate_counters import Tally
from bot.dialogs.shared.context import Tools
from bot.dialogs.updates.dialog_storage import DialogPlaces
from bot.dialogs.updates.polling import Polling
from bot.dialogs.updates.reception import Reception
from bot.dialogs.updates.retry_after import Patience
from bot.outbound.letters.scribe import Scribe
from bot.outbound.outbox_worker import Postman
from bot.outbound.scheduler import Ticker
from bot.outbound.sealed_worker import SealedPost
from bot.outbound.sender import Sender
from bot.settings import Settings
from bot.wording.catalogue import Wording
from knowledge.answers.library import Library, open_library
from knowledge.crisis import CrisisWatch, load_crisis
from knowledge.errors import KnowledgeError
from knowledge.reference.hotlines import load_hotlines
from knowledge.same_matter.same_matter import Similar, load_similar
from knowledge.text.lexicon import Lexicon
from knowledge.triage.kinds import Kind
from knowledge.triage.open_questions import load_open_questions
from knowledge.triage.taxonomy import load_taxonomy
from knowledge.triage.triage import Triage, load_triage
from mediation.cases.life_table import read_table
from mediation.deadlines.rules import ClockTable, read_clocks
from storage.sealed.store import SealedStore
from storage.unit_of_work.database import Database

log = structlog.get_logger()

HUMAN_WITHIN = timedelta(minutes=10)
"""An unclaimed call for a person is reminded of after this time; internal target."""


def open_law_library(settings: Settings, lexicon: Lexicon) -> Library | None:
    """The law library, or ``None`` with one line in the log when it cannot be opened."""
    try:
        return open_library(lexicon, library_places(settings))
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
    sealed = sealed_if_any(settings, clock)
    database = open_database(settings, bot.id, clock)
    wording = Wording()
    zone = ZoneInfo(settings.time.zone)
    lexicon = Lexicon(cache_dir=Path(settings.law.index) if settings.law.index else None)
    crisis = Lazily(load_crisis)
    triage = Lazily(lambda: load_triage(lexicon, look=lambda text: crisis.get().look(text)))
    similar = Lazily(lambda: load_similar(lexicon, triage.get()))
    library = open_law_library(settings, lexicon)
    sending = settings.sending
    sender = Sender(token, api, sending.overall_per_second, sending.group_per_minute)
    scribe = Scribe(wording, settings.telegram.group_chat, zone)
    postman = Postman(
        database, scribe, sender, clock, sending.at_once, sending.chat_burst, sending.give_up_after
    )
    database.on_posted(postman.wake)
    supervisor_after = timedelta(minutes=settings.handoff.supervisor_after_minutes)
    clocks = read_clocks()
    tools = make_tools(settings, database, wording, zone, clock, triage, similar, clocks, sealed)
    bookcase = Bookcase(library, database) if library is not None else None
    procedure = make_procedure(settings, wording, zone, clocks, library)
    watch = LaneWatch(crisis.get, load_hotlines())
    dispatcher = make_dispatcher(DialogPlaces(database, sealed), library, bookcase, procedure, watch)
    reception = Reception(bot, dispatcher, tools, is_urgent=watch.is_urgent)
    return App(
        settings=settings,
        bot=bot,
        database=database,
        reception=reception,
        postman=postman,
        ticker=Ticker(
            database, clock, supervisor_after, clocks=clocks, zone=zone, claim_within=tools.claim_within
        ),
        sender=sender,
        sealed=sealed,
        sealed_post=make_sealed_post(sealed, sender, wording, clock, zone),
        wording=wording,
        polling=Polling(bot, reception, settings.telegram.poll_seconds),
        tally=Tally(database, clock, tools.allowances.counted()),
        load_watch=crisis.get,
        warm=lambda: warm_up(crisis, triage, similar, library, clock().astimezone(zone).date()),
    )


def make_sealed_post(
    sealed: SealedStore | None,
    sender: Sender,
    wording: Wording,
    clock: Callable[[], datetime],
    zone: ZoneInfo,
) -> SealedPost | None:
    """What the sealed store sends itself, woken when something is due."""
    if sealed is None:
        return None
    post = SealedPost(sealed, sender, wording, clock, zone)
    sealed.on_posted(post.wake)
    return post


def warm_up(
    crisis: Lazily[CrisisWatch],
    triage: Lazily[Triage],
    similar: Lazily[Similar],
    library: Library | None,
    today: date,
) -> None:
    """Watch, dictionary, proposals, comparison and law index: nobody's first words wait for them."""
    crisis.get()
    triage.get()
    similar.get()
    if library is not None:
        library.warm(today)


def make_tools(
    settings: Settings, database: Database, wording: Wording, zone: ZoneInfo, clock: Callable[[], datetime],
    triage: Lazily[Triage], similar: Lazily[Similar], clocks: ClockTable, sealed: SealedStore | None,
) -> Tools:  # fmt: skip
    """What the handlers need."""
    taxonomy = load_taxonomy()
    return Tools(
        database=database,
        wording=wording,
        table=read_table(),
        zone=zone,
        clock=clock,
        group_chat=settings.telegram.group_chat,
        categories=[category.code for category in taxonomy.categories],
        sensitive=frozenset(c.code for c in taxonomy.categories if c.sensitive),
        suggest=lambda text, limit: [s.code for s in triage.get().suggest(text, limit)],
        alike=lambda text, others: [key for key, _ in similar.get().likely_repeats(text, others)],
        judge=lambda text: triage.get().judge(text),
        open_questions=load_open_questions().of,
        claim_within=timedelta(minutes=settings.handoff.remind_after_minutes),
        claim_human_within=HUMAN_WITHIN,
        clocks=clocks,
        max_parts=settings.intake.max_parts,
        max_file_bytes=settings.intake.max_file_megabytes * 1024 * 1024,
        allowances=make_allowances(settings),
        sealed=sealed,
        accuses=lambda text: triage.get().judge(text).kind is Kind.ACCUSATION,
    )
