"""The composition root: the only place that names the concrete classes."""

from collections.abc import Callable
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from aiogram import Bot
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.fsm.state import State
from aiogram.types import LinkPreviewOptions

from bot.app.knowledge import Knowledge, open_knowledge
from bot.app.lifecycle import App, Hook, Lines
from bot.app.limits import make_allowances
from bot.app.procedure import make_procedure
from bot.app.sealed import sealed_if_any
from bot.app.store import open_database, utc_now
from bot.dialogs.access.gate import Gate
from bot.dialogs.crisis.watch import CrisisLineWatch
from bot.dialogs.dispatcher import make_dispatcher
from bot.dialogs.features import BEFORE_WINDOWS, FEATURES, menu_commands
from bot.dialogs.law.library import Bookcase
from bot.dialogs.limits.allowances import Allowances
from bot.dialogs.limits.rate_counters import RateCounters
from bot.dialogs.shared.case_moves import CaseRules
from bot.dialogs.shared.context import Guests
from bot.dialogs.updates.dialog_storage import DialogStorage
from bot.dialogs.updates.pace import Pace
from bot.dialogs.updates.polling import Polling
from bot.dialogs.updates.retry_after import RetryAfter
from bot.dialogs.updates.update_queue import UpdateQueue
from bot.outbound.letter_writer import LetterWriter
from bot.outbound.outbox_worker import OutboxWorker
from bot.outbound.schedule import every_job
from bot.outbound.scheduler import Scheduler
from bot.outbound.sealed_worker import SealedWorker
from bot.outbound.sender import Sender
from bot.settings import Settings
from bot.wording.catalogue import Wording
from knowledge.reference.hotlines import load_hotlines
from knowledge.triage.open_questions import load_open_questions
from knowledge.triage.taxonomy import load_taxonomy
from mediation.cases.life_table import read_table
from mediation.deadlines.rules import ClockTable, read_clocks
from storage.sealed.store import SealedStore
from storage.unit_of_work.database import Database

HUMAN_WITHIN = timedelta(minutes=10)
"""An unclaimed call for a person is reminded of after this time; internal target."""


def build(settings: Settings, token: str, clock: Callable[[], datetime] = utc_now) -> App:
    """Wire it up; nothing has been sent or received yet."""
    bot = make_bot(settings, token)
    zone = ZoneInfo(settings.time.zone)
    wording = Wording()
    sealed = sealed_if_any(settings, clock)
    database = open_database(settings, bot.id, clock)
    knowledge = open_knowledge(settings)
    allowances = make_allowances(settings)
    clock_table = read_clocks()
    claim_within = timedelta(minutes=settings.handoff.remind_after_minutes)
    case_rules = CaseRules(read_table(), claim_within)
    sender = make_sender(settings, token)
    writer = LetterWriter(wording, settings.telegram.group_chat, zone)
    updates = make_update_queue(
        settings, bot, database, sealed, knowledge, Guests(wording, zone, clock), allowances,
        case_rules, clock_table,
    )  # fmt: skip
    return App(
        lines=make_lines(settings),
        warm_at_start=settings.law.warm,
        bot=bot,
        database=database,
        updates=updates,
        outbox_worker=make_outbox_worker(settings, database, sender, writer, clock),
        scheduler=make_scheduler(settings, database, clock, zone, case_rules, clock_table),
        sender=sender,
        sealed=sealed,
        sealed_worker=make_sealed_worker(sealed, sender, wording, clock, zone),
        wording=wording,
        menu_commands=menu_commands((*BEFORE_WINDOWS, *FEATURES)),
        polling=Polling(bot, updates, settings.telegram.poll_seconds),
        tally=RateCounters(database, clock, allowances.counted()),
        load_watch=knowledge.crisis.get,
        warm=lambda: knowledge.warm_up(clock().astimezone(zone).date()),
    )


def make_lines(settings: Settings) -> Lines:
    """Where we listen, and how updates come."""
    hook, secret = None, settings.webhook_secret
    if settings.telegram.mode == "webhook" and secret is not None:
        hook = Hook(settings.webhook.url, settings.webhook.path, secret.get_secret_value())
    telegram, http = settings.telegram, settings.http
    return Lines(telegram.api, telegram.group_chat, http.host, http.port, hook)


