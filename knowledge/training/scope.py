"""``python -m knowledge.training.scope LINES.jsonl …``: fits the weights of `unanswerable`, always the same.

It needs scikit-learn, which the bot does not.

It learns from the files that are named: {outside, inside}, {inside} alone, or {question, gold}, where no gold
says that no article answers. Of files with halves the "dev" half is read, and nothing that stands in another.
What people tell and ask all day (examples.yaml, a share of the questions of our records) is inside.
"""

import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zlib import crc32

import yaml

from knowledge.plain import load_plain
from knowledge.scope.unanswerable import NGRAMS_FILE, question_ngrams
from knowledge.text.ngrams import format_ngram_weights, ngram_text
from knowledge.training.regression import fitted, line_files, rarity
from knowledge.triage.naive_bayes import EXAMPLES_FILE

EVERY_ASK = 5
_FREEDOM = 0.003
"""How little the weights are held near 0."""
_LEAST = 0.01
"""Weights under this are left out."""


@dataclass(frozen=True, slots=True)
class Line:
    """A question, and whether no article answers it."""

    text: str
    outside: bool


def dev_lines(paths: Iterable[Path]) -> Iterator[Line]:
    """What may be learned from."""
    return (told for learned, line in line_files(paths) if learned for told in _lines(line))


def held_texts(paths: Iterable[Path]) -> frozenset[str]:
    """What stands in other halves: it measures, so nothing may learn from it."""
    return frozenset(told.text for learned, line in line_files(paths) if not learned for told in _lines(line))


def _lines(line: Mapping[str, Any]) -> Iterator[Line]:
    if "question" in line:
        yield Line(line["question"], not line.get("gold"))
    for side in ("outside", "inside"):
        if side in line:
            yield Line(line[side], side == "outside")


def ordinary_lines() -> Iterator[Line]:
    """What people tell and ask all day."""
    examples = yaml.safe_load(EXAMPLES_FILE.read_text(encoding="utf-8"))
    chosen = (ask for ask in load_plain().asks if crc32(ask.encode()) % EVERY_ASK == 0)
    told = (text for texts in examples.values() for text in texts)
    yield from (Line(text, False) for text in (*told, *chosen))


def fit(lines: Sequence[Line]) -> dict[str, float]:
    """The weight of every run that says something."""
    rows = [
        (dict.fromkeys(map(ngram_text, question_ngrams(line.text).tolist()), 1.0), line.outside)
        for line in lines
    ]
    _, weights = fitted(rows, lambda _, times, of: rarity(times, of), _FREEDOM, _LEAST)
    return weights


def written(weights: dict[str, float]) -> str:
    """The file, sorted."""
    return format_ngram_weights(sorted(weights.items()))


def main(paths: Sequence[str]) -> None:
    """Fit and write."""
    files = [Path(path) for path in paths]
    held = held_texts(files)
    lines = [line for line in (*dev_lines(files), *ordinary_lines()) if line.text not in held]
    weights = fit(lines)
    NGRAMS_FILE.write_text(written(weights), encoding="utf-8")
    print(f"{len(lines)} lines, {sum(line.outside for line in lines)} outside, {len(weights)} weights")


if __name__ == "__main__":
    main(sys.argv[1:])
