"""Answers a question with stored articles or says that there are none. Plain data: dialogs add the words."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from knowledge.answers.cited import Found, Moved, NotExisting, Unavailable, judge_citations
from knowledge.answers.library import Library
from knowledge.answers.ranking import Ranking, rank
from knowledge.cards import Card
from knowledge.citations.precedence import Governing
from knowledge.citations.reader import Citation
from knowledge.laws.catalogue.catalogue import Level
from knowledge.laws.texts.article import Article, Validity
from knowledge.reference.time_limits import Limit

_COMPANY_SHOWN = 2


class AnswerKind(StrEnum):
    """What an answer is; when several citations differ, the first of this order that applies."""

    ARTICLES = "articles"
    CARD = "card"
    UNAVAILABLE = "unavailable"
    NOT_EXISTS = "not_exists"
    AMBIGUOUS = "ambiguous"
    NOTHING = "nothing"
    OUT_OF_SCOPE = "out_of_scope"


@dataclass(frozen=True, slots=True)
class Answer:
    """What is known about a question on the day `as_of`. All lists keep the order of the question.

    `card` leads where there is one; `articles` are law, `company` are company rules, which stand below it.
    `governing` says why a text comes before an older one; `limits` may be running; `similar` are neighbouring
    cards; `outside` is the kind of a question that no law answers.
    """

    kind: AnswerKind
    question: str
    as_of: date
    articles: tuple[Found, ...] = ()
    not_existing: tuple[NotExisting, ...] = ()
    unavailable: tuple[Unavailable, ...] = ()
    ambiguous: tuple[Citation, ...] = ()
    card: Card | None = None
    company: tuple[Found, ...] = ()
    governing: tuple[Governing, ...] = ()
    moved: tuple[Moved, ...] = ()
    limits: tuple[Limit, ...] = ()
    similar: tuple[Card, ...] = ()
    outside: str | None = None


def answer(
    library: Library,
    question: str,
    as_of: date,
    *,
    context: str | None = None,
    laws: Collection[str] | None = None,
    limit: int = 3,
) -> Answer:
    """Citations first; without any, the cards and the word search, and nothing when they are not confident.

    `context` is the law the conversation was about; `laws` narrows the search to some short titles.
    """
    citations = library.citations(question, context)
    if citations:
        return _from_citations(library, question, as_of, citations)
    outside = library.scope.outside(question)
    if outside is not None:
        return Answer(AnswerKind.OUT_OF_SCOPE, question, as_of, outside=outside)
    return _from_search(library, question, as_of, laws, limit)


def _from_search(
    library: Library, question: str, as_of: date, laws: Collection[str] | None, limit: int
) -> Answer:
    """What cards and ranking know of a question that cites nothing; company rules only without `laws`."""
    found = rank(library, question, as_of, laws=laws, limit=max(limit, 3))
    card = found.cards[0].card if found.cards and library.card_search.is_confident(found.cards[0]) else None
    similar = tuple(
        hit.card
        for hit in found.cards
        if hit.card is not card and hit.score >= library.search.settings.card_faint
    )
    company = _company(library, question, as_of) if laws is None else ()
    if card is None and not found.confident:
        kind = AnswerKind.ARTICLES if company else AnswerKind.NOTHING
        return Answer(kind, question, as_of, company=company, similar=similar)
    articles = [one.article for one in found.articles] if found.confident else []
    if card is not None:
        articles = [*library.cards.readable(card, as_of), *articles]
    ordered, governing = library.precedence.in_order(articles, question, as_of)
    confidence = {one.article: one.confidence for one in found.articles}
    return Answer(
        kind=AnswerKind.CARD if card else AnswerKind.ARTICLES,
        question=question,
        as_of=as_of,
        articles=tuple(Found(one, confidence=confidence.get(one)) for one in ordered[:limit]),
        card=card,
        company=company,
        governing=tuple(one for one in governing if one.old in ordered[:limit] or one.documents),
        limits=_limits(library, card, as_of),
        similar=similar,
    )


def from_card(library: Library, card: Card, as_of: date, limit: int = 3) -> Answer:
    """The answer that a card gives when somebody has chosen it from a list."""
    articles = tuple(Found(one) for one in library.cards.readable(card, as_of)[:limit])
    limits = _limits(library, card, as_of)
    return Answer(AnswerKind.CARD, card.title, as_of, articles=articles, card=card, limits=limits)


def ranked_articles(
    library: Library, question: str, as_of: date, limit: int = 10
) -> list[tuple[Article, float]]:
    """The ranking behind `answer`, for measuring: cited articles first, governing ones before old ones.

    Empty for a question out of scope; no threshold is applied.
    """
    citations = library.citations(question)
    cited = judge_citations(library, as_of, citations)
    articles = [found.article for found in cited.articles]
    if not citations and library.scope.outside(question) is not None:
        return []
    ranking: Ranking | None = None
    if not articles:
        ranking = rank(library, question, as_of, limit=limit)
        articles = [one.article for one in ranking.articles]
    ordered, _ = library.precedence.in_order(articles, question, as_of)
    scores = {one.article: one.score for one in ranking.articles} if ranking else {}
    return [(article, scores.get(article, 1.0)) for article in ordered[:limit]]


def _company(library: Library, question: str, as_of: date) -> tuple[Found, ...]:
    """What the company's own rules say, where they say it clearly."""
    asked = library.reader.without_titles(question)
    hits = library.search.search(asked, as_of, limit=_COMPANY_SHOWN, levels={Level.COMPANY})
    return tuple(
        Found(hit.article, confidence=hit.confidence) for hit in hits if library.search.company_fits(hit)
    )


def _limits(library: Library, card: Card | None, as_of: date) -> tuple[Limit, ...]:
    """The time limits of a card whose article is stored and governs."""
    named = (library.limits.get(key) for key in (card.limits if card else ()))
    return tuple(limit for limit in named if limit and _stands(library, limit, as_of))


def _stands(library: Library, limit: Limit, as_of: date) -> bool:
    article = library.store.article(limit.law, limit.article, limit.sub, as_of)
    return article is not None and article.validity(as_of) is Validity.CURRENT


def _from_citations(library: Library, question: str, as_of: date, citations: Iterable[Citation]) -> Answer:
    cited = judge_citations(library, as_of, citations)
    kinds = (
        (AnswerKind.ARTICLES, cited.articles),
        (AnswerKind.UNAVAILABLE, cited.unavailable),
        (AnswerKind.NOT_EXISTS, cited.missing),
    )
    kind = next((kind for kind, some in kinds if some), AnswerKind.AMBIGUOUS)
    named = {found.article: found for found in cited.articles}
    ordered, governing = library.precedence.in_order(named, question, as_of)
    return Answer(
        kind=kind,
        question=question,
        as_of=as_of,
        articles=tuple(named.get(one, Found(one)) for one in ordered),
        not_existing=tuple(cited.missing),
        unavailable=tuple(cited.unavailable),
        ambiguous=tuple(cited.ambiguous),
        governing=tuple(governing),
        moved=tuple(cited.moved),
    )
