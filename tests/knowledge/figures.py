"""Numbers with a unit, as people and laws write them: 三十日 = 30天, 百分之三百 = 300% = 3倍."""

import re
import unicodedata
from decimal import Decimal

from knowledge.text.numerals import NUMERAL_CHARS, read_numeral

Figure = tuple[Decimal, str]

_NUMBER = rf"\d+(?:\.\d+)?|[{NUMERAL_CHARS}]+|半"
_UNITS = {
    "个工作日": "workdays",
    "工作日": "workdays",
    "日": "days",
    "天": "days",
    "个月": "months",
    "周年": "years",
    "周岁": "age",
    "岁": "age",
    "年": "years",
    "倍": "times",
    "%": "percent",
    "个小时": "hours",
    "小时": "hours",
}
_ENGLISH = {"%": "%", "day": "天", "month": "个月", "year": "年", "years old": "岁", "hour": "小时"}
_UNIT = "|".join(sorted(_UNITS, key=len, reverse=True))
_PERCENT = re.compile(rf"百分之(?P<number>{_NUMBER})")
_COUNTED = re.compile(rf"(?<![第{NUMERAL_CHARS}\d.])(?P<number>{_NUMBER})(?P<unit>{_UNIT})")
_TITLES = re.compile(r"《[^《》\n]*》|〔\d{4}〕")
_DATES = re.compile(r"\d{4}年(?:\d{1,2}月(?:\d{1,2}日)?)?|\d{1,2}月\d{1,2}日")
_IDIOM = (Decimal(1), "days")
"""一天 says "a day" more often than it counts one; nothing in the law is one day long."""


def figures(text: str) -> frozenset[Figure]:
    """Every number in `text` that has a unit, without dates and titles; percentages as multiples."""
    plain = _DATES.sub(" ", re.sub(r"\s+", "", unicodedata.normalize("NFKC", _TITLES.sub(" ", text))))
    found = {_figure(match["number"], "%") for match in _PERCENT.finditer(plain)}
    found |= {
        _figure(match["number"], match["unit"]) for match in _COUNTED.finditer(_PERCENT.sub(" ", plain))
    }
    return frozenset(found) - {_IDIOM}


def english_figures(text: str) -> frozenset[Figure]:
    """The same for numbers that an English text writes in digits: 30 days, a 5-year term, 150%."""
    found = re.findall(r"(?<![\d.])(\d+(?:\.\d+)?)(?:[ -](day|month|years? old|year|hour)s?\b|(%))", text)
    told = (
        (number, "years old" if word.endswith("old") else word or percent) for number, word, percent in found
    )
    return frozenset(_figure(number, _ENGLISH[unit]) for number, unit in told) - {_IDIOM}


def _figure(number: str, unit: str) -> Figure:
    value = Decimal("0.5") if number == "半" else _value(number)
    return (value / 100, "times") if _UNITS[unit] == "percent" else (value, _UNITS[unit])


def _value(number: str) -> Decimal:
    read = read_numeral(number)
    return Decimal(number) if read is None else Decimal(read)


def copied(text: str, law: str, longest: int = 12) -> str | None:
    """The first run of more than `longest` Chinese characters (punctuation apart) that both texts have."""
    ours = "".join(re.findall(r"[\u4e00-\u9fff]+", _TITLES.sub("", text)))
    theirs = "".join(re.findall(r"[\u4e00-\u9fff]+", law))
    runs = (ours[start : start + longest + 1] for start in range(len(ours) - longest))
    return next((run for run in runs if run in theirs), None)
