"""Updates are stored first, confirmed then, handled in order for each person, replayed after a crash."""

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
    caller_of,
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

TRANSIENT = (TelegramNetworkError, TelegramServerError, TelegramRetryAfter, OperationalError)
"""Trouble of the line and of the store; it is waited out, so that no answer is lost to it."""
RETRY_PAUSES = (1, 5, 15, 60, 300)
"""Seconds between the tries of one update; after the last it is apologised for."""


class UpdateQueue:
    """The queue of one bot. ``accept`` returns when the update is stored, not when it has been handled."""

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
        """Stores an update and starts its handling; handles it once, however often it comes.

        Raises ``NotAnUpdate``.
        """
        update = admitted(raw)
        if "inline_query" in update:
            self._start_inline(update)
            return
        key = UpdateKey(self._bot.id, update["update_id"])
        by = caller_of(update)
        text = json.dumps(update, ensure_ascii=False) if payload is None or update != raw else payload
        work = partial(_receive, key=key, payload=text, by=by)
        fresh, visitor = await self._database.run(work)
        if fresh:
            self._enqueue(update, by.who, visitor, first_time=True)

    def _start_inline(self, raw: dict[str, Any]) -> None:
        """Answers an inline query apart from the queue; one that is lost does no harm."""
        task = asyncio.create_task(self._answer_inline(raw))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _answer_inline(self, raw: dict[str, Any]) -> None:
        guest = self._guests.of(None, Ticket(raw["update_id"]), caller_of(raw).language)
        try:
            update = Update.model_validate(raw, context={"bot": self._bot})
            await self._dispatcher.feed_update(self._bot, update, guest=guest)
        except Exception as error:
            log.warning("an inline query was not answered", why=type(error).__name__)

    async def replay(self) -> int:
        """Handles what an earlier run accepted and did not finish; returns how many."""
        waiting = await self._database.run(lambda r: r.inbox.unfinished(self._bot.id))
        updates = [(raw, caller_of(raw).who) for raw in (json.loads(payload) for _, payload in waiting)]
        people = {who for _, who in updates}
        known = await self._database.run(lambda r: {who: r.people.find(who) for who in people})
        for raw, who in updates:
            self._enqueue(raw, who, None, first_time=False, person_id=known[who])
        return len(waiting)

    async def drain(self) -> None:
        """Waits until everything accepted so far has been handled."""
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
        task = asyncio.create_task(self._work_off(who))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _work_off(self, who: int) -> None:
        queue = self._queues[who]
        while queue:
            one = await self._pace.next(who, queue, partial(self._tell_to_wait, who))
            try:
                await self._handle_with_retries(one, who, queue)
            except Exception:  # the store failed: it is replayed at the next start; the next one has its turn
                log.exception("update not finished", update_id=one.raw["update_id"])
        del self._queues[who]
        self._pace.is_done(who)

    async def _tell_to_wait(self, who: int, until: datetime, raw: dict[str, Any]) -> bool:
        """Says once, where they wrote or pressed, until when the rest waits. False where nobody is told."""
        if (there := self._chat_to_tell(raw)) is None:
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

    def _chat_to_tell(self, raw: dict[str, Any]) -> tuple[int, str | None] | None:
        """The chat, or the press; what people say to each other in a group is not answered."""
        if (press := press_id(raw)) is not None:
            return 0, press
        if (chat := private_chat(raw)) is not None:
            return chat, None
        asked = group_command(raw)
        return (asked, None) if asked is not None and asked == self._group_chat else None

    async def _handle_with_retries(self, one: Waiting, who: int, queue: deque[Waiting]) -> None:
        """Tries again while line or store are in trouble; urgent updates go first meanwhile."""
        ticket = Ticket(int(one.raw["update_id"]), one.first_time)
        for pause in RETRY_PAUSES:
            try:
                await self._handle(one, who, ticket)
                return
            except TRANSIENT as error:
                why = type(error).__name__
                log.warning("update is tried again", update_id=ticket.update_id, why=why, again_in=pause)
            one.visitor, ticket.first_time = None, False
            while (urgent := await self._pace.rest(who, queue, pause)) is not None:
                await self._handle_with_retries(urgent, who, queue)
        await self._handle(one, who, ticket, last=True)

    async def _handle(self, one: Waiting, who: int, ticket: Ticket, last: bool = False) -> None:
        """The one broad ``except`` of this loop: logs, apologises, goes on. Lets ``TRANSIENT`` pass."""
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
            if isinstance(error, TRANSIENT) and not last:
                raise
            reference = self._reference()
            log.exception("update failed", reference=reference, update_id=ticket.update_id)
            await self._apologise(one.raw, guest, reference)
        if not ticket.finished or reference is not None:
            await self._finish(UpdateKey(self._bot.id, ticket.update_id), reference)

    async def _finish(self, key: UpdateKey, reference: str | None) -> None:
        """Marks it finished, with retries: what was done must not be done again."""
        for pause in RETRY_PAUSES:
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
