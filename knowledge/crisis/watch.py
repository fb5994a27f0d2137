"""Looks at one message and says whether somebody may be in danger. Keeps nothing."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.crisis.alarm import Alarm, Danger
from knowledge.crisis.plain import Plain, load_plain
from knowledge.crisis.rules import Frame, Level, Rule, RuleBook, Typed, read_book
from knowledge.crisis.scene import Scene, Span
from knowledge.patterns import CuePattern, compiled

_MASK = "◇"
"""What stands in the place of an idiom; no pattern has it."""
_HINTS_NEAR = 160
"""Characters within which two hints belong together."""
_ORDER = list(Danger)
_SELF = "self"
_OTHER = "other"
"""Names of the sets with which writer and others are named."""


@dataclass(frozen=True, slots=True)
class _Ready:
    """A rule or a frame with its patterns compiled."""

    patterns: tuple[CuePattern, ...]
    negative: tuple[CuePattern, ...]


@dataclass(frozen=True, slots=True)
class _Seen:
    """A rule that holds, and where."""

    rule: Rule
    alarm: Alarm
    at: Span


class CrisisWatch:
    """Looks. Immutable; takes time in proportion to the text."""

    def __init__(self, book: RuleBook, plain: Plain) -> None:
        self._plain = plain
        self._idioms = re.compile("|".join(f"(?:{idiom})" for idiom in book.calm.idioms))
        self._rules = [(rule, _ready(book, rule)) for rule in book.rules]
        self._frames = [(frame, _ready(book, frame)) for frame in book.calm.frames]
        self._persons = re.compile(f"(?P<self>{_any(book, _SELF)})|(?P<other>{_any(book, _OTHER)})")

    def look(self, text: str) -> Alarm | None:
        """The gravest danger that `text` tells of, or None. Never raises."""
        found = [seen.alarm for reading in self._plain.readings(text) for seen in self._seen(reading)]
        return min(found, key=_gravity, default=None)

    def keys(self, text: str) -> frozenset[str]:
        """The keys of the rules that hold for `text`: for those who edit them. Hints alone are named too."""
        scenes = map(self._scene, self._plain.readings(text))
        return frozenset(seen.rule.key for scene in scenes for seen in self._holding(scene))

    def _seen(self, reading: str) -> Iterator[_Seen]:
        """What is an alarm by itself, and two hints that stand near each other as one doubt."""
        hints: list[_Seen] = []
        for seen in self._holding(self._scene(reading)):
            if seen.rule.level is not Level.HINT:
                yield seen
                continue
            if any(_together(one, seen) for one in hints):
                yield seen
            hints.append(seen)

    def _scene(self, reading: str) -> Scene:
        return Scene(self._idioms.sub(_MASK, reading))

    def _holding(self, scene: Scene) -> Iterator[_Seen]:
        """Every rule that stands in the text and that nothing around it takes back."""
        calmed: dict[str, list[Span]] | None = None
        for rule, ready in self._rules:
            for span in scene.spans(ready.patterns):
                if scene.stands(ready.negative, scene.near(span)):
                    continue
                calmed = calmed if calmed is not None else self._calmed(scene)
                if not any(
                    span.touches(calm) for key, some in calmed.items() if key not in rule.despite for calm in some
                ):
                    yield _Seen(rule, self._alarm(rule, scene, span), span)
                    if rule.level is not Level.HINT:
                        break

    def _calmed(self, scene: Scene) -> dict[str, list[Span]]:
        """For every frame the pieces of the text that it calms."""
        return {
            frame.key: [
                reach
                for span in scene.spans(ready.patterns)
                for reach in [scene.near(span, frame.reach, around=1)]
                if not scene.stands(ready.negative, reach)
            ]
            for frame, ready in self._frames
        }

    def _alarm(self, rule: Rule, scene: Scene, span: Span) -> Alarm:
        other = rule.other
        if other is None:
            last = None
            for last in self._persons.finditer(scene.before(span)):
                pass
            other = last is not None and last.lastgroup == _OTHER
        return Alarm(rule.danger, other, rule.level is Level.SURE)


def load_crisis() -> CrisisWatch:
    """The project's watch. Raises BadData with file and place."""
    return CrisisWatch(read_book(), load_plain())


def _ready(book: RuleBook, one: Rule | Frame) -> _Ready:
    return _Ready(
        compiled(book.sets, one.key, one.patterns), compiled(book.sets, one.key, one.negative)
    )


def _any(book: RuleBook, name: str) -> str:
    """The words of a set, the longer ones first."""
    return "|".join(re.escape(word) for word in sorted(book.sets[name], key=len, reverse=True)) or "(?!)"


def _together(one: _Seen, other: _Seen) -> bool:
    """Two different hints near each other, of which one is not weak."""
    near = abs(one.at.start - other.at.start) <= _HINTS_NEAR
    return near and one.rule.key != other.rule.key and not (one.rule.weak and other.rule.weak)


def _gravity(alarm: Alarm) -> tuple[bool, int, bool]:
    """Sure before doubt, then in the order of the dangers, then the writer before others."""
    return not alarm.sure, _ORDER.index(alarm.kind), alarm.about_other
