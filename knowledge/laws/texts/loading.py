"""Loads the statutes of the package and the imported texts, law by law."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.laws.catalogue.catalogue import Catalogue, LawEntry, TextVersion
from knowledge.laws.texts.article import Article
from knowledge.laws.texts.law_text import LawText, find_faults, in_time_order, read_package
from knowledge.laws.texts.library_file import ImportedText, LibraryFile
from knowledge.laws.texts.source_package import PackageSource


@dataclass(frozen=True, slots=True)
class LoadedTexts:
    """The catalogue with imported company rules added, and every text that was read, faulty ones too."""

    catalogue: Catalogue
    texts: tuple[LawText, ...]

    @property
    def articles(self) -> Iterator[Article]:
        """Law by law in the catalogue's order, the newest text first; only texts without a fault."""
        of_law: dict[str, list[LawText]] = defaultdict(list)
        for text in self.texts:
            of_law[text.entry.short].append(text)
        for entry in self.catalogue.law:
            for text in in_time_order(of_law[entry.short]):
                yield from text.articles


def load_texts(
    catalogue: Catalogue, source: PackageSource, imported: LibraryFile | None = None
) -> LoadedTexts:
    """Reads everything. Raises SourceBroken, LibraryBroken."""
    brought = imported.texts() if imported else []
    catalogue = with_imported(catalogue, brought)
    texts = list(read_package(catalogue, source))
    held = {(text.entry.short, text.passed) for text in texts if not text.faults}
    for one in brought:
        entry = catalogue.entry(one.short)
        if entry is not None and (one.short, one.passed) not in held:
            texts.append(from_import(entry, one))
    return LoadedTexts(catalogue, tuple(texts))


def with_imported(catalogue: Catalogue, brought: list[ImportedText]) -> Catalogue:
    """The catalogue and an entry for every imported text that it does not list (company rules)."""
    known = {entry.short for entry in catalogue.law}
    more: dict[str, LawEntry] = {}
    for one in brought:
        if one.short not in known:
            more[one.short] = LawEntry(
                short=one.short,
                official=one.official,
                level=one.level,
                passed=one.passed,
                in_force=one.in_force,
                source="import",
            )
    return catalogue.with_entries(tuple(more.values())) if more else catalogue


def from_import(entry: LawEntry, brought: ImportedText) -> LawText:
    """An imported text as it may be shown; dates that were checked by hand go before those of the file."""
    known = entry.text_of(brought.passed) or TextVersion(passed=brought.passed)
    in_force = known.in_force or brought.in_force
    articles = tuple(
        Article(
            law=entry.short,
            official_title=entry.official,
            number=row.number,
            sub=row.sub,
            book=entry.book_of(row.number) or row.book,
            chapter=row.chapter,
            section=row.section,
            text=row.text,
            passed=brought.passed,
            in_force=in_force,
            source=brought.file,
            outdated=row.number in known.outdated and row.sub is None,
            repealed=entry.superseded_by is not None,
        )
        for row in brought.rows
    )
    promised = known if known.source == "import" else TextVersion()
    faults = tuple(find_faults(articles, promised))
    return LawText(entry, brought.passed, brought.file, articles, faults=faults, in_force=in_force)
