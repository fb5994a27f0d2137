"""The features that the classifier weighs: concepts, pairs of them, character n-grams, frames and length.

Not at the rules: they were written for the lines that it learns from, and it would lean on them too much.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from math import sqrt

from knowledge.crisis.reading import Reading, Span
from knowledge.text.ngrams import Codes, ngram_text, ngrams_of

Features = Mapping[str, float]
"""A feature and its strength; the kind of a feature is its first letter."""
NGRAM = "g "
"""How the name of an n-gram begins."""
PASSAGE = 240
"""Characters of a message that are weighed together: a cry for help in a long story is not drowned in it."""
_GRAM_SHARE = 1.5
"""Strength of all n-grams of a passage together; each has it divided by the root of their number."""
_FEWEST_GRAMS = 20
_PAIR, _LENGTH = 0.35, 0.5
_LENGTHS = ((8, "few"), (25, "some"), (80, "many"))


@dataclass(frozen=True, slots=True)
class PassageFeatures:
    """The features of a passage: the `named` ones, and apart from them its n-grams, each of strength `share`.

    A passage has hundreds of n-grams: naming each would take most of the time.
    """

    named: Features
    ngrams: Codes
    share: float

    def all(self) -> Features:
        """With every n-gram under its name: what weights are fitted to."""
        return dict(self.named) | {f"{NGRAM}{ngram_text(code)}": self.share for code in self.ngrams.tolist()}


class FeatureExtractor:
    """Extracts features. Immutable."""

    def __init__(self, concepts: Mapping[str, str]) -> None:
        self._concepts = [(name, re.compile(pattern)) for name, pattern in sorted(concepts.items())]

    def concepts(self, passage: str) -> list[str]:
        """The concepts that stand in `passage`."""
        return [name for name, pattern in self._concepts if pattern.search(passage)]

    def of(self, passage: str, frames: Collection[str]) -> PassageFeatures:
        """What stands in `passage`, in which these frames stand."""
        found = self.concepts(passage)
        named = {f"c {name}": 1.0 for name in found}
        named |= {f"p {one} {other}": _PAIR for one, other in combinations(found, 2)}
        named |= {f"f {key}": 1.0 for key in frames}
        named[f"l {next((name for most, name in _LENGTHS if len(passage) <= most), 'most')}"] = _LENGTH
        ngrams = ngrams_of(f"^{passage}$")
        return PassageFeatures(named, ngrams, _GRAM_SHARE / sqrt(max(len(ngrams), _FEWEST_GRAMS)))


def passages(reading: Reading) -> Iterator[Span]:
    """The text in spans of whole sentences, each of about PASSAGE characters at most."""
    start = end = 0
    for sentence in reading.every_sentence():
        while sentence.end - start > PASSAGE:
            end = end if end > start else start + PASSAGE
            yield Span(start, end)
            start = end
        end = sentence.end
    if end > start:
        yield Span(start, end)
