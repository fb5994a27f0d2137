"""The article of the day and a small quiz, drawn from the plain-language records. No score is kept."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from knowledge.laws.texts.article import Article, Validity
from knowledge.laws.texts.store import LawStore
from knowledge.plain.collection import PlainRecords
from knowledge.plain.record import PlainRecord

OPTIONS = 3


@dataclass(frozen=True, slots=True)
class Quiz:
    """A question from life and what three articles say; `right` is the place of the one that answers it."""

    ask: str
    options: tuple[tuple[Article, PlainRecord], ...]
    right: int

    @property
    def answer(self) -> Article:
        """The article that answers."""
        return self.options[self.right][0]


def askable(plain: PlainRecords, store: LawStore, as_of: date) -> list[tuple[Article, PlainRecord]]:
    """Articles that govern on the day and that people ask about, in the order of the files."""
    found = []
    for head, records in plain.files:
        for record in records:
            article = store.article(head.law, record.article, record.sub, as_of)
            if not record.asks or article is None or not head.fits(article):
                continue
            if article.validity(as_of) is Validity.CURRENT:
                found.append((article, record))
    return found


def article_of_the_day(plain: PlainRecords, store: LawStore, day: date) -> tuple[Article, PlainRecord] | None:
    """The same for everybody on a day, hardly the same twice a year. None where there are no records."""
    pool = askable(plain, store, day)
    return pool[_dice(day, 0).randrange(len(pool))] if pool else None


def quiz(plain: PlainRecords, store: LawStore, day: date, number: int) -> Quiz | None:
    """The quiz of that number on a day; None where one law has not enough records."""
    pool = askable(plain, store, day)
    dice = _dice(day, number)
    if not pool:
        return None
    article, record = pool[dice.randrange(len(pool))]
    others = _others(pool, article, record)
    if len(others) < OPTIONS - 1:
        return None
    options = [(article, record), *dice.sample(others, OPTIONS - 1)]
    dice.shuffle(options)
    return Quiz(dice.choice(record.asks), tuple(options), options.index((article, record)))


def _others(
    pool: Sequence[tuple[Article, PlainRecord]], article: Article, record: PlainRecord
) -> list[tuple[Article, PlainRecord]]:
    """Wrong answers: of the same law, none that has to be read with the right one."""
    near = {str(article.number), *record.see}
    return [
        (other, theirs)
        for other, theirs in pool
        if other.law == article.law and other.key != article.key and str(other.number) not in near
    ]


def _dice(day: date, number: int) -> random.Random:
    return random.Random(day.toordinal() * 1000 + number)  # noqa: S311 - a quiz is no secret
