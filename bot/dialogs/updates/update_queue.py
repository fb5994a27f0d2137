"""Takes updates in: stored first, confirmed then, handled in order for each person, replayed if need be."""

import asyncio
import json
import secrets
from collections import deque
from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Any

import structlog
from aiogram import Bot, Dispatcher
from aiogram.exceptions import (
    AiogramError,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
)
from aiogram.types import Update
from sqlalchemy.exc import OperationalError

from bot.dialogs.shared.context import Guest, Guests
from bot.dialogs.updates.admission import (
    KINDS,
    Caller,
    admitted,
    caller,
    group_command,
    press_id,
    private_chat,
)
from bot.dialogs.updates.pace import Pace, Waiting
from mediation.model.cases.case import Notice
from storage.mail.outbox import UpdateKey
from storage.people.people import Visitor
from storage.unit_of_work.database import Database
from storage.unit_of_work.records import SqlRecords
from storage.unit_of_work.ticket import Ticket

log = structlog.get_logger()

ASKED_FOR = (*KINDS, "inline_query")
"""What we ask Telegram for. Inline queries come with every letter that is typed and are never kept."""

PASSING = (TelegramNetworkError, TelegramServerError, TelegramRetryAfter, OperationalError)
"""Trouble of the line and of the store; it is waited out, so that no answer is lost to it."""
TRIES = (1, 5, 15, 60, 300)
"""Seconds between the tries of one update; after the last it is apologised for."""