def make_bot(settings: Settings, token: str) -> Bot:
    """aiogram's half: it answers the chat that just spoke."""
    session = AiohttpSession(api=TelegramAPIServer.from_base(settings.telegram.api.rstrip("/")))
    session.middleware(RetryAfter())
    defaults = DefaultBotProperties(parse_mode="HTML", link_preview=LinkPreviewOptions(is_disabled=True))
    return Bot(token, session=session, default=defaults)


def make_sender(settings: Settings, token: str) -> Sender:
    """python-telegram-bot's half: it writes to every other chat."""
    sending = settings.sending
    api = settings.telegram.api.rstrip("/")
    return Sender(token, api, sending.overall_per_second, sending.group_per_minute)


def make_update_queue(
    settings: Settings, bot: Bot, database: Database, sealed: SealedStore | None, knowledge: Knowledge,
    guests: Guests, allowances: Allowances, case_rules: CaseRules, clock_table: ClockTable,
) -> UpdateQueue:  # fmt: skip
    """The way in of every update, with the dispatcher behind it."""
    max_file_bytes = settings.intake.max_file_megabytes * 1024 * 1024
    at_work = frozenset[State]().union(*(one.at_work for one in (*BEFORE_WINDOWS, *FEATURES)))
    watch = CrisisLineWatch(knowledge.crisis.get, load_hotlines(), database, max_file_bytes, at_work)
    library = knowledge.library
    triage, same_matter = knowledge.triage, knowledge.same_matter
    data = {
        "database": database,
        "sealed_store": sealed,
        "case_rules": case_rules,
        "clock_table": clock_table,
        "claim_human_within": HUMAN_WITHIN,
        "taxonomy": load_taxonomy(),
        "open_questions": load_open_questions(),
        "judge": lambda text: triage.get().judge(text),
        "suggest": lambda text, limit: [s.code for s in triage.get().suggest(text, limit)],
        "alike": lambda text, others: [key for key, _ in same_matter.get().likely_repeats(text, others)],
        "group_chat": settings.telegram.group_chat,
        "max_parts": settings.intake.max_parts,
        "max_file_bytes": max_file_bytes,
        "allowances": allowances,
        "law_library": library,
        "bookcase": Bookcase(library, database) if library is not None else None,
        "procedure": make_procedure(settings, guests.wording, guests.zone, case_rules, clock_table, library),
        "crisis_line": watch,
    }
    dispatcher = make_dispatcher(
        DialogStorage(database, sealed), BEFORE_WINDOWS, FEATURES, data, watch, Gate(database, sealed)
    )
    pace = Pace(allowances, guests.clock, watch.is_urgent)
    return UpdateQueue(bot, dispatcher, database, guests, pace, settings.telegram.group_chat)


def make_outbox_worker(
    settings: Settings,
    database: Database,
    sender: Sender,
    writer: LetterWriter,
    clock: Callable[[], datetime],
) -> OutboxWorker:
    """The outbox's worker, woken by every letter that is posted."""
    sending = settings.sending
    outbox_worker = OutboxWorker(
        database, writer, sender, clock, sending.at_once, sending.chat_burst, sending.give_up_after
    )
    database.on_posted(outbox_worker.wake)
    return outbox_worker


def make_scheduler(
    settings: Settings, database: Database, clock: Callable[[], datetime], zone: ZoneInfo,
    case_rules: CaseRules, clock_table: ClockTable,
) -> Scheduler:  # fmt: skip
    """What time brings about, apart from anybody's message."""
    supervisor_after = timedelta(minutes=settings.handoff.supervisor_after_minutes)
    jobs = every_job(clock_table, case_rules.life_table, zone, supervisor_after, case_rules.claim_within)
    return Scheduler(database, clock, jobs)


def make_sealed_worker(
    sealed: SealedStore | None,
    sender: Sender,
    wording: Wording,
    clock: Callable[[], datetime],
    zone: ZoneInfo,
) -> SealedWorker | None:
    """What the sealed store sends itself, woken when something is due."""
    if sealed is None:
        return None
    worker = SealedWorker(sealed, sender, wording, clock, zone)
    sealed.on_posted(worker.wake)
    return worker
