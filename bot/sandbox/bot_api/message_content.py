"""Building the content of messages that the bot sends: text, media, replies."""

from __future__ import annotations

from bot.sandbox.bot_api.formatting import caption_content, formatted, text_content
from bot.sandbox.bot_api.method_table import Arguments
from bot.sandbox.shared.errors import bad_request, too_large
from bot.sandbox.shared.files import StoredFile, media_details
from bot.sandbox.shared.types import Json
from bot.sandbox.world.world import Chat, World

CONTENT_FIELDS = frozenset(
    [
        "text",
        "entities",
        "caption",
        "caption_entities",
        "photo",
        "document",
        "voice",
        "video",
        "audio",
        "animation",
        "video_note",
        "sticker",
        "contact",
        "location",
        "poll",
        "has_media_spoiler",
        "show_caption_above_media",
        "link_preview_options",
    ]
)
"""The fields of a message that a copy takes along."""
_REPLY_FIELDS = frozenset(
    [
        "message_id",
        "chat_id",
        "allow_sending_without_reply",
        "quote",
        "quote_parse_mode",
        "quote_entities",
        "quote_position",
    ]
)
_KIND_NAMES = {"video_note": "VideoNote"}


def text_of(values: Json, too_long: str = "message is too long") -> Json:
    """The text fields of a call as content."""
    text, entities = formatted(values["text"], values.get("parse_mode"), values.get("entities"))
    content = text_content(text, entities, too_long)
    old = {"is_disabled": True} if values.get("disable_web_page_preview") else None
    if preview := values.get("link_preview_options") or old:
        content["link_preview_options"] = preview
    return content


def caption_of(values: Json) -> Json:
    """The caption fields of a call, or of an InputMedia, as content."""
    text, entities = formatted(
        values.get("caption", ""), values.get("parse_mode"), values.get("caption_entities")
    )
    content = caption_content(text, entities)
    if values.get("show_caption_above_media"):
        content["show_caption_above_media"] = True
    return content


def media_of(world: World, kind: str, values: Json, call: Arguments) -> Json:
    """The media fields of a call, or of an InputMedia, as content without caption."""
    source = values.get("media", values.get(kind))
    if not isinstance(source, str) or not source:
        raise bad_request(f"there is no {kind} in the request")
    content = media_content(_stored(world, kind, source, values, call))
    if values.get("has_spoiler"):
        content["has_media_spoiler"] = True
    return content


def media_content(stored: StoredFile) -> Json:
    """A stored file as content of a message."""
    media = stored.as_media()
    if stored.kind == "animation" and isinstance(media, dict):
        document = {
            key: media[key] for key in ("file_id", "file_unique_id", "file_size", "file_name", "mime_type")
        }
        return {"animation": media, "document": document}
    return {stored.kind: media}


def _stored(world: World, kind: str, source: str, values: Json, call: Arguments) -> StoredFile:
    if source.startswith(("http://", "https://")):
        raise bad_request("failed to get HTTP URL content")
    if not source.startswith("attach://"):
        stored = world.files.by_id(source)
        if stored.kind != kind:
            have, want = (_KIND_NAMES.get(k, k.title()) for k in (stored.kind, kind))
            raise bad_request(f"can't use file of type {have} as {want}")
        return stored
    upload = call.uploads.get(source.removeprefix("attach://"))
    if upload is None:
        raise bad_request(f"file {source} was not uploaded")
    limit = world.options.photo_limit if kind == "photo" else world.options.upload_limit
    if len(upload.content) > limit:
        raise too_large()
    if not upload.content:
        raise bad_request("file must be non-empty")
    details = media_details(kind, upload.content, values)
    return world.files.add(kind, upload.name, upload.mime, upload.content, None, details)


def reply_of(chat: Chat, wanted: Json | None) -> Json:
    """The reply fields of a new message, empty when there is no reply; refuses a reply to nothing."""
    if not wanted:
        return {}
    if unknown := set(wanted) - _REPLY_FIELDS:
        raise bad_request(f'can\'t parse reply parameters: unknown field "{min(unknown)}"')
    if wanted.get("chat_id") not in (None, chat.id, str(chat.id)):
        raise bad_request("the sandbox knows no replies to another chat")
    target = chat.messages.get(int(wanted.get("message_id", 0)))
    if target is None:
        if wanted.get("allow_sending_without_reply"):
            return {}
        raise bad_request("message to be replied not found")
    reply: Json = {"reply_to_message": without_reply(target)}
    if quote := wanted.get("quote"):
        text, entities = formatted(quote, wanted.get("quote_parse_mode"), wanted.get("quote_entities"))
        if text not in str(target.get("text") or target.get("caption") or ""):
            raise bad_request("QUOTE_TEXT_INVALID")
        reply["quote"] = {"text": text, "position": wanted.get("quote_position", 0), "is_manual": True}
        reply["quote"] |= {"entities": entities} if entities else {}
    return reply


def without_reply(body: Json) -> Json:
    """A message as it is quoted: never with the message that it answers itself."""
    return {key: value for key, value in body.items() if key != "reply_to_message"}
