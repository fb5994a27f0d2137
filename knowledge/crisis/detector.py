"""Detects whether one message tells that somebody may be in danger. Keeps nothing."""

from collections import Counter
from collections.abc import Iterator, Sequence

from knowledge.crisis.alarm import Alarm, Danger
from knowledge.crisis.classifier import Concepts, CrisisClassifier, load_classifier, load_concepts
from knowledge.crisis.features import FeatureExtractor, PassageFeatures, passages
from knowledge.crisis.matching import ActiveFrames, RuleMatch, RuleMatcher
from knowledge.crisis.normalise import Normaliser, load_normaliser
from knowledge.crisis.reading import Reading
from knowledge.crisis.rules import Level, RuleBook, load_rule_book

_HINTS_NEAR = 160
"""Characters within which two hints belong together."""
_LEANS = 2
"""Concepts of a danger that must stand in a doubt for it to be about that danger."""
_ORDER = list(Danger)


class CrisisDetector:
    """Rules first, then the classifier where they doubt or are silent. Immutable; linear time in the text."""

    def __init__(
        self, book: RuleBook, normaliser: Normaliser, concepts: Concepts, classifier: CrisisClassifier
    ) -> None:
        self._normaliser = normaliser
        self._matcher = RuleMatcher(book)
        self._extractor = FeatureExtractor(concepts.concepts)
        self._leans = concepts.leans
        self._classifier = classifier

    def detect(self, text: str) -> Alarm | None:
        """The gravest danger that `text` tells of, or None. Never raises."""
        readings = self._readings(text)
        found = [one.alarm for read in readings for one in _alarming(self._matcher.matches(*read))]
        ruled = min(found, key=_gravity, default=None)
        if ruled is not None and ruled.sure:
            return ruled
        passages = [
            (said, self._classifier.score(one)) for read in readings for said, one in self._passages(*read)
        ]
        sums = [weight for _, weight in passages]
        if ruled is not None:
            return None if self._classifier.lowers(sums) else ruled
        return (
            self._doubted(max(passages, key=lambda one: one[1])[0]) if self._classifier.raises(sums) else None
        )

    def of_self(self, text: str) -> bool:
        """Whether `text` speaks of nobody but the writer: what staff write at work mostly does not."""
        return any(self._matcher.of_self(reading) for reading in self._normaliser.readings(text))

    def rule_keys(self, text: str) -> frozenset[str]:
        """The keys of the rules that hold for `text`: for those who edit them. Hints alone are named too."""
        held = (self._matcher.matches(*read) for read in self._readings(text))
        return frozenset(one.rule.key for every in held for one in every)

    def passages(self, text: str) -> list[PassageFeatures]:
        """The features of every passage of `text`: what the weights are fitted to."""
        return [features for read in self._readings(text) for _, features in self._passages(*read)]

    def _readings(self, text: str) -> list[tuple[Reading, ActiveFrames]]:
        """Every reading of `text`, with the frames that calm it."""
        readings = [self._matcher.reading(one) for one in self._normaliser.readings(text)]
        return [(one, self._matcher.active_frames(one)) for one in readings]

    def _passages(self, reading: Reading, active: ActiveFrames) -> Iterator[tuple[str, PassageFeatures]]:
        for span in passages(reading):
            frames = {frame.key for frame, calmed in active if any(span.touches(one) for one in calmed)}
            passage = reading.text[span.start : span.end]
            yield passage, self._extractor.of(passage, frames)

    def _doubted(self, passage: str) -> Alarm:
        """What a doubt that no rule speaks of is about."""
        leans = Counter(
            self._leans[name] for name in self._extractor.concepts(passage) if name in self._leans
        )
        kind = max(leans, key=lambda danger: leans[danger], default=Danger.SUICIDE)
        kind = kind if leans[kind] >= _LEANS else Danger.SUICIDE
        return Alarm(kind, self._matcher.about_other(passage), sure=False)


def load_crisis_detector() -> CrisisDetector:
    """The project's detector. Raises BadData with file and place."""
    return CrisisDetector(load_rule_book(), load_normaliser(), load_concepts(), load_classifier())


def _alarming(matches: Sequence[RuleMatch]) -> Iterator[RuleMatch]:
    """What is an alarm by itself, and two hints that stand near each other as one doubt."""
    hints: list[RuleMatch] = []
    for match in matches:
        if match.rule.level is not Level.HINT:
            yield match
            continue
        if any(_belong_together(one, match) for one in hints):
            yield match
        hints.append(match)


def _belong_together(one: RuleMatch, other: RuleMatch) -> bool:
    """Two different hints near each other, of which one is not weak."""
    near = abs(one.at.start - other.at.start) <= _HINTS_NEAR
    return near and one.rule.key != other.rule.key and not (one.rule.weak and other.rule.weak)


def _gravity(alarm: Alarm) -> tuple[bool, int, bool]:
    """Sure before doubt, then in the order of the dangers, then the writer before others."""
    return not alarm.sure, _ORDER.index(alarm.kind), alarm.about_other
