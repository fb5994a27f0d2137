"""Whitespace of Chinese text: what is an accident of layout goes, everything else stays."""

import re

_ZERO_WIDTH = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\x00-\x08\x0b\x0e-\x1f]")
_BLANKS = re.compile(r"[^\S\t\n]+")
_SIGNS = "\u2018-\u201d\u2014\u2026\u2460-\u249b\u3001-\u303f\uff01-\uff5e"
_WIDE = _SIGNS + "\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff"
_BETWEEN_WIDE = re.compile(rf"(?<=[{_WIDE}]) (?=[{_WIDE}])")
_LATIN_END = re.compile(r"[A-Za-z,;:.!?)]$|[A-Za-z][0-9]+$")
_LATIN_START = re.compile(r"[A-Za-z(]|[0-9]+ ?[A-Za-z]")


def tidy(text: str) -> str:
    """One line of text: no zero-width characters, single spaces, none between Chinese characters.

    Tabs (the cells of a table) and quotes are kept as they are.
    """
    cells = (_BETWEEN_WIDE.sub("", cell) for cell in single_spaced(text).split("\t"))
    return "\t".join(cells)


def single_spaced(text: str) -> str:
    """As `tidy`, but the spaces between Chinese characters stay: in annexes they set columns apart."""
    plain = _BLANKS.sub(" ", _ZERO_WIDTH.sub("", text))
    return "\t".join(cell.strip() for cell in plain.split("\t")).strip("\n ")


def spaced(text: str) -> str:
    """`text` without zero-width characters, its own spaces kept: they tell a label from a mention."""
    return _ZERO_WIDTH.sub("", text).strip()


def compact(text: str) -> str:
    """Without any whitespace; for comparing."""
    return "".join(text.split())


def join_wrapped(one: str, two: str) -> str:
    """Two halves of a paragraph that a page broke; a space between Latin words, none in 1/3 or 80%."""
    return f"{one} {two}" if _LATIN_END.search(one) and _LATIN_START.match(two) else one + two
