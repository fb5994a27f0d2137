"""Repairs of what laws.db holds. Each rule names the fault in domain.md 7.3 or 7.4 that it mends."""

import re

from knowledge.laws.article import Article
from knowledge.laws.catalogue import LawEntry
from knowledge.laws.source_package import RawArticle
from knowledge.numerals import NUMERAL_CHARS, read_numeral

_LABEL = re.compile(rf"第([{NUMERAL_CHARS}]+)条(?:之([{NUMERAL_CHARS}]+))?")
_GLUED_HEADING = re.compile(
    rf"(?:\n[ \t\u3000]*(?:第[{NUMERAL_CHARS}]+(?:编|分编|章|节)[ \t\u3000]*[^\n。；]{{0,40}}|附\s*则))+\s*\Z"
)
_GLUED_ANNEX = re.compile(
    rf"\n[ \t\u3000]*附(?:件|表|录)[{NUMERAL_CHARS}\d]*(?:[：:][^\n]*)?(?=\n|\Z).*\Z", re.DOTALL
)
_SPACED_HEADING = re.compile(r"(?<=[\u4e00-\u9fff])\s+(?=[\u4e00-\u9fff])")
_ENDING = "附则"

STRAIGHT_QUOTES = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "「": '"', "」": '"'})
"""For matching only (7.4 no. 11): the stored text keeps the quotes that it came with."""


def repair(raw: RawArticle, entry: LawEntry) -> Article | None:
    """The article as it may be shown, or None when the row has no number of its own (7.4 no. 8)."""
    key = parse_label(raw.label)
    if key is None:
        return None
    number, sub = key
    book = entry.book_of(number)
    chapter = None if book == _ENDING else _tidy_heading(raw.chapter)
    return Article(
        law=entry.short,
        official_title=entry.official,
        number=number,
        sub=sub,
        book=book,
        chapter=chapter,
        section=_tidy_heading(raw.section) if chapter else None,
        text=strip_glued(raw.text),
        passed=entry.passed,
        in_force=entry.in_force,
        source=entry.source or "",
        outdated=number in entry.outdated and sub is None,
    )


def parse_label(label: str) -> tuple[int, int | None] | None:
    """(133, 1) for 第一百三十三条之一 (7.4 no. 4: the source's own number column cannot tell them apart)."""
    match = _LABEL.fullmatch(label.strip())
    number = read_numeral(match[1]) if match else None
    if match is None or number is None:
        return None
    return number, read_numeral(match[2]) if match[2] else None


def strip_glued(text: str) -> str:
    """Takes off the next part's heading (7.3, 7.4 no. 6) and annexes (7.4 no. 8) glued to the end."""
    return _GLUED_HEADING.sub("", _GLUED_ANNEX.sub("", text)).strip()


def _tidy_heading(heading: str | None) -> str | None:
    """第二编 物 权 -> 第二编 物权: one space after the number, none inside the name."""
    if not heading or not heading.strip():
        return None
    number, _, name = heading.strip().partition(" ")
    return f"{number} {_SPACED_HEADING.sub('', name.strip())}".strip()
