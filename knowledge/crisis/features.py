"""What the learned part looks at in a message: concepts, pairs of them, runs of letters and frames.

Not at the rules: they were written for the lines that it learns from, and it would lean on them too much.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from math import sqrt

from knowledge.crisis.reading import Scene, Span
from knowledge.text.ngrams import Codes, run, runs_of

Signs = Mapping[str, float]
"""A sign and how strongly it stands there; the kind of a sign is its first letter."""
RUN = "g "
"""How the name of a run of letters begins."""
PIECE = 240
"""Characters of a message that are weighed together: a cry in a long story is not drowned in it."""
_GRAM_SHARE = 1.5
"""How much all runs of letters together count, shared by the root of their number."""
_FEWEST_GRAMS = 20
_PAIR, _LENGTH = 0.35, 0.5
_LENGTHS = ((8, "few"), (25, "some"), (80, "many"))


@dataclass(frozen=True, slots=True)
class Piece:
    """What stands in a piece of a message: `signs`, and apart from them its runs of letters, each of which
    stands there as strongly as `share` says. A look weighs hundreds of runs and has no time to name each."""

    signs: Signs
    runs: Codes
    share: float

    def all_signs(self) -> Signs:
        """With every run under its name: what weights are fitted to."""
        return dict(self.signs) | {f"{RUN}{run(code)}": self.share for code in self.runs.tolist()}


class Signer:
    """Finds signs. Immutable."""

    def __init__(self, concepts: Mapping[str, str]) -> None:
        self._concepts = [(name, re.compile(pattern)) for name, pattern in sorted(concepts.items())]

    def concepts(self, piece: str) -> list[str]:
        """The concepts that stand in `piece`."""
        return [name for name, pattern in self._concepts if pattern.search(piece)]

    def of(self, piece: str, frames: Collection[str]) -> Piece:
        """What stands in `piece`, in which these frames stand."""
        found = self.concepts(piece)
        signs = {f"c {name}": 1.0 for name in found}
        signs |= {f"p {one} {other}": _PAIR for one, other in combinations(found, 2)}
        signs |= {f"f {key}": 1.0 for key in frames}
        signs[f"l {next((name for most, name in _LENGTHS if len(piece) <= most), 'most')}"] = _LENGTH
        runs = runs_of(f"^{piece}$")
        return Piece(signs, runs, _GRAM_SHARE / sqrt(max(len(runs), _FEWEST_GRAMS)))


def pieces_of(scene: Scene) -> Iterator[Span]:
    """The text in pieces of whole sentences, each of about PIECE characters at most."""
    start = end = 0
    for sentence in scene.every_sentence():
        while sentence.end - start > PIECE:
            end = end if end > start else start + PIECE
            yield Span(start, end)
            start = end
        end = sentence.end
    if end > start:
        yield Span(start, end)
