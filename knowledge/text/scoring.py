"""Cues: words and patterns that speak for or against a code, and the points that each brings."""

import re
from collections.abc import Iterable, Mapping, Set
from typing import Annotated

from pydantic import StringConstraints

STRONG, WORD, WEAK, PATTERN, HINT, NOT = 3.0, 1.5, 0.6, 3.0, 1.5, -3.0
"""Points as promised at the heads of taxonomy.yaml and kinds.yaml."""
FADE = 0.75
"""The second reason for a code counts for this share, the third for its square, and so on."""
_SHORT_WORD = 2
"""Words up to this length must be words of the sentence, not the end of one and the beginning of another."""
_SHOWN = 5
Phrase = Annotated[str, StringConstraints(min_length=1)]


def stands(word: str, told: str, ends: Set[int]) -> bool:
    """月休 in 两个月休养 is no word: a short word must begin or end where a word does, one character both."""
    if len(word) > _SHORT_WORD:
        return True
    places = [match.start() for match in re.finditer(re.escape(word), told)]
    outer = max((place in ends) + (place + len(word) in ends) for place in places)
    inner = any(place + 1 in ends for place in places)
    return outer == 2 or (len(word) == _SHORT_WORD and outer >= 1 and not inner)


def faded(points: Iterable[float], fade: float = FADE) -> float:
    """Many reasons are more than one, but not many times more."""
    every = sorted(points, reverse=True)
    good = [point for point in every if point > 0]
    return sum(point * fade**place for place, point in enumerate(good)) + sum(p for p in every if p < 0)


def best_words(points: Mapping[str, float]) -> tuple[str, ...]:
    """The words that speak for it, the clearest first."""
    ranked = sorted((word for word, point in points.items() if point > 0), key=lambda word: -points[word])
    return tuple(ranked[:_SHOWN])
