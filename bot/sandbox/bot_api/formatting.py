"""From the text fields of a call to clean text with entities, within Telegram's limits."""

from __future__ import annotations

import re

from bot.sandbox.bot_api.html_entities import parse_html
from bot.sandbox.shared.errors import bad_request
from bot.sandbox.shared.types import Json, utf16_length

TEXT_LIMIT = 4096
"""UTF-16 units in a message, counted after entities were parsed."""
CAPTION_LIMIT = 1024
"""UTF-16 units in a caption."""
ENTITY_LIMIT = 100
"""Entities kept in one message; Telegram drops the rest without a word."""

_TYPES = frozenset(
    [
        "mention",
        "hashtag",
        "cashtag",
        "bot_command",
        "url",
        "email",
        "phone_number",
        "bold",
        "italic",
        "underline",
        "strikethrough",
        "spoiler",
        "blockquote",
        "expandable_blockquote",
        "code",
        "pre",
        "text_link",
        "text_mention",
        "custom_emoji",
    ]
)
_DROPPED = re.compile("[\r\u2028-\u202e]")
_BLANKED = re.compile("[\x00-\x08\x09\x0b\x0c\x0e-\x1f]")
_FOUND = re.compile(
    r"(?P<url>https?://[^\s<>，。；：！？（）《》“”]+)"
    r"|(?P<email>[\w.+-]+@[\w-]+\.[\w.-]*\w)"
    r"|(?<![\w/@<>])(?P<bot_command>/[A-Za-z0-9_]{1,32}(?:@[A-Za-z0-9_]{3,32})?)(?![\w/<>])"
    r"|(?<!\w)(?P<mention>@[A-Za-z][A-Za-z0-9_]{3,31})"
    r"|(?<!\w)(?P<hashtag>#\w*[^\W\d]\w*)"
)


def formatted(text: str, parse_mode: str | None, entities: list[object] | None) -> tuple[str, list[Json]]:
    """Clean text and its entities; explicit `entities` win over `parse_mode`, as on Telegram."""
    if entities:
        parsed = [_checked(entity, text) for entity in entities]
    elif parse_mode:
        if parse_mode.lower() != "html":
            raise bad_request(f"unsupported parse_mode {parse_mode} (the sandbox reads HTML and entities)")
        text, parsed = parse_html(text)
    else:
        parsed = []
    text, parsed = _cleaned(text, parsed)
    return text, with_detected(text, parsed)[:ENTITY_LIMIT]


def with_detected(text: str, entities: list[Json]) -> list[Json]:
    """The entities plus the commands, links, mentions and tags that Telegram finds by itself."""
    found = list(entities)
    if any(mark in text for mark in "/@#"):
        taken = [(entity["offset"], entity["offset"] + entity["length"]) for entity in entities]
        for match in _FOUND.finditer(text):
            start = utf16_length(text[: match.start()])
            end = start + utf16_length(match.group())
            if not any(start < right and left < end for left, right in taken):
                found.append({"type": match.lastgroup, "offset": start, "length": end - start})
    return sorted(found, key=lambda entity: (entity["offset"], -entity["length"]))


def text_content(text: str, entities: list[Json], too_long: str) -> Json:
    """The content of a text message; refuses empty text, and text over the limit with the words given."""
    if not text:
        raise bad_request("message text is empty")
    if utf16_length(text) > TEXT_LIMIT:
        raise bad_request(too_long)
    return {"text": text, "entities": entities} if entities else {"text": text}


def caption_content(text: str, entities: list[Json]) -> Json:
    """The caption fields of a media message, empty when there is no caption."""
    if utf16_length(text) > CAPTION_LIMIT:
        raise bad_request("message caption is too long")
    if not text:
        return {}
    return {"caption": text, "caption_entities": entities} if entities else {"caption": text}


def _checked(entity: object, text: str) -> Json:
    if not isinstance(entity, dict) or entity.get("type") not in _TYPES:
        raise bad_request(f"can't parse entities: unsupported entity {entity!r}")
    offset, length = entity.get("offset"), entity.get("length")
    if not isinstance(offset, int) or not isinstance(length, int) or offset < 0 or length < 0:
        raise bad_request("can't parse entities: offset and length must be non-negative integers")
    units = text.encode("utf-16-le", "surrogatepass")
    total = len(units) // 2
    if offset + length > total:
        ends = f"ends after the end of the text at UTF-16 offset {offset + length}"
        raise bad_request(f"entity beginning at UTF-16 offset {offset} {ends}")
    for edge, word in ((offset, "begins"), (offset + length, "ends")):
        if edge < total and 0xDC <= units[edge * 2 + 1] <= 0xDF:
            raise bad_request(f"entity {word} in a middle of a UTF-16 symbol at UTF-16 offset {edge}")
    return dict(entity)


def _cleaned(text: str, entities: list[Json]) -> tuple[str, list[Json]]:
    """Control characters become spaces, invisible line marks go, blank edges are trimmed."""
    text = _BLANKED.sub(" ", text)
    for match in reversed(list(_DROPPED.finditer(text))):
        entities = _cut(entities, utf16_length(text[: match.start()]), 1)
        text = text[: match.start()] + text[match.end() :]
    left = len(text) - len(text.lstrip())
    entities = _cut(entities, 0, utf16_length(text[:left])) if left else entities
    text = text[left:].rstrip()
    end = utf16_length(text)
    fitted = [{**e, "length": min(e["length"], end - e["offset"])} for e in entities]
    return text, [entity for entity in fitted if entity["length"] > 0]


def _cut(entities: list[Json], at: int, units: int) -> list[Json]:
    """Entities after `units` were taken out of the text at offset `at`."""

    def moved(position: int) -> int:
        return position if position <= at else max(at, position - units)

    spans = [(e, moved(e["offset"]), moved(e["offset"] + e["length"])) for e in entities]
    return [{**e, "offset": start, "length": end - start} for e, start, end in spans]
