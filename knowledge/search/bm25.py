"""BM25 matrices over one kind of token (bm25s), as values that can be kept on disk."""

import logging
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]
_NOTHING = "\0"
"""Stands in a field of no tokens at all; no text has it, so nothing is ever found there."""


class TokenField:
    """One BM25 matrix. Immutable; made by `build` or read by `load`."""

    def __init__(self, model: Any, size: int) -> None:
        self._model = model
        self._size = size
        self._peaks = _peaks(model)

    @classmethod
    def build(cls, documents: Sequence[list[str]], k1: float, b: float) -> Self:
        """Weighs the tokens of each document; BM25 as Lucene computes it."""
        model = _bm25s().BM25(k1=k1, b=b, method="lucene")
        model.index(list(documents) if any(documents) else [[_NOTHING]], show_progress=False)
        return cls(model, len(documents))

    @classmethod
    def load(cls, folder: Path, size: int) -> Self:
        """What `save` wrote. Raises OSError or ValueError where it is not whole."""
        model = _bm25s().BM25.load(folder, load_vocab=True)
        return cls(model, size)

    def save(self, folder: Path) -> None:
        """Writes the matrix and its vocabulary to `folder`: arrays without pickles, JSON."""
        self._model.save(folder, show_progress=False)

    def scores(self, tokens: Sequence[str]) -> Scores:
        """One score per document; each token counts once."""
        known = self._known(tokens)
        if not known:
            return np.zeros(self._size, dtype=np.float32)
        found: Scores = self._model.get_scores_from_ids(known)
        return found

    def best(self, tokens: Sequence[str]) -> float:
        """The score of a document that has all the tokens; an unknown token counts half of the rarest one."""
        known = self._known(tokens)
        unknown = len(set(tokens)) - len(known)
        return float(self._peaks[known].sum()) + unknown * float(self._peaks.max(initial=0.0)) * 0.5

    def _known(self, tokens: Sequence[str]) -> list[int]:
        vocabulary = self._model.vocab_dict
        return [vocabulary[token] for token in dict.fromkeys(tokens) if token in vocabulary]


def _peaks(model: Any) -> Scores:
    """The highest score that each token gives to any document."""
    data, indptr = model.scores["data"], model.scores["indptr"]
    peaks = np.zeros(len(indptr) - 1, dtype=np.float32)
    filled = np.flatnonzero(np.diff(indptr))
    if len(filled):
        peaks[filled] = np.maximum.reduceat(data, indptr[filled])
    return peaks


def _bm25s() -> Any:
    import bm25s

    logging.getLogger("bm25s").setLevel(logging.WARNING)  # it sets itself to DEBUG when it is imported
    return bm25s
