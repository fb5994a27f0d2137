"""Finds the policy card that a question is about, by the questions that the cards say they answer."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from knowledge.cards import Card, CardCollection
from knowledge.search.bm25 import TokenField
from knowledge.search.synonyms import Synonyms
from knowledge.search.tokens import pair_tokens, word_tokens
from knowledge.search.word_search import SearchSettings
from knowledge.text.lexicon import Lexicon

_MORE = 0.25
"""Weight of a card's second best question: a card that is asked about in several ways is the likelier one."""


@dataclass(frozen=True, slots=True)
class CardHit:
    """A card that was found. `confidence` is the share of the best score that the question could reach."""

    card: Card
    score: float
    confidence: float


class CardSearch:
    """Ranks the cards of one collection. The index is made at `warm()` or at the first question, once."""

    def __init__(
        self, cards: CardCollection, lexicon: Lexicon, synonyms: Synonyms, settings: SearchSettings
    ) -> None:
        self._cards = cards
        self._lexicon = lexicon
        self._synonyms = synonyms
        self._settings = settings
        self._lines: list[tuple[str, Card]] = []
        self._words: TokenField | None = None
        self._pairs: TokenField | None = None

    def warm(self) -> "CardSearch":
        """Makes the index ready now."""
        if self._words is None:
            self._lines = [
                (line.lower(), card) for card in self._cards.cards for line in (card.title, *card.questions)
            ]
            settings = self._settings
            texts = [line for line, _ in self._lines]
            self._pairs = TokenField.build([pair_tokens(text) for text in texts], settings.k1, 0.3)
            self._words = TokenField.build([self._tokens(text) for text in texts], settings.k1, 0.3)
        return self

    def over(self, cards: CardCollection) -> "CardSearch":
        """The same search over another collection."""
        return CardSearch(cards, self._lexicon, self._synonyms, self._settings)

    def search(self, question: str, as_of: date, limit: int = 3) -> list[CardHit]:
        """The best cards that may be shown on `as_of`, best first."""
        self.warm()
        assert self._words is not None and self._pairs is not None
        said = question.lower()
        words, pairs = self._tokens(said), pair_tokens(said)
        legal = self._synonyms.legal_words(said)
        more = [token for word in legal for token in self._tokens(word)]
        scores = self._words.scores(words) + 0.5 * self._pairs.scores(pairs)
        scores = scores + 0.3 * self._words.scores(more)
        best = max(self._words.best(words) + 0.5 * self._pairs.best(pairs), 1e-6)
        of_card: dict[str, list[float]] = defaultdict(list)
        for place in np.argsort(-scores, kind="stable")[:60]:
            if scores[place] > 0:
                of_card[self._lines[place][1].key].append(float(scores[place]))
        return self._hits(of_card, best, as_of, limit)

    def is_confident(self, hit: CardHit) -> bool:
        """Whether the card may lead an answer."""
        settings = self._settings
        enough = hit.score >= settings.card_score and hit.confidence >= settings.card_threshold
        return enough or (
            hit.score >= settings.card_short_score and hit.confidence >= settings.card_short_threshold
        )

    def _hits(self, of_card: dict[str, list[float]], best: float, as_of: date, limit: int) -> list[CardHit]:
        summed = {key: scores[0] + _MORE * sum(scores[1:2]) for key, scores in of_card.items()}
        found: list[CardHit] = []
        for key in sorted(summed, key=lambda key: -summed[key]):
            card = self._cards.get(key)
            # whether a card holds takes its articles to tell: it is asked of no more than are wanted
            if card is not None and self._cards.holds(card, as_of):
                found.append(CardHit(card, summed[key], min(1.0, of_card[key][0] / best)))
            if len(found) == limit:
                break
        return found

    def _tokens(self, text: str) -> list[str]:
        return word_tokens(text, self._lexicon)


def similar_questions(hits: Sequence[CardHit], shown: Card | None, limit: int = 3) -> tuple[Card, ...]:
    """Neighbouring cards to offer beside the one that is shown."""
    return tuple(hit.card for hit in hits if shown is None or hit.card.key != shown.key)[:limit]
