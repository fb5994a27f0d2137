"""The cards of the project: each loads, holds with the statutes alone, and says what its articles say."""

from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from knowledge.cards import CARDS_FOLDER, Card, CardCollection, DocumentRef, Reference, load_cards, read_card
from knowledge.cards.checks import Tables, load_tables, slips
from knowledge.laws.texts.store import LawStore
from tests.every import every
from tests.knowledge.figures import copied, english_figures, figures
from tests.knowledge.law_texts import text_of

TODAY = date(2026, 11, 24)


def cards() -> list[tuple[Path, Card]]:
    """Every card of the project with its file."""
    return [(path, read_card(path)) for path in sorted(CARDS_FOLDER.glob("*.md"))]


def each(check: Callable[[Card], object]) -> None:
    """Look at every card; the ones that fail are named by their file."""
    every(lambda _, card: check(card), cards())


@pytest.fixture(scope="module")
def tables() -> Tables:
    return load_tables()


def _chinese(card: Card) -> str:
    ours = (card.title, *card.answer, card.door.zh, *(card.prepare.zh if card.prepare else ()))
    return "\n".join(ours)


def test_each_card_loads_and_agrees_with_the_tables(tables: Tables) -> None:
    def agrees(card: Card) -> None:
        assert [str(slip) for slip in slips(card, tables)] == []

    each(agrees)


def test_all_cards_load_together_and_no_title_is_there_twice() -> None:
    titles = Counter(card.title for card in load_cards())
    assert titles and titles.most_common(1)[0][1] == 1


def test_each_answer_is_short() -> None:
    def short(card: Card) -> None:
        first, *more = card.answer
        assert 60 <= len(first) <= 200, len(first)
        assert len(more) <= 1 and all(len(paragraph) <= 150 for paragraph in more), [len(p) for p in more]

    each(short)


def test_a_card_on_statutes_alone_is_valid_without_an_import(store: LawStore) -> None:
    def on_statutes_alone(card: Card) -> bool:
        return all(isinstance(one, Reference) and store.holds(one.law) for one in card.basis)

    def valid(_: Path, card: Card) -> None:
        assert CardCollection([card], store).findings(TODAY) == ()

    every(valid, ((path, card) for path, card in cards() if on_statutes_alone(card)))


def test_each_number_stands_in_one_of_the_articles(store: LawStore) -> None:
    def proved(card: Card) -> None:
        told = [text_of(store, one.law, one.article, one.sub) for one in card.references]
        known = figures("\n".join((*told, *card.figures_from_document)))
        assert figures(_chinese(card)) - known == frozenset()
        assert english_figures(f"{card.en} {card.door.en}") - known == frozenset()

    each(proved)


def test_no_sentence_is_the_law_s_own(store: LawStore) -> None:
    def own(card: Card) -> None:
        told = "\n".join(text_of(store, one.law, one.article, one.sub) for one in card.references)
        assert copied(_chinese(card), told) is None

    each(own)


def test_figures_taken_from_a_document_are_used_in_the_answer() -> None:
    def used(card: Card) -> None:
        assert all(figure in _chinese(card) for figure in card.figures_from_document)
        assert not card.figures_from_document or any(isinstance(one, DocumentRef) for one in card.basis)

    each(used)
