"""``python -m knowledge.scope.fit LINES.jsonl …``: fits the weights of `asides`, always the same.

It needs scikit-learn, which the bot does not.

It learns from the files that are named: {outside, inside}, {inside} alone, or {question, gold}, where no gold
says that no article answers. Of files with halves the "dev" half is read, and nothing that stands in another.
What people tell and ask all day (examples.yaml, a share of the questions of our records) is inside.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log
from pathlib import Path
from typing import Any
from zlib import crc32

import yaml
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from knowledge.likeness import EXAMPLES_FILE
from knowledge.plain import load_plain
from knowledge.runs import run
from knowledge.scope.asides import RUNS_FILE, told_runs

EVERY_ASK = 5
_NEEDED = 2
"""Lines in which a run must stand to be weighed."""
_FREEDOM = 0.003
"""How little the weights are held near 0."""
_ROUNDS = 500
_LEAST = 0.01
"""Weights under this are left out: they change nothing and fill the file."""


@dataclass(frozen=True, slots=True)
class Line:
    """A question, and whether no article answers it."""

    text: str
    outside: bool


def dev_lines(paths: Iterable[Path]) -> Iterator[Line]:
    """The development half of line files, or the whole where there are no halves."""
    for path in paths:
        for line in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
            if line.get("half", "dev") == "dev":
                yield from _lines(line)


def held_texts(paths: Iterable[Path]) -> frozenset[str]:
    """What stands in other halves: it measures, so nothing may learn from it."""
    lines = (json.loads(raw) for path in paths for raw in path.read_text(encoding="utf-8").splitlines())
    held = (line for line in lines if line.get("half", "dev") != "dev")
    return frozenset(one.text for line in held for one in _lines(line))


def _lines(line: Mapping[str, Any]) -> Iterator[Line]:
    if "question" in line:
        yield Line(line["question"], not line.get("gold"))
    for side in ("outside", "inside"):
        if side in line:
            yield Line(line[side], side == "outside")


def ordinary_lines() -> Iterator[Line]:
    """What people tell and ask all day."""
    examples = yaml.safe_load(EXAMPLES_FILE.read_text(encoding="utf-8"))
    asks = (ask for _, records in load_plain().files for record in records for ask in record.asks)
    chosen = (ask for ask in asks if crc32(ask.encode()) % EVERY_ASK == 0)
    told = (text for texts in examples.values() for text in texts)
    yield from (Line(text, False) for text in (*told, *chosen))


def fit(lines: Sequence[Line]) -> dict[str, float]:
    """The weight of every run that says something; a run says the more the fewer lines it stands in."""
    told = [told_runs(line.text).tolist() for line in lines]
    times = Counter(code for codes in told for code in codes)
    known = sorted(code for code, count in times.items() if count >= _NEEDED)
    place = {code: at for at, code in enumerate(known)}
    rarity = [log(len(lines) / times[code]) for code in known]
    cells = [(row, place[code]) for row, codes in enumerate(told) for code in codes if code in place]
    rows, columns = zip(*cells, strict=True)
    table = csr_matrix(([rarity[at] for at in columns], (rows, columns)), shape=(len(lines), len(known)))
    model = LogisticRegression(C=_FREEDOM, max_iter=_ROUNDS, tol=1e-6)
    model.fit(table, [line.outside for line in lines])
    weights = (
        (run(code), round(float(weight) * rare, 3))
        for code, weight, rare in zip(known, model.coef_[0], rarity, strict=True)
    )
    return {told: weight for told, weight in weights if abs(weight) >= _LEAST}


def written(weights: dict[str, float]) -> str:
    """The file, one run and its weight a line, sorted."""
    return "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in sorted(weights.items()))


def main(paths: Sequence[str]) -> None:
    """Fit and write."""
    files = [Path(path) for path in paths]
    held = held_texts(files)
    lines = [line for line in (*dev_lines(files), *ordinary_lines()) if line.text not in held]
    weights = fit(lines)
    RUNS_FILE.write_text(written(weights), encoding="utf-8")
    print(f"{len(lines)} lines, {sum(line.outside for line in lines)} outside, {len(weights)} weights")


if __name__ == "__main__":
    main(sys.argv[1:])
