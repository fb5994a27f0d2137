"""Answers a question with stored articles or says that there are none. Plain data: dialogs add the words."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from knowledge.citations import Citation
from knowledge.laws.article import Article, Range, Validity
from knowledge.library import Library

_MOST_CITED = 10


class AnswerKind(StrEnum):
    """What an answer is; when several citations differ, the first of this order that applies."""

    ARTICLES = "articles"
    UNAVAILABLE = "unavailable"
    NOT_EXISTS = "not_exists"
    AMBIGUOUS = "ambiguous"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Found:
    """An article to show. `citation` is set when it was named, `confidence` when it was searched for."""

    article: Article
    citation: Citation | None = None
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class NotExisting:
    """A number that a loaded law does not have, with the numbers that it has."""

    law: str
    article: int
    sub: int | None
    range: Range


@dataclass(frozen=True, slots=True)
class Unavailable:
    """A named article that must not be shown as valid law, and why.

    FUTURE: not in force on the day, `since` says from when; OUTDATED: a later act changed it and the stored
    text is older; REPEALED: `superseded_by` governs now; NOT_LOADED: known by name, no text here.
    """

    law: str
    official_title: str
    article: int
    sub: int | None
    reason: Validity
    since: date | None
    superseded_by: str | None


@dataclass(frozen=True, slots=True)
class Answer:
    """What is known about a question on the day `as_of`. All lists keep the order of the question."""

    kind: AnswerKind
    question: str
    as_of: date
    articles: tuple[Found, ...] = ()
    not_existing: tuple[NotExisting, ...] = ()
    unavailable: tuple[Unavailable, ...] = ()
    ambiguous: tuple[Citation, ...] = ()


def answer(
    library: Library,
    question: str,
    as_of: date,
    *,
    context: str | None = None,
    laws: Collection[str] | None = None,
    limit: int = 3,
) -> Answer:
    """Citations first; without any, the word search, and nothing when it is not confident.

    `context` is the law the conversation was about; `laws` narrows the word search to some short titles.
    """
    citations = library.citations(question, context)
    if citations:
        return _from_citations(library, question, as_of, citations)
    asked = library.reader.without_titles(question)
    hits = library.search.search(asked, as_of, laws=laws, limit=limit)
    if not hits or not library.search.is_confident(hits[0]):
        return Answer(AnswerKind.NOTHING, question, as_of)
    found = tuple(Found(hit.article, confidence=hit.confidence) for hit in hits)
    return Answer(AnswerKind.ARTICLES, question, as_of, articles=found)


def _from_citations(library: Library, question: str, as_of: date, citations: Iterable[Citation]) -> Answer:
    articles: list[Found] = []
    missing: list[NotExisting] = []
    unavailable: list[Unavailable] = []
    ambiguous: list[Citation] = []
    for citation in list(citations)[:_MOST_CITED]:
        if citation.law is None:
            ambiguous.append(citation)
            continue
        article = library.store.article(citation.law, citation.article, citation.sub)
        reason = article.validity(as_of) if article else library.store.law_validity(citation.law, as_of)
        numbers = library.store.range(citation.law)
        if article and reason is Validity.CURRENT:
            articles.append(Found(article, citation=citation))
        elif article is None and numbers:
            missing.append(NotExisting(citation.law, citation.article, citation.sub, numbers))
        else:
            unavailable.append(_unavailable(library, citation, reason))
    kinds = (
        (AnswerKind.ARTICLES, articles),
        (AnswerKind.UNAVAILABLE, unavailable),
        (AnswerKind.NOT_EXISTS, missing),
    )
    kind = next((kind for kind, some in kinds if some), AnswerKind.AMBIGUOUS)
    return Answer(
        kind, question, as_of, tuple(articles), tuple(missing), tuple(unavailable), tuple(ambiguous)
    )


def _unavailable(library: Library, citation: Citation, reason: Validity) -> Unavailable:
    entry = library.store.law(citation.law or "")
    return Unavailable(
        law=citation.law or "",
        official_title=entry.official if entry else "",
        article=citation.article,
        sub=citation.sub,
        reason=reason,
        since=entry.in_force or entry.passed if entry else None,
        superseded_by=entry.superseded_by if entry else None,
    )
