"""HTML to lines, with selectolax (the Lexbor parser: HTML5 rules, typed, no dependencies of its own)."""

import re
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser, LexborNode

from knowledge.laws.reading.errors import BadLawFile
from knowledge.laws.reading.limits import Limits
from knowledge.laws.reading.model import Line

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_\-]{2,20})", re.IGNORECASE)
_GB = {"gb2312", "gbk", "gb_2312-80", "x-gbk", "gb18030"}
_DROPPED = (
    "script, style, noscript, template, nav, aside, form, button, select, iframe, svg, head, "
    "body > header, body > footer, [hidden], [role=navigation], [aria-hidden=true]"
)
_BLOCK = re.compile(
    "address|article|blockquote|body|caption|center|d[dlt]|div|fieldset|figure|footer|h[1-6r]|header|li|main|"
    "ol|p|pre|section|table|tbody|tfoot|thead|tr|ul"
)
_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9:]{0,30})")
_LEFT_OPEN = re.compile(
    "p|br|li|d[dt]|hr|img|meta|link|input|col|t[dhr]|thead|tbody|tfoot|option|source|wbr|area|base|o:p"
)
_CELLS = frozenset(("td", "th"))


def declared_charset(content: bytes) -> str | None:
    """The encoding that a meta element names; the older GB sets are read as GB 18030, which holds them."""
    match = _CHARSET.search(content[:4096])
    name = match[1].decode("ascii").lower() if match else None
    return "gb18030" if name in _GB else name


def read_html(text: str, path: Path, limits: Limits) -> list[Line]:
    """The text blocks in order, h1 to h6 as headings, a table row as one line with tabs.

    Raises BadLawFile(packed_too_large) when the elements are nested deeper than any page is.
    """
    if _nesting(text) > limits.nesting:
        raise BadLawFile(file=path, problem="packed_too_large", allowed=limits.nesting)
    tree = LexborHTMLParser(text)
    for node in tree.css(_DROPPED):
        node.decompose()
    walk = _Walk()
    if tree.body is not None:
        walk.visit(tree.body)
    return walk.finished()


def _nesting(text: str) -> int:
    """The depth by a plain count of tags; those that pages leave open are not counted."""
    depth = deepest = 0
    for match in _TAG.finditer(text):
        if not _LEFT_OPEN.fullmatch(match[2].lower()):
            depth = max(depth - 1, 0) if match[1] else depth + 1
            deepest = max(deepest, depth)
    return deepest


class _Walk:
    """Collects text until a block ends. Goes without recursion: a page may be nested thousands deep."""

    def __init__(self) -> None:
        self._lines: list[Line] = []
        self._open: list[str] = []
        self._level: int | None = None
        self._cells = 0

    def visit(self, root: LexborNode) -> None:
        waiting: list[tuple[LexborNode, bool]] = [(root, False)]
        while waiting:
            node, leaving = waiting.pop()
            if leaving:
                self._leave(node.tag or "")
                continue
            if self._enter(node):
                waiting.append((node, True))
                waiting.extend((child, False) for child in reversed(_children(node)))

    def finished(self) -> list[Line]:
        self._flush()
        return self._lines

    def _enter(self, node: LexborNode) -> bool:
        tag = node.tag or ""
        if tag == "-text":
            self._open.append(" ".join(re.split(r"[ \t\r\n\f]+", node.text_content or "")))
            return False
        if tag == "br" or _BLOCK.fullmatch(tag):
            self._break()
        if re.fullmatch("h[1-6]", tag):
            self._level = int(tag[1])
        self._cells += tag in _CELLS
        return not tag.startswith(("-", "!"))

    def _leave(self, tag: str) -> None:
        if tag in _CELLS:
            self._cells -= 1
            self._open.append("\t")
        elif _BLOCK.fullmatch(tag):
            self._break()
            self._level = None

    def _break(self) -> None:
        if self._cells:
            self._open.append(" ")
        else:
            self._flush()

    def _flush(self) -> None:
        text = "".join(self._open).strip(" \t")
        self._open = []
        if text.strip():
            self._lines.append(Line(text, self._level, f"block {len(self._lines) + 1}"))


def _children(node: LexborNode) -> list[LexborNode]:
    return list(node.iter(include_text=True))
