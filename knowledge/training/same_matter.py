"""Fits the weights of ``same_matter.toml`` to pairs that people judged: ridge-logistic regression, by numpy.

``python -m knowledge.training.same_matter`` fits both lines (the one with a model where the extra `vectors`
is there), says how often they are right on groups that they were not fitted to, and writes them into the
file. Not used while answering. Pairs that are nearly word for word are left to the rule for them.
"""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from knowledge.same_matter.comparison import WEIGHTS_FILE, SameMatter, load_same_matter
from knowledge.same_matter.words import load_comparison_words, thinned
from knowledge.search.vectors import TextModel, open_model
from knowledge.text.lexicon import Lexicon
from knowledge.triage.triage import load_triage, no_danger

DATA_FOLDER = Path(__file__).parents[2] / "tests" / "data"
_ROUNDS = 40
_UNRELATED = 0.15
"""How much a pair of two accounts from different lines counts: they are many, easy, and never the same."""
_DEV_COUNTS = 3
"""Times that a line of the older half `dev` counts: it is nearer to what people write, but there are few."""
_STRENGTH, _VERBATIM = 10.0, 0.65
_FOLDS = 10
_THINNED, _READERS = 0.6, 4
"""Share of the words left out of the lists, and how many such lists: new texts use words that no list has."""
Rows = NDArray[np.float64]


class JudgedPair(NamedTuple):
    """A pair that people judged; lines of one `group` are told of one matter or of what is close to it."""

    a: str
    b: str
    same: bool
    group: str
    dev: bool


class Table(NamedTuple):
    """Numbers of pairs, what is right, how much each counts, and the place of the line it comes from."""

    rows: Rows
    names: tuple[str, ...]
    same: Rows
    counts: Rows
    places: NDArray[np.int64]


class OnceEach:
    """A model that reads a text only once, however many lists of words it is compared by."""

    def __init__(self, model: TextModel) -> None:
        self.query = cache(model.query)
        self.passage = model.passage


def fit_weights(
    judged: Iterable[tuple[str, str, bool]], readers: Sequence[SameMatter], strength: float = 3.0
) -> tuple[float, dict[str, float]]:
    """(bias, weights by name) for lines of (a, b, same); `strength` holds the weights near 0.

    `readers` have word lists thinned in different ways (see `thinned`). Each line's first
    text with the next line's second one is taken as not the same.
    """
    table = read_table(list(judged), readers, away=1)
    return _fitted(table, strength) if len(table.rows) else (0.0, {})


def read_table(judged: Sequence[tuple[str, str, bool]], readers: Sequence[SameMatter], away: int) -> Table:
    """What is fitted: the lines, and the first text of each with the second of the line `away` lines on."""
    shifted = [(a, other, False) for (a, _, _), (_, other, _) in zip(judged, judged[away:], strict=False)]
    rows: list[Mapping[str, float]] = []
    same, counts, places = [], [], []
    for similar in readers:
        read = cache(similar.read)
        for lot, count in ((judged, 1.0), (shifted, _UNRELATED)):
            for place, (a, b, right) in enumerate(lot):
                counted = similar.numbers(read(a), read(b))
                if counted["verbatim"] < _VERBATIM:
                    rows.append(counted)
                    same.append(float(right))
                    counts.append(count / len(readers))
                    places.append(place)
    names = tuple(rows[0]) if rows else ()
    table = np.array([[row[name] for name in names] for row in rows])
    return Table(table, names, np.array(same), np.array(counts), np.array(places, dtype=np.int64))


def _fitted(table: Table, strength: float) -> tuple[float, dict[str, float]]:
    mean, spread = table.rows.mean(axis=0), table.rows.std(axis=0) + 1e-6
    fitted = _newton((table.rows - mean) / spread, table.same, table.counts, strength)
    weights = fitted[1:] / spread
    return float(fitted[0] - weights @ mean), dict(zip(table.names, weights.tolist(), strict=True))


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


