"""The one worker that empties the outbox: in order for each chat, several chats at a time."""

import asyncio
from collections import Counter, deque
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from typing import Any

import structlog
from aiolimiter import AsyncLimiter
from sqlalchemy.exc import SQLAlchemyError

from bot.outbound.letter_writer import Addressed, LetterWriter
from bot.outbound.letters.form import Outcome
from bot.outbound.outgoing import Album, Card, Copy, Words
from bot.outbound.sender import Rejected, Sender, TryLater, Unreachable
from bot.outbound.worker import Worker
from mediation.cases.moves import owner_unreachable
from mediation.model.cases.content import Place
from storage.mail.outbox import Letter
from storage.unit_of_work.database import Database
from storage.unit_of_work.records import SqlRecords
from storage.vault.errors import UnknownKey

log = structlog.get_logger()

MOST_UNDER_WAY = 256
"""Letters that may be under way."""

MOST_OF_ONE_CHAT = 8
"""Letters of one chat that may be under way; one long story must not keep the others waiting."""

IDLE_SECONDS = 5.0
"""How long it sleeps at the most when nothing wakes it."""

RETRY_SECONDS = 1.0
"""How long it waits when the store does not answer."""

NOTE_PAUSES = (0.2, 1.0, 5.0, 15.0)
"""Seconds between the tries to write down what became of a letter."""

BACKOFF = (1, 2, 5, 15, 60, 300)
"""Seconds before the next try."""


