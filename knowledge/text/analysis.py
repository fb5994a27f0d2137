"""A text in plain words, cut into words and substrings once, for every rule and classifier that reads it."""

from collections.abc import Iterable
from dataclasses import dataclass

from knowledge.text.colloquial import Colloquial
from knowledge.text.lexicon import Lexicon
from knowledge.text.patterns import LONGEST_SUBSTRING, substrings

_LONGEST_TEXT = 1500
"""Characters that are looked at; keeps a message of 4,096 characters quick."""


@dataclass(frozen=True, slots=True)
class AnalysedText:
    """`plain` is the text in plain words, `words` its words in order, `word_ends` where they begin and end.

    `substrings` are those of `plain` up to LONGEST_SUBSTRING characters, as it stands and in small letters.
    """

    plain: str
    words: tuple[str, ...]
    word_ends: frozenset[int]
    substrings: frozenset[str]

    def has(self, word: str) -> bool:
        """Whether `word` stands in the text, in this or in small letters."""
        return word in self.substrings if len(word) <= LONGEST_SUBSTRING else word in self.plain


class TextAnalyser:
    """Makes plain and cuts into words. Immutable."""

    def __init__(self, lexicon: Lexicon, colloquial: Colloquial) -> None:
        self._lexicon = lexicon
        self._colloquial = colloquial

    def analyse(self, text: str) -> AnalysedText:
        """The first 1,500 characters of `text`."""
        plain = " ".join(self._colloquial.plain(text[:_LONGEST_TEXT]).split())
        words = tuple(self._lexicon.words(plain))
        small = plain.lower()
        found = substrings(plain) if small == plain else substrings(plain) | substrings(small)
        return AnalysedText(plain, words, _ends(words), found)


def _ends(words: Iterable[str]) -> frozenset[int]:
    found, place = {0}, 0
    for word in words:
        place += len(word)
        found.add(place)
    return frozenset(found)
