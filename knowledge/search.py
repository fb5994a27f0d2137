"""Word search over the stored articles: jieba words and character pairs, ranked with BM25."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated

import numpy as np
from numpy.typing import NDArray
from pydantic import BaseModel, ConfigDict, Field

from knowledge.bm25 import Scores, TokenField
from knowledge.datafile import read_checked
from knowledge.keeping import keep
from knowledge.laws.article import Article, Validity
from knowledge.laws.catalogue import Level
from knowledge.laws.repairs import STRAIGHT_QUOTES
from knowledge.laws.store import LawStore
from knowledge.lexicon import Lexicon
from knowledge.synonyms import Synonyms

SEARCH_FILE = Path(__file__).with_name("search.toml")
_LONGEST_QUESTION = 400
"""Characters of a question that are searched for; people say what they want early."""
_TOPIC_FROM = 60
"""Best articles that say which law a question is about."""
_LOOKED_AT = 200
"""Best articles that are looked at for one answer; the rest of the ranking is never read."""
Weight = Annotated[float, Field(ge=0)]
Documents = Callable[[], list[list[str]]]


class SearchSettings(BaseModel):
    """The knobs of search.toml; each is explained there."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    k1: float = Field(gt=0)
    b: float = Field(ge=0, le=1)
    bigram_weight: Weight
    synonym_weight: Weight
    near: tuple[Weight, Weight, Weight]
    topic_weight: Weight
    threshold: float = Field(ge=0, le=1)
    least_score: Weight
    short_score: Weight
    short_threshold: float = Field(ge=0, le=1)
    card_faint: Weight
    card_weight: Weight
    card_score: Weight
    card_threshold: float = Field(ge=0, le=1)


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
    """Ranks the articles of one store. The index is read or built at `warm()` or at the first question, once.

    With `kept` (a folder) the built index is kept there and read at the next start.
    """

    def __init__(
        self,
        store: LawStore,
        lexicon: Lexicon,
        synonyms: Synonyms,
        settings: SearchSettings,
        kept: Path | None = None,
    ) -> None:
        self._store = store
        self._lexicon = lexicon
        self._synonyms = synonyms
        self.settings = settings
        self._kept = kept
        self._words: TokenField | None = None
        self._pairs: TokenField | None = None
        self._near: Scores = np.zeros(0, dtype=np.float32)
        self._law_of: NDArray[np.int32] = np.zeros(0, dtype=np.int32)

    def warm(self) -> "ArticleSearch":
        """Makes the index ready now: a moment where it is kept, some seconds where it is built."""
        if self._words is None or self._pairs is None:
            self._lexicon.warm()
            self._words = self._field("words", self._word_documents)
            self._pairs = self._field("pairs", self._pair_documents)
            self._weigh_laws()
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
        asked = _matchable(question)[:_LONGEST_QUESTION]
        words, best_possible = self._scores(asked)
        ranked = self._with_topic(words)
        hits: list[Hit] = []
        for place in self._best(ranked, narrowed=laws is not None or levels is not None):
            if words[place] <= 0 or len(hits) == limit:
                break
            article = self._store.articles[place]
            if self._wanted(article, laws, levels) and article.validity(as_of) is Validity.CURRENT:
                confidence = min(1.0, float(words[place]) / best_possible)
                hits.append(Hit(article, float(ranked[place]), confidence, float(words[place])))
        return hits

    def is_confident(self, hit: Hit) -> bool:
        """Whether `hit` may be shown as an answer; below that it is "no verified source"."""
        knobs = self.settings
        enough = hit.words_score >= knobs.least_score and hit.confidence >= knobs.threshold
        short = hit.words_score >= knobs.short_score and hit.confidence >= knobs.short_threshold
        return enough or short

    def _wanted(
        self, article: Article, laws: Collection[str] | None, levels: Collection[Level] | None
    ) -> bool:
        if laws is not None and article.law not in laws:
            return False
        entry = self._store.law(article.law)
        return levels is None or (entry is not None and entry.level in levels)

    @staticmethod
    def _best(ranked: Scores, *, narrowed: bool) -> NDArray[np.int64]:
        """Places of the best articles, best first; of equals the earlier article comes first."""
        if narrowed or len(ranked) <= _LOOKED_AT:
            return np.argsort(-ranked, kind="stable")
        top = np.sort(np.argpartition(-ranked, _LOOKED_AT)[:_LOOKED_AT])
        best: NDArray[np.int64] = top[np.argsort(-ranked[top], kind="stable")]
        return best

    def _scores(self, asked: str) -> tuple[Scores, float]:
        self.warm()
        assert self._words is not None and self._pairs is not None
        pairs, extra = self.settings.bigram_weight, self.settings.synonym_weight
        legal = self._synonyms.legal_words(asked)
        words, said_pairs = self._word_tokens(asked), pair_tokens(asked)
        more = [token for word in legal for token in self._word_tokens(word)]
        more_pairs = [token for word in legal for token in pair_tokens(word)]
        scores = self._words.scores(words) + pairs * self._pairs.scores(said_pairs)
        scores = scores + extra * (self._words.scores(more) + pairs * self._pairs.scores(more_pairs))
        best = self._words.best(words) + pairs * self._pairs.best(said_pairs)
        return scores * self._near, max(best, 1e-6)

    def _with_topic(self, scores: Scores) -> Scores:
        """Lifts the articles of the laws that the best articles come from: they say what it is about."""
        weight = self.settings.topic_weight
        if not weight or len(scores) <= _TOPIC_FROM:
            return scores
        top = np.argpartition(-scores, _TOPIC_FROM)[:_TOPIC_FROM]
        topic = np.bincount(self._law_of[top], weights=scores[top], minlength=int(self._law_of.max()) + 1)
        lift = weight * float(scores.max()) * (topic / max(float(topic.max()), 1e-6)).astype(np.float32)
        lifted: Scores = np.where(scores > 0, scores + lift[self._law_of], 0).astype(np.float32)
        return lifted

    def _weigh_laws(self) -> None:
        weight = {entry.short: self.settings.near[entry.near - 1] for entry in self._store.laws}
        number = {entry.short: place for place, entry in enumerate(self._store.laws)}
        articles = self._store.articles
        self._near = np.array([weight[article.law] for article in articles], dtype=np.float32)
        self._law_of = np.array([number[article.law] for article in articles], dtype=np.int32)

    def _field(self, name: str, documents: Documents) -> TokenField:
        folder = self._kept / name if self._kept else None
        if folder is not None and folder.is_dir():
            return TokenField.load(folder, len(self._store.articles))
        field = TokenField.build(documents(), self.settings.k1, self.settings.b)
        if folder is not None:
            keep(folder, field.save)
        return field

    def _word_documents(self) -> list[list[str]]:
        return [
            self._word_tokens(_matchable(f"{a.law} {a.chapter or ''} {a.section or ''} {a.text}"))
            for a in self._store.articles
        ]

    def _pair_documents(self) -> list[list[str]]:
        return [pair_tokens(_matchable(article.text)) for article in self._store.articles]

    def _word_tokens(self, text: str) -> list[str]:
        return [word for word in self._lexicon.words(text) if len(word) > 1 or word.isalnum()]


def load_search_settings(path: Path = SEARCH_FILE) -> SearchSettings:
    """The project's knobs. Raises BadData with file and place."""
    return read_checked(path, SearchSettings)


def _matchable(text: str) -> str:
    return text.translate(STRAIGHT_QUOTES).lower()


def pair_tokens(text: str) -> list[str]:
    """Every two neighbouring letters or digits: what words cut wrongly still have in common."""
    return [text[i : i + 2] for i in range(len(text) - 1) if text[i].isalnum() and text[i + 1].isalnum()]
