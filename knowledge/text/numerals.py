"""Chinese numerals: read them as people write them, write them as the law writes them."""

_DIGITS = {
    **dict(zip("零一二三四五六七八九", range(10), strict=True)),
    **dict(zip("壹贰叁肆伍陆柒捌玖", range(1, 10), strict=True)),
    "〇": 0,
    "○": 0,
    "两": 2,
}
_UNITS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_TENS = {"廿": 20, "卅": 30}
_PLAIN = "零一二三四五六七八九"

NUMERAL_CHARS = "".join(_DIGITS) + "".join(_UNITS) + "".join(_TENS)
"""Every character that may stand in a Chinese numeral; for building regular expressions."""

LONGEST = 40
"""Characters; what is longer is no number that anybody means."""


def read_numeral(written: str) -> int | None:
    """The number that `written` means (1254, 一千二百五十四, 一二五四, 壹佰, 廿三), or None."""
    if len(written) > LONGEST:
        return None
    if written.isascii() and written.isdigit():
        return int(written)
    if not written or any(char not in NUMERAL_CHARS for char in written):
        return None
    if all(char in _DIGITS for char in written):
        return int("".join(str(_DIGITS[char]) for char in written))
    return _read_with_units(written)


def _read_with_units(written: str) -> int | None:
    total, digit, last_unit = 0, 0, 10_000
    for char in written:
        if char in _DIGITS:
            if digit:
                return None
            digit = _DIGITS[char]
            continue
        unit = _UNITS.get(char) or 10
        if unit >= last_unit:
            return None
        total += _TENS[char] if char in _TENS else (digit or 1) * unit
        digit, last_unit = 0, unit
    return total + digit


def write_numeral(number: int) -> str:
    """`number` (1 to 9999) as the law prints it: 1254 -> 一千二百五十四, 12 -> 十二, 204 -> 二百零四."""
    if not 0 < number < 10_000:
        raise ValueError(f"cannot write {number} as an article number")
    written, gap = "", False
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // unit % 10
        if digit:
            written += ("零" if gap and written else "") + _PLAIN[digit] + name
        gap = not digit
    return written.removeprefix("一") if written.startswith("一十") else written
