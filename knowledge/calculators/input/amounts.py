"""Numbers as people type them: 6000, 6千, 六千五, 1.2万, 八个半, ５００."""

import re
from decimal import Decimal

from knowledge.text.numerals import LONGEST, read_numeral

_UNITS = {"万": 10_000, "千": 1000, "百": 100}
_WRITTEN = str.maketrans({"k": "千", "w": "万", "仟": "千", "佰": "百", "点": ".", ",": None})
_PLAIN = re.compile(r"[0-9]{1,12}(\.[0-9]{1,6})?")
_HALF = re.compile(r"(?P<whole>.*?)个?半")


def read_amount(text: str) -> Decimal | None:
    """The number that `text` (folded, without its unit of measure) means, or None.

    A last digit without a unit is one step below, as spoken: 六千五 is 6500, 1万2 is 12000.
    """
    if len(text) > LONGEST:
        return None
    written = text.translate(_WRITTEN)
    half = _HALF.fullmatch(written)
    if half is None:
        return _read(written)
    whole = _read(half["whole"]) if half["whole"] else Decimal(0)
    return None if whole is None else whole + Decimal("0.5")


def _read(written: str) -> Decimal | None:
    if _PLAIN.fullmatch(written):
        return Decimal(written)
    for name, unit in _UNITS.items():
        head, found, tail = written.partition(name)
        if found:
            return _with_unit(_read(head), unit, tail)
    whole, point, part = written.partition(".")
    if point:
        digits = [read_numeral(char) for char in part]
        known = read_numeral(whole) if whole else None
        if known is None or not digits or any(one is None or one > 9 for one in digits):
            return None
        return Decimal(f"{known}.{''.join(str(one) for one in digits)}")
    number = read_numeral(written)
    return None if number is None or number > 10**12 else Decimal(number)


def _with_unit(head: Decimal | None, unit: int, tail: str) -> Decimal | None:
    if head is None:
        return None
    if not tail:
        return head * unit
    rest = _read(tail.removeprefix("零"))
    if rest is None or rest >= unit or head != int(head):
        return None
    spoken_short = len(tail) == 1 and 0 < rest < 10
    return head * unit + rest * (unit // 10 if spoken_short else 1)
