"""DOCX to lines, with python-docx: its parser does not resolve entities, and its styles know their names."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from docx import Document
from docx.document import Document as OpenDocument
from docx.oxml.ns import qn

from knowledge.laws.reading.errors import BadLawFile
from knowledge.laws.reading.formats.numbering import Numbering
from knowledge.laws.reading.formats.zips import unpack_docx
from knowledge.laws.reading.limits import Limits
from knowledge.laws.reading.model import Line

_HEADING = re.compile(r"(?:heading|标题)\s*([1-9])", re.IGNORECASE)
_TITLE = re.compile(r"title|标题", re.IGNORECASE)
_CONTENTS = re.compile(r"(?:toc|目录)\s*(?:heading|[1-9])?|toc 标题", re.IGNORECASE)
_PARAGRAPH, _TABLE, _ROW, _CELL = qn("w:p"), qn("w:tbl"), qn("w:tr"), qn("w:tc")
_LEFT_OUT = {qn(name) for name in ("w:del", "w:moveFrom", "w:txbxContent", "w:pPr", "w:rPr", "w:sectPr")}
_BREAKS = {qn("w:br"), qn("w:cr")}


def read_docx(content: bytes, path: Path, limits: Limits) -> list[Line]:
    """Paragraphs and tables in their order, cells joined by tabs, automatic numbers written out.

    Deleted text of tracked changes, text boxes, footnotes and generated contents are left out.
    """
    plain = unpack_docx(content, path, limits)
    try:
        document = Document(plain)
        return list(_Reader(document).lines())
    except (
        Exception
    ) as problem:  # python-docx has no error of its own: any kind may come out of a broken file
        raise BadLawFile(file=path, problem="broken") from problem


class _Reader:
    def __init__(self, document: OpenDocument) -> None:
        self._body: Any = document.element.body
        self._styles: dict[str, Any] = {style.style_id: style for style in document.styles}
        self._numbering = Numbering(document)
        self._count = 0

    def lines(self) -> Iterator[Line]:
        yield from self._content(self._body)

    def _content(self, parent: Any) -> Iterator[Line]:
        for block in _inside(parent, _PARAGRAPH, _TABLE):
            yield from self._paragraph(block) if block.tag == _PARAGRAPH else self._table(block)

    def _paragraph(self, paragraph: Any) -> Iterator[Line]:
        self._count += 1
        name, style_number = self._style(paragraph)
        if _CONTENTS.fullmatch(name):
            return
        level = 0 if _TITLE.fullmatch(name) else None
        if heading := _HEADING.fullmatch(name):
            level = int(heading[1])
        text = _text(paragraph)
        if text.strip():
            text = self._numbering.label(paragraph, style_number) + text
        for part in text.split("\n"):
            if part.strip():
                yield Line(part.rstrip(), level, f"paragraph {self._count}")

    def _table(self, table: Any) -> Iterator[Line]:
        for row in _inside(table, _ROW):
            cells = list(_inside(row, _CELL))
            if len(cells) == 1:  # a frame around text, not a table
                yield from self._content(cells[0])
                continue
            self._count += 1
            texts = [" ".join(" ".join(map(_text, cell.iter(_PARAGRAPH))).split()) for cell in cells]
            if any(texts):
                yield Line("\t".join(texts), None, f"paragraph {self._count}")

    def _style(self, paragraph: Any) -> tuple[str, Any]:
        """The name of the style and the numbering it brings; both also from the styles it is based on."""
        style = self._styles.get(paragraph.style or "")
        name, numbering, steps = "", None, 0
        while style is not None and steps < 12:
            known = style.name or ""
            if not name or (not _is_known(name) and _is_known(known)):
                name = known
            properties = style.element.find(qn("w:pPr"))
            if numbering is None and properties is not None:
                numbering = properties.find(qn("w:numPr"))
            style, steps = getattr(style, "base_style", None), steps + 1
        return name, numbering


def _is_known(name: str) -> bool:
    return any(shape.fullmatch(name) for shape in (_HEADING, _TITLE, _CONTENTS))


def _inside(parent: Any, *tags: str) -> Iterator[Any]:
    """The nearest elements of these kinds, also inside content controls and tracked insertions."""
    for child in parent:
        if child.tag in tags:
            yield child
        elif child.tag not in _LEFT_OUT:
            yield from _inside(child, *tags)


def _text(element: Any) -> str:
    if element.tag in _LEFT_OUT:
        return ""
    if element.tag == qn("w:t"):
        return element.text or ""
    if element.tag == qn("w:tab"):
        return "\t"
    if element.tag in _BREAKS:
        return "\n"
    return "".join(_text(child) for child in element)
