"""A paper as messages: Telegram HTML, cut into pages that surely fit."""

from collections.abc import Iterator
from html import escape

from bot.papers.flow import Line, Role, draft_mark, lines, paper_words
from mediation.model.procedure.paper import Paper

PAGE_LIMIT = 3500
"""UTF-16 units of one page with its markup, as Telegram counts; its own limit is 4,096."""

_AROUND = 120
"""Units that the draft mark and the page number take at most."""
_TAGS = len("\n<b></b>\n")
_BODY = PAGE_LIMIT - _AROUND
_ENDS = "。；;！？!?"
_BOLD = (Role.TITLE, Role.HEADING)


def as_chat(paper: Paper, *, final: bool = False) -> list[str]:
    """Pages of at most `PAGE_LIMIT` in order; everything from the paper is escaped, no tag spans two pages.

    Without a named signer it is marked as a draft on every page; with ``final=True`` that raises NotSigned.
    """
    mark = draft_mark(paper, final)
    words = paper_words(paper.language)
    bodies = _pages(lines(paper))
    shown = []
    for place, body in enumerate(bodies, start=1):
        head = f"<b>【{escape(mark, quote=False)}】</b>\n" if mark else ""
        foot = f"\n\n<i>{words.page.format(page=place, pages=len(bodies))}</i>" if len(bodies) > 1 else ""
        shown.append(f"{head}{body}{foot}")
    return shown


def _pages(all_lines: tuple[Line, ...]) -> list[str]:
    """Blocks put one after the other as long as they fit."""
    pages: list[str] = []
    for block in _blocks(all_lines):
        if pages and _size(pages[-1]) + 1 + _size(block) <= _BODY:
            pages[-1] += f"\n{block}"
        else:
            pages.append(block.lstrip("\n"))
    return pages


def _blocks(all_lines: tuple[Line, ...]) -> Iterator[str]:
    """Pieces that stay on one page; a heading stays with the beginning of what it stands over."""
    held = ""
    for line in all_lines:
        tag = "b" if line.role in _BOLD else ""
        room = _BODY - _size(held) - _TAGS
        pieces = [_dressed(piece, tag) for piece in _pieces(line.text, room)]
        if line.role in (Role.HEADING, Role.OFFICE):
            pieces[0] = f"\n{pieces[0]}"
        if line.role is Role.HEADING and len(pieces) == 1 and _size(pieces[0]) < _BODY // 2:
            if held:
                yield held.rstrip("\n")
            held = f"{pieces[0]}\n"
            continue
        yield held + pieces[0]
        yield from pieces[1:]
        held = ""
    if held:
        yield held.rstrip("\n")


def _dressed(text: str, tag: str) -> str:
    safe = escape(text, quote=False)
    return f"<{tag}>{safe}</{tag}>" if tag else safe


def _pieces(text: str, room: int) -> Iterator[str]:
    """The text cut into pieces that take at most `room` once escaped: after a sentence, if there is one."""
    start = 0
    while start < len(text):
        end = _reach(text, start, room)
        if end < len(text):
            after = max(text.rfind(mark, start, end) for mark in _ENDS) + 1
            end = after if after > start + (end - start) // 2 else end
        yield text[start:end]
        start = end


def _reach(text: str, start: int, room: int) -> int:
    """How far from `start` the text fits; at least one character."""
    used = 0
    for place in range(start, len(text)):
        used += _size(escape(text[place], quote=False))
        if used > room:
            return max(place, start + 1)
    return len(text)


def _size(html: str) -> int:
    return len(html.encode("utf-16-le")) // 2
