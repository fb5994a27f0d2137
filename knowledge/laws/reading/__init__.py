"""Reads law files (DOCX, PDF, HTML, Markdown, plain text) as laws with checked article numbers."""

from pathlib import Path

from knowledge.laws.reading.errors import BadLawFile
from knowledge.laws.reading.files import Kind, decode, kind_of, law_files, read_bytes
from knowledge.laws.reading.formats.docx import read_docx
from knowledge.laws.reading.formats.html import declared_charset, read_html
from knowledge.laws.reading.formats.markdown import read_markdown
from knowledge.laws.reading.formats.pdf import read_pdf
from knowledge.laws.reading.formats.plain import read_plain
from knowledge.laws.reading.limits import LIMITS, Limits
from knowledge.laws.reading.model import Line, ReadLaw
from knowledge.laws.reading.structure.parsing import parse_law
from knowledge.laws.texts.article import ReadArticle

__all__ = ["LIMITS", "BadLawFile", "Limits", "ReadArticle", "ReadLaw", "law_files", "read_law"]


def read_law(path: Path, limits: Limits = LIMITS) -> ReadLaw:
    """The law, or the part of one, that the file at `path` holds; its kind is told by its content.

    Raises BadLawFile(file, place, problem): the file cannot be read, is past a limit, or is wrongly numbered.
    """
    content = read_bytes(path, limits)
    return parse_law(_lines(content, path, limits), path)


def _lines(content: bytes, path: Path, limits: Limits) -> list[Line]:
    match kind_of(content, path):
        case Kind.DOCX:
            return read_docx(content, path, limits)
        case Kind.PDF:
            return read_pdf(content, path, limits)
        case Kind.HTML:
            return read_html(decode(content, path, declared_charset(content)), path, limits)
        case Kind.MARKDOWN:
            return read_markdown(decode(content, path))
        case Kind.PLAIN:
            return read_plain(decode(content, path))
