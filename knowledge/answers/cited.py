"""Sorts what a question cites into what may be shown and what may not, and why."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from knowledge.answers.library import Library
from knowledge.citations.precedence import NewNumber
from knowledge.citations.reader import Citation
from knowledge.laws.catalogue.catalogue import LawEntry
from knowledge.laws.texts.article import Article, Range, Validity

_MOST_CITED = 10
"""Citations of one question that are answered; nobody reads more."""


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
    text is older; REPEALED: `superseded_by` governs now; DAMAGED: the source has lost a part of it;
    NOT_LOADED: known by name, no text here. `stored` is the text where there is one: it may be shown only to
    somebody who asks for the old law by name, and marked as such.
    """

    law: str
    official_title: str
    article: int
    sub: int | None
    reason: Validity
    since: date | None
    superseded_by: str | None
    stored: Article | None = None


@dataclass(frozen=True, slots=True)
class Moved:
    """A cited number that meant something else in the old text of the same law."""

    law: str
    number: NewNumber


@dataclass(slots=True)
class Cited:
    """What the citations of one question come to."""

    articles: list[Found] = field(default_factory=list)
    missing: list[NotExisting] = field(default_factory=list)
    unavailable: list[Unavailable] = field(default_factory=list)
    ambiguous: list[Citation] = field(default_factory=list)
    moved: list[Moved] = field(default_factory=list)


def judge_citations(library: Library, as_of: date, citations: Iterable[Citation]) -> Cited:
    """What the citations come to on the day `as_of`; the order of the question is kept."""
    cited = Cited()
    for citation in list(citations)[:_MOST_CITED]:
        if citation.law is None:
            cited.ambiguous.append(citation)
            continue
        if moved := library.precedence.table.new_number(citation.law, citation.article, as_of):
            cited.moved.append(Moved(citation.law, moved))
        article = library.store.article(citation.law, citation.article, citation.sub, as_of)
        reason = article.validity(as_of) if article else library.store.law_validity(citation.law, as_of)
        numbers = library.store.range(citation.law)
        entry = library.store.law(citation.law)
        if article and reason is Validity.CURRENT:
            cited.articles.append(Found(article, citation=citation))
        elif article is None and entry and citation.sub is None and citation.article in entry.damaged:
            cited.unavailable.append(_unavailable(library, citation, Validity.DAMAGED, None))
        elif article is None and (numbers := numbers or _counted(entry, citation)):
            cited.missing.append(NotExisting(citation.law, citation.article, citation.sub, numbers))
        else:
            cited.unavailable.append(_unavailable(library, citation, reason, article))
    return cited


def _counted(entry: LawEntry | None, citation: Citation) -> Range | None:
    """The numbers of a law whose text is not here, where the cited one is certainly not among them."""
    last = entry.articles if entry and not entry.superseded_by else None
    return Range(1, last) if last and citation.article > last else None


def _unavailable(
    library: Library, citation: Citation, reason: Validity, stored: Article | None
) -> Unavailable:
    entry = library.store.law(citation.law or "")
    since = stored.since if stored else (entry.in_force or entry.passed if entry else None)
    return Unavailable(
        law=citation.law or "",
        official_title=entry.official if entry else "",
        article=citation.article,
        sub=citation.sub,
        reason=reason,
        since=since,
        superseded_by=entry.superseded_by if entry else None,
        stored=stored,
    )
