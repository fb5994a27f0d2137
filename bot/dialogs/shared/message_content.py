"""A message of Telegram as plain content, or the reason why it cannot be taken."""

from aiogram.enums import ContentType
from aiogram.types import Message

from mediation.messages.file_risks import risk_of
from mediation.model.cases.content import Content, Place

CAPTIONED = ("photo", "document", "voice", "video", "audio", "animation", "video_note")

MEGABYTE = 1024 * 1024


class Unfit(ValueError):
    """A message that cannot be taken; ``key`` names the sentence that says what to do instead."""

    def __init__(self, key: str, **facts: int) -> None:
        super().__init__(key)
        self.key = key
        self.facts = facts


def read_content(message: Message, max_bytes: int) -> Content:
    """Content of a text, photo, document, voice, video, audio, animation or video note. Raises ``Unfit``."""
    if message.content_type == ContentType.TEXT:
        return Content.model_construct(
            kind="text", text=message.text or "", entities=_entities(message.entities), file=None,
            file_name=None, album=None, risk="", size=None,
        )  # fmt: skip
    kind = ContentType(message.content_type).value
    if kind not in CAPTIONED:
        raise Unfit("unfit-kind")
    media = message.photo[-1] if message.photo else getattr(message, kind)
    if (media.file_size or 0) > max_bytes:
        raise Unfit("unfit-size", limit=max_bytes // MEGABYTE)
    return Content(
        kind=kind,
        text=message.caption or "",
        entities=_entities(message.caption_entities),
        file=media.file_id,
        file_name=getattr(media, "file_name", None),
        album=message.media_group_id,
        risk=risk_of(message.document.file_name, message.document.mime_type).value
        if message.document
        else "",
        size=media.file_size,
    )


def _entities(entities: list | None) -> list:  # type: ignore[type-arg]
    return [e.model_dump(exclude_none=True, mode="json") for e in entities or ()]


def without_command(content: Content) -> Content:
    """The text behind ``/say`` with its formatting; anything else as it is."""
    command, *rest = content.text.split(maxsplit=1)[:2] or [""]
    if command.partition("@")[0] != "/say":
        return content
    text = "".join(rest).rstrip()
    gone = content.text.index(text, len(command))  # a command is ASCII: one unit for each character
    moved = [{**e, "offset": e["offset"] - gone} for e in content.entities if e["offset"] >= gone]
    return content.model_copy(update={"text": text, "entities": moved})


def place_of(message: Message) -> Place:
    """Where the message stands: bot, chat, message."""
    assert message.bot is not None
    return Place.model_construct(bot=message.bot.id, chat=message.chat.id, message=message.message_id)
