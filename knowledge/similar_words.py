"""The words that two tellings of a concern are compared by; read from ``similar.yaml``."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Self

from pydantic import Field, model_validator

from knowledge.cues import Checked, Phrase
from knowledge.datafile import read_checked

WORDS_FILE = Path(__file__).with_name("similar.yaml")


class SimilarWords(Checked):
    """The lists. Fields are explained at the head of ``similar.yaml``."""

    families: Mapping[str, tuple[tuple[Phrase, ...], ...]] = Field(min_length=1)
    units: Mapping[str, tuple[Phrase, ...]] = Field(min_length=1)
    named_days: Mapping[str, tuple[Phrase, ...]] = {}
    seasons: Mapping[str, tuple[Phrase, ...]] = {}
    alike: tuple[tuple[Phrase, ...], ...] = ()
    again: tuple[Phrase, ...] = ()
    apart: tuple[Phrase, ...] = ()
    empty: tuple[Phrase, ...] = ()
    names: str = ""
    not_names: tuple[Phrase, ...] = ()

    @model_validator(mode="after")
    def _patterns_compile(self) -> Self:
        for pattern in (*self.again, *self.apart):
            try:
                re.compile(pattern)
            except re.error as problem:
                raise ValueError(f"pattern {pattern!r} does not compile: {problem}") from problem
        return self


def load_similar_words(path: Path = WORDS_FILE) -> SimilarWords:
    """The project's lists. Raises BadData with file and place."""
    return read_checked(path, SimilarWords)
