"""Looks at one message and says whether somebody may be in danger. Keeps nothing."""

from collections import Counter
from collections.abc import Iterator, Sequence

from knowledge.crisis.alarm import Alarm, Danger
from knowledge.crisis.classifier import Concepts, Doubt, load_concepts, load_doubt
from knowledge.crisis.features import Piece, Signer, pieces_of
from knowledge.crisis.matching import Calms, Seen, Sight
from knowledge.crisis.normalise import Plain, load_plain
from knowledge.crisis.reading import Scene
from knowledge.crisis.rules import Level, RuleBook, read_book

_HINTS_NEAR = 160
"""Characters within which two hints belong together."""
_LEANS = 2
"""Concepts of a danger that must stand in a doubt for it to be about that danger."""
_ORDER = list(Danger)


class CrisisWatch:
    """Looks. Immutable; takes time in proportion to the text."""

    def __init__(self, book: RuleBook, plain: Plain, concepts: Concepts, doubt: Doubt) -> None:
        self._plain = plain
        self._sight = Sight(book)
        self._signer = Signer(concepts.concepts)
        self._leans = concepts.leans
        self._doubt = doubt

    def look(self, text: str) -> Alarm | None:
        """The gravest danger that `text` tells of, or None. Never raises."""
        scenes = self._scenes(text)
        found = [one.alarm for seen in scenes for one in _alarming(self._sight.holding(*seen))]
        ruled = min(found, key=_gravity, default=None)
        if ruled is not None and ruled.sure:
            return ruled
        pieces = [(told, self._doubt.weigh(piece)) for seen in scenes for told, piece in self._pieces(*seen)]
        sums = [weight for _, weight in pieces]
        if ruled is not None:
            return None if self._doubt.lowers(sums) else ruled
        return self._doubted(max(pieces, key=lambda one: one[1])[0]) if self._doubt.raises(sums) else None

    def of_self(self, text: str) -> bool:
        """Whether `text` speaks of nobody but the writer: what staff write at work mostly does not."""
        return any(self._sight.of_self(reading) for reading in self._plain.readings(text))

    def keys(self, text: str) -> frozenset[str]:
        """The keys of the rules that hold for `text`: for those who edit them. Hints alone are named too."""
        held = (self._sight.holding(*seen) for seen in self._scenes(text))
        return frozenset(one.rule.key for every in held for one in every)

    def pieces(self, text: str) -> list[Piece]:
        """Every piece of `text`: what the weights are fitted to."""
        return [piece for seen in self._scenes(text) for _, piece in self._pieces(*seen)]

    def _scenes(self, text: str) -> list[tuple[Scene, Calms]]:
        """Every reading of `text`, with what calms it."""
        scenes = [self._sight.scene(reading) for reading in self._plain.readings(text)]
        return [(scene, self._sight.calms(scene)) for scene in scenes]

    def _pieces(self, scene: Scene, calms: Calms) -> Iterator[tuple[str, Piece]]:
        for span in pieces_of(scene):
            frames = {frame.key for frame, calm in calms if any(span.touches(piece) for piece in calm)}
            told = scene.told[span.start : span.end]
            yield told, self._signer.of(told, frames)

    def _doubted(self, piece: str) -> Alarm:
        """What a doubt that no rule speaks of is about."""
        leans = Counter(self._leans[name] for name in self._signer.concepts(piece) if name in self._leans)
        kind = max(leans, key=lambda danger: leans[danger], default=Danger.SUICIDE)
        kind = kind if leans[kind] >= _LEANS else Danger.SUICIDE
        return Alarm(kind, self._sight.about_other(piece), sure=False)


def load_crisis() -> CrisisWatch:
    """The project's watch. Raises BadData with file and place."""
    return CrisisWatch(read_book(), load_plain(), load_concepts(), load_doubt())


def _alarming(held: Sequence[Seen]) -> Iterator[Seen]:
    """What is an alarm by itself, and two hints that stand near each other as one doubt."""
    hints: list[Seen] = []
    for seen in held:
        if seen.rule.level is not Level.HINT:
            yield seen
            continue
        if any(_together(one, seen) for one in hints):
            yield seen
        hints.append(seen)


def _together(one: Seen, other: Seen) -> bool:
    """Two different hints near each other, of which one is not weak."""
    near = abs(one.at.start - other.at.start) <= _HINTS_NEAR
    return near and one.rule.key != other.rule.key and not (one.rule.weak and other.rule.weak)


def _gravity(alarm: Alarm) -> tuple[bool, int, bool]:
    """Sure before doubt, then in the order of the dangers, then the writer before others."""
    return not alarm.sure, _ORDER.index(alarm.kind), alarm.about_other
