"""Runs of one to three characters as numbers: so many of them need 3 MB in place of 40."""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

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

    def __init__(self, weights: Mapping[str, float]) -> None:
        codes = np.array([_code(run) for run in weights], dtype=np.int64)
        order = np.argsort(codes)
        self._codes: Codes = codes[order]
        self._weights = np.array(list(weights.values()), dtype=np.float64)[order]

    def sum(self, runs: Codes) -> float:
        """The weights of `runs` together; one that is not known weighs nothing."""
        if not self._codes.size:
            return 0.0
        places = np.searchsorted(self._codes, runs)
        places[places == self._codes.size] = 0
        return float(self._weights[places[self._codes[places] == runs]].sum())


def _code(told: str) -> int:
    """Raises ValueError for what is no run."""
    if not 1 <= len(told) <= LONGEST:
        raise ValueError(f"no run of one to {LONGEST} characters: {told!r}")
    code = 0
    for character in told:
        code = code << _BITS | (ord(character) + 1)
    return code
