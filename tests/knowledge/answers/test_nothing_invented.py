"""No answer ever shows an article that is not in the store, whatever is asked."""

import json
import random
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from knowledge.answers.answers import answer, from_card
from knowledge.answers.library import Library
from knowledge.laws.texts.article import Validity
from tests.every import every
from tests.statutes import ROOT

TODAY = date(2026, 11, 24)
BENCH = ROOT.parent / "shared" / "bench"
DATA = ROOT / "tests" / "data"
RANDOM_QUESTIONS = 2000
MORE = (
    DATA / "out_of_scope_tuning.jsonl",
    BENCH / "lay_questions_dev.jsonl",
    BENCH / "employee_questions_dev.jsonl",
)


def shown_truly(library: Library, question: str) -> bool:
    """Every article of the answer is the stored one and governs; so do those behind its limits and card."""
    told = answer(library, question, TODAY)
    articles = [found.article for found in (*told.articles, *told.company)]
    articles += [one for governing in told.governing for one in governing.articles]
    stored = all(one is library.store.article(one.law, one.number, one.sub, TODAY) for one in articles)
    current = all(one.validity(TODAY) is Validity.CURRENT for one in articles)
    limits = all(library.store.article(one.law, one.article, one.sub, TODAY) for one in told.limits)
    card = told.card is None or library.cards.holds(told.card, TODAY)
    return stored and current and limits and card


def random_questions(library: Library, count: int) -> Iterator[str]:
    """Pieces of stored articles, of cards and of numbers, thrown together by a seed."""
    dice = random.Random(20261124)
    texts = [article.text for article in library.store.articles[::7]]
    texts += [question for card in library.cards.cards for question in card.questions]
    laws = [entry.short for entry in library.store.laws]
    for _ in range(count):
        pieces = []
        for _ in range(dice.randint(1, 4)):
            text = dice.choice(texts)
            start = dice.randrange(max(1, len(text)))
            pieces.append(text[start : start + dice.randint(1, 12)])
        if dice.random() < 0.3:
            pieces.append(f"{dice.choice(laws)}第{dice.randint(1, 1400)}条")
        dice.shuffle(pieces)
        yield "".join(pieces)


def test_a_hundred_random_questions_show_only_what_is_stored(library: Library) -> None:
    assert [q for q in random_questions(library, 100) if not shown_truly(library, q)] == []


@pytest.mark.deep
def test_two_thousand_random_questions_show_only_what_is_stored(library: Library) -> None:
    assert [q for q in random_questions(library, RANDOM_QUESTIONS) if not shown_truly(library, q)] == []


@pytest.mark.parametrize("each", [40, pytest.param(1, marks=pytest.mark.deep)])
def test_every_line_that_we_measure_with_shows_only_what_is_stored(library: Library, each: int) -> None:
    def lines(path: Path) -> list[str]:
        if not path.is_file():
            pytest.skip("the question sets are not here")
        return path.read_text(encoding="utf-8").splitlines()[::each]

    def truly(path: Path) -> None:
        for line in map(json.loads, lines(path)):
            question = line.get("question") or line.get("text") or line["a"]
            assert shown_truly(library, question), question

    every(truly, ((path,) for path in (*sorted(DATA.glob("*unseen.jsonl")), *MORE)))


def test_every_card_shows_only_what_is_stored(library: Library) -> None:
    for card in library.cards.valid(TODAY):
        told = from_card(library, card, TODAY)
        for found in told.articles:
            assert found.article is library.store.article(
                found.article.law, found.article.number, found.article.sub, TODAY
            )
