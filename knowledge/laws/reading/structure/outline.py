"""Where in the law we are: book, chapter and section, as the headings come by."""

from collections.abc import Sequence

from knowledge.laws.reading.model import Line
from knowledge.laws.reading.structure.line_patterns import (
    is_annex,
    is_sub_point,
    read_division,
    read_label,
    read_point,
)
from knowledge.laws.reading.structure.whitespace import tidy


class Outline:
    """Takes heading lines and remembers the place. `part` is the book that the whole file holds."""

    def __init__(self, lines: Sequence[Line], part: str | None) -> None:
        self._lines, self._part = lines, part
        self._book, self._subbook = part, ""
        self._has_chapters = any(read_division(line.text) for line in lines)
        self._book_level: int | None = None
        self.chapter: str | None = None
        self.section: str | None = None

    @property
    def book(self) -> str | None:
        """编 and 分编 in one."""
        return " ".join(name for name in (self._book, self._subbook) if name) or None

    def take(self, index: int) -> bool:
        """Whether line `index` is a heading; if so the place changes."""
        line = self._lines[index]
        division = read_division(line.text)
        if division is not None:
            if division[1] != self._part and tidy(line.text) != self._part:
                self._enter(*self._as_high(line, *division))
            return True
        place = self._unnumbered(index)
        if place is not None:
            self._enter(*place)
        return place is not None

    def _as_high(self, line: Line, kind: str, name: str) -> tuple[str, str]:
        """附则 whose heading is as high as those of the books closes the law as a book of its own."""
        if kind == "编":
            self._book_level = line.heading_level
        closes = name == "附则" and self._book_level is not None and self._book_level == line.heading_level
        return ("编", name) if closes else (kind, name)

    def _enter(self, kind: str, name: str) -> None:
        if kind == "节":
            self.section = name
            return
        self.chapter = self.section = None
        if kind == "编":
            self._book, self._subbook = name, ""
        elif kind == "分编":
            self._subbook = name
        else:
            self.chapter = name

    def _unnumbered(self, index: int) -> tuple[str, str] | None:
        """一、一般规定 and （一）… of judicial interpretations, or a bare heading before an article.

        Without a heading level they count only where an article follows, and 一、 only where no 章 exists.
        """
        line = self._lines[index]
        point, heads = read_point(line.text), self._heads_articles(index)
        if is_sub_point(line.text) and heads:
            return "节", tidy(line.text)
        if point and (line.heading_level is not None or (heads and not self._has_chapters)):
            return "章", point[1]
        is_heading = heads and index > 0 and (line.heading_level or 0) > 1
        return ("章", tidy(line.text)) if is_heading and not is_annex(line.text) else None

    def _heads_articles(self, index: int) -> bool:
        """Whether an article comes next, at most one lower heading in between."""
        following = [line.text for line in self._lines[index + 1 : index + 3]]
        if following and not is_sub_point(self._lines[index].text) and is_sub_point(following[0]):
            del following[0]
        return bool(following) and read_label(following[0]) is not None
