"""Runs of one to three characters as numbers: so many of them need 3 MB in place of 40."""

import json
from array import array
from collections.abc import Iterable, Iterator
from math import isfinite
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from knowledge.errors import BadData

LONGEST = 3
"""Characters of the longest run; three of 21 bits each fit into 63."""
_BITS = 21
Codes = NDArray[np.int64]


def runs_of(text: str) -> Codes:
    """Every run that is in `text`, once, in order."""
    told = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4").astype(np.int64) + 1
    # a character is counted from one: no short run looks like a longer one that begins with nothing
    two = (told[:-1] << _BITS) | told[1:]
    three = (two[:-1] << _BITS) | told[2:]
    return np.unique(np.concatenate((told, two, three)))


def run(code: int) -> str:
    """The characters behind a number of `runs_of`."""
    characters = ((code >> _BITS * place) & ((1 << _BITS) - 1) for place in reversed(range(LONGEST)))
    return "".join(chr(character - 1) for character in characters if character)


class RunWeights:
    """The weight of every run that says something. Immutable."""

    def __init__(self, weights: Iterable[tuple[str, float]]) -> None:
        codes, floats = array("q"), array("d")
        for told, weight in weights:
            codes.append(_code(told))
            floats.append(weight)
        found = np.array(codes, dtype=np.int64)
        order = np.argsort(found)
        self._codes: Codes = found[order]
        self._weights = np.array(floats, dtype=np.float64)[order]

    def sum(self, runs: Codes) -> float:
        """The weights of `runs` together; one that is not known weighs nothing."""
        if not self._codes.size:
            return 0.0
        places = np.searchsorted(self._codes, runs)
        places[places == self._codes.size] = 0
        return float(self._weights[places[self._codes[places] == runs]].sum())


def read_runs(path: Path) -> RunWeights:
    """A run and its weight a line, ["河边", 0.7]. Line by line: all of them at once would leave 60 MB behind.

    Raises BadData(file, place, problem).
    """
    return RunWeights(_lines(path))


def written_runs(weights: Iterable[tuple[str, float]]) -> str:
    """What `read_runs` reads: one run and its weight a line."""
    return "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in weights)


def _lines(path: Path) -> Iterator[tuple[str, float]]:
    at = 0
    try:
        with path.open(encoding="utf-8") as lines:
            for line in lines:
                at += 1
                told, weight = json.loads(line)
                if not isinstance(told, str) or not 1 <= len(told) <= LONGEST:
                    raise ValueError(f"no run of one to {LONGEST} characters: {told!r}")
                if not isfinite(weight):
                    raise ValueError(
                        f"no weight: {weight!r}"
                    )  # one of these would silence every sum it is in
                yield told, float(weight)
    except (OSError, ValueError, TypeError) as problem:
        raise BadData(file=str(path), place=f"line {at}", problem=" ".join(str(problem).split())) from problem


def _code(told: str) -> int:
    code = 0
    for character in told:
        code = code << _BITS | (ord(character) + 1)
    return code
