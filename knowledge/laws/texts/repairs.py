"""Repairs of what laws.db holds. Each rule says which fault it mends."""

import re
from collections import Counter
from enum import StrEnum

from knowledge.laws.catalogue.catalogue import LawEntry, TextVersion
from knowledge.laws.texts.article import Article
from knowledge.laws.texts.source_package import SOURCE_LABEL, RawArticle
from knowledge.text.numerals import NUMERAL_CHARS, read_numeral

_LABEL = re.compile(rf"第([{NUMERAL_CHARS}]+)条(?:之([{NUMERAL_CHARS}]+))?")
_GLUED_HEADING = re.compile(
    rf"(?:\n[ \t\u3000]*(?:第[{NUMERAL_CHARS}]+(?:编|分编|章|节)[ \t\u3000]*[^\n。；]{{0,40}}|附\s*则))+\s*\Z"
)
_GLUED_ANNEX = re.compile(
    rf"\n[ \t\u3000]*附(?:件|表|录)?[ \t\u3000]*[{NUMERAL_CHARS}\d]*(?:[：:][^\n]*)?(?=\n|\Z).*\Z", re.DOTALL
)
_GLUED_SCHEDULE = re.compile(r"\n[ \t\u3000]*[^\n。；，]{0,20}税率(?:税额)?表[^\n]*(?=\n|\Z).*\Z", re.DOTALL)
_SPACED_HEADING = re.compile(r"(?<=[\u4e00-\u9fff])\s+(?=[\u4e00-\u9fff])")
_INVISIBLE = re.compile(r"[\u200b-\u200f\u2060\ufeff]")
_HAN = "\u4e00-\u9fff，。、；：（）《》“”"
_STRAY_SPACE = re.compile(rf"(?<=[{_HAN}])[ \t\u3000]+(?=[{_HAN}\d])|(?<=\d)[ \t\u3000]+(?=[{_HAN}])")
_BROKEN_LINE = re.compile(r"(?<=[^。；：:\n])\n(?=[^（(\n])")
_ENDING = "附则"

STRAIGHT_QUOTES = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "「": '"', "」": '"'})
"""For matching only (7.4 no. 11): the stored text keeps the quotes that it came with."""


class Rule(StrEnum):
    """What was mended; counted in the audit."""

    HEADING_GLUED = "heading_glued"
    ANNEX_SPLIT = "annex_split"
    STRAY_SPACES = "stray_spaces"
    BROKEN_LINES = "broken_lines"
    INVISIBLE = "invisible_characters"
    UNNUMBERED = "unnumbered_row_left_out"
    DAMAGED = "damaged_article_left_out"
    BOOK_BY_RANGE = "book_by_range"


def repair(raw: RawArticle, entry: LawEntry, text: TextVersion, done: Counter[Rule]) -> Article | None:
    """The article as it may be shown; None when the row has no number of its own (7.4 no. 8) or is damaged.

    Every rule that was used is counted in `done`.
    """
    key = parse_label(raw.label)
    if key is None or (key[1] is None and key[0] in text.damaged):
        done[Rule.UNNUMBERED if key is None else Rule.DAMAGED] += 1
        return None
    number, sub = key
    book = entry.book_of(number)
    done[Rule.BOOK_BY_RANGE] += book is not None
    chapter = None if book == _ENDING else _tidy_heading(raw.chapter)
    return Article(
        law=entry.short,
        official_title=entry.official,
        number=number,
        sub=sub,
        book=book,
        chapter=chapter,
        section=_tidy_heading(raw.section) if chapter else None,
        text=_mend(raw.text, entry.spaced, done),
        passed=text.passed,
        in_force=text.in_force,
        source=SOURCE_LABEL,
        outdated=number in text.outdated and sub is None,
        repealed=entry.superseded_by is not None,
    )


def parse_label(label: str) -> tuple[int, int | None] | None:
    """(133, 1) for 第一百三十三条之一 (7.4 no. 4: the source's own number column cannot tell them apart)."""
    match = _LABEL.fullmatch(label.strip())
    number = read_numeral(match[1]) if match else None
    if match is None or number is None:
        return None
    return number, read_numeral(match[2]) if match[2] else None


def _mend(text: str, spaced: bool, done: Counter[Rule]) -> str:
    """Takes off what is glued to the end (7.3, 7.4 nos. 6 and 8); joins what PDF text tore apart (no. 7)."""
    rules = [
        (Rule.INVISIBLE, _INVISIBLE, ""),
        (Rule.ANNEX_SPLIT, _GLUED_ANNEX, ""),
        (Rule.ANNEX_SPLIT, _GLUED_SCHEDULE, ""),
        (Rule.HEADING_GLUED, _GLUED_HEADING, ""),
    ]
    if spaced:
        rules += [(Rule.STRAY_SPACES, _STRAY_SPACE, ""), (Rule.BROKEN_LINES, _BROKEN_LINE, "")]
    for rule, pattern, instead in rules:
        text, times = pattern.subn(instead, text)
        done[rule] += times > 0
    return text.strip()


def strip_appended(text: str) -> str:
    """The text without headings and annexes that the source appended to its end."""
    return _mend(text, False, Counter())


def _tidy_heading(heading: str | None) -> str | None:
    """第二编 物 权 -> 第二编 物权: one space after the number, none inside the name."""
    if not heading or not heading.strip():
        return None
    number, _, name = heading.strip().partition(" ")
    return f"{number} {_SPACED_HEADING.sub('', name.strip())}".strip()
