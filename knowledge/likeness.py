"""How much a text is told like the examples of a category: naive Bayes over words and character pairs."""

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from pydantic import RootModel

from knowledge.datafile import read_checked
from knowledge.lexicon import Lexicon

EXAMPLES_FILE = Path(__file__).with_name("examples.yaml")
_SMOOTHING = 0.2
"""Weight of the words that were not seen in a category; fitted on our own sentences, flat from 0.1 to 0.3."""
_RUN = re.compile(r"[\u4e00-\u9fffA-Za-z]+")
Row = NDArray[np.float64]


class Examples(RootModel[dict[str, tuple[str, ...]]]):
    """Category code -> sentences."""


class Likeness:
    """Scores every category for a text. Immutable; training takes some 50 ms for a thousand sentences."""

    def __init__(
        self, codes: Sequence[str], told: Iterable[tuple[str, str, float]], lexicon: Lexicon
    ) -> None:
        """`told` holds (code, text, how much it counts)."""
        self._codes = tuple(codes)
        self._lexicon = lexicon
        place = {code: number for number, code in enumerate(codes)}
        counts: dict[str, Row] = {}
        for code, text, weight in told:
            for feature in self._features(text):
                counts.setdefault(feature, np.zeros(len(codes)))[place[code]] += weight
        self._weights = _log_odds(counts)

    def of(self, text: str) -> Mapping[str, float]:
        """Category -> score around 0; higher is more alike. All 0 when no word was ever seen."""
        known = [row for feature in self._features(text) if (row := self._weights.get(feature)) is not None]
        if not known:
            return dict.fromkeys(self._codes, 0.0)
        sums = np.sum(known, axis=0) / np.sqrt(len(known))
        return dict(zip(self._codes, sums.tolist(), strict=True))

    def _features(self, text: str) -> set[str]:
        found: set[str] = set()
        for run in _RUN.findall(text):
            found.update(f"word:{word}" for word in self._lexicon.words(run))
            found.update(f"pair:{run[i : i + 2]}" for i in range(len(run) - 1))
        return found


def load_examples(path: Path = EXAMPLES_FILE) -> Examples:
    """The project's sentences. Raises BadData with file and place."""
    return read_checked(path, Examples)


def _log_odds(counts: Mapping[str, Row]) -> dict[str, Row]:
    """Log-likelihood of each feature per category, centred so that a word of every category says nothing."""
    if not counts:
        return {}
    totals = np.sum(list(counts.values()), axis=0) + _SMOOTHING * len(counts)
    logs = ((feature, np.log((row + _SMOOTHING) / totals)) for feature, row in counts.items())
    return {feature: row - row.mean() for feature, row in logs}
