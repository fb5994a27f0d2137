"""Lines to a law: articles with their places, numbering checked, annexes apart."""

import re
from collections.abc import Sequence
from pathlib import Path

from knowledge.laws.reading.errors import BadLawFile
from knowledge.laws.reading.model import Line, ReadLaw
from knowledge.laws.reading.structure.dates import is_bare_date, work_out
from knowledge.laws.reading.structure.head import Head, read_head, without_contents
from knowledge.laws.reading.structure.line_patterns import Label, is_annex, is_finished, read_label
from knowledge.laws.reading.structure.outline import Outline
from knowledge.laws.reading.structure.whitespace import join_wrapped, single_spaced, spaced, tidy
from knowledge.laws.texts.article import ReadArticle, article_label

_GLUED_ITEM = re.compile(r"(?<=[：；])\s*(?=[（(][一二三四五六七八九十]{1,3}[）)])")
_NOTE = re.compile(r"[①-⑳]|注[：:]")
_LONGEST_SIGNATURE = 40


def parse_law(lines: Sequence[Line], file: Path) -> ReadLaw:
    """The law that the lines hold. Raises BadLawFile with the place in the file."""
    body = [Line(spaced(line.text), line.heading_level, line.place) for line in lines]
    body = without_contents([line for line in body if line.text])
    first = next((index for index, line in enumerate(body) if _opens(line.text)), None)
    label = _opens(body[first].text) if first is not None else None
    if first is None or label is None:
        raise BadLawFile(file=file, problem="no_articles")
    head = read_head(body[:first], file, label.number)
    walk = _Walk(body, first, head, file)
    walk.run()
    articles, last_text = walk.finish()
    for line in walk.closing:
        head.dates.add(line)
    dates = work_out(head.dates, last_text, head.named)
    part = head.part
    if part is None and label.number > 1:
        part = f"{article_label(label.number)}至{article_label(articles[-1].number)}"
    return ReadLaw(
        title=head.title,
        passed=dates.passed,
        in_force=dates.in_force,
        preamble=head.preamble,
        articles=articles,
        annexes=tuple("\n".join(annex) for annex in walk.annexes),
        file=file,
        part=part,
    )


def _opens(text: str) -> Label | None:
    """The label when the line can only be an article, not a sentence that speaks of one."""
    label = read_label(text)
    return None if label is None or label.is_mention else label


class _Walk:
    """Goes through the lines once. The article being read is the last of `_articles`."""

    def __init__(self, lines: list[Line], first: int, head: Head, file: Path) -> None:
        self._lines, self._first, self._file = lines, first, file
        self._outline = Outline(lines, head.part)
        self._articles: list[tuple[ReadArticle, str, list[str]]] = []
        self._seen: set[tuple[int, int]] = set()
        self.annexes: list[list[str]] = []
        self.closing: list[str] = []

    def run(self) -> None:
        for index in range(self._first):
            self._outline.take(index)
        for index in range(self._first, len(self._lines)):
            self._take(index)

    def _take(self, index: int) -> None:
        line = self._lines[index]
        if self.annexes:
            self._to_annex(line)
        elif label := self._starts(line.text):
            self._begin(label, line.place)
        elif is_annex(line.text) and self._is_last_word(index):
            self._to_annex(line)
        elif not self._outline.take(index):
            self._go_on(line)

    def _starts(self, text: str) -> Label | None:
        label = _opens(text)
        if label is None or not self._articles or label.apart:
            return label
        number, sub, paragraphs = self._last()
        follows = (label.number, label.sub or 0) in ((number + 1, 0), (number, sub + 1))
        broken_sentence = bool(paragraphs) and not is_finished(paragraphs[-1])
        return label if follows or not broken_sentence else None

    def _last(self) -> tuple[int, int, list[str]]:
        article, _, paragraphs = self._articles[-1]
        return article.number, article.sub or 0, paragraphs

    def _begin(self, label: Label, place: str) -> None:
        self._check(label, place)
        self._seen.add((label.number, label.sub or 0))
        outline = self._outline
        article = ReadArticle(
            label.number, label.sub, outline.book, outline.chapter, outline.section, text=""
        )
        self._articles.append((article, place, []))
        if label.rest:
            self._paragraph(label.rest)

    def _check(self, label: Label, place: str) -> None:
        """Numbers go on by one, or by one 之N; the places are given in digits."""
        if (label.number, label.sub or 0) in self._seen:
            raise BadLawFile(
                file=self._file, problem="twice", place=_digits(label.number, label.sub or 0), at=place
            )
        if not self._articles:
            return
        number, sub, _ = self._last()
        if (label.number, label.sub or 0) not in ((number + 1, 0), (number, sub + 1)):
            told = f"{_digits(number, sub)}之后是{_digits(label.number, label.sub or 0)}"
            raise BadLawFile(file=self._file, problem="gap", place=told, at=place)

    def _go_on(self, line: Line) -> None:
        """A further paragraph; or the rest of one, where a page broke a sentence before 第…条."""
        paragraphs = self._articles[-1][2]
        if paragraphs and read_label(line.text) and not is_finished(paragraphs[-1]):
            paragraphs[-1] = join_wrapped(paragraphs[-1], tidy(line.text))
        else:
            self._paragraph(line.text)

    def _paragraph(self, text: str) -> None:
        pieces = (tidy(piece) for piece in _GLUED_ITEM.split(text))
        self._articles[-1][2].extend(piece for piece in pieces if piece)

    def _is_last_word(self, index: int) -> bool:
        """Whether no later line goes on with the numbering; an annex may have articles of its own."""
        later = (_opens(line.text) for line in self._lines[index + 1 :])
        following = next((label for label in later if label), None)
        return following is None or following.number != self._last()[0] + 1

    def _to_annex(self, line: Line) -> None:
        if is_annex(line.text) or not self.annexes:
            self.annexes.append([])
        self.annexes[-1].append(single_spaced(line.text))

    def finish(self) -> tuple[tuple[ReadArticle, ...], str]:
        """All articles, and the text of the last one. Takes signature and footnotes off its end."""
        self._take_off_signature(self._articles[-1][2])
        self._take_off_notes(self._articles[-1][2])
        finished: list[ReadArticle] = []
        for article, place, paragraphs in self._articles:
            if not paragraphs:
                told = _digits(article.number, article.sub or 0)
                raise BadLawFile(file=self._file, problem="empty_article", place=told, at=place)
            finished.append(_with_text(article, "\n".join(paragraphs)))
        return tuple(finished), finished[-1].text

    def _take_off_signature(self, paragraphs: list[str]) -> None:
        if len(paragraphs) < 2 or not is_bare_date(paragraphs[-1]):
            return
        self.closing.append(paragraphs.pop())
        if (
            len(paragraphs) > 1
            and len(paragraphs[-1]) < _LONGEST_SIGNATURE
            and not is_finished(paragraphs[-1])
        ):
            paragraphs.pop()

    def _take_off_notes(self, paragraphs: list[str]) -> None:
        """A footnote follows a finished sentence; an item ① follows a colon."""
        at = next((i for i, text in enumerate(paragraphs) if i and _NOTE.match(text)), None)
        if at is not None and paragraphs[at - 1].endswith("。"):
            self.annexes.insert(0, paragraphs[at:])
            del paragraphs[at:]


def _with_text(article: ReadArticle, text: str) -> ReadArticle:
    return ReadArticle(article.number, article.sub, article.book, article.chapter, article.section, text=text)


def _digits(number: int, sub: int) -> str:
    return f"第{number}条" + (f"之{sub}" if sub else "")
