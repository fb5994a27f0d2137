"""The catalogue: which laws matter, what people call them, and dates that were checked by hand."""

from collections import Counter
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from knowledge.datafile import Checked, parse_checked, read_data

CATALOGUE_FOLDER = Path(__file__).parent
Name = Annotated[str, StringConstraints(min_length=2, strip_whitespace=True)]
Source = Literal["laws.db", "import"]


class Level(StrEnum):
    """How high a text stands; a lower one never overrides a higher one."""

    LAW = "law"
    REGULATION = "regulation"
    INTERPRETATION = "interpretation"
    RULE = "rule"
    COMPANY = "company"


class Book(Checked):
    """A part of a code by article numbers, both ends included."""

    name: Name
    first: int = Field(ge=1)
    last: int = Field(ge=1)


class TextVersion(Checked):
    """One text of a law: its dates, how many articles it has, where it comes from.

    `in_force` is None where it is not checked. `articles` counts the stored rows, inserted ones (之一)
    included; `outdated` are numbers whose text is older than the law, `damaged` those that
    are not shown.
    """

    passed: date | None = None
    in_force: date | None = None
    articles: int | None = Field(default=None, ge=1)
    source: Source | None = None
    outdated: tuple[int, ...] = ()
    damaged: tuple[int, ...] = ()


class LawEntry(TextVersion):
    """One law as the project knows it; its own fields describe the current text, `earlier` the older ones.

    `near` is its closeness to working life: 1 work, 2 daily life, 3 the rest.
    """

    short: Name
    official: Name
    names: tuple[Name, ...] = ()
    level: Level = Level.LAW
    near: Literal[1, 2, 3] = 1
    superseded_by: str | None = None
    earlier: tuple[TextVersion, ...] = ()
    books: tuple[Book, ...] = ()
    spaced: bool = False
    doubt: Literal["source_says_repealed"] | None = None
    notes: str = ""

    def book_of(self, number: int) -> str | None:
        """The book that holds article `number`, by range (the source's own book headings are unreliable)."""
        return next((book.name for book in self.books if book.first <= number <= book.last), None)

    def all_names(self) -> tuple[str, ...]:
        """Every way of writing the title, the short title first."""
        return tuple(dict.fromkeys((self.short, self.official, *self.names)))

    def texts(self) -> tuple[TextVersion, ...]:
        """Every text that is known of, the current one first."""
        return (self, *self.earlier)

    def text_of(self, passed: date | None) -> TextVersion | None:
        """What is known of the text that was passed on a day."""
        return next((text for text in self.texts() if text.passed == passed), None)


class LeftOut(Checked):
    """Something that the source holds and the library leaves out."""

    official: Name
    passed: date
    why: Literal["amendment", "no_articles", "repealed"]


class Catalogue(Checked):
    """All laws, in the order of their closeness to working life. No name means two laws."""

    law: tuple[LawEntry, ...]
    left_out: tuple[LeftOut, ...] = ()

    @model_validator(mode="after")
    def _names_mean_one_law(self) -> Self:
        names = Counter(name for entry in self.law for name in entry.all_names())
        twice = [name for name, times in names.items() if times > 1]
        if twice:
            raise ValueError(f"one name for two laws: {', '.join(twice)}")
        shorts = {entry.short for entry in self.law}
        lost = [e.superseded_by for e in self.law if e.superseded_by and e.superseded_by not in shorts]
        if lost:
            raise ValueError(f"superseded_by names an unknown law: {lost[0]}")
        return self

    def entry(self, short: str) -> LawEntry | None:
        """The entry with this short title."""
        return next((entry for entry in self.law if entry.short == short), None)

    def with_entries(self, more: tuple[LawEntry, ...]) -> "Catalogue":
        """The catalogue and laws that were imported without being in it."""
        return Catalogue(law=(*self.law, *more), left_out=self.left_out)


class _CatalogueFile(Checked):
    near: Literal[1, 2, 3] = 1
    law: tuple[LawEntry, ...] = ()
    left_out: tuple[LeftOut, ...] = ()


def load_catalogue(folder: Path = CATALOGUE_FOLDER) -> Catalogue:
    """The reviewed catalogue. Raises BadData with file and place."""
    laws: list[LawEntry] = []
    left_out: list[LeftOut] = []
    for path in sorted(folder.glob("*.toml")):
        raw = read_data(path)
        near = raw.get("near", 1)
        for entry in raw.get("law", ()):
            entry.setdefault("near", near)
        part = parse_checked(path, raw, _CatalogueFile)
        laws.extend(part.law)
        left_out.extend(part.left_out)
    return parse_checked(folder, {"law": laws, "left_out": left_out}, Catalogue)
