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
LONGEST_SUBSTRING = 6
"""Characters of the longest substring that is indexed; a longer word is looked up by its beginning."""


def substrings(text: str) -> frozenset[str]:
    """Every run of up to LONGEST_SUBSTRING characters of `text`."""
    return frozenset(
        [text[at : at + size] for size in range(1, LONGEST_SUBSTRING + 1) for at in range(len(text))]
    )


@dataclass(frozen=True, slots=True)
class WordPattern:
    """A regular expression, and what must stand in a text that it matches: of every set one word."""

    expression: re.Pattern[str]
    needs: tuple[frozenset[str], ...]

    def search(self, text: str, held: Set[str]) -> re.Match[str] | None:
        """The first match in `text`, whose substrings are `held`."""
        return self.expression.search(text) if self.may_match(held) else None

    def every(self, text: str, held: Set[str]) -> Iterator[re.Match[str]]:
        """All matches in `text`, whose substrings are `held`."""
        if self.may_match(held):
            yield from self.expression.finditer(text)

    def may_match(self, held: Set[str]) -> bool:
        """Whether a text whose substrings are `held` has what a match needs."""
        for words in self.needs:  # noqa: SIM110 - a plain loop: one text asks this thousands of times
            if words.isdisjoint(held):
                return False
        return True


def compiled(
    sets: Mapping[str, Sequence[str]], owner: str, patterns: Sequence[str]
) -> tuple[WordPattern, ...]:
    """The patterns of `owner`. Raises ValueError naming owner and pattern."""
    return tuple(_compile(sets, owner, pattern) for pattern in patterns)


def _compile(sets: Mapping[str, Sequence[str]], owner: str, pattern: str) -> WordPattern:
    def members(match: re.Match[str]) -> str:
        if match[1] not in sets:
            raise ValueError(f"{owner}: pattern {pattern!r} names an unknown set {match[1]!r}")
        return "(?:" + "|".join(re.escape(word) for word in sets[match[1]]) + ")"

    expanded = _SET.sub(members, pattern)
    try:
        expression = re.compile(expanded.replace("~", _GAP))
    except re.error as problem:
        raise ValueError(f"{owner}: pattern {pattern!r} does not compile: {problem}") from problem
    return WordPattern(expression, tuple(_needs(expanded)))


def _needs(pattern: str) -> Iterator[frozenset[str]]:
    """The words with which a match can begin, and those with which each of its brackets can."""
    if (begins := _openings(pattern)) is not None:
        yield begins
    if len(list(branches(pattern))) > 1:
        return
    at = 0
    while (start := _next_bracket(pattern, at)) is not None:
        at = start + _closing(pattern[start:]) + 1
        if (
            start > 0
            and not pattern[at:].startswith(_OPTIONAL)
            and (words := _begins(pattern[start:at])) is not None
        ):
            yield words


def _next_bracket(pattern: str, at: int) -> int | None:
    """Where the next group begins that is no look around, outside of every class of characters."""
    inside = False
    while at < len(pattern):
        if pattern[at] == "\\":
            at += 1
        elif pattern[at] in "[]":
            inside = pattern[at] == "["
        elif pattern[at] == "(" and not inside:
            return at
        at += 1
    return None


def _openings(pattern: str) -> frozenset[str] | None:
    found: set[str] = set()
    for branch in branches(pattern):
        begins = _begins(branch)
        if begins is None:
            return None
        found |= begins
    return frozenset(found)


def branches(pattern: str) -> Iterator[str]:
    """The alternatives outside of every bracket."""
    depth, start, at = 0, 0, 0
    while at < len(pattern):
        char = pattern[at]
        if char == "\\":
            at += 1
        elif char in "([":
            depth += 1
        elif char in ")]":
            depth -= 1
        elif char == "|" and depth == 0:
            yield pattern[start:at]
            start = at + 1
        at += 1
    yield pattern[start:]


def _begins(branch: str) -> frozenset[str] | None:
    """The words with which a match of `branch` can begin, cut to LONGEST_SUBSTRING characters."""
    if branch.startswith("(") and not branch.startswith("(?"):
        return _group_begins(branch, 1)
    if branch.startswith("(?:"):
        return _group_begins(branch, 3)
    end = next((at for at, char in enumerate(branch) if char in _SPECIAL), len(branch))
    if branch[end : end + 1] in _OPTIONAL and end < len(branch):
        end -= 1
    return frozenset({branch[:end][:LONGEST_SUBSTRING]}) if end > 0 else None


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
