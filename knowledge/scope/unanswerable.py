"""Weighs how much a question sounds like one that no article answers, though words of the law stand in it.

A logistic regression over runs of letters whose weights can be read: weights.jsonl, made by
``python -m knowledge.training.scope``, not by hand. It turns nobody away: it says how well an
article must fit before it is shown (`aside_weight`, `least`: search.toml).
"""

import re
import unicodedata
from pathlib import Path

from knowledge.text.ngrams import Codes, NgramWeights, ngrams_of, read_ngram_weights

NGRAMS_FILE = Path(__file__).with_name("weights.jsonl")
_BETWEEN = re.compile(r"\W+")
_LONGEST = 400
"""Characters of a question that are weighed; people say what they want early."""
MOST = 3.0
"""No question weighs more, nor less than minus this: in a long one the runs add up, and say no more by it."""


class Asides:
    """Weighs. Immutable."""

    def __init__(self, weights: NgramWeights) -> None:
        self._weights = weights

    def weigh(self, question: str) -> float:
        """The more, the less likely an article answers it: the logarithm of the odds, but for a constant.

        From -MOST to MOST.
        """
        return max(-MOST, min(MOST, self._weights.sum(question_ngrams(question))))


def question_ngrams(question: str) -> Codes:
    """What is weighed of a question: that it breaks off counts, not at which mark, nor case or width."""
    return ngrams_of(_BETWEEN.sub(" ", unicodedata.normalize("NFKC", question[:_LONGEST]).lower()).strip())


def load_asides(path: Path = NGRAMS_FILE) -> Asides:
    """The project's weights. Raises BadData with file and place."""
    return Asides(read_ngram_weights(path))
