"""One reading of a message, and what stands around a place in it."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from itertools import islice, pairwise

from knowledge.text.patterns import WordPattern, substrings

_END = re.compile(r"[。!?;\n]")
_NEAR = 40
"""Characters before and after a match that may take it back, within its sentence."""
_CHUNK = 240
"""Characters of the sentences that are looked at together."""
MOST = 60
"""Matches of one pattern that are looked at: a text that says the same over and over is quick too."""


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of a text, from `start` to before `end`."""

    start: int
    end: int

    def touches(self, other: "Span") -> bool:
        """Whether they have a character in common; one that is empty touches nothing."""
        return self.start < other.end and other.start < self.end


class Reading:
    """A reading, with the ends of its sentences and its substrings. Made for one message and forgotten."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._ends = [-1, *(mark.start() for mark in _END.finditer(text)), len(text)]
        self._chunks = [(chunk, substrings(text[chunk.start : chunk.end])) for chunk in self._in_chunks()]
        self._starts = [chunk.start for chunk, _ in self._chunks]
        self.substrings: Set[str] = frozenset().union(*(held for _, held in self._chunks))
        """Every piece of the whole text."""

    def sentences(self, span: Span, around: int = 0) -> Span:
        """The sentence in which `span` stands, with `around` sentences before and after it."""
        first = max(0, bisect_left(self._ends, span.start) - 1 - around)
        last = min(len(self._ends) - 1, bisect_right(self._ends, max(span.start, span.end - 1)) + around)
        return Span(self._ends[first] + 1, self._ends[last])

    def every_sentence(self) -> Iterator[Span]:
        """All sentences in order, each with the mark that ends it."""
        for start, end in pairwise(self._ends):
            yield Span(start + 1, min(end + 1, len(self.text)))

    def near(self, span: Span, reach: int = _NEAR, around: int = 0) -> Span:
        """The sentence of `span`, and `around` more, but no further than `reach` characters from it."""
        whole = self.sentences(span, around)
        return Span(max(whole.start, span.start - reach), min(whole.end, span.end + reach))

    def before(self, span: Span, reach: int = _NEAR) -> str:
        """What stands before `span` in its sentence, and `span` itself."""
        return self.text[self.near(span, reach).start : span.end]

    def spans(self, patterns: Iterable[WordPattern]) -> list[Span]:
        """Where one of `patterns` stands, at most MOST times each."""
        return [Span(*match.span()) for pattern in patterns for match in islice(self._every(pattern), MOST)]

    def stands(self, patterns: Sequence[WordPattern], span: Span) -> bool:
        """Whether one of `patterns` stands within `span`."""
        piece = self.text[span.start : span.end]
        chunk, held = self._chunks[bisect_right(self._starts, span.start) - 1]
        if span.end <= chunk.end:
            return any(pattern.search(piece, held) for pattern in patterns)
        return any(pattern.expression.search(piece) for pattern in patterns)

    def _every(self, pattern: WordPattern) -> Iterator[re.Match[str]]:
        for chunk, held in self._chunks:
            if pattern.may_match(held):
                yield from pattern.expression.finditer(self.text, chunk.start, chunk.end)

    def _in_chunks(self) -> Iterator[Span]:
        """Whole sentences together: most patterns can then be passed over without being looked for."""
        start = end = 0
        for sentence in self.every_sentence():
            if sentence.end - start > _CHUNK and end > start:
                yield Span(start, end)
                start = end
            end = sentence.end
        yield Span(start, end)
