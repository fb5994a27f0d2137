"""Fits the weights of ``similar.toml`` to pairs that people judged: ridge-logistic regression, by numpy.

Not used while answering. Pairs that are nearly word for word are left to the rule for them.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from knowledge.similar import Similar

_ROUNDS = 40
_UNRELATED = 0.15
"""How much a pair of two tellings from different lines counts: they are many, easy, and never the same."""
Rows = NDArray[np.float64]


def fit_weights(
    judged: Iterable[tuple[str, str, bool]],
    readers: Sequence[Similar],
    strength: float = 3.0,
    verbatim: float = 0.65,
) -> tuple[float, dict[str, float]]:
    """(bias, weights by name) for lines of (a, b, same); `strength` holds the weights near 0.

    `readers` have word lists thinned in different ways (knowledge.similar_words.thinned). Each line's first
    text with the next line's second one is taken as not the same.
    """
    lines = list(judged)
    shifted = [(a, other, False) for (a, _, _), (_, other, _) in pairwise(lines)]
    rows, same, counts = [], [], []
    for similar in readers:
        for lot, count in ((lines, 1.0), (shifted, _UNRELATED)):
            for a, b, right in lot:
                counted = similar.numbers(similar.read(a), similar.read(b))
                if counted["verbatim"] < verbatim:
                    rows.append(counted)
                    same.append(float(right))
                    counts.append(count / len(readers))
    return _fitted(rows, np.array(same), np.array(counts), strength)


def _fitted(
    rows: Sequence[Mapping[str, float]], same: Rows, counts: Rows, strength: float
) -> tuple[float, dict[str, float]]:
    if not rows:
        return 0.0, {}
    names = list(rows[0])
    table = np.array([[row[name] for name in names] for row in rows])
    mean, spread = table.mean(axis=0), table.std(axis=0) + 1e-6
    fitted = _newton((table - mean) / spread, same, counts, strength)
    weights = fitted[1:] / spread
    return float(fitted[0] - weights @ mean), dict(zip(names, weights.tolist(), strict=True))


def _newton(table: Rows, same: Rows, counts: Rows, strength: float) -> Rows:
    """Bias and weights, by Newton's method; the bias is left free."""
    wide = np.c_[np.ones(len(table)), table]
    ridge = np.eye(wide.shape[1]) * strength
    ridge[0, 0] = 1e-3
    weights: Rows = np.zeros(wide.shape[1])
    for _ in range(_ROUNDS):
        chance = 1 / (1 + np.exp(-wide @ weights))
        curve = (wide * (counts * chance * (1 - chance))[:, None]).T @ wide + ridge
        weights = weights - np.linalg.solve(curve, wide.T @ (counts * (chance - same)) + ridge @ weights)
    return weights
