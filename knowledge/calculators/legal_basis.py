"""What a result may be shown to stand on: numbers only of articles that are stored and govern today."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from knowledge.calculators.result import Reckoned
from knowledge.laws.texts.article import Article, Validity
from knowledge.laws.texts.store import LawStore


@dataclass(frozen=True, slots=True)
class Standing:
    """Articles to be named with their number, and titles of texts to be named without one."""

    articles: Sequence[Article]
    titles: Sequence[str]


def standing(reckoned: Reckoned, store: LawStore | None, today: date) -> Standing:
    """Sorts what `reckoned` stands on; without a store everything is a title."""
    articles: list[Article] = []
    titles: list[str] = []
    for basis in reckoned.basis:
        article = store.article(*basis) if store is not None else None
        if article is not None and article.validity(today) is Validity.CURRENT:
            articles.append(article)
            continue
        entry = store.law(basis.law) if store is not None else None
        titles.append(entry.official if entry is not None else basis.law)
    return Standing(articles, tuple(dict.fromkeys([*titles, *reckoned.documents])))
