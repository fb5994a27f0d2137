"""One ranking out of words and, where there are vectors, meaning; beside it the cards."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from knowledge.answers.library import Library
from knowledge.laws.catalogue.catalogue import Level
from knowledge.laws.texts.article import Article
from knowledge.search.card_search import CardHit

PUBLIC = frozenset(Level) - {Level.COMPANY}
"""Levels of law; company rules stand below them, in a list of their own."""
_MARKUP = re.compile(r"</?[a-zA-Z][^<>]{0,60}>")
"""Tags that somebody has typed; they ask nothing."""
_DEEP = 120
"""Places of each ranking that take part."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """An article with its fused score and, where words found it, the word search's confidence."""

    article: Article
    score: float
    confidence: float | None


@dataclass(frozen=True, slots=True)
class Ranking:
    """What was found for a question. `confident`: the best article may be shown as an answer."""

    articles: tuple[Ranked, ...]
    cards: tuple[CardHit, ...]
    confident: bool


def rank(
    library: Library,
    question: str,
    as_of: date,
    *,
    laws: Collection[str] | None = None,
    limit: int = 10,
) -> Ranking:
    """The best articles that govern on `as_of`, best first, and the cards that may know the question.

    `laws` (short titles) keeps to some laws; then no card takes part.
    """
    question = _MARKUP.sub(" ", question)
    asked = library.reader.without_titles(question)
    if not asked.strip(" ，。？?、的是"):
        return Ranking((), (), False)  # a title alone asks nothing
    hits = library.search.search(question, as_of, laws=laws, limit=max(limit, _DEEP), levels=PUBLIC)
    cards = () if laws is not None else tuple(library.card_search.search(asked, as_of))
    scores = _from_best([(hit.article, hit.score) for hit in hits])
    if library.meaning is not None and not (cards and library.card_search.is_confident(cards[0])):
        weight = library.search.settings.vector_weight
        for article, share in _above_last(library.meaning.nearest(asked, as_of, _DEEP, laws, PUBLIC)):
            scores[article] = scores.get(article, 0.0) + weight * share
    confidence = {hit.article: hit.confidence for hit in hits}
    best = sorted(scores, key=lambda article: -scores[article])[:limit]
    ranked = tuple(Ranked(article, scores[article], confidence.get(article)) for article in best)
    confident = bool(hits) and library.search.fits(hits[0], library.unanswerable.score(asked))
    return Ranking(ranked, cards, confident)


def _from_best(found: Sequence[tuple[Article, float]]) -> dict[Article, float]:
    """Scores as shares of the best one: 1 for the first."""
    best = max((score for _, score in found), default=1.0)
    return {article: score / max(best, 1e-6) for article, score in found}


def _above_last(found: Sequence[tuple[Article, float]]) -> list[tuple[Article, float]]:
    """Cosines lie close together: 1 for the nearest, 0 for the last one that was found."""
    if not found:
        return []
    first, last = found[0][1], found[-1][1]
    if first <= last:
        return [(article, 1.0) for article, _ in found]
    return [(article, (score - last) / (first - last)) for article, score in found]
