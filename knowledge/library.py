"""Everything that answering needs, opened together: the store, the reader of citations, the word search."""

from dataclasses import dataclass
from pathlib import Path

from knowledge.citations import Citation, CitationReader
from knowledge.laws.store import LawStore, open_store
from knowledge.lexicon import Lexicon
from knowledge.search import ArticleSearch, load_search_settings
from knowledge.synonyms import load_synonyms


@dataclass(frozen=True, slots=True)
class Library:
    """The law library as one value; make it once in the composition root and pass it on."""

    store: LawStore
    reader: CitationReader
    search: ArticleSearch

    def citations(self, text: str, context: str | None = None) -> list[Citation]:
        """What `text` cites; `context` is the law that the conversation was about."""
        return self.reader.read(text, context)

    def warm(self) -> "Library":
        """Loads the dictionary and builds the index now, so that the first question is quick."""
        self.search.warm()
        return self


def open_library(lexicon: Lexicon, laws_db: Path | None = None) -> Library:
    """The library with the project's own data files. Raises PackageMissing, SourceBroken, BadData."""
    store = open_store(laws_db)
    search = ArticleSearch(store, lexicon, load_synonyms(), load_search_settings())
    return Library(store, CitationReader(store), search)
