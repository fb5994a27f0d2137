"""Sees which rules hold in one reading of a message, and which frames calm it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from knowledge.crisis.alarm import Alarm
from knowledge.crisis.reading import Scene, Span
from knowledge.crisis.rules import Frame, Level, Rule, RuleBook
from knowledge.text.patterns import CuePattern, branches, compiled

_MASK = "◇"
"""What stands in the place of an idiom; no pattern has it."""
_SELF, _OTHER, _RETOLD = "self", "other", "retold"
"""Names of the sets with which writer and others are named, and of the words that tell of somebody."""
Calms = Sequence[tuple[Frame, Sequence[Span]]]
"""Frames, each with the pieces of a text that it calms."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A rule that holds, what it is an alarm of, and where."""

    rule: Rule
    alarm: Alarm
    at: Span


@dataclass(frozen=True, slots=True)
class _Ready:
    """A rule or a frame with its patterns compiled."""

    patterns: tuple[CuePattern, ...]
    negative: tuple[CuePattern, ...]
    softening: tuple[CuePattern, ...]
    needs: frozenset[str] | None
    """Words of which a text has one in which any of the patterns stands; None where one needs nothing."""

    def may_stand(self, scene: Scene) -> bool:
        """One question in place of one for each pattern: most rules are in few texts."""
        return self.needs is None or not self.needs.isdisjoint(scene.held)


class Sight:
    """Sees. Immutable."""

    def __init__(self, book: RuleBook) -> None:
        self._idioms = re.compile("|".join(f"(?:{idiom})" for idiom in book.calm.idioms))
        self._rules = [(rule, _ready(book, rule)) for rule in book.rules]
        self._frames = [(frame, _ready(book, frame)) for frame in book.calm.frames]
        self._persons = re.compile(f"(?P<self>{_any(book, _SELF)})|(?P<other>{_any(book, _OTHER)})")
        self._retold = re.compile(_any(book, _RETOLD))

    def scene(self, reading: str) -> Scene:
        """`reading` without its idioms."""
        return Scene(self._idioms.sub(_MASK, reading))

    def holding(self, scene: Scene, calms: Calms) -> list[Seen]:
        """Every rule that stands in the text and that nothing around it, `calms` above all, takes back."""
        found = []
        for rule, ready in self._rules:
            if not ready.may_stand(scene):
                continue
            for span in scene.spans(ready.patterns):
                if scene.stands(ready.negative, scene.near(span)):
                    continue
                around = [frame for frame, pieces in calms if _calmed(rule, span, frame, pieces)]
                if all(frame.softens for frame in around):
                    softened = bool(around) or scene.stands(ready.softening, scene.near(span))
                    found.append(self._seen(rule, scene, span, softened=softened))
                    if rule.level is not Level.HINT and not softened:
                        break
        return found

    def calms(self, scene: Scene) -> Calms:
        """The frames that stand in the text."""
        return list(self._standing(scene))

    def about_other(self, told: str) -> bool:
        """Whether the last person named in `told` is not the writer."""
        named = [person.lastgroup for person in self._persons.finditer(told)]
        return named[-1:] == [_OTHER]

    def of_self(self, told: str) -> bool:
        """Whether the writer is named in `told`, nobody else, and nobody's words are retold."""
        return self._retold.search(told) is None and {
            person.lastgroup for person in self._persons.finditer(told)
        } == {_SELF}

    def _standing(self, scene: Scene) -> Iterator[tuple[Frame, list[Span]]]:
        for frame, ready in self._frames:
            if not ready.may_stand(scene):
                continue
            pieces = [scene.near(span, frame.reach, around=1) for span in scene.spans(ready.patterns)]
            if left := [piece for piece in pieces if not scene.stands(ready.negative, piece)]:
                yield frame, left

    def _seen(self, rule: Rule, scene: Scene, span: Span, *, softened: bool) -> Seen:
        other = self.about_other(scene.before(span)) if rule.other is None else rule.other
        return Seen(rule, Alarm(rule.danger, other, rule.level is Level.SURE and not softened), span)


def _ready(book: RuleBook, one: Rule | Frame) -> _Ready:
    """Every alternative of a pattern stands apart: it knows what it needs, and is passed over sooner."""
    apart = [branch for pattern in one.patterns for branch in branches(pattern)]
    softening = one.softened_by if isinstance(one, Rule) else ()
    patterns, negative, soft = (
        compiled(book.sets, one.key, those) for those in (apart, one.negative, softening)
    )
    first = [pattern.needs[0] if pattern.needs else None for pattern in patterns]
    needs = None if None in first else frozenset().union(*(words for words in first if words is not None))
    return _Ready(patterns, negative, soft, needs)


def _any(book: RuleBook, name: str) -> str:
    """The words of a set, the longer ones first."""
    return (
        "|".join(re.escape(word) for word in sorted(book.sets.get(name, ()), key=len, reverse=True)) or "(?!)"
    )


def _calmed(rule: Rule, span: Span, frame: Frame, pieces: Sequence[Span]) -> bool:
    """Whether `frame`, which calms `pieces` of the text, takes back or softens the rule at `span`."""
    applies = rule.level in frame.calms and frame.key not in rule.despite
    return applies and any(span.touches(piece) for piece in pieces)
