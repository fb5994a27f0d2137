"""All cards, and which of them hold on a given day against the laws that are stored."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

from knowledge.cards.card import Basis, Card, DocumentRef, Reference, read_card
from knowledge.cards.checks import load_tables, same_questions, slips
from knowledge.errors import BadData
from knowledge.laws.texts.article import Article, Validity
from knowledge.laws.texts.store import LawStore
from knowledge.reference.documents import Document, Documents, load_documents

CARDS_FOLDER = Path(__file__).with_name("texts")


class Problem(StrEnum):
    """Why a card may not be shown on a day.

    EXPIRED: past its date, or since it was checked a text of its basis was passed anew or fell due.
    """

    BASIS_MISSING = "basis_missing"
    BASIS_NOT_IN_FORCE = "basis_not_in_force"
    EXPIRED = "expired"
    NOT_YET = "not_yet"


@dataclass(frozen=True, slots=True)
class Finding:
    """One reason against one card; `detail` is the article, the document or the date it is about."""

    card: Card
    problem: Problem
    detail: str


def load_cards(folder: Path = CARDS_FOLDER) -> tuple[Card, ...]:
    """Every card of `folder` (*.md), by key, checked against the project's own tables.

    Raises BadData(file, place, problem) for the first card that is wrong.
    """
    tables = load_tables()
    cards = tuple(read_card(path) for path in sorted(folder.glob("*.md")))
    found = [(card, slip) for card in cards for slip in slips(card, tables)] + list(same_questions(cards))
    if found:
        card, slip = found[0]
        raise BadData(file=str(folder / f"{card.key}.md"), place=slip.place, problem=slip.problem)
    return cards


class CardCollection:
    """The cards beside the library that they stand on. Immutable; every question takes its day."""

    def __init__(self, cards: Iterable[Card], store: LawStore, documents: Documents | None = None) -> None:
        """`documents` are the project's own when none are given."""
        self._cards = {card.key: card for card in cards}
        self._store = store
        self._documents = documents or load_documents()

    @property
    def cards(self) -> tuple[Card, ...]:
        """Every card, whether or not it holds today."""
        return tuple(self._cards.values())

    def with_cards(self, more: Iterable[Card]) -> "CardCollection":
        """These cards and `more` (the company's own); one of the same key takes the place of ours."""
        return CardCollection((*self.cards, *more), self._store, self._documents)

    def get(self, key: str) -> Card | None:
        """The card with this key, whether or not it holds today."""
        return self._cards.get(key)

    def document(self, key: str) -> Document | None:
        """A text that is known by title and date only."""
        return self._documents.get(key)

    def holds(self, card: Card, as_of: date) -> bool:
        """Whether the card may be shown on `as_of`."""
        return not any(self._against(card, as_of))

    def valid(self, as_of: date) -> tuple[Card, ...]:
        """The cards that may be shown on `as_of`: the whole basis governs, the date is not past."""
        return tuple(card for card in self._cards.values() if self.holds(card, as_of))

    def findings(self, as_of: date) -> tuple[Finding, ...]:
        """Every reason against every card on `as_of`; a card may have several."""
        return tuple(finding for card in self._cards.values() for finding in self._against(card, as_of))

    def readable(self, card: Card, as_of: date) -> tuple[Article, ...]:
        """The articles behind the card that are stored and govern on `as_of`: its basis, then its `see`."""
        stored = (self._store.article(one.law, one.article, one.sub, as_of) for one in card.references)
        return tuple(article for article in stored if article and article.validity(as_of) is Validity.CURRENT)

    def _against(self, card: Card, as_of: date) -> Iterator[Finding]:
        if as_of < card.checked:
            yield Finding(card, Problem.NOT_YET, f"checked {card.checked}")
        if as_of > card.until:
            yield Finding(card, Problem.EXPIRED, f"until {card.until}")
        for one in card.basis:
            finding = self._of_basis(card, one, as_of)
            if finding:
                yield finding

    def _of_basis(self, card: Card, basis: Basis, as_of: date) -> Finding | None:
        if isinstance(basis, DocumentRef):
            return self._of_text(card, basis, as_of)
        return self._of_article(card, basis, as_of)

    def _of_article(self, card: Card, reference: Reference, as_of: date) -> Finding | None:
        article = self._store.article(reference.law, reference.article, reference.sub, as_of)
        if article is None:
            return Finding(card, Problem.BASIS_MISSING, str(reference))
        if article.validity(as_of) is not Validity.CURRENT:
            return Finding(card, Problem.BASIS_NOT_IN_FORCE, str(reference))
        if article.passed and article.passed > card.checked:
            return Finding(card, Problem.EXPIRED, f"{reference} passed {article.passed}")
        return None

    def _of_text(self, card: Card, reference: DocumentRef, as_of: date) -> Finding | None:
        document = self._documents.get(reference.key)
        if document is None:
            return Finding(card, Problem.BASIS_MISSING, str(reference))
        if not document.governs_on(as_of):
            return Finding(card, Problem.BASIS_NOT_IN_FORCE, str(reference))
        return Finding(card, Problem.EXPIRED, str(reference)) if document.due_on(as_of) else None


def open_cards(store: LawStore) -> CardCollection:
    """The project's own cards beside `store`. Raises BadData."""
    return CardCollection(load_cards(), store, load_documents())
