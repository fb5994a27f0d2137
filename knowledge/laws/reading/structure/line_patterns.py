"""Patterns of the lines of a law: labels of articles, headings, annexes, tables of contents."""

import re
from dataclasses import dataclass

from knowledge.laws.reading.structure.whitespace import compact, tidy
from knowledge.text.numerals import NUMERAL_CHARS, read_numeral

_WIDE_DIGITS = str.maketrans("０１２３４５６７８９", "0123456789")
_N = rf"[{NUMERAL_CHARS}0-9０-９]+"
_LABEL = re.compile(
    rf"第\s*(?P<number>{_N})\s*条(?:\s*之\s*(?P<sub>{_N})(?=[\s\u3000、：:.．【]|[^\s条款项编章节]|$))?"
    r"(?P<gap>[\s\u3000]*[：:、.．]?[\s\u3000]*)"
)
_MENTION = re.compile(
    rf"规定|的|之|、?第\s*{_N}\s*[条款项]|第[（(]|(?:至|到|和|及|与|或|或者|以及|[、，])第\s*{_N}|所(?:列|称|规定|指)"
    r"|[，,。；;）)》」”\"]"
)
_DIVISION = re.compile(rf"第\s*({_N})\s*(编|分编|章|节)[\s\u3000]*(\S?[^。；：，！？]{{0,48}})")
_ENDING = re.compile(r"附\s*则")
_CHINESE_POINT = re.compile(rf"([{NUMERAL_CHARS}]+)\s*、\s*(\S[^。；：，！？]{{0,38}})")
_SUB_POINT = re.compile(rf"[（(][{NUMERAL_CHARS}]{{1,3}}[）)]\s*[^。；：，、！？\s][^。；：，！？]{{1,30}}")
_ANNEX = re.compile(
    rf"附(?:件|表|录|图)[\s\u3000]*(?:{_N})?(?:[\s\u3000]*[：:、.．].*|[\s\u3000]+.*|《.*)?|附[：:].*"
)
_CONTENTS = re.compile(r"目\s*[录次]")
_LEADERS = re.compile(r"\s{0,9}(?:[.．…·‥_\-—]{2,200}\s{0,9}|\t+\s{0,9})[（(]?\d{1,4}[)）]?\s*$")
_FINISHED = tuple('。！？；：”’」』）)》】.;:!?"')
_BOOK_NAME = re.compile(
    r"(?:第\S{1,4}编[\s\u3000]*\S.{0,20}|总\s*则|分\s*则|附\s*则|[\u4e00-\u9fff]{1,12}编)"
)


@dataclass(frozen=True, slots=True)
class Label:
    """The start of an article: its key, what follows, whether a space or mark sets the label apart."""

    number: int
    sub: int | None
    rest: str
    apart: bool

    @property
    def is_mention(self) -> bool:
        """第五条规定的…, 第五条、第六条…: a sentence that speaks of an article."""
        return not self.apart and bool(_MENTION.match(self.rest))


def read_number(written: str) -> int | None:
    """`written` as Chinese numeral, digits or full-width digits."""
    return read_numeral(written.translate(_WIDE_DIGITS))


def read_label(text: str) -> Label | None:
    """The label with which a line begins, or None. Whether it is an article is for the numbering to say."""
    match = _LABEL.match(text)
    number = read_number(match["number"]) if match else None
    if match is None or not number:
        return None
    rest = text[match.end() :]
    gap = match["gap"]
    if gap == "、" and rest.startswith("第"):
        gap, rest = "", gap + rest
    sub = read_number(match["sub"]) if match["sub"] else None
    return Label(number, sub, rest, apart=bool(gap) or not rest or rest.startswith("【"))


def read_division(text: str) -> tuple[str, str] | None:
    """("章", "第一章 总则") for a heading of a book, chapter or section; 附则 alone counts as a chapter."""
    bare = text.strip()
    if _ENDING.fullmatch(bare):
        return "章", "附则"
    match = _DIVISION.fullmatch(bare)
    if match is None or match[3].startswith(("规定", "的", "至", "和", "、")) or bare.endswith(_FINISHED[:3]):
        return None
    return match[2], f"第{compact(match[1])}{match[2]} {tidy(match[3])}".strip()


def read_point(text: str) -> tuple[int, str] | None:
    """(1, "一、一般规定") for the chapter headings of judicial interpretations."""
    match = _CHINESE_POINT.fullmatch(text.strip())
    number = read_numeral(match[1]) if match else None
    return (number, f"{match[1]}、{tidy(match[2])}") if match and number else None


def is_sub_point(text: str) -> bool:
    """（一）担保合同…: a heading below 一、; an item ends in a mark, so what follows has the last word."""
    return bool(_SUB_POINT.fullmatch(text.strip()))


def is_annex(text: str) -> bool:
    """Whether a line is the heading of an annex (附件一, 附录：, 附：…)."""
    return bool(_ANNEX.fullmatch(text.strip())) and not text.rstrip().endswith("。")


def is_contents(text: str) -> bool:
    """Whether a line is the heading 目录."""
    return bool(_CONTENTS.fullmatch(text.strip(" 　【】[]")))


def names_book(text: str) -> bool:
    """Whether a heading names one part of a law: 合同编, 第三编 合同, 总则."""
    return bool(_BOOK_NAME.fullmatch(text.strip()))


def without_leaders(text: str) -> str:
    """A line of a table of contents without its dots and page number."""
    return _LEADERS.sub("", text)


def has_leaders(text: str) -> bool:
    """Whether a line ends in dots (or a tab) and a page number."""
    return bool(_LEADERS.search(text))


def is_finished(text: str) -> bool:
    """Whether a paragraph ends the way sentences end; if not, a page may have broken it."""
    return text.rstrip().endswith(_FINISHED)
