"""The taxonomy of concerns: loads taxonomy.yaml and checks it; an error names its place."""

from collections import Counter
from enum import StrEnum
from pathlib import Path
from typing import Self

from pydantic import Field, model_validator

from knowledge.datafile import CheckedByName, read_checked
from knowledge.fields import Phrase
from knowledge.text.patterns import WordPattern, compiled

TAXONOMY_FILE = Path(__file__).with_name("taxonomy.yaml")


class Helper(StrEnum):
    """The kinds of helper a person can wish for."""

    LAWYER = "lawyer"
    COUNSELLOR = "counsellor"
    UNION = "union"
    POLICY = "policy"


class CategoryName(CheckedByName):
    """The name in both languages."""

    zh: Phrase
    en: Phrase


class Category(CheckedByName):
    """One kind of concern. Fields are explained at the head of taxonomy.yaml."""

    code: str = Field(pattern=r"^[A-Z]{4}$")
    name: CategoryName
    helper: Helper
    lead: Phrase
    sensitive: bool = False
    strong: tuple[Phrase, ...] = ()
    words: tuple[Phrase, ...] = ()
    weak: tuple[Phrase, ...] = ()
    patterns: tuple[Phrase, ...] = ()
    hints: tuple[Phrase, ...] = ()
    negative: tuple[Phrase, ...] = Field(default=(), alias="not")

    @model_validator(mode="after")
    def _no_word_twice(self) -> Self:
        twice = [word for word, times in Counter(self.strong + self.words + self.weak).items() if times > 1]
        if twice:
            raise ValueError(f"{self.code} has a word twice: {twice[0]}")
        return self


class Taxonomy(CheckedByName):
    """All categories in the order in which they are offered."""

    sets: dict[str, tuple[Phrase, ...]] = Field(default_factory=dict)
    categories: tuple[Category, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _codes_differ_and_patterns_compile(self) -> Self:
        twice = [code for code, times in Counter(c.code for c in self.categories).items() if times > 1]
        if twice:
            raise ValueError(f"code twice: {twice[0]}")
        for category in self.categories:
            self.compiled(category.code, category.patterns + category.hints)
        return self

    @property
    def codes(self) -> list[str]:
        """The codes of all categories, in the order in which they are offered."""
        return [category.code for category in self.categories]

    @property
    def sensitive(self) -> frozenset[str]:
        """The codes of those whose facts need a consent of their own (个人信息保护法 29)."""
        return frozenset(category.code for category in self.categories if category.sensitive)

    def category(self, code: str) -> Category | None:
        """The category with this code."""
        return next((category for category in self.categories if category.code == code), None)

    def compiled(self, code: str, patterns: tuple[str, ...]) -> tuple[WordPattern, ...]:
        """Patterns of the category `code` as regular expressions. Raises ValueError naming the pattern."""
        return compiled(self.sets, code, patterns)


def load_taxonomy(path: Path = TAXONOMY_FILE) -> Taxonomy:
    """The project's taxonomy. Raises BadData with file and place."""
    return read_checked(path, Taxonomy)
