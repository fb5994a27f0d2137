"""The legal basis shown with a result: numbers only of articles that are stored and in force today."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from knowledge.calculators.result import CalculatorResult
from knowledge.laws.texts.article import Article, Validity
from knowledge.laws.texts.store import LawStore


@dataclass(frozen=True, slots=True)
class LegalBasis:
    """Articles to be named with their number, and titles of texts to be named without one."""

    articles: Sequence[Article]
    titles: Sequence[str]


def legal_basis(result: CalculatorResult, store: LawStore | None, today: date) -> LegalBasis:
    """The legal basis of `result` on `today`; without a store every text is named by its title."""
    articles: list[Article] = []
    titles: list[str] = []
    for basis in result.basis:
        article = store.article(*basis) if store is not None else None
        if article is not None and article.validity(today) is Validity.CURRENT:
            articles.append(article)
            continue
        entry = store.law(basis.law) if store is not None else None
        titles.append(entry.official if entry is not None else basis.law)
    return LegalBasis(articles, tuple(dict.fromkeys([*titles, *result.documents])))
