"""The days that a law's head, its last article and its file name give."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from knowledge.laws.reading.structure.line_patterns import read_number

_DIGIT = "0-9０-９〇○零一二三四五六七八九十廿卅"
_DATE = re.compile(rf"([{_DIGIT}]{{4}})\s*年\s*([{_DIGIT}]{{1,3}})\s*月\s*([{_DIGIT}]{{1,3}})\s*日")
_FILE_DATE = re.compile(r"[（(]\s*(\d{4})-(\d{1,2})-(\d{1,2})\s*[)）]\s*$")
_QUOTED = re.compile(r"《[^》]*》")
_PUBLISHED = re.compile("公布|发布|颁布|印发|下发")
_PASSED = re.compile("通过|批准|修订|修正|修改|制定|签发|公布|发布|颁布|印发|下发")
_AMENDED = re.compile("修订|修正|修改")
_FORCE = re.compile(r"[\s，,]*(?:起|正式|开始)*\s*(?:施行|执行|生效|实施)")
_FROM_ISSUE = re.compile("自(?:公布|发布|颁布|印发|下发)之日起(?:正式)?(?:施行|执行|生效|实施)")
_LATEST_START = 12
_SAME_ACT = timedelta(days=60)
"""A text is published some days after it was passed; a file dated later than this holds an amended text."""


@dataclass(slots=True)
class HeadDates:
    """What the lines before the first article say, sorted."""

    passed: list[date] = field(default_factory=list)
    published: list[date] = field(default_factory=list)
    bare: list[date] = field(default_factory=list)
    in_force: list[date] = field(default_factory=list)
    amended: bool = False

    def add(self, text: str) -> None:
        """Sorts the dates of one line by the words that follow each."""
        bare = _QUOTED.sub("", text)
        found = list(find_dates(bare))
        for index, (day, _, end) in enumerate(found):
            following = bare[end : found[index + 1][1] if index + 1 < len(found) else len(bare)]
            if _FORCE.match(following):
                self.in_force.append(day)
            elif _PASSED.search(following):
                self.passed.append(day)
                if _PUBLISHED.search(following):
                    self.published.append(day)
            else:
                self.bare.append(day)
        self.amended = self.amended or bool(found and _AMENDED.search(text))


@dataclass(frozen=True, slots=True)
class Dates:
    """The two days of a text; None where the file does not say."""

    passed: date | None
    in_force: date | None


def is_date_line(text: str) -> bool:
    """Whether a line of the head is about when the text was passed, published or takes effect."""
    first = next(find_dates(_QUOTED.sub("", text)), None)
    return first is not None and (first[1] <= _LATEST_START or text.startswith(("（", "(")))


def is_bare_date(text: str) -> bool:
    """Whether a line is a date and nothing else, as under a signature."""
    return bool(_DATE.fullmatch(text.strip()))


def work_out(head: HeadDates, last_article: str, from_name: date | None) -> Dates:
    """`passed`: the latest of head and file name. `in_force`: of the head, else of the last article.

    An amended text keeps the last article of the first one, so a day before `passed` then says nothing.
    """
    known = head.passed or head.bare
    passed = max([*known, *([from_name] if from_name else [])], default=None)
    amended = head.amended or bool(from_name and known and from_name - max(known) > _SAME_ACT)
    for day in (max(head.in_force, default=None), _force_in(last_article)):
        if day and (not amended or passed is None or day >= passed):
            return Dates(passed, day)
    issued = bool(head.published or not head.passed or (from_name and from_name not in head.passed))
    if _FROM_ISSUE.search(last_article) and issued and not amended:
        return Dates(passed, passed)
    return Dates(passed, None)


def _force_in(last_article: str) -> date | None:
    """The first 自…起施行 of the last article; other days there belong to older texts."""
    for day, start, end in find_dates(last_article):
        if last_article[:start].rstrip().endswith(("自", "于", "从")) and _FORCE.match(last_article[end:]):
            return day
    return None


def find_dates(text: str) -> Iterator[tuple[date, int, int]]:
    """Every real calendar day in `text` with its start and end; 2024年5月1日 and 二〇二四年五月一日 alike."""
    for match in _DATE.finditer(text):
        day = _day(match.groups())
        if day:
            yield day, match.start(), match.end()


def split_name(stem: str) -> tuple[str, date | None]:
    """A file name without its suffix, as title and date: `title(2020-12-29)`."""
    match = _FILE_DATE.search(stem)
    return (stem[: match.start()], _day(match.groups())) if match else (stem, None)


def _day(parts: Iterable[str]) -> date | None:
    numbers = [read_number(part) for part in parts]
    try:
        return date(*(number or 0 for number in numbers))
    except ValueError:
        return None
