"""The matrices behind the word search: the articles' own words, and the plain words beside them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from knowledge.laws.texts.article import Article
from knowledge.laws.texts.repairs import STRAIGHT_QUOTES
from knowledge.plain import PlainRecord, PlainRecords
from knowledge.search.atomic_folder import write_folder
from knowledge.search.bm25 import Scores, TokenField
from knowledge.search.tokens import pair_tokens

Tokens = Callable[[str], list[str]]


@dataclass(frozen=True, slots=True)
class LineField:
    """A field over lines that belong to articles; an article scores as its best line does.

    The lines of an article stand together: `starts` has the first of each in `articles`.
    """

    field: TokenField
    starts: NDArray[np.int64]
    articles: NDArray[np.int32]
    size: int

    @classmethod
    def of(cls, field: TokenField, owners: NDArray[np.int32], size: int) -> "LineField":
        """`owners`: the article of every line, in order; `size`: how many articles there are."""
        starts = np.flatnonzero(np.diff(owners, prepend=-1))
        return cls(field, starts, owners[starts], size)

    def scores(self, tokens: Sequence[str]) -> Scores:
        """One score per article."""
        found = np.zeros(self.size, dtype=np.float32)
        if len(self.starts):
            found[self.articles] = np.maximum.reduceat(self.field.scores(tokens), self.starts)
        return found

    def best(self, tokens: Sequence[str]) -> float:
        """What a line that has all the known tokens could score."""
        return self.field.best(tokens) if len(self.starts) else 0.0


@dataclass(frozen=True, slots=True)
class Index:
    """The articles that govern on a day, and what is needed to rank them."""

    articles: tuple[Article, ...]
    words: TokenField
    pairs: TokenField
    asks: LineField
    ask_pairs: LineField
    near: Scores
    law_of: NDArray[np.int32]


class IndexBuilder:
    """Builds an index, or reads it from disk."""

    def __init__(self, words: Tokens, plain: PlainRecords, k1: float, b: float, kept: Path | None) -> None:
        self._words = words
        self._plain = plain
        self._k1 = k1
        self._b = b
        self._kept = kept

    def make(
        self, state: str, articles: tuple[Article, ...], near: Scores, law_of: NDArray[np.int32]
    ) -> Index:
        """The index of these articles; `state` names it on disk."""
        records = [self._plain.of(article) for article in articles]
        asks = [(i, ask) for i, r in enumerate(records) if r for ask in r.asks]
        size = len(articles)
        return Index(
            articles=articles,
            words=self._field(f"words-{state}", list(map(_whole, articles, records)), self._words),
            pairs=self._field(f"pairs-{state}", [a.text for a in articles], pair_tokens),
            asks=self._lines(f"asks-{state}", asks, self._words, size),
            ask_pairs=self._lines(f"ask-pairs-{state}", asks, pair_tokens, size),
            near=near,
            law_of=law_of,
        )

    def _lines(self, name: str, lines: list[tuple[int, str]], tokens: Tokens, size: int) -> LineField:
        owners = np.array([owner for owner, _ in lines], dtype=np.int32)
        texts = [text for _, text in lines]
        return LineField.of(self._field(name, texts, tokens), owners, size)

    def _field(self, name: str, texts: list[str], tokens: Tokens) -> TokenField:
        folder = self._kept / name if self._kept else None
        if folder is not None and folder.is_dir():
            return TokenField.load(folder, len(texts))
        field = TokenField.build([tokens(folded(text)) for text in texts], self._k1, self._b)
        if folder is not None:
            write_folder(folder, field.save)
        return field


def _whole(article: Article, record: PlainRecord | None) -> str:
    """All that is said of an article: where it stands, its text, what it means, how people ask for it."""
    heading = f"{article.law} {article.chapter or ''} {article.section or ''} {article.text}"
    return " ".join((heading, record.plain, *record.words, *record.asks)) if record else heading


def folded(text: str) -> str:
    """With straight quotes and small letters: what is compared, never what is shown."""
    return text.translate(STRAIGHT_QUOTES).lower()
