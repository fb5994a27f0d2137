"""Finds the categories that fit a concern in people's own words.

Two signals are added: keywords of the taxonomy (words, patterns, words behind a typing error) and likeness
to example sentences. Keywords can be shown as reasons; likeness helps where nobody used an expected word.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from knowledge.text.analysis import AnalysedText
from knowledge.text.colloquial import Colloquial
from knowledge.text.lexicon import Lexicon
from knowledge.text.patterns import LONGEST_SUBSTRING
from knowledge.text.pinyin import Pinyin, load_pinyin
from knowledge.text.scoring import (
    HINT,
    NOT,
    PATTERN,
    STRONG,
    WEAK,
    WORD,
    is_whole_word,
    strongest_words,
    sum_with_decay,
)
from knowledge.text.typos import TypoCorrector
from knowledge.triage.naive_bayes import Examples, NaiveBayes, load_examples
from knowledge.triage.taxonomy import Category, Taxonomy, load_taxonomy

_SLIP = 0.8
"""A word that was recognised through a typing error counts for this share."""
_INSIDE = 0.3
"""A word inside a longer word of another category (工资 in 退休工资) counts for this share."""
_CLASSIFIER_WEIGHT = 1.0
"""Points per unit of likeness; fitted on our own sentences, flat from 0.5 to 2."""
_LEAST = 1.4
"""Below this score a category is not proposed: one plain word is enough, a weak one is not."""
_MUCH_WEAKER = 0.2
"""Categories under this share of the best score are not proposed."""
_TOO_VAGUE = 0.6
"""Nothing is proposed for what is worded like nothing in particular by this share of the best score."""
_VAGUE = "MISC"
"""The category of what says too little; it is never proposed, the caller offers it."""


@dataclass(frozen=True, slots=True)
class CategoryFit:
    """A category that fits, how well (comparable within one text only) and the words that say so."""

    code: str
    score: float
    reason_words: tuple[str, ...]


class Categories:
    """Finds categories. Immutable; the same text always gets the same answer."""

    def __init__(
        self, taxonomy: Taxonomy, examples: Examples, lexicon: Lexicon, pinyin: Pinyin, colloquial: Colloquial
    ) -> None:
        self._order = {category.code: place for place, category in enumerate(taxonomy.categories)}
        self._points: dict[str, dict[str, float]] = defaultdict(dict)
        for category in taxonomy.categories:
            for word, points in _keywords(category):
                self._points[word][category.code] = points
        self._long = [word for word in self._points if len(word) > LONGEST_SUBSTRING]
        self._patterns = [
            (category.code, pattern, points)
            for category in taxonomy.categories
            for patterns, points in ((category.patterns, PATTERN), (category.hints, HINT))
            for pattern in taxonomy.compiled(category.code, patterns)
        ]
        self._typos = TypoCorrector(
            (w for c in taxonomy.categories for w in c.strong + c.words), lexicon, pinyin
        )
        self._classifier = NaiveBayes(
            list(self._order), _training_texts(taxonomy, examples, colloquial), lexicon
        )

    def fits(self, message: AnalysedText, limit: int = 3) -> list[CategoryFit]:
        """Up to `limit` categories, best first; empty when nothing fits (then MISC is the caller's offer)."""
        meant = self._typos.corrections(message.words)
        reasons = self._reasons(message, meant)
        found = [
            CategoryFit(
                code,
                round(sum_with_decay(reasons[code].values()) + _CLASSIFIER_WEIGHT * alike, 3),
                strongest_words(reasons[code]),
            )
            for code, alike in self._classifier.of([*message.words, " ", *meant]).items()
        ]
        found.sort(key=lambda fit: (-fit.score, self._order[fit.code]))
        return _worth_saying(found)[:limit]

    def familiar(self, message: AnalysedText) -> float:
        """How much of the text is put together as people put things: 0 to 1, low for keys hit at random."""
        return self._classifier.familiar(message.plain)

    def _reasons(self, message: AnalysedText, meant: list[str]) -> dict[str, dict[str, float]]:
        """Category -> the keywords found for it and their points."""
        reasons: dict[str, dict[str, float]] = defaultdict(dict)
        for word, share in self._found(message):
            for code, points in self._points[word].items():
                if share[code]:
                    reasons[code][word] = points * share[code]
        for code, pattern, points in self._patterns:
            if match := pattern.search(message.plain, message.substrings):
                reasons[code][match[0]] = max(points, reasons[code].get(match[0], 0.0))
        for word in meant:
            for code, points in self._points[word].items():
                reasons[code].setdefault(word, points * _SLIP)
        return reasons

    def _found(self, message: AnalysedText) -> Iterable[tuple[str, Mapping[str, float]]]:
        """The taxonomy's words in a text, with the share that each counts for each category."""
        held = sorted(message.substrings & self._points.keys()) + [
            word for word in self._long if word in message.plain
        ]
        found = [
            word
            for word in held
            if word in message.plain and is_whole_word(word, message.plain, message.word_ends)
        ]
        for word in found:
            holders = [self._points[other] for other in found if word != other and word in other]
            share = {
                code: 0.0 if any(code in holder for holder in holders) else (_INSIDE if holders else 1.0)
                for code in self._points[word]
            }
            yield word, share


def load_categories(lexicon: Lexicon, colloquial: Colloquial, taxonomy: Taxonomy | None = None) -> Categories:
    """Those of the project. Raises BadData."""
    return Categories(taxonomy or load_taxonomy(), load_examples(), lexicon, load_pinyin(), colloquial)


def _worth_saying(ranked: list[CategoryFit]) -> list[CategoryFit]:
    """Drops the weak ones, and those that are worded like nothing in particular and have no keyword."""
    best = max((fit.score for fit in ranked if fit.code != _VAGUE), default=0.0)
    vague = next((fit.score for fit in ranked if fit.code == _VAGUE), -1.0)
    if vague > best * _TOO_VAGUE:
        return []
    least = max(_LEAST, best * _MUCH_WEAKER)
    return [
        fit
        for fit in ranked
        if fit.score >= least and fit.code != _VAGUE and (fit.reason_words or fit.score > vague)
    ]


def _keywords(category: Category) -> list[tuple[str, float]]:
    lists = (
        (category.strong, STRONG),
        (category.words, WORD),
        (category.weak, WEAK),
        (category.negative, NOT),
    )
    return [(word, points) for words, points in lists for word in words]


def _training_texts(
    taxonomy: Taxonomy, examples: Examples, colloquial: Colloquial
) -> Iterable[tuple[str, str, float]]:
    """What the classifier learns from: the example sentences, and the taxonomy's words for less."""
    known = {category.code for category in taxonomy.categories}
    for code, sentences in examples.root.items():
        yield from ((code, colloquial.plain(sentence), 1.0) for sentence in sentences if code in known)
    for category in taxonomy.categories:
        for words, weight in ((category.strong, 0.5), (category.words, 0.3), (category.weak, 0.15)):
            yield from ((category.code, word, weight) for word in words)
