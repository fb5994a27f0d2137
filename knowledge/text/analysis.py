"""A text as triage reads it: once made plain and cut into words, for everybody who looks at it."""

from collections.abc import Iterable
from dataclasses import dataclass

from knowledge.text.colloquial import Spoken
from knowledge.text.lexicon import Lexicon
from knowledge.text.patterns import PIECE, pieces

_LONGEST_TEXT = 1500
"""Characters that are looked at; keeps a message of 4,096 characters quick."""


@dataclass(frozen=True, slots=True)
class Told:
    """`plain` is the text in plain words, `words` its words in order, `ends` where they begin and end.

    `held` are the pieces of `plain` up to PIECE characters, as it stands and in small letters.
    """

    plain: str
    words: tuple[str, ...]
    ends: frozenset[int]
    held: frozenset[str]

    def has(self, word: str) -> bool:
        """Whether `word` stands in the text, in this or in small letters."""
        return word in self.held if len(word) <= PIECE else word in self.plain


class Listener:
    """Hears texts. Immutable."""

    def __init__(self, lexicon: Lexicon, spoken: Spoken) -> None:
        self._lexicon = lexicon
        self._spoken = spoken

    def hear(self, text: str) -> Told:
        """The first 1,500 characters of `text`."""
        plain = " ".join(self._spoken.plain(text[:_LONGEST_TEXT]).split())
        words = tuple(self._lexicon.words(plain))
        small = plain.lower()
        held = pieces(plain) if small == plain else pieces(plain) | pieces(small)
        return Told(plain, words, _ends(words), held)


def _ends(words: Iterable[str]) -> frozenset[int]:
    found, place = {0}, 0
    for word in words:
        place += len(word)
        found.add(place)
    return frozenset(found)
