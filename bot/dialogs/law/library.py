"""The law library of today: the built-in one, and the cards that staff have answered since."""

import asyncio
from datetime import date

import structlog

from knowledge.answers.library import Library
from knowledge.cards import CompanyCard, company_card
from knowledge.fields import Bilingual
from mediation.model.questions import AnsweredCard
from storage.unit_of_work.database import Database

log = structlog.get_logger()

_DOOR = Bilingual(zh="拿不准就找个人问", en="If in doubt, ask a person")
_NO_CATEGORY = "MISC"


class Bookcase:
    """Gives each answer the library of today; checks for new cards with one small read."""

    def __init__(self, library: Library, database: Database) -> None:
        self._ours = library
        self._now = library
        self._database = database
        self._version: tuple[int, date] | None = None
        self._lock = asyncio.Lock()

    async def open(self, today: date) -> Library:
        """The library with the answered cards that hold on this day."""
        version = (await self._database.run(lambda r: r.questions.version()), today)
        if version != self._version:
            async with self._lock:
                cards = await self._database.run(lambda r: r.questions.cards(today))
                self._now = await asyncio.to_thread(self._with, cards)
                self._version = version
        return self._now

    def _with(self, cards: list[AnsweredCard]) -> Library:
        found = [made for one in cards if (made := _card(one)) is not None]
        return self._ours.with_cards(found) if found else self._ours


def _card(answered: AnsweredCard) -> CompanyCard | None:
    try:
        return company_card(
            key=answered.key,
            title=answered.title,
            questions=answered.questions,
            category=answered.category or _NO_CATEGORY,
            answer=answered.answer,
            basis=answered.basis,
            document=answered.document,
            checked=answered.checked,
            until=answered.until,
            door=_DOOR,
        )
    except ValueError:
        log.error("an answered card cannot be read", card=answered.key)
        return None
