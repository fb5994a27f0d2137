"""Markdown to lines. Only what law collections use: headings, emphasis, lists, quotes, tables, comments."""

import html
import re
from collections.abc import Iterator

from knowledge.laws.reading.model import Line

_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_FRONT_MATTER = re.compile(r"\A---\r?\n.*?\r?\n---\r?\n", re.DOTALL)
_HEADING = re.compile(r"\s{0,3}(#{1,6})(?:\s|$)(.*)")
_LEAD = re.compile(r"^\s*(?:>\s?)*(?:[-*+]\s+)?")
_EMPHASIS = re.compile(r"(\*\*|__)(?=\S)(.{1,300}?)(?<=\S)\1")
_PICTURE = re.compile(r"!\[[^\]]{0,300}\]\([^)]{0,300}\)")
_LINK = re.compile(r"\[([^\]]{1,300})\]\([^)]{0,300}\)")
_TAG = re.compile(r"</?(?:br|p|b|i|u|em|strong|center|font|span|div|sup|sub)\b[^>]{0,200}>", re.IGNORECASE)
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|>~])")
_RULE = re.compile(r"\s*(?:-{3,}|\*{3,}|_{3,}|```.*|~~~.*)\s*")
_TABLE_RULE = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*")


def read_markdown(text: str) -> list[Line]:
    """Every line that is not blank; a collection breaks lines where paragraphs end, so none are joined."""
    same_lines = _COMMENT.sub(_keep_breaks, _FRONT_MATTER.sub(_keep_breaks, text))
    return list(_lines(same_lines))


def _lines(text: str) -> Iterator[Line]:
    for number, raw in enumerate(text.splitlines(), start=1):
        if not raw.strip() or _RULE.fullmatch(raw) or _TABLE_RULE.fullmatch(raw):
            continue
        heading = _HEADING.fullmatch(raw)
        words = _inline(heading[2].rstrip(" #") if heading else _LEAD.sub("", raw))
        if words.strip():
            yield Line(words, len(heading[1]) if heading else None, f"line {number}")


def _inline(text: str) -> str:
    if text.startswith("|") and text.rstrip().endswith("|"):
        text = "\t".join(cell.strip() for cell in text.strip().strip("|").split("|"))
    text = _LINK.sub(r"\1", _PICTURE.sub("", _TAG.sub("", text)))
    return html.unescape(_ESCAPE.sub(r"\1", _EMPHASIS.sub(r"\2", text)))


def _keep_breaks(match: re.Match[str]) -> str:
    return "\n" * match[0].count("\n")
