"""Word search over the stored articles: jieba words and character pairs, ranked with BM25 (bm25s)."""

import logging
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from pydantic import BaseModel, ConfigDict, Field

from knowledge.datafile import read_checked
from knowledge.laws.article import Article, Validity
from knowledge.laws.repairs import STRAIGHT_QUOTES
from knowledge.laws.store import LawStore
from knowledge.lexicon import Lexicon
from knowledge.synonyms import Synonyms

SEARCH_FILE = Path(__file__).with_name("search.toml")
_LONGEST_QUESTION = 400
"""Characters of a question that are searched for; people say what they want early."""
Scores = NDArray[np.float32]


class SearchSettings(BaseModel):
    """The knobs of search.toml; each is explained there."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    k1: float = Field(gt=0)
    b: float = Field(ge=0, le=1)
    bigram_weight: float = Field(ge=0)
    synonym_weight: float = Field(ge=0)
    threshold: float = Field(ge=0, le=1)
    least_score: float = Field(ge=0)
    short_score: float = Field(ge=0)
    short_threshold: float = Field(ge=0, le=1)


@dataclass(frozen=True, slots=True)
class Hit:
    """An article that was found. `confidence` is the share of the best score the question could reach."""

    article: Article
    score: float
    confidence: float


class ArticleSearch:
    """Ranks the articles of one store. The index is built at `warm()` or at the first question, once."""

    def __init__(
        self, store: LawStore, lexicon: Lexicon, synonyms: Synonyms, settings: SearchSettings
    ) -> None:
        self._store = store
        self._lexicon = lexicon
        self._synonyms = synonyms
        self.settings = settings
        self._words: _Field | None = None
        self._pairs: _Field | None = None

    def warm(self) -> "ArticleSearch":
        """Builds the index now (a few seconds for all laws)."""
        if self._words is None or self._pairs is None:
            texts = [
                _matchable(f"{article.chapter or ''} {article.text}") for article in self._store.articles
            ]
            self._words = _Field([self._word_tokens(text) for text in texts], self.settings)
            self._pairs = _Field([_pair_tokens(text) for text in texts], self.settings)
        return self

    def search(
        self, question: str, as_of: date, laws: Collection[str] | None = None, limit: int = 5
    ) -> list[Hit]:
        """The best articles that govern on `as_of`, best first; only from `laws` (short titles) when given.

        Every hit comes with its confidence; the threshold is the caller's business (see `answers`).
        """
        asked = _matchable(question)[:_LONGEST_QUESTION]
        scores, best_possible = self._scores(asked)
        hits: list[Hit] = []
        for place in np.argsort(-scores, kind="stable"):
            score = float(scores[place])
            if score <= 0 or len(hits) == limit:
                break
            article = self._store.articles[place]
            if (laws is None or article.law in laws) and article.validity(as_of) is Validity.CURRENT:
                hits.append(Hit(article, score, min(1.0, score / best_possible)))
        return hits

    def is_confident(self, hit: Hit) -> bool:
        """Whether `hit` may be shown as an answer; below that it is "no verified source"."""
        knobs = self.settings
        enough = hit.score >= knobs.least_score and hit.confidence >= knobs.threshold
        short = hit.score >= knobs.short_score and hit.confidence >= knobs.short_threshold
        return enough or short

    def _scores(self, asked: str) -> tuple[Scores, float]:
        self.warm()
        assert self._words is not None and self._pairs is not None
        pairs, extra = self.settings.bigram_weight, self.settings.synonym_weight
        legal = self._synonyms.legal_words(asked)
        words, said_pairs = self._word_tokens(asked), _pair_tokens(asked)
        more = [token for word in legal for token in self._word_tokens(word)]
        more_pairs = [token for word in legal for token in _pair_tokens(word)]
        scores = self._words.scores(words) + pairs * self._pairs.scores(said_pairs)
        scores = scores + extra * (self._words.scores(more) + pairs * self._pairs.scores(more_pairs))
        best = self._words.best(words) + pairs * self._pairs.best(said_pairs)
        return scores, max(best, 1e-6)

    def _word_tokens(self, text: str) -> list[str]:
        return [word for word in self._lexicon.words(text) if len(word) > 1 or word.isalnum()]


class _Field:
    """One BM25 matrix over one kind of token."""

    def __init__(self, documents: Sequence[list[str]], settings: SearchSettings) -> None:
        import bm25s

        logging.getLogger("bm25s").setLevel(logging.WARNING)  # it sets itself to DEBUG when it is imported
        self._size = len(documents)
        self._model: Any = bm25s.BM25(k1=settings.k1, b=settings.b, method="lucene")
        self._model.index(list(documents), show_progress=False)
        self._idf = self._peaks()

    def scores(self, tokens: Sequence[str]) -> Scores:
        """One score per document; each token counts once."""
        known = self._known(tokens)
        if not known:
            return np.zeros(self._size, dtype=np.float32)
        found: Scores = self._model.get_scores_from_ids(known)
        return found

    def best(self, tokens: Sequence[str]) -> float:
        """What a document that has all the known tokens could score; unknown words count as rare ones."""
        known = self._known(tokens)
        unknown = len(set(tokens)) - len(known)
        return float(self._idf[known].sum()) + unknown * float(self._idf.max(initial=0.0)) * 0.5

    def _known(self, tokens: Sequence[str]) -> list[int]:
        vocabulary = self._model.vocab_dict
        return [vocabulary[token] for token in dict.fromkeys(tokens) if token in vocabulary]

    def _peaks(self) -> Scores:
        """The highest score that each token gives to any document."""
        data, indptr = self._model.scores["data"], self._model.scores["indptr"]
        peaks = np.zeros(len(indptr) - 1, dtype=np.float32)
        filled = np.flatnonzero(np.diff(indptr))
        peaks[filled] = np.maximum.reduceat(data, indptr[filled])
        return peaks


def load_search_settings(path: Path = SEARCH_FILE) -> SearchSettings:
    """The project's knobs. Raises BadData with file and place."""
    return read_checked(path, SearchSettings)


def _matchable(text: str) -> str:
    return text.translate(STRAIGHT_QUOTES).lower()


def _pair_tokens(text: str) -> list[str]:
    return [text[i : i + 2] for i in range(len(text) - 1) if text[i].isalnum() and text[i + 1].isalnum()]
