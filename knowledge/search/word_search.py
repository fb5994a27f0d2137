"""Word search over the stored articles: jieba words and character pairs, ranked with BM25."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from math import log1p
from pathlib import Path
from threading import Lock
from typing import Annotated

import numpy as np
from pydantic import Field

from knowledge.datafile import Checked, read_checked
from knowledge.laws.catalogue.catalogue import Level
from knowledge.laws.texts.article import Article, Validity
from knowledge.laws.texts.store import LawStore
from knowledge.plain import PlainRecords
from knowledge.search.bm25 import Scores
from knowledge.search.index import Index, IndexBuilder, folded
from knowledge.search.synonyms import Synonyms
from knowledge.search.tokens import pair_tokens, word_tokens
from knowledge.text.lexicon import Lexicon

SEARCH_FILE = Path(__file__).with_name("search.toml")
_LONGEST_QUESTION = 400
"""Characters of a question that are searched for; people say what they want early."""
_TOPIC_FROM = 60
"""Number of best articles from which the law that a question is about is taken."""
_LOOKED_AT = 200
"""Best articles that are sorted at first; the rest only where more are wanted."""
Weight = Annotated[float, Field(ge=0)]


class SearchSettings(Checked):
    """The settings of search.toml; each is explained there."""

    k1: float = Field(gt=0)
    b: float = Field(ge=0, le=1)
    bigram_weight: Weight
    synonym_weight: Weight
    near: tuple[Weight, Weight, Weight]
    ask_weight: Weight
    ask_pair_weight: Weight
    topic_weight: Weight
    little_words: frozenset[str]
    aside_weight: Weight
    short_aside: float
    least: float
    threshold: float = Field(ge=0, le=1)
    least_score: Weight
    short_score: Weight
    short_threshold: float = Field(ge=0, le=1)
    vector_weight: Weight
    card_faint: Weight
    card_score: Weight
    card_threshold: float = Field(ge=0, le=1)
    card_short_score: Weight
    card_short_threshold: float = Field(ge=0, le=1)


@dataclass(frozen=True, slots=True)
class Hit:
    """An article that was found. `score` ranks; `words_score` and `confidence` say whether it is an answer.

    `confidence` is the share of the best score that the question could reach.
    """

    article: Article
    score: float
    confidence: float
    words_score: float


class ArticleSearch:
    """Ranks the articles that govern on a day. The index is read or built when a day is first asked about.

    An index serves every day on which the same texts govern: it is made anew when a law comes into force, not
    every midnight. With `kept` (a folder) it is kept there and read at the next start.
    """

    def __init__(
        self,
        store: LawStore,
        lexicon: Lexicon,
        synonyms: Synonyms,
        settings: SearchSettings,
        kept: Path | None = None,
        plain: PlainRecords | None = None,
    ) -> None:
        self._store = store
        self.lexicon = lexicon
        self._synonyms = synonyms
        self.settings = settings
        records = plain or PlainRecords(())
        self._builder = IndexBuilder(self._word_tokens, records, settings.k1, settings.b, kept)
        self._days: dict[date, str] = {}
        self._made: tuple[str, Index] | None = None
        self._lock = Lock()

    def warm(self, as_of: date) -> "ArticleSearch":
        """Makes the index for a day ready now: a moment where it is kept, some seconds where it is built."""
        self.lexicon.warm()
        self._index(as_of)
        return self

    def search(
        self,
        question: str,
        as_of: date,
        laws: Collection[str] | None = None,
        limit: int = 5,
        levels: Collection[Level] | None = None,
    ) -> list[Hit]:
        """The best articles that govern on `as_of`, best first.

        Only from `laws` (short titles) and from texts of `levels` when given. Every hit comes with its
        confidence; the threshold is the caller's business (see `answers`).
        """
        index = self._index(as_of)
        asked = folded(question)[:_LONGEST_QUESTION]
        words, best_possible = self._scores(index, asked)
        ranked = self._with_topic(index, words)
        hits: list[Hit] = []
        for place in self.best_places(ranked):
            if words[place] <= 0 or len(hits) == limit:
                break
            article = index.articles[place]
            if self._wanted(article, laws, levels):
                confidence = min(1.0, float(words[place]) / best_possible)
                hits.append(Hit(article, float(ranked[place]), confidence, float(words[place])))
        return hits

    def fits(self, hit: Hit, unanswerable: float) -> bool:
        """Whether an article of law may be shown to a question of that score (see `UnanswerableClassifier`).

        Below that it is "no verified source".
        """
        settings = self.settings
        told = log1p(hit.words_score) - settings.aside_weight * unanswerable >= settings.least
        return (told and hit.confidence >= settings.threshold) or (
            self._is_short(hit) and unanswerable <= settings.short_aside
        )

    def company_fits(self, hit: Hit) -> bool:
        """Whether a company's own rule may be shown: what it answers, no lines of ours can know."""
        settings = self.settings
        enough = hit.words_score >= settings.least_score and hit.confidence >= settings.threshold
        return enough or self._is_short(hit)

    def _is_short(self, hit: Hit) -> bool:
        """Whether nearly all that was said stands in the article, which of long questions is never so."""
        settings = self.settings
        return hit.words_score >= settings.short_score and hit.confidence >= settings.short_threshold

    def _wanted(
        self, article: Article, laws: Collection[str] | None, levels: Collection[Level] | None
    ) -> bool:
        if laws is not None and article.law not in laws:
            return False
        entry = self._store.law(article.law)
        return levels is None or (entry is not None and entry.level in levels)

    @staticmethod
    def best_places(ranked: Scores) -> Iterator[int]:
        """Places, best first; of equals the earlier article comes first.

        The whole ranking is sorted only for whoever wants more than the best `_LOOKED_AT`.
        """
        first = np.zeros(0, dtype=np.int64)
        if len(ranked) > _LOOKED_AT:
            least = np.partition(ranked, -_LOOKED_AT)[-_LOOKED_AT]
            first = np.flatnonzero(ranked > least)
            yield from first[np.argsort(-ranked[first], kind="stable")].tolist()
        yield from np.argsort(-ranked, kind="stable")[len(first) :].tolist()

    def _scores(self, index: Index, asked: str) -> tuple[Scores, float]:
        pairs, extra = self.settings.bigram_weight, self.settings.synonym_weight
        legal = self._synonyms.legal_words(asked)
        words = [word for word in self._word_tokens(asked) if word not in self.settings.little_words]
        said_pairs = pair_tokens(asked)
        more = [token for word in legal for token in self._word_tokens(word)]
        more_pairs = [token for word in legal for token in pair_tokens(word)]
        scores = index.words.scores(words) + pairs * index.pairs.scores(said_pairs)
        scores = scores + extra * (index.words.scores(more) + pairs * index.pairs.scores(more_pairs))
        asks = index.asks.scores(words) + self.settings.ask_pair_weight * index.ask_pairs.scores(said_pairs)
        scores = scores + self.settings.ask_weight * asks
        best = index.words.best(words) + pairs * index.pairs.best(said_pairs)
        return scores * index.near, max(best, 1e-6)

    def _with_topic(self, index: Index, scores: Scores) -> Scores:
        """Lifts the articles of the laws that the best articles come from: they say what it is about."""
        weight = self.settings.topic_weight
        if not weight or len(scores) <= _TOPIC_FROM:
            return scores
        top = np.argpartition(-scores, _TOPIC_FROM)[:_TOPIC_FROM]
        topic = np.bincount(index.law_of[top], weights=scores[top], minlength=int(index.law_of.max()) + 1)
        lift = weight * float(scores.max()) * (topic / max(float(topic.max()), 1e-6)).astype(np.float32)
        lifted: Scores = np.where(scores > 0, scores + lift[index.law_of], 0).astype(np.float32)
        return lifted

    def _index(self, as_of: date) -> Index:
        """The index whose articles govern on `as_of`."""
        state = self._days.get(as_of) or self._days.setdefault(as_of, self._texts_on(as_of))
        made = self._made
        if made is None or made[0] != state:
            with self._lock:
                made = self._made
                if made is None or made[0] != state:
                    made = self._made = state, self._make(state, as_of)
        return made[1]

    def _texts_on(self, as_of: date) -> str:
        """Which texts govern on a day, as a short fingerprint."""
        texts = {(a.law, str(a.passed), a.outdated) for a in self._store.articles if _governs(a, as_of)}
        return sha256(repr(sorted(texts)).encode()).hexdigest()[:12]

    def _make(self, state: str, as_of: date) -> Index:
        articles = tuple(article for article in self._store.articles if _governs(article, as_of))
        weight = {entry.short: self.settings.near[entry.near - 1] for entry in self._store.laws}
        number = {entry.short: place for place, entry in enumerate(self._store.laws)}
        near = np.array([weight[article.law] for article in articles], dtype=np.float32)
        law_of = np.array([number[article.law] for article in articles], dtype=np.int32)
        return self._builder.make(state, articles, near, law_of)

    def _word_tokens(self, text: str) -> list[str]:
        return word_tokens(text, self.lexicon)


def _governs(article: Article, as_of: date) -> bool:
    return article.validity(as_of) is Validity.CURRENT


def load_search_settings(path: Path = SEARCH_FILE) -> SearchSettings:
    """The project's settings. Raises BadData with file and place."""
    return read_checked(path, SearchSettings)
