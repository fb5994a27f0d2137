"""Self-retrieval: does each ask find its article through the other asks, its own line held out?"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

from knowledge.plain.collection import PlainRecords
from knowledge.search.bm25 import TokenField
from knowledge.search.tokens import pair_tokens

AMONG = 10
"""Places among which the article must be found."""
_PAIRS = 0.5
_TOP = 80
"""Lines that are looked at; ten articles have at most eight lines each."""


@dataclass(frozen=True, slots=True)
class Lost:
    """An ask that another article answers first; `place` is its own article's place, 0 for not among ten."""

    law: str
    label: str
    ask: str
    place: int
    first: str


@dataclass(frozen=True, slots=True)
class Retrieval:
    """How many asks were tried, how many found their article first and among ten, and which were lost."""

    asks: int
    first: int
    among: int
    lost: tuple[Lost, ...]


def self_retrieval(plain: PlainRecords, words: Callable[[str], list[str]]) -> Retrieval:
    """Tries every ask against all others."""
    lines = [(f"{head.law} {record.label}", ask) for head, records in plain.files for record in records
             for ask in record.asks]  # fmt: skip
    if not lines:
        return Retrieval(0, 0, 0, ())
    by_word = TokenField.build([words(ask) for _, ask in lines], 1.2, 0.75)
    by_pair = TokenField.build([pair_tokens(ask) for _, ask in lines], 1.2, 0.75)
    places = list(_places(lines, by_word, by_pair, words))
    lost = tuple(
        Lost(owner.rpartition(" ")[0], owner.rpartition(" ")[2], ask, place, first)
        for (owner, ask), (place, first) in zip(lines, places, strict=True)
        if not 1 <= place <= AMONG
    )
    first = sum(place == 1 for place, _ in places)
    return Retrieval(len(lines), first, len(lines) - len(lost), lost)


def _places(
    lines: list[tuple[str, str]], by_word: TokenField, by_pair: TokenField, words: Callable[[str], list[str]]
) -> Iterator[tuple[int, str]]:
    for own, (owner, ask) in enumerate(lines):
        scores = by_word.scores(words(ask)) + _PAIRS * by_pair.scores(pair_tokens(ask))
        scores[own] = 0
        top = np.argpartition(-scores, min(_TOP, len(scores) - 1))[:_TOP]
        ranked = dict.fromkeys(
            lines[place][0] for place in top[np.argsort(-scores[top])] if scores[place] > 0
        )
        order = list(ranked)[:AMONG]
        yield (order.index(owner) + 1 if owner in order else 0), (order[0] if order else "")
