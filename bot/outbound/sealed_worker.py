"""What the sealed store sends itself, past the ordinary outbox, so that no row there tells of it.

Codes, removals and the sentence that the roster changed go at once; the question whether anything changed,
and the officers' daily word, at one hour. That word is always the same and comes on some days without any
news, so that nobody can read from it whether something came, or whether something came that they may not see.
"""

import secrets
from collections.abc import Callable
from datetime import date, datetime, timedelta, tzinfo

import structlog

from bot.callbacks import Button, Keyboard, Press
from bot.outbound.outgoing import Card, Words
from bot.outbound.sender import Rejected, Sender, TryLater, Unreachable
from bot.outbound.worker import Worker
from bot.wording.catalogue import Wording
from mediation.sealed.intake import Change
from mediation.sealed.model import LetterKind, SealedLetter
from storage.sealed.office import NEWS
from storage.sealed.records import SqlSealedRecords
from storage.sealed.store import SealedStore

log = structlog.get_logger()

HOUR = 10
"""Of business time, from which on the day's questions and the officers' word go out."""
DECOY_EVERY = 4
"""Without news the word comes on about one day in so many, drawn anew each day."""
KEPT_DAYS = 30
"""A draft that nobody touches and a question that nobody answers are forgotten after so many days."""
REMINDED = "roused"
"""The day on which the officers last got their word, under its name in the store."""


def is_decoy_day() -> bool:
    """Whether the word comes on a day without news."""
    return secrets.randbelow(DECOY_EVERY) == 0


class SealedWorker(Worker):
    """``every`` is the longest pause in seconds between two rounds.

    ``decoy_day`` says whether the officers get their word today though there is no news.
    """

    def __init__(
        self,
        store: SealedStore,
        sender: Sender,
        wording: Wording,
        clock: Callable[[], datetime],
        zone: tzinfo,
        every: float = 15.0,
        decoy_day: Callable[[], bool] = is_decoy_day,
    ) -> None:
        super().__init__()
        self._store = store
        self._sender = sender
        self._wording = wording
        self._clock = clock
        self._zone = zone
        self._every = every
        self.decoy_day = decoy_day

    async def run(self) -> None:
        """Send until ``stop``; the one broad ``except`` of this loop says no more than that it failed."""
        while not self._stopping:
            self._woken.clear()
            try:
                await self.round()
            except Exception as error:
                log.error("update failed", why=type(error).__name__)
            await self._sleep(self._every)

    async def round(self) -> None:
        """Send what is due."""
        now = self._clock().astimezone(self._zone)
        open_now = now.hour >= HOUR
        for letter in await self._store.run(lambda r: r.letters.due()):
            if open_now or letter.kind is not LetterKind.CHANGED:
                await self._send(letter, now.date())
        if open_now:
            await self._remind_officers()
            await self._store.run(_tidy)

    async def _send(self, letter: SealedLetter, today: date) -> None:
        try:
            await self._deliver(letter)
        except TryLater:
            return  # it is tried again with the next round
        except Unreachable:
            until = today + timedelta(days=1)
            await self._store.run(lambda r: r.letters.postpone(letter.id, until))
            return
        except Rejected:
            await self._store.run(lambda r: r.letters.drop(letter.id))
            return
        if letter.kind is LetterKind.CHANGED:
            await self._store.run(lambda r: r.letters.sent(letter.id))
        else:
            await self._store.run(lambda r: r.letters.drop(letter.id))

    async def _deliver(self, letter: SealedLetter) -> None:
        match letter.kind:
            case LetterKind.CODE:
                html = self._wording.html(letter.language, "sealed-moved", code=letter.code)
                await self._sender.send(letter.chat, Words(html))
            case LetterKind.CHANGED:
                html = self._wording.html(letter.language, "sealed-how-is-it")
                await self._sender.send(letter.chat, Words(html, self._choices(letter)))
            case LetterKind.ROSTER:
                html = self._wording.html(letter.language, "sealed-roster-changed")
                await self._sender.send(letter.chat, Words(html))
            case LetterKind.PUT_AWAY:
                html = self._wording.html("zh-CN", "card-put-away")
                await self._sender.send(letter.chat, Card(html, [], letter.message))
            case LetterKind.TAKE_BACK:
                await self._sender.take_back(letter.chat, letter.message)

    def _choices(self, letter: SealedLetter) -> Keyboard:
        def button(key: str, answer: Change) -> Button:
            return Button(
                self._wording.plain(letter.language, key), Press("changed", letter.id, answer.value)
            )

        return [
            [button("button-changed-no", Change.NO), button("button-changed-yes", Change.YES)],
            [button("button-changed-stop", Change.STOP)],
        ]

    async def _remind_officers(self) -> None:
        """Once a day: the same word to all officers, or none to any."""
        chosen = self.decoy_day()
        officers = await self._store.run(lambda r: _to_remind(r, chosen))
        for officer in officers:
            try:
                await self._sender.send(officer, Words(self._wording.html("zh-CN", "sealed-news")))
            except (TryLater, Unreachable, Rejected):
                continue  # they find it when they look; nothing of this is for the log


def _to_remind(records: SqlSealedRecords, chosen: bool) -> list[int]:
    if records.day(REMINDED) == records.today:
        return []
    news = records.day(NEWS) is not None
    records.set_day(REMINDED, records.today)
    records.set_day(NEWS, None)
    return [one.id for one in records.officers()] if news or chosen else []


def _tidy(records: SqlSealedRecords) -> None:
    before = records.today - timedelta(days=KEPT_DAYS)
    records.drafts.drop_older(before)
    records.letters.drop_older(before)
    records.pending_entries.drop_lapsed()
