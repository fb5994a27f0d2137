"""What kind of message a text is: question, concern, suggestion, praise, accusation, or none of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Self

from pydantic import Field, model_validator

from knowledge.datafile import CheckedByName, read_checked
from knowledge.fields import Phrase
from knowledge.text.analysis import AnalysedText
from knowledge.text.colloquial import Colloquial
from knowledge.text.gibberish import is_gibberish
from knowledge.text.lexicon import Lexicon
from knowledge.text.patterns import compiled
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
from knowledge.triage.naive_bayes import NaiveBayes

KINDS_FILE = Path(__file__).with_name("kinds.yaml")
_SURE = 7.0
"""Points of a pattern that says the kind by itself, as promised at the head of kinds.yaml."""
_DECAY = 0.5
"""What each further reason counts: a long story has many words of every kind."""
_STRANGE = 0.18
"""A text of which less is familiar, and which has no keyword of any kind, is taken for keys hit at random."""
_UNSAID = 2.0
"""Taken from a kind of which no word was seen, for manner alone seldom tells it; not from one with a base."""
_CLEAR = 1.0
"""Points between the best kind and the next from which the best is clear."""
_CLASSIFIER_WEIGHT = 0.75
"""Points per unit of likeness to the examples; less than for categories, for kinds differ by few words."""


class Kind(StrEnum):
    """The kinds of message."""

    QUESTION = "question"
    CONCERN = "concern"
    SUGGESTION = "suggestion"
    PRAISE = "praise"
    ACCUSATION = "accusation"
    CHITCHAT = "chitchat"
    GIBBERISH = "gibberish"


class KindWords(CheckedByName):
    """The words and patterns of one kind. Fields are explained at the head of kinds.yaml."""

    code: Kind
    base: float = 0.0
    sure: tuple[Phrase, ...] = ()
    strong: tuple[Phrase, ...] = ()
    words: tuple[Phrase, ...] = ()
    weak: tuple[Phrase, ...] = ()
    patterns: tuple[Phrase, ...] = ()
    hints: tuple[Phrase, ...] = ()
    negative: tuple[Phrase, ...] = Field(default=(), alias="not")
    categories: dict[str, float] = Field(default_factory=dict)
    category: str | None = None
    examples: tuple[Phrase, ...] = Field(min_length=1)


class KindTable(CheckedByName):
    """All kinds that have words; a kind stands there once and its patterns compile."""

    sets: dict[str, tuple[Phrase, ...]] = Field(default_factory=dict)
    kinds: tuple[KindWords, ...] = Field(min_length=2)

    @model_validator(mode="after")
    def _kinds_differ_and_patterns_compile(self) -> Self:
        codes = [kind.code for kind in self.kinds]
        if len(set(codes)) < len(codes) or Kind.GIBBERISH in codes:
            raise ValueError("a kind stands there twice, or gibberish does")
        for kind in self.kinds:
            compiled(self.sets, kind.code, kind.sure + kind.patterns + kind.hints + kind.negative)
        return self


@dataclass(frozen=True, slots=True)
class KindFit:
    """The kind that fits best and the words that say so (none where only the manner of telling does).

    `category` is the one that belongs to the kind (thanks are SUGG), if there is one. `clear`: no other kind
    is near.
    """

    kind: Kind
    reason_words: tuple[str, ...] = ()
    category: str | None = None
    clear: bool = False


class Kinds:
    """Tells kinds. Immutable; the same text always gets the same answer."""

    def __init__(self, table: KindTable, lexicon: Lexicon, colloquial: Colloquial) -> None:
        self._kinds = table.kinds
        self._own = {kind.code: kind.category for kind in table.kinds}
        self._words = [
            (word.lower(), kind.code, points)
            for kind in table.kinds
            for words, points in ((kind.strong, STRONG), (kind.words, WORD), (kind.weak, WEAK))
            for word in words
        ]
        self._patterns = [
            (pattern, kind.code, points)
            for kind in table.kinds
            for written, points in (
                (kind.sure, _SURE),
                (kind.patterns, PATTERN),
                (kind.hints, HINT),
                (kind.negative, NOT),
            )
            for pattern in compiled(table.sets, kind.code, written)
        ]
        examples = (
            (kind.code, colloquial.plain(said), 1.0) for kind in table.kinds for said in kind.examples
        )
        self._classifier = NaiveBayes([kind.code for kind in table.kinds], examples, lexicon)

    def of(self, message: AnalysedText, categories: Sequence[str] = (), familiar: float = 1.0) -> KindFit:
        """The kind of a text whose best category is the first of `categories`.

        `familiar` (0 to 1) says how much of the text is put together as people put things.
        """
        reasons = self._reasons(message)
        strange = familiar < _STRANGE and not any(reasons.values())
        if strange or is_gibberish(message):
            return KindFit(Kind.GIBBERISH)
        alike = self._classifier.of(message.words)
        scores = {
            kind.code: kind.base
            + sum_with_decay(reasons[kind.code].values(), _DECAY)
            + _CLASSIFIER_WEIGHT * alike[kind.code]
            + sum(kind.categories.get(code, 0.0) for code in categories[:1])
            - (0.0 if kind.base or reasons[kind.code] else _UNSAID)
            for kind in self._kinds
        }
        best, second = sorted(scores, key=lambda code: -scores[code])[:2]
        clear = scores[best] - scores[second] >= _CLEAR
        return KindFit(best, strongest_words(reasons[best]), self._own[best], clear)

    def _reasons(self, message: AnalysedText) -> Mapping[Kind, dict[str, float]]:
        """Kind -> the keywords found for it and their points."""
        small = message.plain.lower()
        found: dict[Kind, dict[str, float]] = {kind.code: {} for kind in self._kinds}
        for word, kind, points in self._words:
            if message.has(word) and word in small and is_whole_word(word, small, message.word_ends):
                found[kind][word] = max(points, found[kind].get(word, 0.0))
        for pattern, kind, points in self._patterns:
            if match := pattern.search(small, message.substrings):
                key = match[0] if points > 0 else f"-{match[0]}"
                found[kind][key] = max(points, found[kind].get(key, points))
        return found


def load_kinds(lexicon: Lexicon, colloquial: Colloquial, path: Path = KINDS_FILE) -> Kinds:
    """The project's kinds. Raises BadData with file and place."""
    return Kinds(read_checked(path, KindTable), lexicon, colloquial)