class UpdateQueue:
    """One for each bot. ``accept`` returns when the update is durable, not when it has been handled."""

    def __init__(
        self,
        bot: Bot,
        dispatcher: Dispatcher,
        database: Database,
        guests: Guests,
        pace: Pace,
        group_chat: int = 0,
        new_reference: Callable[[], str] | None = None,
    ) -> None:
        self._bot = bot
        self._dispatcher = dispatcher
        self._database = database
        self._guests = guests
        self._pace = pace
        self._group_chat = group_chat
        self._reference = new_reference or (lambda: secrets.token_hex(4).upper())
        self._queues: dict[int, deque[Waiting]] = {}
        self._tasks: set[asyncio.Task[None]] = set()

    async def accept(self, raw: dict[str, Any], payload: str | None = None) -> None:
        """Keep an update and see to it. The same update twice is handled once. Raises ``NotAnUpdate``."""
        update = admitted(raw)
        if "inline_query" in update:
            self._look_up(update)
            return
        key = UpdateKey(self._bot.id, update["update_id"])
        by = caller(update)
        text = json.dumps(update, ensure_ascii=False) if payload is None or update != raw else payload
        work = partial(_receive, key=key, payload=text, by=by)
        fresh, visitor = await self._database.run(work)
        if fresh:
            self._enqueue(update, by.who, visitor, first_time=True)

    def _look_up(self, raw: dict[str, Any]) -> None:
        """Answer an inline query beside everything else; a late or lost one harms nobody."""
        task = asyncio.create_task(self._answer_inline(raw))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _answer_inline(self, raw: dict[str, Any]) -> None:
        guest = self._guests.of(None, Ticket(raw["update_id"]), caller(raw).language)
        try:
            update = Update.model_validate(raw, context={"bot": self._bot})
            await self._dispatcher.feed_update(self._bot, update, guest=guest)
        except Exception as error:
            log.warning("an inline query was not answered", why=type(error).__name__)

    async def replay(self) -> int:
        """Handle what an earlier run had accepted and not finished; returns how many."""
        waiting = await self._database.run(lambda r: r.inbox.unfinished(self._bot.id))
        updates = [(raw, caller(raw).who) for raw in (json.loads(payload) for _, payload in waiting)]
        people = {who for _, who in updates}
        known = await self._database.run(lambda r: {who: r.people.find(who) for who in people})
        for raw, who in updates:
            self._enqueue(raw, who, None, first_time=False, person_id=known[who])
        return len(waiting)

    async def drain(self) -> None:
        """Wait until everything accepted so far has been handled."""
        while self._tasks:
            await asyncio.gather(*self._tasks)

    def _enqueue(
        self,
        raw: dict[str, Any],
        who: int,
        visitor: Visitor | None,
        first_time: bool,
        person_id: int | None = None,
    ) -> None:
        person_id = visitor.person_id if visitor is not None else person_id
        queue = self._queues.get(who)
        if queue is not None:
            # what was known of them may change before it is their turn
            queue.append(Waiting(raw, None, first_time, person_id))
            self._pace.arrived(who)
            return
        self._queues[who] = deque([Waiting(raw, visitor, first_time, person_id)])
        task = asyncio.create_task(self._walk(who))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _walk(self, who: int) -> None:
        queue = self._queues[who]
        while queue:
            one = await self._pace.next(who, queue, partial(self._ask_for_patience, who))
            try:
                await self._see_to(one, who, queue)
            except Exception:  # the store failed: it is replayed at the next start; the next one has its turn
                log.exception("update not finished", update_id=one.raw["update_id"])
        del self._queues[who]
        self._pace.is_done(who)

    async def _ask_for_patience(self, who: int, until: datetime, raw: dict[str, Any]) -> bool:
        """All of it is kept and goes on by itself; they are told so once, where they wrote or pressed."""
        if (there := self._to_be_told(raw)) is None:
            return False
        chat, press = there
        try:
            visitor = await self._database.run(lambda r: r.people.visitor(who))
            guest = self._guests.of(visitor, Ticket(0))
            at = until.astimezone(self._guests.zone).strftime("%H:%M")
            if press is not None:
                text = guest.plain("limit-presses", time=at)
                await self._bot.answer_callback_query(press, text, show_alert=True)
            else:
                await self._bot.send_message(chat, guest.words("limit-messages", time=at))
        except Exception as error:  # whether they hear of it or not, it goes on
            log.warning("not told to wait", why=type(error).__name__)
        return True

    def _to_be_told(self, raw: dict[str, Any]) -> tuple[int, str | None] | None:
        """The chat, and the press if it is one; what people say to each other in a group is not answered."""
        if (press := press_id(raw)) is not None:
            return 0, press
        if (chat := private_chat(raw)) is not None:
            return chat, None
        asked = group_command(raw)
        return (asked, None) if asked is not None and asked == self._group_chat else None

    async def _see_to(self, one: Waiting, who: int, queue: deque[Waiting]) -> None:
        """Once, or again while line or store are in trouble; a cry that comes meanwhile goes first."""
        ticket = Ticket(int(one.raw["update_id"]), one.first_time)
        for pause in TRIES:
            try:
                await self._handle(one, who, ticket)
                return
            except PASSING as error:
                why = type(error).__name__
                log.warning("update is tried again", update_id=ticket.update_id, why=why, again_in=pause)
            one.visitor, ticket.first_time = None, False
            while (urgent := await self._pace.rest(who, queue, pause)) is not None:
                await self._see_to(urgent, who, queue)
        await self._handle(one, who, ticket, last=True)

    async def _handle(self, one: Waiting, who: int, ticket: Ticket, last: bool = False) -> None:
        """The one broad ``except`` of this loop: it logs, apologises and goes on. Raises what may pass."""
        reference = None
        guest = self._guests.of(one.visitor, ticket)
        try:
            visitor = one.visitor
            if visitor is None:
                visitor = await self._database.run(lambda r: r.people.visitor(who))
            guest = self._guests.of(visitor, ticket)
            if who:  # what nobody did needs no answer, and the dialog library asks everything for its person
                update = Update.model_validate(one.raw, context={"bot": self._bot})
                await self._dispatcher.feed_update(self._bot, update, guest=guest)
        except Exception as error:
            if isinstance(error, PASSING) and not last:
                raise
            reference = self._reference()
            log.exception("update failed", reference=reference, update_id=ticket.update_id)
            await self._apologise(one.raw, guest, reference)
        if not ticket.finished or reference is not None:
            await self._finish(UpdateKey(self._bot.id, ticket.update_id), reference)

    async def _finish(self, key: UpdateKey, reference: str | None) -> None:
        """What was done is not done again because it could not be written down at once."""
        for pause in TRIES:
            try:
                return await self._database.run(lambda r: r.inbox.finish(key, reference))
            except OperationalError:
                await asyncio.sleep(pause)
        await self._database.run(lambda r: r.inbox.finish(key, reference))

    async def _apologise(self, raw: dict[str, Any], guest: Guest, reference: str) -> None:
        press, chat = press_id(raw), private_chat(raw)
        try:
            if press is not None:
                text = guest.plain("sorry-alert", reference=reference)
                await self._bot.answer_callback_query(press, text, show_alert=True)
            elif chat is not None:
                await self._bot.send_message(chat, guest.words("sorry", reference=reference))
        except AiogramError as error:
            log.warning("the apology comes later", reference=reference, why=type(error).__name__)
            if guest.visitor is not None and press is None:
                sorry = Notice(to=guest.me.person_id, kind="sorry", facts={"reference": reference})
                await self._database.run(lambda r: r.outbox.post(sorry))


def _receive(records: SqlRecords, *, key: UpdateKey, payload: str, by: Caller) -> tuple[bool, Visitor | None]:
    if not records.inbox.accept(key, payload):
        return False, None
    visitor = records.people.visitor(by.who)
    if visitor is None and by.private and by.who:
        records.people.meet(by.who, records.now, by.language)
        visitor = records.people.visitor(by.who)
    return True, visitor
