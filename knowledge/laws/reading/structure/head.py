"""What stands before the first article: title, name of the part, dates, preamble."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from knowledge.laws.reading.errors import BadLawFile
from knowledge.laws.reading.model import Line
from knowledge.laws.reading.structure.dates import (
    HeadDates,
    find_dates,
    is_bare_date,
    is_date_line,
    split_name,
)
from knowledge.laws.reading.structure.line_patterns import (
    has_leaders,
    is_annex,
    is_contents,
    is_finished,
    is_sub_point,
    names_book,
    read_division,
    read_label,
    read_point,
    without_leaders,
)
from knowledge.laws.reading.structure.whitespace import compact, tidy

_LONGEST_TITLE = 60
_LONGEST_ENTRY = 40
_TITLE_END = re.compile(
    r"(?:法|法典|条例|规定|办法|解释|细则|规则|制度|规程|规范|通知|决定|意见|章程|方案|守则|准则|手册|标准|公约|编|合同)"
    r"(?:[（(][^（）()]{1,12}[）)])*"
)


@dataclass(frozen=True, slots=True)
class Head:
    """The title and all that the first lines say; `named` is the date that the file name carries."""

    title: str
    part: str | None
    dates: HeadDates
    named: date | None
    preamble: str


def without_contents(lines: Sequence[Line]) -> list[Line]:
    """The lines without the table of contents (目录 up to the place where its first entry comes again)."""
    at = next((index for index, line in enumerate(lines) if is_contents(tidy(line.text))), None)
    if at is None:
        return list(lines)
    first, end = None, at + 1
    while end < len(lines) and _is_entry(lines[end].text):
        key = compact(without_leaders(lines[end].text))
        if key == first:
            break
        first, end = first or key, end + 1
    return [*lines[:at], *lines[end:]]


def _is_entry(text: str) -> bool:
    if has_leaders(text):
        return True
    if read_label(text) or is_finished(text) or next(find_dates(text), None):
        return False
    return len(text.strip()) <= _LONGEST_ENTRY


def read_head(lines: Sequence[Line], file: Path, first_number: int) -> Head:
    """Reads the lines before the article `first_number`. Raises BadLawFile(no_title)."""
    stem, named = split_name(file.stem)
    title, rest, level = _take_title(lines)
    title = title or tidy(stem)
    if not title:
        raise BadLawFile(file=file, problem="no_title")
    part = _find_part(rest, level, first_number)
    dates, preamble = HeadDates(), []
    points = _last_points(rest)
    for index, line in enumerate(rest):
        text = tidy(line.text)
        if is_date_line(text):
            dates.add(text)
        heads = index >= points or line.heading_level is not None
        if not (heads and _is_point(line.text)) and not _is_furniture(line, text, title, part):
            preamble.append(text)
    return Head(title, part, dates, named, "\n".join(preamble))


def _take_title(lines: Sequence[Line]) -> tuple[str, list[Line], int | None]:
    """The title, the lines that are left, and the level of its heading."""
    headings = [line for line in lines if line.heading_level is not None and not _is_structure(line.text)]
    chosen = next((line for line in headings if line.heading_level == 0), headings[0] if headings else None)
    if chosen is not None:
        left = [line for line in lines if line is not chosen]
        return tidy(chosen.text), left, chosen.heading_level
    if not lines or not _could_be_title(lines[0].text):
        return "", list(lines), None
    one, rest = tidy(lines[0].text), list(lines[1:])
    if rest and not _TITLE_END.search(one[-14:]) and _could_be_title(rest[0].text):
        two = tidy(rest[0].text)
        if _ends_as_title(two):
            return one + two, rest[1:], None
    return one, rest, None


def _ends_as_title(text: str) -> bool:
    return any(match.end() == len(text) for match in _TITLE_END.finditer(text))


def _could_be_title(text: str) -> bool:
    bare = text.strip()
    return (
        len(bare) <= _LONGEST_TITLE
        and not bare.endswith(("。", "；", "：", "，"))
        and not bare.startswith(("（", "("))
        and not is_bare_date(bare)
        and not _is_structure(bare)
        and read_label(bare) is None
    )


def _is_structure(text: str) -> bool:
    return read_division(text) is not None or read_point(text) is not None or is_annex(text)


def _find_part(lines: Sequence[Line], title_level: int | None, first_number: int) -> str | None:
    """A second heading as high as the title names a part; in a text that starts later any line may."""
    for line in lines:
        as_high = title_level is not None and line.heading_level == title_level
        if (as_high or first_number > 1) and names_book(line.text):
            division = read_division(line.text)
            return division[1] if division else tidy(line.text)
    return None


def _is_point(text: str) -> bool:
    return read_point(text) is not None or is_sub_point(text)


def _last_points(lines: Sequence[Line]) -> int:
    """Where the headings 一、 and （一） begin that stand right before the first article."""
    at = len(lines)
    while at and len(lines) - at < 2 and _is_point(lines[at - 1].text):
        at -= 1
    return at


def _is_furniture(line: Line, text: str, title: str, part: str | None) -> bool:
    """Whether a line is told elsewhere: heading, part, date, or the title printed once more."""
    if read_division(line.text) is not None or text == part:
        return True
    if is_bare_date(text) or (is_date_line(text) and not text.endswith("。")):
        return True
    return compact(text) in compact(title)