def read_lines(folder: Path = DATA_FOLDER) -> list[JudgedPair]:
    """The pairs that may be fitted to: ``similar_training.jsonl`` and the half `dev`, never the other."""
    training = [json.loads(one) for one in _written(folder / "similar_training.jsonl")]
    unseen = [json.loads(one) for one in _written(folder / "similar_unseen.jsonl")]
    lines = [JudgedPair(one["a"], one["b"], one["same"], one["group"], dev=False) for one in training]
    dev = [one for one in unseen if one["half"] == "dev"]
    return lines + [JudgedPair(one["a"], one["b"], one["same"], group, True) for one, group in _grouped(dev)]


def _grouped(dev: Sequence[dict[str, Any]]) -> list[tuple[dict[str, Any], str]]:
    """Lines that share a text, also by way of others, are of one group."""
    head: dict[str, str] = {}

    def first(text: str) -> str:
        while (above := head.setdefault(text, text)) != text:
            text = above
        return text

    for one in dev:
        head[first(one["a"])] = first(one["b"])
    return [(one, first(one["a"])) for one in dev]


def _written(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines()


def tried(lines: Sequence[JudgedPair], table: Table, full: Rows) -> tuple[float, float]:
    """Shares right on training and on dev lines, each judged by weights fitted without its group.

    `full` are the numbers of the lines as a reader with whole lists sees them, in the order of `lines`.
    """
    fold = np.array([crc32(line.group.encode()) % _FOLDS for line in lines])
    right = np.array([line.same for line in lines])
    given = np.zeros(len(lines), dtype=bool)
    for number in range(_FOLDS):
        kept = fold[table.places] != number
        part = Table(table.rows[kept], table.names, table.same[kept], table.counts[kept], table.places[kept])
        bias, weights = _fitted(part, _STRENGTH)
        mine = fold == number
        given[mine] = bias + full[mine] @ np.array([*weights.values()]) > 0
    dev = np.array([line.dev for line in lines])
    return float((given == right)[~dev].mean()), float((given == right)[dev].mean())


def written_into(toml: str, section: str, bias: float, weights: Mapping[str, float]) -> str:
    """The file with the numbers of one line put in; all the rest, also the remarks, stays as it is."""
    before, mark, after = toml.partition(f"[{section}]\n")
    here, *rest = re.split(r"(?m)^(?=\[(?!without_model\.|with_model\.))", after, maxsplit=1)
    for name, value in {"bias": bias, **weights}.items():
        here = re.sub(rf"(?m)^{name} = [-\d.]+", f"{name} = {value:.3f}", here)
    return before + mark + here + "".join(rest)


def main() -> None:
    """Fit both lines and write them."""
    lexicon = Lexicon()
    triage, words, lines = load_triage(lexicon, detect=no_danger), load_comparison_words(), read_lines()
    installed = open_model(1)
    models = {"without_model": None, "with_model": OnceEach(installed) if installed else None}
    for section, model in models.items():
        if section == "with_model" and model is None:
            print("with_model: left as it is; pip install 'xinqiao[vectors]'")
            continue
        whole = load_same_matter(lexicon, triage, model, words)
        lists = (thinned(words, _THINNED, seed) for seed in range(_READERS))
        readers = [load_same_matter(lexicon, triage, model, some) for some in lists]
        table = _weighed(lines, read_table([line[:3] for line in lines], readers, away=len(lines) // 2))
        numbers = [whole.numbers(whole.read(line.a), whole.read(line.b)) for line in lines]
        full = np.array([[one[name] for name in table.names] for one in numbers])
        training, dev = tried(lines, table, full)
        print(f"{section}: {training:.3f} of the training lines and {dev:.3f} of dev, each not fitted to")
        toml = written_into(WEIGHTS_FILE.read_text(encoding="utf-8"), section, *_fitted(table, _STRENGTH))
        WEIGHTS_FILE.write_text(toml, encoding="utf-8")


def _weighed(lines: Sequence[JudgedPair], table: Table) -> Table:
    dev = np.array([line.dev for line in lines])
    return table._replace(counts=np.where(dev[table.places], table.counts * _DEV_COUNTS, table.counts))


if __name__ == "__main__":
    main()
