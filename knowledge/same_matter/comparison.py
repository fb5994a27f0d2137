"""Judges whether two accounts of a concern are about the same matter, or only of the same kind.

The same event or grievance may be told again, by the same or another person, in other words, shorter or
longer. Words in common are a trap: "another month, another building" shares more of them than a retelling.
So facts are compared, and a contradiction weighs more than a resemblance. Texts are compared, never persons;
nothing is kept, and a person decides.
"""

import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import exp
from pathlib import Path
from typing import Self, TypeVar

import numpy as np
from numpy.typing import NDArray
from pydantic import Field, model_validator

from knowledge.datafile import CheckedByName, read_checked
from knowledge.same_matter.facts import FactReader, Facts
from knowledge.same_matter.features import (
    FEATURE_NAMES,
    MEANING,
    Point,
    Rarity,
    numbers,
    pairs,
    points,
    replaced,
)
from knowledge.same_matter.words import ComparisonWords, load_comparison_words
from knowledge.search.vectors import TextModel, encodable
from knowledge.text.analysis import TextAnalyser
from knowledge.text.colloquial import load_colloquial
from knowledge.text.lexicon import Lexicon
from knowledge.text.pinyin import load_pinyin
from knowledge.text.typos import TypoCorrector
from knowledge.triage.naive_bayes import NaiveBayes, load_examples
from knowledge.triage.triage import Triage, load_triage, no_danger

WEIGHTS_FILE = Path(__file__).with_name("same_matter.toml")
_READ, _SORTED = 300, 150
"""Characters that are compared, and that say the category; keeps a pair of any length under 10 ms."""
_HALF = 0.5
Key = TypeVar("Key")


class LogisticModel(CheckedByName):
    """A logistic regression over the features, by name (FEATURE_NAMES)."""

    bias: float
    numbers: Mapping[str, float]

    def probability(self, counted: Mapping[str, float]) -> float:
        """That both tell the same matter, 0 to 1."""
        total = self.bias + sum(self.numbers[name] * value for name, value in counted.items())
        return 1 / (1 + exp(-total))


class Weights(CheckedByName):
    """Fields are explained at the head of ``same_matter.toml``."""

    without_model: LogisticModel
    with_model: LogisticModel
    word_for_word: float = Field(gt=0, le=1)
    copied: float = Field(gt=0, lt=1)
    changed: float = Field(gt=0, lt=1)
    looked_at: int = Field(ge=1)

    @model_validator(mode="after")
    def _a_copy_is_the_same_and_all_is_weighed(self) -> Self:
        if not self.changed < _HALF <= self.copied:
            raise ValueError("`changed` must be below 0.5 and `copied` must not be")
        for line, names in (
            (self.without_model, FEATURE_NAMES),
            (self.with_model, (*FEATURE_NAMES, MEANING)),
        ):
            if line.numbers.keys() != set(names):
                raise ValueError(f"numbers: exactly these are weighed: {', '.join(names)}")
        return self


