"""Scores how likely no article answers a question, though words of the law stand in it.

A logistic regression over character n-grams whose weights can be read: weights.jsonl, made by
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
"""No question weighs more, nor less than minus this: in a long one the n-grams only add up."""


class UnanswerableClassifier:
    """Scores questions. Immutable."""

    def __init__(self, weights: NgramWeights) -> None:
        self._weights = weights

    def score(self, question: str) -> float:
        """The more, the less likely an article answers it: the logarithm of the odds, but for a constant.

        From -MOST to MOST.
        """
        return max(-MOST, min(MOST, self._weights.sum(question_ngrams(question))))


def question_ngrams(question: str) -> Codes:
    """The n-grams of a question: marks become one blank each, case and width are folded."""
    return ngrams_of(_BETWEEN.sub(" ", unicodedata.normalize("NFKC", question[:_LONGEST]).lower()).strip())


def load_unanswerable_classifier(path: Path = NGRAMS_FILE) -> UnanswerableClassifier:
    """The project's weights. Raises BadData with file and place."""
    return UnanswerableClassifier(read_ngram_weights(path))
