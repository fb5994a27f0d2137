"""PDF to lines, with pypdf: text of the pages, page numbers taken off, broken lines joined to paragraphs."""

import io
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pypdf import PageObject, PasswordType, PdfReader

from knowledge.laws.reading.errors import BadLawFile
from knowledge.laws.reading.limits import Limits
from knowledge.laws.reading.model import Line
from knowledge.laws.reading.structure.line_patterns import (
    is_annex,
    is_contents,
    is_finished,
    read_division,
    read_label,
    without_leaders,
)
from knowledge.laws.reading.structure.whitespace import compact, join_wrapped, tidy

_PAGE_NUMBER = re.compile(
    r"[-—–－\s]*(?:第\s*)?\d{1,4}\s*(?:页)?(?:[\s/／，,]*共?\s*\d{1,4}\s*页?)?[-—–－\s]*"
)
_ITEM = re.compile(r"[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}\s*[.．、]|[一二三四五六七八九十]{1,3}、")
_WIDE = re.compile("[\u2e80-\u9fff\uff00-\uffef\u3000-\u303f]")


@dataclass(frozen=True, slots=True)
class _Row:
    """A printed line with its left and right end in points, as far as the page tells."""

    text: str
    left: float
    right: float
    size: float
    page: int


def read_pdf(content: bytes, path: Path, limits: Limits) -> list[Line]:
    """The paragraphs. Raises BadLawFile: encrypted, pictures_only, broken, or past a limit."""
    try:
        rows = _rows(_open(content, path, limits), path, limits)
    except BadLawFile:
        raise
    except Exception as problem:  # pypdf lets many kinds out of a damaged file, down to RecursionError
        raise BadLawFile(file=path, problem="broken") from problem
    pages = max((row.page for row in rows), default=0)
    return list(_paragraphs(_without_furniture(rows, pages)))


def _open(content: bytes, path: Path, limits: Limits) -> PdfReader:
    reader = PdfReader(io.BytesIO(content))
    if reader.is_encrypted and not _opens_without_password(reader):
        raise BadLawFile(file=path, problem="encrypted")
    if len(reader.pages) > limits.pages:
        raise BadLawFile(file=path, problem="too_many_pages", pages=len(reader.pages), allowed=limits.pages)
    return reader


def _opens_without_password(reader: PdfReader) -> bool:
    """Many official files are only locked against printing; the empty password opens them."""
    try:
        return reader.decrypt("") is not PasswordType.NOT_DECRYPTED
    except Exception:  # an unknown cipher, or one that needs a library we do without
        return False


def _rows(reader: PdfReader, path: Path, limits: Limits) -> list[_Row]:
    rows: list[_Row] = []
    drawn, steps = 0, _Steps(path, limits)
    for number, page in enumerate(reader.pages, start=1):
        contents = page.get_contents()
        drawn += len(contents.get_data()) if contents is not None else 0
        if drawn > limits.unpacked:
            raise BadLawFile(file=path, problem="packed_too_large", place=f"page {number}", bytes=drawn)
        rows.extend(_rows_of(page, number, steps))
    letters = sum(len(compact(row.text)) for row in rows)
    if letters < limits.characters_a_page * len(reader.pages):
        raise BadLawFile(file=path, problem="pictures_only", pages=len(reader.pages), characters=letters)
    return rows


def _rows_of(page: PageObject, number: int, steps: "_Steps") -> list[_Row]:
    rows: list[_Row] = []
    parts: list[str] = []
    start: list[tuple[float, float]] = []

    def flush() -> None:
        text = "".join(parts)
        if tidy(text):
            left, size = start[0] if start else (0.0, 0.0)
            # blanks that the page prints before the text are an indent too
            lead = len(text) - len(text.lstrip("\u3000"))
            rows.append(_Row(text.strip(), left + lead * size, left + _width(text, size), size, number))
        parts.clear()
        start.clear()

    def visit(text: str, matrix: list[float], line: list[float], _font: object, size: float) -> None:
        for index, piece in enumerate(text.split("\n")):
            if index:
                flush()
            if piece.strip(" ") and not start:
                scale = abs(line[0] * matrix[0]) or 1.0
                start.append((line[4] * matrix[0] + line[5] * matrix[2] + matrix[4], size * scale))
            if piece:
                parts.append(piece)

    page.extract_text(visitor_text=visit, visitor_operand_before=steps.count)
    steps.check()
    flush()
    return rows


