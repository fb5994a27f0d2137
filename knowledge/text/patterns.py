"""The notation of the word files: ~ is up to eight characters of one sentence, {name} one of a set.

Most patterns are in few texts. So each knows with which words it can begin, and is looked for only where
one of them stands: some hundred patterns then cost a text of 500 characters under a millisecond.
"""

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

_GAP = "[^。！？!?\\n]{0,8}?"
_SET = re.compile(r"\{([a-z_]+)\}")
_SPECIAL = frozenset(".^$*+?{}[]\\|()~")
_OPTIONAL = ("?", "*", "{")
PIECE = 6
"""Length of the longest piece of a text that is looked up; a longer word is looked up by its beginning."""


def pieces(told: str) -> frozenset[str]:
    """Every run of up to PIECE characters of `told`."""
    return frozenset([told[at : at + size] for size in range(1, PIECE + 1) for at in range(len(told))])


@dataclass(frozen=True, slots=True)
class CuePattern:
    """A regular expression, and what must stand in a text that it matches: of every set one word."""

    expression: re.Pattern[str]
    needs: tuple[frozenset[str], ...]

    def search(self, told: str, held: Set[str]) -> re.Match[str] | None:
        """The first match in `told`, whose pieces are `held`."""
        return self.expression.search(told) if self.may_match(held) else None

    def every(self, told: str, held: Set[str]) -> Iterator[re.Match[str]]:
        """All matches in `told`, whose pieces are `held`."""
        if self.may_match(held):
            yield from self.expression.finditer(told)

    def may_match(self, held: Set[str]) -> bool:
        """Whether a text whose pieces are `held` has what a match needs."""
        for words in self.needs:  # noqa: SIM110 - a plain loop: one text asks this thousands of times
            if words.isdisjoint(held):
                return False
        return True


def compiled(
    sets: Mapping[str, Sequence[str]], owner: str, patterns: Sequence[str]
) -> tuple[CuePattern, ...]:
    """The patterns of `owner`. Raises ValueError naming owner and pattern."""
    return tuple(_compile(sets, owner, pattern) for pattern in patterns)


def _compile(sets: Mapping[str, Sequence[str]], owner: str, pattern: str) -> CuePattern:
    def members(match: re.Match[str]) -> str:
        if match[1] not in sets:
            raise ValueError(f"{owner}: pattern {pattern!r} names an unknown set {match[1]!r}")
        return "(?:" + "|".join(re.escape(word) for word in sets[match[1]]) + ")"

    told = _SET.sub(members, pattern)
    try:
        expression = re.compile(told.replace("~", _GAP))
    except re.error as problem:
        raise ValueError(f"{owner}: pattern {pattern!r} does not compile: {problem}") from problem
    return CuePattern(expression, tuple(_needs(told)))


def _needs(told: str) -> Iterator[frozenset[str]]:
    """The words with which a match can begin, and those with which each of its brackets can."""
    if (begins := _openings(told)) is not None:
        yield begins
    if len(list(branches(told))) > 1:
        return
    at = 0
    while (start := _next_bracket(told, at)) is not None:
        at = start + _closing(told[start:]) + 1
        if (
            start > 0
            and not told[at:].startswith(_OPTIONAL)
            and (words := _begins(told[start:at])) is not None
        ):
            yield words


def _next_bracket(told: str, at: int) -> int | None:
    """Where the next group begins that is no look around, outside of every class of characters."""
    inside = False
    while at < len(told):
        if told[at] == "\\":
            at += 1
        elif told[at] in "[]":
            inside = told[at] == "["
        elif told[at] == "(" and not inside:
            return at
        at += 1
    return None


def _openings(told: str) -> frozenset[str] | None:
    found: set[str] = set()
    for branch in branches(told):
        begins = _begins(branch)
        if begins is None:
            return None
        found |= begins
    return frozenset(found)


def branches(told: str) -> Iterator[str]:
    """The alternatives outside of every bracket."""
    depth, start, at = 0, 0, 0
    while at < len(told):
        char = told[at]
        if char == "\\":
            at += 1
        elif char in "([":
            depth += 1
        elif char in ")]":
            depth -= 1
        elif char == "|" and depth == 0:
            yield told[start:at]
            start = at + 1
        at += 1
    yield told[start:]


def _begins(branch: str) -> frozenset[str] | None:
    """The words with which a match of `branch` can begin, cut to PIECE characters."""
    if branch.startswith("(") and not branch.startswith("(?"):
        return _group_begins(branch, 1)
    if branch.startswith("(?:"):
        return _group_begins(branch, 3)
    end = next((at for at, char in enumerate(branch) if char in _SPECIAL), len(branch))
    if branch[end : end + 1] in _OPTIONAL and end < len(branch):
        end -= 1
    return frozenset({branch[:end][:PIECE]}) if end > 0 else None


def _group_begins(branch: str, inside: int) -> frozenset[str] | None:
    end = _closing(branch)
    begins = _openings(branch[inside:end])
    rest = branch[end + 1 :]
    if begins is None or not rest.startswith(_OPTIONAL):
        return begins
    after = _openings(rest[1:]) if rest.startswith("?") else None
    return None if after is None else begins | after


def _closing(branch: str) -> int:
    depth, at = 0, 0
    while at < len(branch):
        if branch[at] == "\\":
            at += 1
        elif branch[at] == "(":
            depth += 1
        elif branch[at] == ")":
            depth -= 1
            if depth == 0:
                return at
        at += 1
    return at
