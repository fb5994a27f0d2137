"""Points that words and patterns bring for or against a code, and how the points of several add up."""

import re
from collections.abc import Iterable, Mapping, Set

STRONG, WORD, WEAK, PATTERN, HINT, NOT = 3.0, 1.5, 0.6, 3.0, 1.5, -3.0
"""Points as promised at the heads of taxonomy.yaml and kinds.yaml."""
DECAY = 0.75
"""The second reason for a code counts for this share, the third for its square, and so on."""
_SHORT_WORD = 2
"""Words up to this length must be words of the sentence, not the end of one and the beginning of another."""
_SHOWN = 5


def is_whole_word(word: str, text: str, word_ends: Set[int]) -> bool:
    """Whether `word`, which is in `text`, stands there as a word and not across two (月休 in 两个月休养).

    Words of three characters and more always do; one of two must begin or end where a word of the text does,
    one of a single character both.
    """
    if len(word) > _SHORT_WORD:
        return True
    places = [match.start() for match in re.finditer(re.escape(word), text)]
    outer = max((place in word_ends) + (place + len(word) in word_ends) for place in places)
    inner = any(place + 1 in word_ends for place in places)
    return outer == 2 or (len(word) == _SHORT_WORD and outer >= 1 and not inner)


def sum_with_decay(points: Iterable[float], decay: float = DECAY) -> float:
    """The sum in which the n-th largest positive value counts `decay` ** n (from 0), negative ones fully."""
    every = sorted(points, reverse=True)
    good = [point for point in every if point > 0]
    return sum(point * decay**place for place, point in enumerate(good)) + sum(p for p in every if p < 0)


def strongest_words(points: Mapping[str, float]) -> tuple[str, ...]:
    """Up to five words with positive points, the most points first."""
    ranked = sorted((word for word, point in points.items() if point > 0), key=lambda word: -points[word])
    return tuple(ranked[:_SHOWN])
