"""Numbers of an account with what they count: 三万七 is 37000, 六栋 a building, 九月 a month, 40天 days."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from knowledge.text.numerals import NUMERAL_CHARS, read_numeral

_WRITTEN = rf"\d{{1,9}}(?:\.\d{{1,4}})?(?:万\d{{0,4}})?|[{NUMERAL_CHARS}万]{{1,12}}"
_TAIL = re.compile(r"(.*([千百]))([一二三四五六七八九])")
_TENTH = {"千": 100, "百": 10}
_BARE = re.compile(r"\d{3,}|.*[千百万].*")
"""A number without a unit that says something: a room (302), a sum (三千二)."""
_LAST_DAY = 31
_TWELVE = 12


class Counted(NamedTuple):
    """A number: what it counts (a unit's kind, or `bare`), its value, and the words that say it."""

    kind: str
    value: float
    written: str


class Numbers:
    """Finds numbers. Immutable."""

    def __init__(self, units: Mapping[str, Sequence[str]]) -> None:
        self._kind_of = {unit: kind for kind, names in units.items() for unit in names}
        longest_first = sorted(self._kind_of, key=len, reverse=True)
        names = "|".join(map(re.escape, longest_first)) or "(?!)"
        self._found = re.compile(rf"(?P<number>{_WRITTEN})(?:多|来|几)?(?P<unit>{names})?")

    def find(self, plain: str) -> Iterator[Counted]:
        """The numbers of `plain` in order; those that cannot be read are passed over."""
        for match in self._found.finditer(plain):
            value = read_amount(match["number"])
            unit, written = match["unit"], match[0]
            if value is None:  # 三千二一分没退: the sum and what follows it
                written, unit = match["number"][:-1], None
                value = read_amount(written)
            if value is None or (unit is None and not _BARE.fullmatch(match["number"])):
                continue
            kind = _sure(self._kind_of[unit] if unit else "bare", value)
            if kind:
                yield Counted(kind, value, written)


def read_amount(written: str) -> float | None:
    """The number as people say it (三万七 37000, 六千八 6800, 3.2万 32000, 廿三 23), or None."""
    if "万" in written:
        return _ten_thousands(*written.split("万", 1))
    if written.isascii():
        return float(written) if re.fullmatch(r"\d+(\.\d+)?", written) else None
    if tail := _TAIL.fullmatch(written):
        head, last = read_numeral(tail[1]), read_numeral(tail[3])
        return None if head is None or last is None else float(head + last * _TENTH[tail[2]])
    read = read_numeral(written)
    return None if read is None else float(read)


def _ten_thousands(before: str, after: str) -> float | None:
    head = read_amount(before) if before else None
    if head is None:
        return None
    if not after:
        return head * 10_000
    rest = read_amount(after)
    if rest is None:
        return None
    return head * 10_000 + (rest * 1_000 if len(after) == 1 else rest)


def _sure(kind: str, value: float) -> str | None:
    """The kind, where the number can be one of that kind: there is no 30th month."""
    if kind == "calendar" and not 1 <= value <= _TWELVE:
        return None
    if kind == "day" and not 1 <= value <= _LAST_DAY:
        return "bare"
    return kind
