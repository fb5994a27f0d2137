"""Telegram's HTML: a small set of tags becomes plain text with entities."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import unescape

from bot.sandbox.shared.errors import Refusal, bad_request
from bot.sandbox.shared.types import Json, utf16_length

_TAGS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "code": "code",
    "pre": "pre",
    "a": "text_link",
    "tg-emoji": "custom_emoji",
    "blockquote": "blockquote",
}
_NAME = re.compile(r"[^\s>]*")
_ATTRIBUTE = re.compile(r"""\s*([^\s=>"']+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s>"']+))?""")
_END = re.compile(r"\s*>")
_CHARACTER = re.compile(r"&(?:lt|gt|amp|quot|#\d{1,7}|#[xX][0-9a-fA-F]{1,6});")


def parse_html(source: str) -> tuple[str, list[Json]]:
    """The plain text of `source` and its entities; refuses what Telegram refuses, with the byte offset."""
    return _Reader(source).read()


@dataclass
class _Open:
    tag: str
    start: int
    attributes: dict[str, str]


@dataclass
class _Reader:
    source: str
    at: int = 0
    length: int = 0
    pieces: list[str] = field(default_factory=list)
    stack: list[_Open] = field(default_factory=list)
    entities: list[Json] = field(default_factory=list)

    def read(self) -> tuple[str, list[Json]]:
        while (found := self.source.find("<", self.at)) >= 0:
            self._take_text(self.source[self.at : found])
            self.at = found
            if self.source.startswith("</", found):
                self._end_tag()
            else:
                self._start_tag()
        self._take_text(self.source[self.at :])
        if self.stack:
            raise _refuse(f'Can\'t find end tag corresponding to start tag "{self.stack[-1].tag}"')
        return "".join(self.pieces), _languages(self.entities)

    def _take_text(self, raw: str) -> None:
        text = _CHARACTER.sub(lambda match: unescape(match.group()), raw) if "&" in raw else raw
        self.pieces.append(text)
        self.length += utf16_length(text)

    def _start_tag(self) -> None:
        begin = self.at
        name = _NAME.match(self.source, begin + 1)
        tag = name.group().lower() if name else ""
        if tag not in _TAGS:
            raise self._refuse_at(f'Unsupported start tag "{tag}"', begin)
        self.at = begin + 1 + len(tag)
        attributes: dict[str, str] = {}
        while not (end := _END.match(self.source, self.at)):
            attribute = _ATTRIBUTE.match(self.source, self.at)
            if attribute is None:
                raise self._refuse_at("Unclosed start tag", begin)
            attributes[attribute.group(1).lower()] = unescape((attribute.group(2) or "").strip("\"'"))
            self.at = attribute.end()
        if tag == "span" and attributes.get("class") != "tg-spoiler":
            raise self._refuse_at('Tag "span" must have class "tg-spoiler"', begin)
        self.at = end.end()
        self.stack.append(_Open(tag, self.length, attributes))

    def _end_tag(self) -> None:
        begin = self.at
        close = self.source.find(">", begin)
        if close < 0:
            raise self._refuse_at("Unclosed end tag", begin)
        found = self.source[begin + 2 : close].strip().lower()
        if not self.stack:
            raise self._refuse_at("Unexpected end tag", begin)
        opened = self.stack.pop()
        if found and found != opened.tag:
            reason = f'Unmatched end tag at byte offset {self._byte(begin)}, expected "</{opened.tag}>"'
            raise _refuse(f'{reason}, found "</{found}>"')
        self.at = close + 1
        self._close(opened)

    def _close(self, opened: _Open) -> None:
        length = self.length - opened.start
        extra = _details(opened.tag, opened.attributes)
        if length and extra is not None:
            kind = extra.pop("type", _TAGS[opened.tag])
            self.entities.append({"type": kind, "offset": opened.start, "length": length, **extra})

    def _refuse_at(self, reason: str, position: int) -> Refusal:
        return _refuse(f"{reason} at byte offset {self._byte(position)}")

    def _byte(self, position: int) -> int:
        return len(self.source[:position].encode("utf-8", "replace"))


def _refuse(reason: str) -> Refusal:
    return bad_request(f"can't parse entities: {reason}")


def _details(tag: str, attributes: dict[str, str]) -> Json | None:
    """What a tag adds to its entity; None when the tag makes none."""
    if tag == "a":
        return _link(attributes.get("href", ""))
    if tag == "blockquote" and "expandable" in attributes:
        return {"type": "expandable_blockquote"}
    if tag == "tg-emoji":
        return {"custom_emoji_id": attributes.get("emoji-id", "")}
    language = attributes.get("class", "")
    if tag == "code" and language.startswith("language-"):
        return {"language": language.removeprefix("language-")}
    return {}


def _link(href: str) -> Json | None:
    if match := re.fullmatch(r"tg://user\?id=(\d+)", href):
        return {
            "type": "text_mention",
            "user": {"id": int(match.group(1)), "is_bot": False, "first_name": ""},
        }
    if not re.match(r"(https?|tg|mailto|tel)://?\S|mailto:\S|tel:\S", href):
        return {"url": f"http://{href}/"} if re.fullmatch(r"[\w-]+(\.[\w-]+)+", href) else None
    return {"url": href}


def _languages(entities: list[Json]) -> list[Json]:
    """`<pre><code class="language-x">` is one pre entity with a language; a lone code keeps none."""
    pres = {(entity["offset"], entity["length"]): entity for entity in entities if entity["type"] == "pre"}
    kept: list[Json] = []
    for entity in entities:
        language = entity.pop("language", None) if entity["type"] == "code" else None
        around = pres.get((entity["offset"], entity["length"]))
        if language and around is not None:
            around["language"] = language
            continue
        kept.append(entity)
    return kept
