"""Which words are used alike in our own texts: a small space of words, for words that no list has.

Made by ``python -m knowledge.similar_space`` from the plain-language records and the examples of the
categories (latent semantic analysis), and kept beside this file; nothing is learned while answering. It knows
that 报销 and 医药费 keep the same company, not that they are the same thing: it only adds to what is weighed.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from math import log
from pathlib import Path
from typing import Self
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from knowledge.errors import BadData
from knowledge.lexicon import Lexicon
from knowledge.likeness import load_examples
from knowledge.plain.record import read_records
from knowledge.spoken import load_spoken

SPACE_FILE = Path(__file__).with_name("similar_space.npz")
PLAIN_FOLDER = Path(__file__).with_name("plain")
SIZE, SEED = 100, 7
_LEAST = 2
"""Texts that a word must stand in."""
_MORE, _ROUNDS = 20, 4
"""Of the randomised search for the largest singular values (Halko, Martinsson and Tropp 2011)."""
_SMALL = 1e-9
_WORD = re.compile(r"[\u4e00-\u9fff]+|[A-Za-z]{2,}")
Rows = NDArray[np.float32]


class WordSpace:
    """Directions of words, and how much each says. Immutable."""

    def __init__(self, words: Sequence[str], rows: Rows, weights: Rows) -> None:
        self._place = {word: place for place, word in enumerate(words)}
        self._rows = rows
        self._weights = weights

    def near(self, one: Iterable[str], other: Iterable[str]) -> float:
        """How alike the company of all words of two texts is, 0 to 1; 0 where no word is known."""
        mine, theirs = self._sum(one), self._sum(other)
        return max(0.0, float(mine @ theirs))

    def _places(self, words: Iterable[str]) -> list[int]:
        return sorted(self._place[word] for word in words if word in self._place)

    def _sum(self, words: Iterable[str]) -> Rows:
        places = self._places(words)
        total: Rows = (self._rows[places] * self._weights[places][:, None]).sum(axis=0)
        return total / (np.linalg.norm(total) + np.float32(_SMALL))

    @classmethod
    def read(cls, path: Path = SPACE_FILE) -> Self:
        """The kept space. Raises BadData with the file."""
        try:
            with np.load(path, allow_pickle=False) as kept:
                rows, weights = (kept[name].astype(np.float32) for name in ("rows", "weights"))
                words = bytes(kept["words"]).decode().split("\n")
        except (OSError, EOFError, BadZipFile, ValueError, KeyError) as problem:
            raise BadData(file=path.name, place="", problem=str(problem)) from problem
        if not len(words) == len(rows) == len(weights):
            raise BadData(file=path.name, place="", problem="words, rows and weights differ in number")
        return cls(words, rows, weights)


def make_space(texts: Iterable[Sequence[str]], size: int = SIZE) -> tuple[list[str], Rows, Rows]:
    """Words, their directions and weights, from texts as lists of words; the same texts, the same space."""
    counted = [Counter(text) for text in texts]
    spread = Counter(word for text in counted for word in text)
    words = sorted(word for word, count in spread.items() if count >= _LEAST)
    place = {word: number for number, word in enumerate(words)}
    weights = np.array([log(len(counted) / spread[word]) for word in words], dtype=np.float32)
    table = np.zeros((len(counted), len(words)), dtype=np.float32)
    for row, text in zip(table, counted, strict=True):
        for word, count in text.items():
            if word in place:
                row[place[word]] = (1 + log(count)) * weights[place[word]]
    table /= np.linalg.norm(table, axis=1, keepdims=True) + _SMALL
    rows = _directions(table, min(size, *table.shape))
    return words, rows / (np.linalg.norm(rows, axis=1, keepdims=True) + np.float32(_SMALL)), weights


def _directions(table: Rows, size: int) -> Rows:
    """The right singular vectors of the `size` largest singular values, as rows for the words."""
    start = np.random.default_rng(SEED).standard_normal((table.shape[1], size + _MORE)).astype(np.float32)
    basis, _ = np.linalg.qr(table @ start)
    for _ in range(_ROUNDS):
        basis, _ = np.linalg.qr(table @ (table.T @ basis))
    _, _, right = np.linalg.svd(basis.T @ table, full_matrices=False)
    found: Rows = np.ascontiguousarray(right[:size].T)
    return found


def own_texts() -> list[str]:
    """What the space is made of: the law in plain words with how people ask, and told concerns."""
    records = (one for path in sorted(PLAIN_FOLDER.glob("*.jsonl")) for one in read_records(path)[1])
    texts = [" ".join((one.plain, *one.asks, *one.words)) for one in records]
    return texts + [sentence for every in load_examples().root.values() for sentence in every]


def main() -> None:
    """Make the file anew."""
    lexicon, spoken = Lexicon(), load_spoken()
    told = ([w.lower() for w in lexicon.words(spoken.plain(t)) if _WORD.fullmatch(w)] for t in own_texts())
    words, rows, weights = make_space(list(told))
    kept = np.frombuffer("\n".join(words).encode(), dtype=np.uint8)
    np.savez_compressed(SPACE_FILE, words=kept, rows=rows.astype(np.float16), weights=weights)
    print(f"{SPACE_FILE.name}: {len(words)} words, {SPACE_FILE.stat().st_size // 1024} KB")


if __name__ == "__main__":
    main()
