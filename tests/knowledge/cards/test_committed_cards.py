"""The cards of the project: each loads, holds with the statutes alone, and says what its articles say."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from knowledge.cards import CARDS_FOLDER, Card, CardCollection, DocumentRef, Reference, load_cards, read_card
from knowledge.cards.checks import Tables, load_tables, slips
from knowledge.laws.texts.store import LawStore
from tests.knowledge.figures import copied, english_figures, figures
from tests.knowledge.law_texts import text_of

TODAY = date(2026, 11, 24)
FILES = sorted(CARDS_FOLDER.glob("*.md"))
each_file = pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)


@pytest.fixture(scope="module")
def tables() -> Tables:
    return load_tables()


def _chinese(card: Card) -> str:
    ours = (card.title, *card.answer, card.door.zh, *(card.prepare.zh if card.prepare else ()))
    return "\n".join(ours)


@each_file
def test_each_card_loads_and_agrees_with_the_tables(path: Path, tables: Tables) -> None:
    assert [str(slip) for slip in slips(read_card(path), tables)] == []


def test_all_cards_load_together_and_no_title_is_there_twice() -> None:
    titles = Counter(card.title for card in load_cards())
    assert titles and titles.most_common(1)[0][1] == 1


@each_file
def test_each_answer_is_short(path: Path) -> None:
    first, *more = read_card(path).answer
    assert 60 <= len(first) <= 200, len(first)
    assert len(more) <= 1 and all(len(paragraph) <= 150 for paragraph in more), [len(p) for p in more]


@each_file
def test_a_card_on_statutes_alone_is_valid_without_an_import(path: Path, store: LawStore) -> None:
    card = read_card(path)
    if not all(isinstance(one, Reference) and store.holds(one.law) for one in card.basis):
        pytest.skip("its basis is not in the statutes alone")
    assert CardCollection([card], store).findings(TODAY) == ()


@each_file
def test_each_number_stands_in_one_of_the_articles(path: Path, store: LawStore) -> None:
    card = read_card(path)
    told = [text_of(store, one.law, one.article, one.sub) for one in card.references]
    proved = figures("\n".join((*told, *card.figures_from_document)))
    assert figures(_chinese(card)) - proved == frozenset()
    assert english_figures(f"{card.en} {card.door.en}") - proved == frozenset()


@each_file
def test_no_sentence_is_the_law_s_own(path: Path, store: LawStore) -> None:
    card = read_card(path)
    told = "\n".join(text_of(store, one.law, one.article, one.sub) for one in card.references)
    assert copied(_chinese(card), told) is None


@each_file
def test_figures_taken_from_a_document_are_used_in_the_answer(path: Path) -> None:
    card = read_card(path)
    assert all(figure in _chinese(card) for figure in card.figures_from_document)
    assert not card.figures_from_document or any(isinstance(one, DocumentRef) for one in card.basis)
