"""Reads what people type as plain Chinese: traditional characters, initials (gjj), words of the regions.

Only for finding out what is meant. What a person wrote is kept as it is.
"""

import re
import unicodedata
from collections.abc import Mapping
from pathlib import Path
from typing import Self

from pydantic import model_validator

from knowledge.datafile import Checked, read_checked
from knowledge.fields import Phrase

COLLOQUIAL_FILE = Path(__file__).with_name("colloquial.toml")
_MARKUP = re.compile(r"<[^<>]{0,200}>|https?://\S+|&[a-z]{2,8};")
_NOT_LETTER = ("(?<![A-Za-z])", "(?![A-Za-z])")


class ColloquialWords(Checked):
    """The table. Fields are explained at the head of ``colloquial.toml``."""

    traditional: tuple[Phrase, ...] = ()
    initials: Mapping[Phrase, Phrase] = {}
    regions: Mapping[Phrase, Phrase] = {}

    @model_validator(mode="after")
    def _characters_come_in_pairs(self) -> Self:
        if wrong := next((pair for pair in " ".join(self.traditional).split() if len(pair) != 2), None):
            raise ValueError(f"traditional: not a pair of two characters: {wrong}")
        return self


class Colloquial:
    """Reads. Immutable; takes time in proportion to the text."""

    def __init__(self, words: ColloquialWords) -> None:
        pairs = " ".join(words.traditional).split()
        self._simple = {ord(pair[0]): pair[1] for pair in pairs}
        self._initials = {initials.lower(): word for initials, word in words.initials.items()}
        self._regions = dict(words.regions)
        before, after = _NOT_LETTER
        self._initial = re.compile(f"{before}(?:{_any(self._initials)}){after}", re.IGNORECASE)
        self._region = re.compile(_any(self._regions))

    def plain(self, text: str) -> str:
        """`text` in plain words; what the table does not name stays, markup and addresses go."""
        told = _MARKUP.sub(" ", unicodedata.normalize("NFKC", text)).translate(self._simple)
        told = self._initial.sub(lambda found: self._initials[found[0].lower()], told)
        return self._region.sub(lambda found: self._regions[found[0]], told)


def load_colloquial(path: Path = COLLOQUIAL_FILE) -> Colloquial:
    """The project's table. Raises BadData with file and place."""
    return Colloquial(read_checked(path, ColloquialWords))


def _any(words: Mapping[str, str]) -> str:
    """Longer words first; matches nothing where there are none."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) or r"(?!)"
