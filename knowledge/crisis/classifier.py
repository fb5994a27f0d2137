"""Classifies a message where the rules leave a doubt, or are silent.

It never makes an alarm sure, nor takes a sure one away.

A logistic regression whose weights can be read, made by ``python -m knowledge.training.crisis``, not by hand:
weights.json, where a feature begins with its kind (c concept, p pair of concepts, f frame, l length), and
weights.jsonl for the n-grams (g).
"""

from collections.abc import Iterable, Iterator
from math import log
from pathlib import Path

from knowledge.crisis.alarm import Danger
from knowledge.crisis.features import NGRAM, PassageFeatures
from knowledge.crisis.rules import FOLDER
from knowledge.datafile import Checked, read_checked
from knowledge.text.ngrams import NgramWeights, read_ngram_weights

WEIGHTS_FILE = FOLDER / "weights.json"
NGRAMS_FILE = FOLDER / "weights.jsonl"
CONCEPTS_FILE = FOLDER / "concepts.yaml"


class Concepts(Checked):
    """The words of every concept, and which danger a concept leans to (none: suicide)."""

    leans: dict[str, Danger]
    concepts: dict[str, str]


class Weights(Checked):
    """`raises`: from this sum on silence becomes a doubt; `lowers`: under this one a doubt is taken back."""

    bias: float
    raises: float
    lowers: float
    weights: dict[str, float]


class CrisisClassifier:
    """Scores passages. Immutable. `ngrams` are the weights of n-grams that `weights` does not name."""

    def __init__(self, weights: Weights, ngrams: NgramWeights | None = None) -> None:
        every = weights.weights.items()
        self._table = {sign: weight for sign, weight in every if not sign.startswith(NGRAM)}
        self._ngrams = ngrams or NgramWeights(named_ngrams(weights))
        self._bias, self._raises, self._lowers = weights.bias, weights.raises, weights.lowers

    def score(self, passage: PassageFeatures) -> float:
        """The log-odds of a danger: bias, and each feature's weight times its strength."""
        named = sum(self._table.get(sign, 0.0) * strength for sign, strength in passage.named.items())
        return self._bias + named + passage.share * self._ngrams.sum(passage.ngrams)

    def raises(self, sums: Iterable[float]) -> bool:
        """Whether one passage of a message is doubtful; the more passages, the higher its score must be."""
        every = list(sums)
        return bool(every) and max(every) >= self._raises + log(len(every))

    def lowers(self, sums: Iterable[float]) -> bool:
        """Whether no passage of a message is doubtful."""
        return max(sums, default=0.0) < self._lowers


def named_ngrams(weights: Weights) -> Iterator[tuple[str, float]]:
    """The n-grams that `weights` names, in order, and their weights."""
    for sign, weight in sorted(weights.weights.items()):
        if sign.startswith(NGRAM):
            yield sign.removeprefix(NGRAM), weight


def load_classifier(path: Path = WEIGHTS_FILE, ngrams: Path = NGRAMS_FILE) -> CrisisClassifier:
    """The project's weights. Raises BadData."""
    return CrisisClassifier(read_checked(path, Weights), read_ngram_weights(ngrams))


def load_concepts(path: Path = CONCEPTS_FILE) -> Concepts:
    """The project's concepts. Raises BadData."""
    return read_checked(path, Concepts)
