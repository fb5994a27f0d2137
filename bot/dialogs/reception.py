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
from aiogram.exceptions import AiogramError
from aiogram.types import Update

from bot.dialogs.door import KINDS, Caller, admitted, caller, press_id, private_chat
from bot.dialogs.pace import Pace, Waiting
from bot.dialogs.tools import Guest, Ticket, Tools
from storage.mailbox import UpdateKey
from storage.people import Visitor
from storage.records import SqlRecords

log = structlog.get_logger()

ASKED_FOR = (*KINDS, "inline_query")
"""What we ask Telegram for. Inline queries come with every letter that is typed and are never kept."""


class Reception:
    """One for each bot. ``accept`` returns when the update is durable, not when it has been handled."""

    def __init__(
        self,
        bot: Bot,
        dispatcher: Dispatcher,
        tools: Tools,
        new_reference: Callable[[], str] | None = None,
        is_urgent: Callable[[dict[str, Any], int | None], bool] = lambda raw, person_id: False,
    ) -> None:
        self._bot = bot
        self._dispatcher = dispatcher
        self._tools = tools
        self._reference = new_reference or (lambda: secrets.token_hex(4).upper())
        self._lanes: dict[int, deque[Waiting]] = {}
        self._pace = Pace(tools.allowances.messages, tools.clock, is_urgent)
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
        fresh, visitor = await self._tools.database.run(work)
        if fresh:
            self._enqueue(update, by.who, visitor, first_time=True)

    def _look_up(self, raw: dict[str, Any]) -> None:
        """Answer an inline query beside everything else; a late or lost one harms nobody."""
        task = asyncio.create_task(self._answer_inline(raw))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _answer_inline(self, raw: dict[str, Any]) -> None:
        guest = Guest(self._tools, None, Ticket(raw["update_id"]), caller(raw).language)
        try:
            update = Update.model_validate(raw, context={"bot": self._bot})
            await self._dispatcher.feed_update(self._bot, update, guest=guest)
        except Exception as error:
            log.warning("an inline query was not answered", why=type(error).__name__)

    async def replay(self) -> int:
        """Handle what an earlier run had accepted and not finished; returns how many."""
        waiting = await self._tools.database.run(lambda r: r.inbox.unfinished(self._bot.id))
        for _, payload in waiting:
            raw = json.loads(payload)
            self._enqueue(raw, caller(raw).who, None, first_time=False)
        return len(waiting)

    async def drain(self) -> None:
        """Wait until everything accepted so far has been handled."""
        while self._tasks:
            await asyncio.gather(*self._tasks)

    def _enqueue(self, raw: dict[str, Any], who: int, visitor: Visitor | None, first_time: bool) -> None:
        person_id = visitor.person_id if visitor is not None else None
        lane = self._lanes.get(who)
        if lane is not None:
            # what was known of them may change before it is their turn
            lane.append(Waiting(raw, None, first_time, person_id))
            self._pace.arrived(who)
            return
        self._lanes[who] = deque([Waiting(raw, visitor, first_time, person_id)])
        task = asyncio.create_task(self._walk(who))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _walk(self, who: int) -> None:
        lane = self._lanes[who]
        while lane:
            one = await self._pace.next(who, lane, partial(self._ask_for_patience, who))
            try:
                await self._handle(one.raw, who, one.visitor, one.first_time)
            except Exception:  # the store failed: it is replayed at the next start; the next one has its turn
                log.exception("update not finished", update_id=one.raw["update_id"])
        del self._lanes[who]
        self._pace.is_done(who)

    async def _ask_for_patience(self, who: int, until: datetime) -> None:
        """All of it is kept and goes on by itself; they are told so once."""
        try:
            visitor = await self._tools.database.run(lambda r: r.people.visitor(who))
            guest = Guest(self._tools, visitor, Ticket(0), visitor.language if visitor else "zh-CN")
            at = until.astimezone(self._tools.zone).strftime("%H:%M")
            await self._bot.send_message(who, guest.words("limit-messages", time=at))
        except Exception as error:  # whether they hear of it or not, it goes on
            log.warning("not told to wait", why=type(error).__name__)

    async def _handle(self, raw: dict[str, Any], who: int, visitor: Visitor | None, first_time: bool) -> None:
        """The one broad ``except`` of this loop: it logs, apologises and goes on."""
        key = UpdateKey(self._bot.id, raw["update_id"])
        reference = None
        ticket = Ticket(key.update_id, first_time)
        guest = Guest(self._tools, visitor, ticket)
        try:
            if visitor is None:
                visitor = await self._tools.database.run(lambda r: r.people.visitor(who))
            guest = Guest(self._tools, visitor, ticket, visitor.language if visitor else "zh-CN")
            if who:  # what nobody did needs no answer, and the dialog library asks everything for its person
                update = Update.model_validate(raw, context={"bot": self._bot})
                await self._dispatcher.feed_update(self._bot, update, guest=guest)
        except Exception:
            reference = self._reference()
            log.exception("update failed", reference=reference, update_id=key.update_id)
            await self._apologise(raw, guest, reference)
        if not ticket.finished or reference is not None:
            await self._tools.database.run(lambda r: r.inbox.finish(key, reference))

    async def _apologise(self, raw: dict[str, Any], guest: Guest, reference: str) -> None:
        press, chat = press_id(raw), private_chat(raw)
        try:
            if press is not None:
                text = guest.plain("sorry-alert", reference=reference)
                await self._bot.answer_callback_query(press, text, show_alert=True)
            elif chat is not None:
                await self._bot.send_message(chat, guest.words("sorry", reference=reference))
        except AiogramError as error:
            log.warning("the apology did not arrive", reference=reference, why=type(error).__name__)


def _receive(records: SqlRecords, *, key: UpdateKey, payload: str, by: Caller) -> tuple[bool, Visitor | None]:
    if not records.inbox.accept(key, payload):
        return False, None
    visitor = records.people.visitor(by.who)
    if visitor is None and by.private and by.who:
        records.people.meet(by.who, records.now, by.language)
        visitor = records.people.visitor(by.who)
    return True, visitor
