"""Matches the rules against one reading of a message, and finds the frames that calm it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from knowledge.crisis.alarm import Alarm
from knowledge.crisis.reading import Reading, Span
from knowledge.crisis.rules import Frame, Level, Rule, RuleBook
from knowledge.text.patterns import WordPattern, branches, compiled

_MASK = "◇"
"""What stands in the place of an idiom; no pattern has it."""
_SELF, _OTHER, _RETOLD = "self", "other", "retold"
"""Names of the sets with which writer and others are named, and of the words that tell of somebody."""
ActiveFrames = Sequence[tuple[Frame, Sequence[Span]]]
"""Frames that stand in a text, each with the spans that it calms."""


@dataclass(frozen=True, slots=True)
class RuleMatch:
    """A rule that holds, the alarm that it raises, and where."""

    rule: Rule
    alarm: Alarm
    at: Span


@dataclass(frozen=True, slots=True)
class _Compiled:
    """A rule or a frame with its patterns compiled."""

    patterns: tuple[WordPattern, ...]
    negative: tuple[WordPattern, ...]
    softening: tuple[WordPattern, ...]
    needs: frozenset[str] | None
    """Words of which a text has one in which any of the patterns stands; None where one needs nothing."""

    def may_stand(self, reading: Reading) -> bool:
        """One question in place of one for each pattern: most rules are in few texts."""
        return self.needs is None or not self.needs.isdisjoint(reading.substrings)


class RuleMatcher:
    """The compiled rules and frames of one rule book. Immutable."""

    def __init__(self, book: RuleBook) -> None:
        self._idioms = re.compile("|".join(f"(?:{idiom})" for idiom in book.calm.idioms))
        self._rules = [(rule, _compile(book, rule)) for rule in book.rules]
        self._frames = [(frame, _compile(book, frame)) for frame in book.calm.frames]
        self._persons = re.compile(f"(?P<self>{_any(book, _SELF)})|(?P<other>{_any(book, _OTHER)})")
        self._retold = re.compile(_any(book, _RETOLD))

    def reading(self, text: str) -> Reading:
        """`text` with its idioms masked."""
        return Reading(self._idioms.sub(_MASK, text))

    def matches(self, reading: Reading, active: ActiveFrames) -> list[RuleMatch]:
        """Every rule that stands in the text and that neither its exceptions nor `active` take back."""
        found = []
        for rule, compiled_rule in self._rules:
            if not compiled_rule.may_stand(reading):
                continue
            for span in reading.spans(compiled_rule.patterns):
                if reading.stands(compiled_rule.negative, reading.near(span)):
                    continue
                around = [frame for frame, spans in active if _calmed(rule, span, frame, spans)]
                if all(frame.softens for frame in around):
                    softened = bool(around) or reading.stands(compiled_rule.softening, reading.near(span))
                    found.append(self._match(rule, reading, span, softened=softened))
                    if rule.level is not Level.HINT and not softened:
                        break
        return found

    def active_frames(self, reading: Reading) -> ActiveFrames:
        """The frames that stand in the text."""
        return list(self._standing(reading))

    def about_other(self, text: str) -> bool:
        """Whether the last person named in `text` is not the writer."""
        named = [person.lastgroup for person in self._persons.finditer(text)]
        return named[-1:] == [_OTHER]

    def of_self(self, text: str) -> bool:
        """Whether the writer is named in `text`, nobody else, and nobody's words are retold."""
        return self._retold.search(text) is None and {
            person.lastgroup for person in self._persons.finditer(text)
        } == {_SELF}

    def _standing(self, reading: Reading) -> Iterator[tuple[Frame, list[Span]]]:
        for frame, compiled_rule in self._frames:
            if not compiled_rule.may_stand(reading):
                continue
            pieces = [
                reading.near(span, frame.reach, around=1) for span in reading.spans(compiled_rule.patterns)
            ]
            if left := [piece for piece in pieces if not reading.stands(compiled_rule.negative, piece)]:
                yield frame, left

    def _match(self, rule: Rule, reading: Reading, span: Span, *, softened: bool) -> RuleMatch:
        other = self.about_other(reading.before(span)) if rule.other is None else rule.other
        return RuleMatch(rule, Alarm(rule.danger, other, rule.level is Level.SURE and not softened), span)


def _compile(book: RuleBook, one: Rule | Frame) -> _Compiled:
    """Every alternative of a pattern stands apart: it knows what it needs, and is passed over sooner."""
    apart = [branch for pattern in one.patterns for branch in branches(pattern)]
    softening = one.softened_by if isinstance(one, Rule) else ()
    patterns, negative, soft = (
        compiled(book.sets, one.key, those) for those in (apart, one.negative, softening)
    )
    first = [pattern.needs[0] if pattern.needs else None for pattern in patterns]
    needs = None if None in first else frozenset().union(*(words for words in first if words is not None))
    return _Compiled(patterns, negative, soft, needs)


def _any(book: RuleBook, name: str) -> str:
    """The words of a set, the longer ones first."""
    return (
        "|".join(re.escape(word) for word in sorted(book.sets.get(name, ()), key=len, reverse=True)) or "(?!)"
    )


def _calmed(rule: Rule, span: Span, frame: Frame, spans: Sequence[Span]) -> bool:
    """Whether `frame`, which calms `spans` of the text, takes back or softens the rule at `span`."""
    applies = rule.level in frame.calms and frame.key not in rule.despite
    return applies and any(span.touches(one) for one in spans)
