"""Weighs words where the rules leave a doubt, or are silent.

It never makes an alarm sure, nor takes a sure one away.

A logistic regression whose weights can be read, made by ``python -m knowledge.training.crisis``, not by hand:
weights.json, where a sign begins with its kind (c concept, p pair of concepts, f frame, l length), and
weights.jsonl for the runs of letters (g).
"""

from collections.abc import Iterable, Iterator
from math import log
from pathlib import Path

from knowledge.crisis.alarm import Danger
from knowledge.crisis.features import RUN, Piece
from knowledge.crisis.rules import FOLDER
from knowledge.datafile import Checked, read_checked
from knowledge.text.ngrams import RunWeights, read_runs

WEIGHTS_FILE = FOLDER / "weights.json"
RUNS_FILE = FOLDER / "weights.jsonl"
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


class Doubt:
    """Weighs. Immutable. ``runs`` has the weights of runs that `weights` does not name."""

    def __init__(self, weights: Weights, runs: RunWeights | None = None) -> None:
        every = weights.weights.items()
        self._table = {sign: weight for sign, weight in every if not sign.startswith(RUN)}
        self._runs = runs or RunWeights(runs_among(weights))
        self._bias, self._raises, self._lowers = weights.bias, weights.raises, weights.lowers

    def weigh(self, piece: Piece) -> float:
        """The sum of the weights of what stands in `piece`; it lives no longer than the look."""
        named = sum(self._table.get(sign, 0.0) * strength for sign, strength in piece.signs.items())
        return self._bias + named + piece.share * self._runs.sum(piece.runs)

    def raises(self, sums: Iterable[float]) -> bool:
        """Whether one piece of a message is doubtful; of many pieces one must be more so than of one."""
        every = list(sums)
        return bool(every) and max(every) >= self._raises + log(len(every))

    def lowers(self, sums: Iterable[float]) -> bool:
        """Whether no piece of a message is doubtful."""
        return max(sums, default=0.0) < self._lowers


def runs_among(weights: Weights) -> Iterator[tuple[str, float]]:
    """The runs of letters that `weights` names, in order, and what they weigh."""
    for sign, weight in sorted(weights.weights.items()):
        if sign.startswith(RUN):
            yield sign.removeprefix(RUN), weight


def load_doubt(path: Path = WEIGHTS_FILE, runs: Path = RUNS_FILE) -> Doubt:
    """The project's weights. Raises BadData."""
    return Doubt(read_checked(path, Weights), read_runs(runs))


def load_concepts(path: Path = CONCEPTS_FILE) -> Concepts:
    """The project's concepts. Raises BadData."""
    return read_checked(path, Concepts)
