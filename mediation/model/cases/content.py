"""One message of a person, as data: it can be stored, shown again and sent on without being forwarded."""

from enum import StrEnum
from typing import Any

from pydantic import BaseModel

CARRIED = ("text", "photo", "document", "voice", "video", "audio", "animation", "video_note")
"""The kinds of message that are passed on; everything else gets a sentence that says what to do instead."""


class Privacy(StrEnum):
    """Three kinds of text. Internal is the default; making it public is an explicit act."""

    PUBLIC = "public"
    INTERNAL = "internal"
    PRIVILEGED = "privileged"


class Place(BaseModel, frozen=True):
    """Where a message stands: ids of different chats collide, so all three belong together."""

    bot: int
    chat: int
    message: int


class Content(BaseModel):
    """What was sent: ``entities`` is its formatting as it came, ``file`` the handle for a file.

    ``risk`` is what may be wrong with a document (``mediation.messages.file_risks.Risk``), ``size`` its
    bytes.
    """

    kind: str = "text"
    text: str = ""
    entities: list[dict[str, Any]] = []
    file: str | None = None
    file_name: str | None = None
    album: str | None = None
    risk: str = ""
    size: int | None = None


class Said(BaseModel):
    """A stored message of a case. ``id`` rises with time; ``reply_to`` is the id of an earlier one."""

    id: int
    case_number: str
    author_id: int
    author_role: str
    privacy: Privacy
    content: Content
    reply_to: int | None = None
