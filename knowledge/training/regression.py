"""What the fits of weights share: files of lines with halves, and a logistic regression over features.

It needs scikit-learn, which the bot does not.
"""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from math import log
from pathlib import Path
from typing import Any

from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

_NEEDED = 2
"""Lines in which a feature must stand to be weighed."""
_ROUNDS = 500
Row = tuple[Mapping[str, float], bool]
"""The features of a line with their strengths; whether it is what is looked for."""


def line_files(paths: Iterable[Path]) -> Iterator[tuple[bool, Mapping[str, Any]]]:
    """(whether it may be learned from, line): the "dev" half does, and a file without halves as a whole."""
    for path in paths:
        for line in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
            yield line.get("half", line.get("split", "dev")) == "dev", line


def rarity(times: int, lines: int) -> float:
    """A feature says the more the fewer lines it stands in."""
    return log(lines / times)


def fitted(
    rows: Sequence[Row], rare: Callable[[str, int, int], float], freedom: float, least: float
) -> tuple[float, dict[str, float]]:
    """(bias, the weight of every feature), always the same.

    `rare(feature, times, lines)` goes into the weights: a look needs to know nothing of it.
    `freedom`: how little the weights are held near 0. Those under `least` change nothing and are left out.
    """
    times = Counter(feature for features, _ in rows for feature in features)
    known = {feature: rare(feature, count, len(rows)) for feature, count in times.items() if count >= _NEEDED}
    weighed = [
        {s: strength * known[s] for s, strength in features.items() if s in known} for features, _ in rows
    ]
    table = DictVectorizer()
    columns = table.fit_transform(weighed)
    model = LogisticRegression(C=freedom, max_iter=_ROUNDS, tol=1e-6)
    model.fit(columns, [wanted for _, wanted in rows])
    found = zip(table.get_feature_names_out(), model.coef_[0], strict=True)
    weights = {feature: round(float(weight) * known[feature], 3) for feature, weight in found}
    kept = {feature: weight for feature, weight in weights.items() if abs(weight) >= least}
    return round(float(model.intercept_[0]), 3), kept
