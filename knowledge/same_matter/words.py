"""The words by which two accounts of a concern are compared; read from ``words.yaml``."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Self
from zlib import crc32

from pydantic import Field, model_validator

from knowledge.datafile import CheckedByName, read_checked
from knowledge.fields import Phrase

WORDS_FILE = Path(__file__).with_name("words.yaml")


class ComparisonWords(CheckedByName):
    """The lists. Fields are explained at the head of ``words.yaml``."""

    families: Mapping[str, tuple[tuple[Phrase, ...], ...]] = Field(min_length=1)
    units: Mapping[str, tuple[Phrase, ...]] = Field(min_length=1)
    named_days: Mapping[str, tuple[Phrase, ...]] = {}
    seasons: Mapping[str, tuple[Phrase, ...]] = {}
    alike: tuple[tuple[Phrase, ...], ...] = ()
    again: tuple[Phrase, ...] = ()
    apart: tuple[Phrase, ...] = ()
    refers: tuple[Phrase, ...] = ()
    asks: tuple[Phrase, ...] = ()
    empty: tuple[Phrase, ...] = ()
    names: str = ""
    not_names: tuple[Phrase, ...] = ()

    @model_validator(mode="after")
    def _patterns_compile(self) -> Self:
        for pattern in (*self.again, *self.apart, *self.refers, *self.asks):
            try:
                re.compile(pattern)
            except re.error as problem:
                raise ValueError(f"pattern {pattern!r} does not compile: {problem}") from problem
        return self


def thinned(words: ComparisonWords, share: float, seed: int) -> ComparisonWords:
    """`words` without about `share` of those in families and alike, always the same ones for a `seed`.

    For fitting: new texts use words that no list has, and weights must not count on finding all of them.
    """

    def kept(groups: tuple[tuple[str, ...], ...]) -> tuple[tuple[str, ...], ...]:
        left = (tuple(word for word in group if _drawn(word, seed) >= share) for group in groups)
        return tuple(group for group in left if group)

    families = {kind: kept(things) for kind, things in words.families.items()}
    return words.model_copy(update={"families": families, "alike": kept(words.alike)})


def _drawn(word: str, seed: int) -> float:
    """A number from 0 to 1 that `word` and `seed` alone decide."""
    return crc32(f"{seed} {word}".encode()) / 2**32


def load_comparison_words(path: Path = WORDS_FILE) -> ComparisonWords:
    """The project's lists. Raises BadData with file and place."""
    return read_checked(path, ComparisonWords)
