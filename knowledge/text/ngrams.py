"""Character n-grams (one to three) as numbers: the weights of many need 3 MB in place of 40."""

import json
from array import array
from collections.abc import Iterable, Iterator
from math import isfinite
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from knowledge.errors import BadData

LONGEST = 3
"""Characters of the longest n-gram; three of 21 bits each fit into 63."""
_BITS = 21
Codes = NDArray[np.int64]


def ngrams_of(text: str) -> Codes:
    """Every n-gram of `text`, once, in ascending order."""
    one = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4").astype(np.int64) + 1
    # a character is counted from one: no short run looks like a longer one that begins with nothing
    two = (one[:-1] << _BITS) | one[1:]
    three = (two[:-1] << _BITS) | one[2:]
    return np.unique(np.concatenate((one, two, three)))


def ngram_text(code: int) -> str:
    """The characters behind a number of `ngrams_of`."""
    characters = ((code >> _BITS * place) & ((1 << _BITS) - 1) for place in reversed(range(LONGEST)))
    return "".join(chr(character - 1) for character in characters if character)


class NgramWeights:
    """The weight of each n-gram. Immutable."""

    def __init__(self, weights: Iterable[tuple[str, float]]) -> None:
        codes, floats = array("q"), array("d")
        for ngram, weight in weights:
            codes.append(_code(ngram))
            floats.append(weight)
        found = np.array(codes, dtype=np.int64)
        order = np.argsort(found)
        self._codes: Codes = found[order]
        self._weights = np.array(floats, dtype=np.float64)[order]

    def sum(self, ngrams: Codes) -> float:
        """The sum of the weights of `ngrams`; one that is not known weighs nothing."""
        if not self._codes.size:
            return 0.0
        places = np.searchsorted(self._codes, ngrams)
        places[places == self._codes.size] = 0
        return float(self._weights[places[self._codes[places] == ngrams]].sum())


def read_ngram_weights(path: Path) -> NgramWeights:
    """An n-gram and its weight a line, ["河边", 0.7]. Line by line: all at once would leave 60 MB behind.

    Raises BadData(file, place, problem).
    """
    return NgramWeights(_lines(path))


def format_ngram_weights(weights: Iterable[tuple[str, float]]) -> str:
    """What `read_ngram_weights` reads: one n-gram and its weight a line."""
    return "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in weights)


def _lines(path: Path) -> Iterator[tuple[str, float]]:
    at = 0
    try:
        with path.open(encoding="utf-8") as lines:
            for line in lines:
                at += 1
                ngram, weight = json.loads(line)
                if not isinstance(ngram, str) or not 1 <= len(ngram) <= LONGEST:
                    raise ValueError(f"no n-gram of one to {LONGEST} characters: {ngram!r}")
                if not isfinite(weight):
                    raise ValueError(
                        f"no weight: {weight!r}"
                    )  # one of these would silence every sum it is in
                yield ngram, float(weight)
    except (OSError, ValueError, TypeError) as problem:
        raise BadData(file=str(path), place=f"line {at}", problem=" ".join(str(problem).split())) from problem


def _code(ngram: str) -> int:
    code = 0
    for character in ngram:
        code = code << _BITS | (ord(character) + 1)
    return code
