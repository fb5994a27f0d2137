"""Types of the Bot API that all of the sandbox uses, and its unit of length."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

Json = dict[str, Any]
"""A Bot API object as it goes over the wire."""


@dataclass(frozen=True)
class Upload:
    """A file that came with a request."""

    name: str
    mime: str
    content: bytes


def utf16_length(text: str) -> int:
    """The length of `text` in UTF-16 code units, the unit of all Telegram offsets and limits."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2
