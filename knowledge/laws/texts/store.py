"""The law library in memory: built once, never changed, quick to ask."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from knowledge.laws.catalogue.catalogue import Catalogue, LawEntry, load_catalogue
from knowledge.laws.texts.article import Article, Range, Validity
from knowledge.laws.texts.library_file import LibraryFile
from knowledge.laws.texts.loading import load_texts
from knowledge.laws.texts.source_package import PackageSource, find_laws_db

Key = tuple[str, int, int]


class LawStore:
    """Laws by short title and articles by (law, number, sub). Answers only with what it holds.

    Where several texts of a law are held, `articles` come text by text, the newest first. Without a day, the
    newest text is meant.
    """

    def __init__(self, entries: Iterable[LawEntry], articles: Iterable[Article]) -> None:
        self._entries = {entry.short: entry for entry in entries}
        self._articles = tuple(articles)
        self._by_key: dict[Key, list[Article]] = defaultdict(list)
        self._ranges: dict[str, Range] = {}
        self._places: dict[str, list[int]] = defaultdict(list)
        for place, article in enumerate(self._articles):
            self._by_key[article.key].append(article)
            self._places[article.law].append(place)
        for law, places in self._places.items():
            newest = self._articles[places[0]].passed
            numbers = [a.number for a in (self._articles[place] for place in places) if a.passed == newest]
            self._ranges[law] = Range(min(numbers), max(numbers))

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

    def article(
        self, law: str, number: int, sub: int | None = None, as_of: date | None = None
    ) -> Article | None:
        """One article, or None: there is no such number, or the law is not loaded.

        With `as_of` the text that governed on that day, or the newest where none did.
        """
        found = self._by_key.get((law, number, sub or 0), ())
        if as_of is not None:
            for article in found:
                if article.validity(as_of) is Validity.CURRENT:
                    return article
        return found[0] if found else None

    def next(self, article: Article) -> Article | None:
        """The article after this one in the same text."""
        return self._neighbour(article, 1)

    def previous(self, article: Article) -> Article | None:
        """The article before this one in the same text."""
        return self._neighbour(article, -1)

    def _neighbour(self, article: Article, step: int) -> Article | None:
        same = self._text_of(article)
        place = next(n for n, one in enumerate(same) if one.key == article.key) + step
        return same[place] if 0 <= place < len(same) else None

    def _text_of(self, article: Article) -> list[Article]:
        law = (self._articles[place] for place in self._places[article.law])
        return [one for one in law if one.passed == article.passed]

    def range(self, law: str) -> Range | None:
        """First and last article number of a loaded law, in its newest text."""
        return self._ranges.get(law)

    def chapter(self, article: Article) -> tuple[Article, ...]:
        """All articles of the same text, book and chapter."""
        place = (article.book, article.chapter)
        return tuple(a for a in self._text_of(article) if (a.book, a.chapter) == place)

    def law_validity(self, short: str, as_of: date) -> Validity:
        """Whether a law as a whole governs on `as_of`; NOT_LOADED when there is no text of it."""
        entry = self._entries.get(short)
        if entry and entry.superseded_by:
            return Validity.REPEALED
        if entry is None or not self.holds(short):
            return Validity.NOT_LOADED
        newest = self._articles[self._places[short][0]]
        return newest.validity(as_of) if newest.validity(as_of) is Validity.FUTURE else Validity.CURRENT


def build_store(catalogue: Catalogue, source: PackageSource, imported: LibraryFile | None = None) -> LawStore:
    """Reads and repairs every catalogued law; a text with a fault is left out (see `audit`).

    Raises SourceBroken and LibraryBroken where a source cannot be read at all.
    """
    loaded = load_texts(catalogue, source, imported)
    return LawStore(loaded.catalogue.law, loaded.articles)


def open_store(laws_db: Path | None = None, library: Path | None = None) -> LawStore:
    """The library with the project's own catalogue, the installed package and the file of imported laws.

    Raises PackageMissing, SourceBroken, LibraryBroken.
    """
    imported = LibraryFile(library) if library else None
    return build_store(load_catalogue(), PackageSource(laws_db or find_laws_db()), imported)
