"""Days and months as people type them: 2019年3月, 2019.3.15, 去年5月, 二〇一九年三月十五日, 今天."""

import re
from datetime import date, timedelta

from knowledge.civil_calendar import Month
from knowledge.text.numerals import NUMERAL_CHARS, read_numeral

_N = f"(?:[0-9]{{1,2}}|[{NUMERAL_CHARS}]{{1,3}})"
_TIME = re.compile(
    rf"(?:(?P<year>[0-9]{{4}}|[0-9]{{2}}|[{NUMERAL_CHARS}]{{2,4}})(?:年|[-./])|(?P<near>今年|本年|去年|前年|明年|后年))?"
    rf"(?P<month>{_N})(?:(?:月份?|[-./])(?:(?P<day>{_N})(?:日|号)?)?)?"
)
_RUN = re.compile(r"(?P<year>(?:19|20)[0-9]{2})(?P<month>[0-9]{2})(?P<day>[0-9]{2})?")
_YEARS = {"今年": 0, "本年": 0, "去年": -1, "前年": -2, "明年": 1, "后年": 2}
_DAYS = {"今天": 0, "今日": 0, "昨天": -1, "昨日": -1, "前天": -2, "明天": 1, "today": 0, "yesterday": -1}
_MONTHS = {"这个月": 0, "本月": 0, "上个月": -1, "上月": -1, "下个月": 1, "下月": 1}
_NEXT_YEARS = 5
"""19 is 2019; a year with two digits lies at most this far ahead, or in the last century."""


_NAMED = re.compile(
    rf"(?:[0-9]{{4}}年|今年|去年|前年){_N}月{_N}[日号]"
    r"|20[0-9]{2}[-./][0-9]{1,2}[-./][0-9]{1,2}"
    r"|今天|昨天|前天"
)


def named_day(text: str, today: date) -> date | None:
    """The first whole day up to today that a sentence names (2026年3月1日, 去年5月3号, 昨天), or None."""
    for found in _NAMED.finditer(text):
        day = whole_day(found[0], today)
        if day is not None and day <= today:
            return day
    return None


def whole_day(text: str, today: date) -> date | None:
    """The day that `text` (folded) names; None for a month alone, a day that does not exist, or neither."""
    read = read_time(text, today)
    if read is None or read[1] is None:
        return None
    try:
        return date(read[0].year, read[0].month, read[1])
    except ValueError:
        return None


def read_time(text: str, today: date) -> tuple[Month, int | None] | None:
    """Month and, where it is named, day; None when `text` (folded) is neither. The day may not exist."""
    if text in _DAYS:
        day = today + timedelta(days=_DAYS[text])
        return Month(day.year, day.month), day.day
    if text in _MONTHS:
        return Month(today.year, today.month).plus(_MONTHS[text]), None
    joined = re.sub(r"(?<=[0-9]) +(?=[0-9])", "-", text).replace(" ", "")
    run, found = _RUN.fullmatch(joined), _TIME.fullmatch(joined)
    if run is not None:
        return _checked(int(run["year"]), run["month"], run["day"])
    if found is None:
        return None
    if found["year"]:
        return _checked(_century(read_numeral(found["year"]), today), found["month"], found["day"])
    if found["near"] or "月" in joined:
        return _checked(today.year + _YEARS.get(found["near"] or "今年", 0), found["month"], found["day"])
    return None


def _checked(
    year: int | None, month_written: str, day_written: str | None
) -> tuple[Month, int | None] | None:
    month = read_numeral(month_written)
    day = read_numeral(day_written) if day_written else None
    if year is None or month is None or not 1 <= month <= 12 or (day_written and day is None):
        return None
    return Month(year, month), day


def _century(number: int | None, today: date) -> int | None:
    if number is None or number >= 100:
        return number if number and number >= 1000 else None
    century = today.year // 100 * 100
    return century + number if century + number <= today.year + _NEXT_YEARS else century - 100 + number