class OutboxWorker(Worker):
    """Sends what waits until it is told to stop; what was under way then is finished."""

    def __init__(
        self,
        database: Database,
        writer: LetterWriter,
        sender: Sender,
        clock: Callable[[], datetime],
        at_once: int,
        chat_burst: int,
        give_up_after: int,
    ) -> None:
        super().__init__()
        self._database = database
        self._writer = writer
        self._sender = sender
        self._clock = clock
        self._slots = asyncio.Semaphore(at_once)
        self._burst = chat_burst
        self._give_up_after = give_up_after
        self._under_way: dict[int, int] = {}
        self._queues: dict[int, deque[tuple[Letter, Addressed]]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._pace: dict[int, AsyncLimiter] = {}
        self._resting: dict[int, datetime] = {}

    async def run(self) -> None:
        """Deliver until ``stop``."""
        while not self._stopping:
            self._woken.clear()
            try:
                if not await self._take_due():
                    await self._rest()
            except Exception:
                log.exception("outbox cannot be read")
                await asyncio.sleep(RETRY_SECONDS)
        await asyncio.gather(*self._tasks)

    async def _rest(self) -> None:
        due = await self._database.run(lambda r: r.outbox.next_due())
        wait = IDLE_SECONDS
        if due is not None and not self._under_way:
            wait = min(wait, max(0.05, (due - self._clock()).total_seconds()))
        await self._sleep(wait)

    async def _take_due(self) -> int:
        now = self._clock()
        self._resting = {person: until for person, until in self._resting.items() if until > now}
        taken = await self._database.run(partial(self._take, resting=dict(self._resting)))
        for letter, addressed in taken:
            if self._resting.get(letter.person_id or 0, now) > now:
                continue  # trouble came while they were being taken; they still wait in the store
            self._under_way[letter.id] = letter.person_id or 0
            waiting = self._queues.setdefault(addressed.chat, deque())
            waiting.append((letter, addressed))
            if len(waiting) == 1:
                task = asyncio.create_task(self._send_in_order(addressed.chat))
                self._tasks.add(task)
                task.add_done_callback(self._tasks.discard)
        return len(taken)

    def _take(self, records: SqlRecords, resting: dict[int, datetime]) -> list[tuple[Letter, Addressed]]:
        for person, until in resting.items():  # what was posted since must not overtake what has to wait
            records.outbox.hold(person or None, until)
        taken: list[tuple[Letter, Addressed]] = []
        load = Counter(self._under_way.values())
        free = MOST_UNDER_WAY - len(self._under_way)
        busy = [person for person, count in load.items() if count >= MOST_OF_ONE_CHAT]
        for letter in records.outbox.due(records.now, MOST_UNDER_WAY, busy) if free > 0 else ():
            person = letter.person_id or 0
            if letter.id in self._under_way or load[person] >= MOST_OF_ONE_CHAT or len(taken) >= free:
                continue
            try:
                addressed = self._writer.write(records, letter)
            except (SQLAlchemyError, UnknownKey):
                raise
            except Exception as error:  # one bad letter must not keep all others waiting
                why = type(error).__name__
                log.error("letter cannot be written", letter=letter.id, kind=letter.kind, why=why)
                self._failed(records, letter, why)
                continue
            if addressed is None and load[person] and self._writer.waits_for_another(letter):
                continue  # what it changes may be on its way; it is looked at again when that has arrived
            if addressed is None:
                records.outbox.finish(letter, Outcome.STOPPED, "nothing to send")
                self._writer.ended(records, letter, Outcome.STOPPED)
            else:
                load[person] += 1
                taken.append((letter, addressed))
        return taken

    async def _send_in_order(self, chat: int) -> None:
        waiting = self._queues[chat]
        while waiting and not self._stopping:
            letter, addressed = waiting[0]
            if self._burst and chat > 0:
                await self._limiter(chat).acquire()
            async with self._slots:
                goes_on = await self._deliver_or_leave(letter, addressed)
            waiting.popleft()
            self._under_way.pop(letter.id)
            if not goes_on:
                break
        for letter, _ in waiting:  # they still wait in the store
            self._under_way.pop(letter.id)
        del self._queues[chat]
        self._woken.set()

    async def _deliver_or_leave(self, letter: Letter, addressed: Addressed) -> bool:
        try:
            return await self._deliver(letter, addressed)
        except SQLAlchemyError:  # the store is away for long: it is sent once more when the store is back
            log.exception("letter not noted", letter=letter.id, kind=letter.kind)
            return False
        except Exception as error:  # never again and again because its consequences cannot be noted
            log.exception("letter not noted", letter=letter.id, kind=letter.kind)
            why = type(error).__name__
            await self._note(lambda r: r.outbox.finish(letter, Outcome.FAILED, why))
            return True

    def _limiter(self, chat: int) -> AsyncLimiter:
        if len(self._pace) > 4096:
            self._pace = {c: one for c, one in self._pace.items() if c in self._queues}
        if chat not in self._pace:
            self._pace[chat] = AsyncLimiter(self._burst, self._burst)
        return self._pace[chat]

    async def _deliver(self, letter: Letter, addressed: Addressed) -> bool:
        """False when the line is in trouble and the chat has to wait."""
        try:
            messages = await self._sender.send(addressed.chat, addressed.outgoing)
            if addressed.pin and messages:
                await self._sender.pin(addressed.chat, messages[0])
        except Unreachable as error:
            why = str(error)
            await self._note(lambda r: self._unreachable(r, letter, why))
        except Rejected as error:
            log.error("letter refused", letter=letter.id, kind=letter.kind, why=str(error))
            why = str(error)
            await self._note(lambda r: self._failed(r, letter, why))
        except TryLater as error:
            await self._later(letter, error)
            return False
        except Exception as error:
            log.exception("letter failed", letter=letter.id, kind=letter.kind)
            why = type(error).__name__
            await self._note(lambda r: self._failed(r, letter, why))
        else:
            await self._note(lambda r: self._sent(r, letter, addressed, messages))
        return True

    async def _later(self, letter: Letter, error: TryLater) -> None:
        if letter.attempts + 1 >= self._give_up_after and error.seconds is None:
            log.error("letter given up", letter=letter.id, kind=letter.kind, why=str(error))
            await self._note(lambda r: self._failed(r, letter, str(error)))
            return
        wait = error.seconds or BACKOFF[min(letter.attempts, len(BACKOFF) - 1)]
        until = self._clock() + timedelta(seconds=wait)
        self._resting[letter.person_id or 0] = until
        await self._note(lambda r: r.outbox.postpone(letter, until, str(error)))

    async def _note(self, work: Callable[[SqlRecords], Any]) -> None:
        """Write down what became of a letter. While the store is away it is waited for: what could not be
        noted would be sent again and again."""
        for pause in NOTE_PAUSES:
            try:
                await self._database.run(work)
                return
            except SQLAlchemyError:
                log.exception("outbox cannot be written", again_in=pause)
                await asyncio.sleep(pause)
        await self._database.run(work)

    def _sent(self, records: SqlRecords, letter: Letter, addressed: Addressed, messages: list[int]) -> None:
        if not records.outbox.finish(letter, Outcome.SENT) and not records.outbox.is_there(letter):
            return  # its case has left the store while it was on its way: nothing may lead back to it
        _remember_places(records, letter, addressed, messages)
        self._writer.ended(records, letter, Outcome.SENT)

    def _unreachable(self, records: SqlRecords, letter: Letter, why: str) -> None:
        records.outbox.finish(letter, Outcome.UNREACHABLE, why)
        if letter.person_id is None:
            log.error("the mediators' group cannot be reached", why=why)
            return
        records.people.set_blocked(letter.person_id, records.now)
        number = letter.case_number
        if number is not None and records.cases.get(number).owner_id == letter.person_id:
            owner_unreachable(records, number, blocked=True)
        self._writer.ended(records, letter, Outcome.UNREACHABLE)

    def _failed(self, records: SqlRecords, letter: Letter, why: str) -> None:
        records.outbox.finish(letter, Outcome.FAILED, why)
        self._writer.ended(records, letter, Outcome.FAILED)


def _remember_places(records: SqlRecords, letter: Letter, addressed: Addressed, messages: list[int]) -> None:
    """Which message in which chat stands for what; letters without a case are not remembered."""
    number = letter.case_number
    if not number:
        return
    places = [Place(bot=records.bot, chat=addressed.chat, message=message) for message in messages]
    match addressed.outgoing:
        case Copy(said_id) if places:
            records.places.put(places[0], number, said_id)
        case Album(items):
            for place, (said_id, _) in zip(places, items, strict=False):
                records.places.put(place, number, said_id)
        case Card() if places:
            records.places.put_card(number, places[0])
        case Words() if places and letter.person_id is not None:
            records.places.put(places[0], number)