@dataclass(frozen=True, slots=True)
class Verdict:
    """`same` from a `score` of 0.5 on; the score is 0 to 1, and the reasons hold words of the two texts.

    A reason is about time, place, person, role, kin, body, object, claim, setting, happened, amount, count,
    category (with the codes for words) or wording (what was replaced where the rest is word for word).
    """

    same: bool
    score: float
    reasons: tuple[Point, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadText:
    """A text that was read once, to be compared with many."""

    written: str
    facts: Facts
    codes: frozenset[str]
    theme: NDArray[np.float64]
    vector: NDArray[np.float32] | None = None

    def shown(self, words: Iterable[str]) -> tuple[str, ...]:
        """Those of `words` that stand in the text; what was only understood is not shown."""
        return tuple(word for word in words if word in self.written)


class SameMatter:
    """Compares two accounts. Immutable; the order of the two texts makes no difference."""

    def __init__(
        self,
        reader: FactReader,
        codes: Callable[[str], Sequence[str]],
        theme: Callable[[str], NDArray[np.float64]],
        rarity: Rarity,
        weights: Weights,
        model: TextModel | None = None,
    ) -> None:
        """`codes` are triage's categories of a text, `theme` its direction among all of them (length one).

        With a `model` the meaning of the whole counts too.
        """
        self._model = model
        self._reader = reader
        self._codes = codes
        self._theme = theme
        self._rarity = rarity
        self._weights = weights

    def judge(self, a: str, b: str) -> Verdict:
        """How much `a` and `b` are one matter; a text that says nothing is the same as no other."""
        return self.compare(self.read(a), self.read(b))

    def read(self, text: str) -> ReadText:
        """`text`, of which the first 300 characters are compared."""
        text = text[:_READ]
        written = " ".join(unicodedata.normalize("NFKC", text).split())
        facts = self._reader.read(text)
        vector = self._model.query(encodable(written)) if self._model and _says_something(facts) else None
        codes = frozenset(self._codes(text[:_SORTED]))
        return ReadText(written, facts, codes, self._theme(facts.plain), vector)

    def compare(self, a: ReadText, b: ReadText) -> Verdict:
        """As `judge`, for texts that were read before."""
        if not (_says_something(a.facts) and _says_something(b.facts)):
            return Verdict(same=False, score=0.0)
        counted = self.numbers(a, b)
        found = [*points(a.facts, b.facts)]
        if counted["verbatim"] >= self._weights.word_for_word:
            pieces = replaced(a.facts.plain, b.facts.plain)
            found += [Point("wording", False, (mine,), (theirs,)) for mine, theirs in pieces]
            changed = any(not one.agrees for one in found)
            score = self._weights.changed if changed else self._weights.copied
        else:
            model = self._weights.with_model if MEANING in counted else self._weights.without_model
            score = model.probability(counted)
        reasons = [Point(one.about, one.agrees, a.shown(one.words), b.shown(one.other)) for one in found]
        if common := tuple(sorted(a.codes & b.codes)):
            reasons.append(Point("category", True, common, common))
        return Verdict(score >= _HALF, round(score, 4), tuple(reasons))

    def numbers(self, a: ReadText, b: ReadText) -> Mapping[str, float]:
        """What the weights are multiplied with; also for fitting them anew."""
        shorter, longer = sorted((a, b), key=lambda one: (len(one.facts.plain), one.facts.plain))
        codes, theme = (shorter.codes, longer.codes), float(shorter.theme @ longer.theme)
        found = numbers(shorter.facts, longer.facts, codes, theme, self._rarity)
        if a.vector is not None and b.vector is not None:
            found[MEANING] = float(a.vector @ b.vector)
        return found

    def likely_repeats(
        self, text: str, others: Iterable[tuple[Key, str]], limit: int = 3
    ) -> list[tuple[Key, Verdict]]:
        """Those of `others` that tell the same matter, the likeliest first, at most `limit`.

        Of many others only those that share the rarest characters with `text` are judged, so that a hundred
        cost little more than thirty.
        """
        told = self.read(text)
        mine = set(told.facts.plain)
        ranked = sorted(
            ((self._rarity.total(mine & set(other[:_READ])), -place, key, other)
             for place, (key, other) in enumerate(others)),
            key=lambda one: (-one[0], -one[1]),
        )  # fmt: skip
        judged = [
            (key, self.compare(told, self.read(other)))
            for _, _, key, other in ranked[: self._weights.looked_at]
        ]
        judged.sort(key=lambda one: -one[1].score)
        return [(key, likeness) for key, likeness in judged if likeness.same][: max(0, limit)]


def load_same_matter(
    lexicon: Lexicon,
    triage: Triage | None = None,
    model: TextModel | None = None,
    words: ComparisonWords | None = None,
    path: Path = WEIGHTS_FILE,
) -> SameMatter:
    """The project's comparison. Raises BadData with file and place.

    `model` is that of knowledge.search.vectors.open_model; with it a text takes some 50 ms instead of 3.
    """
    words, colloquial = words or load_comparison_words(), load_colloquial()
    known = (word for things in words.families.values() for thing in things for word in thing)
    reader = FactReader(
        words, TextAnalyser(lexicon, colloquial), TypoCorrector(known, lexicon, load_pinyin())
    )
    examples = load_examples().root
    told = [(code, colloquial.plain(one), 1.0) for code, every in examples.items() for one in every]
    sorter = triage or load_triage(lexicon, detect=no_danger)

    def codes(text: str) -> list[str]:
        return [fit.code for fit in sorter.suggest(text)]

    themes = NaiveBayes(list(examples), told, lexicon)

    def theme(plain: str) -> NDArray[np.float64]:
        scores = np.array([*themes.of(lexicon.words(plain)).values()])
        return scores / (np.linalg.norm(scores) or 1.0)

    rarity, weights = Rarity((text for _, text, _ in told), lexicon), read_checked(path, Weights)
    return SameMatter(reader, codes, theme, rarity, weights, model)


def _says_something(facts: Facts) -> bool:
    return bool(facts.words or facts.kinds) and bool(pairs(facts.plain))