class _Steps:
    """Counts the drawing steps of all pages: forms that call forms may make millions out of a few bytes."""

    def __init__(self, path: Path, limits: Limits) -> None:
        self._path, self._allowed, self._done = path, limits.drawing_steps, 0

    def count(self, *_step: object) -> None:
        """Called before each step."""
        self._done += 1
        self.check()

    def check(self) -> None:
        """Raises past the limit. pypdf swallows an error inside a form, so this is asked after a page too."""
        if self._done > self._allowed:
            raise BadLawFile(file=self._path, problem="packed_too_large", steps=self._done)


def _width(text: str, size: float) -> float:
    return sum(size if _WIDE.match(char) else size / 2 for char in text)


def _without_furniture(rows: list[_Row], pages: int) -> list[_Row]:
    """Without page numbers, and without what stands first or last on most pages (the first time it stays)."""
    edges: Counter[str] = Counter()
    outer: set[int] = set()
    for index, row in enumerate(rows):
        before = rows[index - 1].page if index else 0
        after = rows[index + 1].page if index + 1 < len(rows) else 0
        if row.page not in (before, after) or row.page != before or row.page != after:
            outer.add(index)
            edges[_shape(row.text)] += 1
    kept: list[_Row] = []
    met: set[str] = set()
    for index, row in enumerate(rows):
        shape = _shape(row.text)
        running = pages >= 3 and edges[shape] > pages / 2
        if index in outer and (_PAGE_NUMBER.fullmatch(row.text) or (running and shape in met)):
            continue
        met.add(shape)
        kept.append(row)
    return kept


def _shape(text: str) -> str:
    return re.sub(r"\d+", "0", compact(text))


def _paragraphs(rows: list[_Row]) -> Iterator[Line]:
    margin = _margin(rows)
    edge = _edge(rows)
    indents = any(_is_indented(row, margin) and read_label(row.text) for row in rows)
    text, place, last = "", "", None
    for row in rows:
        if last is None or _begins(row, last, text, margin if indents else None, edge):
            if text:
                yield Line(text, None, place)
            text, place = row.text, f"page {row.page}"
        else:
            text = join_wrapped(text, row.text)
        last = row
    if text:
        yield Line(text, None, place)


def _margin(rows: list[_Row]) -> float:
    """The left edge of the text: the leftmost place where more than one line begins."""
    lefts = Counter(round(row.left) for row in rows)
    return min((left for left, times in lefts.items() if times > 1), default=min(lefts, default=0))


def _edge(rows: list[_Row]) -> float:
    """The right edge of the text; a single long title may reach beyond it."""
    widest = sorted(rows, key=lambda row: row.right, reverse=True)
    usual = widest[2 if len(widest) > 8 else 0] if widest else None
    return max((row.right for row in rows if usual and row.right < usual.right + 2 * row.size), default=0.0)


def _is_indented(row: _Row, margin: float) -> bool:
    return row.left > margin + row.size * 0.8


def _begins(row: _Row, last: _Row, so_far: str, margin: float | None, edge: float) -> bool:
    """Whether a printed line begins a paragraph. With indents the page says so, else the sentence does."""
    if _stands_alone(row.text) or _stands_alone(last.text):
        return True
    if abs(row.size - last.size) > 1 or abs(row.left - last.left) > 3 * row.size:
        return True
    if margin is not None:
        return _is_indented(row, margin)
    # after a full stop the next character would have come up; elsewhere a word may have been moved down
    spare = 0.9 if is_finished(so_far) else 2.5
    full = last.right > edge - spare * last.size
    if read_label(row.text) or _ITEM.match(row.text):
        return is_finished(so_far) or not full
    return not full


def _stands_alone(text: str) -> bool:
    bare = without_leaders(text)
    return bare != text.strip() or read_division(text) is not None or is_contents(text) or is_annex(text)
