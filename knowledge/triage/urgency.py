"""How soon a matter wants somebody, by livelihood, safety, people and limits; never by the person."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Self

from pydantic import Field, model_validator

from knowledge.datafile import CheckedByName, read_checked
from knowledge.fields import Phrase
from knowledge.text.analysis import AnalysedText
from knowledge.text.numerals import NUMERAL_CHARS, read_numeral
from knowledge.text.patterns import WordPattern, compiled

URGENCY_FILE = Path(__file__).with_name("urgency.yaml")
CRISIS = "crisis"
"""The key of the reason that is given when the caller knows that somebody is in danger."""
_NUMBER = "{number}"
_DIGITS = rf"(?:\d{{1,5}}|[{NUMERAL_CHARS}两半几]+)"
_SPOKEN_NUMBERS = {"两": 2, "半": 0, "几": 3, "十几": 12, "几十": 30, "好几": 4}
"""What an unexact number is taken for."""


class Level(StrEnum):
    """How soon. `today` is for a person on duty, `soon` for the next working day."""

    NORMAL = "normal"
    SOON = "soon"
    TODAY = "today"


class Unit(StrEnum):
    """What a number in a text counts."""

    PEOPLE = "people"
    MONTHS = "months"
    DAYS = "days"


class CauseWords(CheckedByName):
    """The words and patterns of one reason. Fields are explained at the head of urgency.yaml."""

    key: str = Field(pattern=r"^[a-z]+(_[a-z]+)*$")
    level: Level
    patterns: tuple[Phrase, ...]
    least: int = 0
    most: int | None = None
    unit: Unit | None = None
    categories: frozenset[str] = frozenset()
    limit: str | None = None
    negative: tuple[Phrase, ...] = Field(default=(), alias="not")


class CauseTable(CheckedByName):
    """All reasons; every pattern compiles."""

    sets: dict[str, tuple[Phrase, ...]] = Field(default_factory=dict)
    causes: tuple[CauseWords, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _patterns_compile(self) -> Self:
        for cause in self.causes:
            self.compiled(cause.key, cause.patterns + cause.negative)
        return self

    def compiled(self, key: str, patterns: Sequence[str]) -> tuple[WordPattern, ...]:
        """Patterns of the reason `key`. Raises ValueError naming the pattern."""
        return compiled(self.sets, key, [pattern.replace(_NUMBER, _DIGITS) for pattern in patterns])


@dataclass(frozen=True, slots=True)
class Cause:
    """One reason: its key, the words that were seen and what was read in them.

    `facts` may hold `count` and `unit` (people, months, days) and `limit`, the key of a time limit.
    """

    key: str
    level: Level
    words: tuple[str, ...] = ()
    facts: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Urgency:
    """The level and every reason for it, the most urgent first; normal has none."""

    level: Level
    causes: tuple[Cause, ...] = ()


class UrgencyWords:
    """Reads urgency. Immutable; the same text always gets the same answer."""

    def __init__(self, table: CauseTable) -> None:
        self._causes = [
            (cause, table.compiled(cause.key, cause.patterns), table.compiled(cause.key, cause.negative))
            for cause in table.causes
        ]

    def of(self, message: AnalysedText, categories: Iterable[str] = (), *, crisis: bool = False) -> Urgency:
        """The urgency of what a text tells whose categories are `categories`."""
        codes = frozenset(categories)
        found = [Cause(CRISIS, Level.TODAY)] if crisis else []
        for words, patterns, negative in self._causes:
            known = {(cause.key, cause.facts.get("limit")) for cause in found}
            if (words.key, words.limit) in known or (words.categories and not words.categories & codes):
                continue
            cause = _seen(words, patterns, message)
            if cause and not any(pattern.search(message.plain, message.substrings) for pattern in negative):
                found.append(cause)
        found.sort(key=lambda cause: cause.level is not Level.TODAY)
        return Urgency(found[0].level if found else Level.NORMAL, tuple(found))


def load_urgency(path: Path = URGENCY_FILE) -> UrgencyWords:
    """The project's table. Raises BadData with file and place."""
    return UrgencyWords(read_checked(path, CauseTable))


def _seen(words: CauseWords, patterns: Iterable[WordPattern], message: AnalysedText) -> Cause | None:
    for pattern in patterns:
        for match in pattern.every(message.plain, message.substrings):
            count = _count(match)
            if count is None or (count >= words.least and (words.most is None or count <= words.most)):
                return Cause(words.key, words.level, (match[0],), _facts(words, count))
    return None


def _facts(words: CauseWords, count: int | None) -> dict[str, object]:
    facts: dict[str, object] = {}
    if count is not None and words.unit:
        facts |= {"count": count, "unit": words.unit.value}
    if words.limit:
        facts["limit"] = words.limit
    return facts


def _count(match: re.Match[str]) -> int | None:
    written = match.groupdict().get("count")
    if not written:
        return None
    if written in _SPOKEN_NUMBERS:
        return _SPOKEN_NUMBERS[written]
    return int(written) if written.isdigit() else read_numeral(written.replace("两", "二")) or 0
