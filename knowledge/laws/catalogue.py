"""The catalogue: which laws matter, what people call them, and dates that were checked by hand."""

from collections import Counter
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from knowledge.datafile import read_checked

CATALOGUE_FILE = Path(__file__).with_name("catalogue.toml")
Name = Annotated[str, StringConstraints(min_length=2, strip_whitespace=True)]


class Level(StrEnum):
    """How high a text stands; a lower one never overrides a higher one."""

    LAW = "law"
    REGULATION = "regulation"
    INTERPRETATION = "interpretation"
    RULE = "rule"
    COMPANY = "company"


class _Checked(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Book(_Checked):
    """A part of a code by article numbers, both ends included."""

    name: Name
    first: int = Field(ge=1)
    last: int = Field(ge=1)


class LawEntry(_Checked):
    """One law as the project knows it.

    `source` is where its text comes from; None means that it is known by name but not loaded.
    `in_force` is that of the current text, None where it is not checked. `articles` counts the stored rows,
    inserted ones (之一) included; `outdated` are
    numbers whose text in the source is older than the law (domain.md 7.4).
    """

    short: Name
    official: Name
    names: tuple[Name, ...] = ()
    level: Level = Level.LAW
    passed: date | None = None
    in_force: date | None = None
    articles: int | None = Field(default=None, ge=1)
    source: str | None = None
    version: date | None = None
    superseded_by: str | None = None
    outdated: tuple[int, ...] = ()
    books: tuple[Book, ...] = ()
    notes: str = ""

    def book_of(self, number: int) -> str | None:
        """The book that holds article `number`, by range (the source's own book headings are unreliable)."""
        return next((book.name for book in self.books if book.first <= number <= book.last), None)

    def all_names(self) -> tuple[str, ...]:
        """Every way of writing the title, the short title first."""
        return tuple(dict.fromkeys((self.short, self.official, *self.names)))


class Catalogue(_Checked):
    """All laws, in the order of their closeness to working life. No name means two laws."""

    law: tuple[LawEntry, ...]

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


def load_catalogue(path: Path = CATALOGUE_FILE) -> Catalogue:
    """The reviewed catalogue. Raises BadData with file and place."""
    return read_checked(path, Catalogue)
