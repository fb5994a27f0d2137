"""The law library in memory: built once, never changed, quick to ask."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise
from pathlib import Path

from knowledge.errors import SourceBroken
from knowledge.laws.article import Article, Range, Validity
from knowledge.laws.catalogue import Catalogue, LawEntry, load_catalogue
from knowledge.laws.repairs import repair
from knowledge.laws.source_package import SOURCE_LABEL, PackageSource, find_laws_db

Key = tuple[str, int, int]


class LawStore:
    """Laws by short title and articles by (law, number, sub). Answers only with what it holds."""

    def __init__(self, entries: Iterable[LawEntry], articles: Iterable[Article]) -> None:
        self._entries = {entry.short: entry for entry in entries}
        self._articles = tuple(articles)
        self._by_key: dict[Key, Article] = {article.key: article for article in self._articles}
        self._after: dict[Key, Article] = {}
        self._before: dict[Key, Article] = {}
        self._ranges: dict[str, Range] = {}
        for one, two in pairwise(self._articles):
            if one.law == two.law:
                self._after[one.key], self._before[two.key] = two, one
        for article in self._articles:
            known = self._ranges.get(article.law, Range(article.number, article.number))
            self._ranges[article.law] = Range(
                min(known.first, article.number), max(known.last, article.number)
            )

    @property
    def laws(self) -> tuple[LawEntry, ...]:
        """Every law of the catalogue, loaded or only known by name."""
        return tuple(self._entries.values())

    @property
    def articles(self) -> Sequence[Article]:
        """Every stored article, law by law, in the law's own order."""
        return self._articles

    def law(self, short: str) -> LawEntry | None:
        """The catalogue's entry for a short title."""
        return self._entries.get(short)

    def holds(self, short: str) -> bool:
        """Whether the text of this law is loaded."""
        return short in self._ranges

    def article(self, law: str, number: int, sub: int | None = None) -> Article | None:
        """One article, or None: there is no such number, or the law is not loaded."""
        return self._by_key.get((law, number, sub or 0))

    def next(self, article: Article) -> Article | None:
        """The article after this one in the same law."""
        return self._after.get(article.key)

    def previous(self, article: Article) -> Article | None:
        """The article before this one in the same law."""
        return self._before.get(article.key)

    def range(self, law: str) -> Range | None:
        """First and last article number of a loaded law."""
        return self._ranges.get(law)

    def chapter(self, article: Article) -> tuple[Article, ...]:
        """All articles of the same law, book and chapter."""
        place = (article.law, article.book, article.chapter)
        return tuple(a for a in self._articles if (a.law, a.book, a.chapter) == place)

    def law_validity(self, short: str, as_of: date) -> Validity:
        """Whether a law as a whole governs on `as_of`; NOT_LOADED when there is no text of it."""
        entry = self._entries.get(short)
        if entry and entry.superseded_by:
            return Validity.REPEALED
        if entry is None or not self.holds(short):
            return Validity.NOT_LOADED
        since = entry.in_force or entry.passed
        return Validity.FUTURE if since and since > as_of else Validity.CURRENT


def build_store(catalogue: Catalogue, source: PackageSource) -> LawStore:
    """Reads and repairs every catalogued law that comes from the package.

    Raises SourceBroken when a law has not the number of articles that the catalogue promises.
    """
    wanted = [entry for entry in catalogue.law if entry.source == SOURCE_LABEL]
    versions = [(entry.official, entry.version or entry.passed or date.min) for entry in wanted]
    articles: list[Article] = []
    for entry, rows in zip(wanted, source.read_all(versions), strict=True):
        repaired = [article for row in rows if (article := repair(row, entry))]
        found = len({article.key for article in repaired})
        if found != len(repaired) or found != entry.articles:
            raise SourceBroken(law=entry.short, articles=found, promised=entry.articles)
        articles.extend(repaired)
    return LawStore(catalogue.law, articles)


def open_store(laws_db: Path | None = None) -> LawStore:
    """The library with the project's own catalogue and the installed package. Raises PackageMissing."""
    return build_store(load_catalogue(), PackageSource(laws_db or find_laws_db()))
