"""Proposes categories for a concern in people's own words. It proposes; the person decides.

Two signals are added: cues that the taxonomy names (words, patterns, words behind a typing slip) and likeness
to example sentences. Cues can be shown as reasons; likeness helps where nobody used an expected word.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from knowledge.lexicon import Lexicon
from knowledge.likeness import Examples, Likeness, load_examples
from knowledge.slips import Slips
from knowledge.sounds import Sounds, load_sounds
from knowledge.taxonomy import Category, Taxonomy, load_taxonomy

_STRONG, _WORD, _WEAK, _PATTERN, _HINT, _NOT = 3.0, 1.5, 0.6, 3.0, 1.5, -3.0
"""Points as promised at the head of taxonomy.yaml."""
_SLIP = 0.8
"""A word that was recognised through a typing slip counts for this share."""
_INSIDE = 0.3
"""A word inside a longer word of another category (工资 in 退休工资) counts for this share."""
_FADE = 0.75
"""The second reason for a category counts for this share, the third for its square, and so on."""
_LIKENESS = 1.0
"""Points per unit of likeness; fitted on our own sentences, flat from 0.5 to 2."""
_LEAST = 1.4
"""Below this score a category is not proposed: one plain word is enough, a weak one is not."""
_MUCH_WEAKER = 0.2
"""Categories under this share of the best score are not proposed."""
_VAGUE = "MISC"
"""The category of what says too little; it is never proposed, the caller offers it."""
_LONGEST_TEXT = 1500
"""Characters that are looked at; keeps a message of 4,096 characters quick."""
_SHORT_WORD = 2
"""Words up to this length must be words of the sentence, not the end of one and the beginning of another."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A category that fits, how well (comparable within one text only) and the words that say so."""

    code: str
    score: float
    reason_words: tuple[str, ...]


class Triage:
    """Suggests categories. Immutable; the same text always gets the same answer."""

    def __init__(self, taxonomy: Taxonomy, examples: Examples, lexicon: Lexicon, sounds: Sounds) -> None:
        self._lexicon = lexicon
        self._order = {category.code: place for place, category in enumerate(taxonomy.categories)}
        self._points: dict[str, dict[str, float]] = defaultdict(dict)
        for category in taxonomy.categories:
            for word, points in _cues(category):
                self._points[word][category.code] = points
        self._patterns = [
            (category.code, pattern, points)
            for category in taxonomy.categories
            for patterns, points in ((category.patterns, _PATTERN), (category.hints, _HINT))
            for pattern in taxonomy.compiled(category.code, patterns)
        ]
        self._slips = Slips((w for c in taxonomy.categories for w in c.strong + c.words), lexicon, sounds)
        self._likeness = Likeness(list(self._order), _told(taxonomy, examples), lexicon)

    def suggest(self, text: str, limit: int = 3) -> list[Suggestion]:
        """Up to `limit` categories, best first; empty when nothing fits (then MISC is the caller's offer)."""
        told = " ".join(text.split())[:_LONGEST_TEXT]
        words = self._lexicon.words(told)
        meant = self._slips.meant(words)
        reasons = self._reasons(told, words, meant)
        found = [
            Suggestion(
                code,
                round(_faded(reasons[code].values()) + _LIKENESS * alike, 3),
                _best_words(reasons[code]),
            )
            for code, alike in self._likeness.of(" ".join((told, *meant))).items()
        ]
        found.sort(key=lambda suggestion: (-suggestion.score, self._order[suggestion.code]))
        return _worth_saying(found)[:limit]

    def _reasons(self, told: str, words: list[str], meant: list[str]) -> dict[str, dict[str, float]]:
        """Category -> the cues found for it and their points."""
        reasons: dict[str, dict[str, float]] = defaultdict(dict)
        for word, share in self._found(told, _edges(words)):
            for code, points in self._points[word].items():
                if share[code]:
                    reasons[code][word] = points * share[code]
        for code, pattern, points in self._patterns:
            if match := pattern.search(told):
                reasons[code][match[0]] = max(points, reasons[code].get(match[0], 0.0))
        for word in meant:
            for code, points in self._points[word].items():
                reasons[code].setdefault(word, points * _SLIP)
        return reasons

    def _found(self, told: str, edges: set[int]) -> Iterable[tuple[str, Mapping[str, float]]]:
        """The taxonomy's words in a text, with the share that each counts for each category."""
        found = [word for word in self._points if word in told and _stands(word, told, edges)]
        for word in found:
            holders = [self._points[other] for other in found if word != other and word in other]
            share = {
                code: 0.0 if any(code in holder for holder in holders) else (_INSIDE if holders else 1.0)
                for code in self._points[word]
            }
            yield word, share


def load_triage(lexicon: Lexicon, taxonomy: Taxonomy | None = None) -> Triage:
    """The project's triage. Raises BadData."""
    return Triage(taxonomy or load_taxonomy(), load_examples(), lexicon, load_sounds())


def _edges(words: Iterable[str]) -> set[int]:
    """Where words begin and end."""
    edges, place = {0}, 0
    for word in words:
        place += len(word)
        edges.add(place)
    return edges


def _stands(word: str, told: str, edges: set[int]) -> bool:
    """月休 in 两个月休养 is no word: a short word must begin or end where a word does, one character both."""
    if len(word) > _SHORT_WORD:
        return True
    places = (match.start() for match in re.finditer(re.escape(word), told))
    ends = [(place in edges) + (place + len(word) in edges) for place in places]
    inner = any(place + 1 in edges for place in (m.start() for m in re.finditer(re.escape(word), told)))
    return max(ends) == 2 or (len(word) == _SHORT_WORD and max(ends) >= 1 and not inner)


def _worth_saying(ranked: list[Suggestion]) -> list[Suggestion]:
    """Drops the weak ones, and those that are told like nothing in particular and have no cue."""
    if not ranked:
        return []
    least = max(_LEAST, ranked[0].score * _MUCH_WEAKER)
    vague = next((suggestion.score for suggestion in ranked if suggestion.code == _VAGUE), -1.0)
    return [
        suggestion
        for suggestion in ranked
        if suggestion.score >= least
        and suggestion.code != _VAGUE
        and (suggestion.reason_words or suggestion.score > vague)
    ]


def _cues(category: Category) -> list[tuple[str, float]]:
    lists = (
        (category.strong, _STRONG),
        (category.words, _WORD),
        (category.weak, _WEAK),
        (category.negative, _NOT),
    )
    return [(word, points) for words, points in lists for word in words]


def _told(taxonomy: Taxonomy, examples: Examples) -> Iterable[tuple[str, str, float]]:
    """What likeness learns from: the example sentences, and the taxonomy's words for less."""
    known = {category.code for category in taxonomy.categories}
    for code, sentences in examples.root.items():
        yield from ((code, sentence, 1.0) for sentence in sentences if code in known)
    for category in taxonomy.categories:
        for words, weight in ((category.strong, 0.5), (category.words, 0.3), (category.weak, 0.15)):
            yield from ((category.code, word, weight) for word in words)


def _faded(points: Iterable[float]) -> float:
    """Many reasons are more than one, but not many times more."""
    every = sorted(points, reverse=True)
    good = [point for point in every if point > 0]
    return sum(point * _FADE**place for place, point in enumerate(good)) + sum(p for p in every if p < 0)


def _best_words(points: Mapping[str, float]) -> tuple[str, ...]:
    ranked = sorted((word for word, point in points.items() if point > 0), key=lambda word: -points[word])
    return tuple(ranked[:5])
