"""Everything that answering needs, opened together: the store, the reader of citations, the word search."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from knowledge.cards import Card, CardCollection, open_cards
from knowledge.citations.precedence import PrecedenceResolver, load_precedence
from knowledge.citations.reader import Citation, CitationReader
from knowledge.laws.catalogue.catalogue import load_catalogue
from knowledge.laws.texts.library_file import LibraryFile
from knowledge.laws.texts.loading import load_texts, with_imported
from knowledge.laws.texts.source_package import PackageSource, find_laws_db
from knowledge.laws.texts.store import LawStore
from knowledge.plain import PlainRecords, load_plain
from knowledge.reference.hotlines import Hotlines, load_hotlines
from knowledge.reference.time_limits import Limits, load_limits
from knowledge.scope import Scope, UnanswerableClassifier, load_scope, load_unanswerable_classifier
from knowledge.search.card_search import CardSearch
from knowledge.search.index_cache import fingerprint, read_articles, write_articles
from knowledge.search.synonyms import load_synonyms
from knowledge.search.vectors import ArticleVectors
from knowledge.search.word_search import ArticleSearch, load_search_settings
from knowledge.text.lexicon import Lexicon


@dataclass(frozen=True, slots=True)
class Library:
    """The law library as one value; make it once in the composition root and pass it on."""

    store: LawStore
    reader: CitationReader
    search: ArticleSearch
    cards: CardCollection
    card_search: CardSearch
    precedence: PrecedenceResolver
    scope: Scope
    unanswerable: UnanswerableClassifier
    limits: Limits
    plain: PlainRecords
    hotlines: Hotlines
    meaning: ArticleVectors | None = None

    def citations(self, text: str, context: str | None = None) -> list[Citation]:
        """What `text` cites; `context` is the law that the conversation was about."""
        return self.reader.read(text, context)

    def with_cards(self, more: Iterable[Card]) -> "Library":
        """The library with further cards; store and word index are shared."""
        cards = self.cards.with_cards(more)
        return replace(self, cards=cards, card_search=self.card_search.over(cards))

    def warm(self, as_of: date) -> "Library":
        """Loads the dictionary and makes the index for a day ready, so that the first question is quick."""
        self.search.warm(as_of)
        self.card_search.warm()
        if self.meaning is not None:
            self.meaning.warm()
        return self


@dataclass(frozen=True, slots=True)
class LibraryPlaces:
    """Where the library's files are. None: the installed package; no imported laws; nothing kept on disk.

    `vectors`: whether the vectors beside the index are used, where there are any.
    """

    laws_db: Path | None = None
    imported: Path | None = None
    index: Path | None = None
    vectors: bool = True


def open_library(lexicon: Lexicon, places: LibraryPlaces = LibraryPlaces()) -> Library:
    """The library with the project's own data files.

    Raises PackageMissing, SourceBroken, LibraryBroken, BadData.
    """
    laws_db = places.laws_db or find_laws_db()
    imported = LibraryFile(places.imported) if places.imported else None
    folder = places.index / fingerprint(laws_db, imported) if places.index else None
    store = _open_store(laws_db, imported, folder)
    kept = folder if folder is not None and folder.is_dir() else None
    synonyms, settings, plain = load_synonyms(), load_search_settings(), load_plain()
    cards = open_cards(store)
    return Library(
        store=store,
        reader=CitationReader(store),
        search=ArticleSearch(store, lexicon, synonyms, settings, kept, plain),
        cards=cards,
        card_search=CardSearch(cards, lexicon, synonyms, settings),
        precedence=PrecedenceResolver(load_precedence(), store),
        scope=load_scope(),
        unanswerable=load_unanswerable_classifier(),
        limits=load_limits(),
        plain=plain,
        hotlines=load_hotlines(),
        meaning=ArticleVectors(store, places.index, plain=plain) if places.index and places.vectors else None,
    )


def _open_store(laws_db: Path, imported: LibraryFile | None, folder: Path | None) -> LawStore:
    articles = read_articles(folder) if folder is not None else None
    if articles is not None:
        catalogue = with_imported(load_catalogue(), imported.heads() if imported else [])
        return LawStore(catalogue.law, articles)
    loaded = load_texts(load_catalogue(), PackageSource(laws_db), imported)
    store = LawStore(loaded.catalogue.law, loaded.articles)
    if folder is not None:
        write_articles(folder, store.articles)
    return store
