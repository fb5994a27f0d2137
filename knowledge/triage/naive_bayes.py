"""Naive Bayes over words, characters and pairs: how alike a text is to the examples of each category."""

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from pydantic import RootModel

from knowledge.datafile import read_checked
from knowledge.text.lexicon import Lexicon

EXAMPLES_FILE = Path(__file__).with_name("examples.yaml")
_SMOOTHING = 0.1
"""Weight of what was not seen in a category; fitted on our own sentences, flat from 0.05 to 0.2."""
_RUN = re.compile(r"[\u4e00-\u9fffA-Za-z]+")
_HAN_PAIR = re.compile(r"(?=([\u4e00-\u9fff]{2}))")
_BEGINNING = 100
"""Characters that are enough to see whether a text is put together as people put things."""
_FEW_PAIRS = 5
Rows = NDArray[np.float64]


class Examples(RootModel[dict[str, tuple[str, ...]]]):
    """Category code -> sentences."""


class NaiveBayes:
    """Scores every category for a text. Immutable; training takes some 100 ms for two thousand sentences."""

    def __init__(
        self, codes: Sequence[str], examples: Iterable[tuple[str, str, float]], lexicon: Lexicon
    ) -> None:
        """`examples` holds (code, text, weight)."""
        self._codes = tuple(codes)
        place = {code: number for number, code in enumerate(codes)}
        counts: dict[str, Rows] = {}
        for code, text, weight in examples:
            for feature in _features(lexicon.words(text)):
                counts.setdefault(feature, np.zeros(len(codes)))[place[code]] += weight
        self._places = {feature: row for row, feature in enumerate(counts)}
        self._rows = _log_odds(np.array([*counts.values()]).reshape(len(counts), len(codes)))

    def of(self, words: Sequence[str]) -> Mapping[str, float]:
        """Category -> score around 0 for a text cut into `words`; higher is more alike.

        All 0 when no word was ever seen.
        """
        known = [self._places[feature] for feature in _features(words) if feature in self._places]
        if not known:
            return dict.fromkeys(self._codes, 0.0)
        sums = np.add.reduce(self._rows[sorted(known)]) / np.sqrt(len(known))
        return dict(zip(self._codes, sums.tolist(), strict=True))

    def familiar(self, plain: str) -> float:
        """Share of the first pairs of Chinese characters that examples have too; 1 where there are few."""
        pairs = [match[1] for match in _HAN_PAIR.finditer(plain[:_BEGINNING])]
        return sum(pair in self._places for pair in pairs) / len(pairs) if len(pairs) >= _FEW_PAIRS else 1.0


def _features(words: Iterable[str]) -> set[str]:
    """Words, and of Chinese single characters and pairs of neighbours; signs and digits part them."""
    found: set[str] = set()
    run = ""
    for word in (*words, " "):
        if _RUN.fullmatch(word):
            found.add(f"word:{word.lower()}")
            run += word if not word.isascii() else " "
            continue
        found.update(run)
        found.update(run[i : i + 2] for i in range(len(run) - 1))
        run = ""
    found.discard(" ")
    return found


def load_examples(path: Path = EXAMPLES_FILE) -> Examples:
    """The project's sentences. Raises BadData with file and place."""
    return read_checked(path, Examples)


def _log_odds(counts: Rows) -> Rows:
    """Log-likelihood of each feature per category, centred so that a word of every category says nothing."""
    logs: Rows = np.log((counts + _SMOOTHING) / (counts.sum(axis=0) + _SMOOTHING * max(1, len(counts))))
    centred: Rows = logs - logs.mean(axis=1, keepdims=True)
    return centred
