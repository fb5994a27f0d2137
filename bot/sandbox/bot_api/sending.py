"""Bot API methods that bring new messages."""

from __future__ import annotations

from bot.sandbox.bot_api.markup import checked_markup
from bot.sandbox.bot_api.message_content import CONTENT_FIELDS, caption_of, media_of, reply_of, text_of
from bot.sandbox.bot_api.method_table import Arguments
from bot.sandbox.shared.errors import bad_request
from bot.sandbox.shared.types import Json
from bot.sandbox.world.world import Chat, World

_ACTIONS = frozenset(
    [
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "upload_document",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note",
    ]
)
_ALBUM_KINDS = frozenset({"photo", "video", "document", "audio"})
_CAPTIONLESS = frozenset({"video_note", "sticker"})


def deliver(world: World, chat: Chat, values: Json, content: Json) -> Json:
    """Send one message into an open chat: reply, markup, limits, then it is there."""
    extra = reply_of(chat, values.get("reply_parameters"))
    markup = checked_markup(values.get("reply_markup"))
    if values.get("protect_content"):
        extra["has_protected_content"] = True
    world.flood.admit(chat.id)
    if markup and "inline_keyboard" in markup:
        extra["reply_markup"] = markup
    body = world.post(chat, world.bot["id"], extra | content)
    if markup and "inline_keyboard" not in markup:
        chat.keyboard = None if markup.get("remove_keyboard") else markup
        world.tell({"type": "keyboard", "chat_id": chat.id, "keyboard": chat.keyboard})
    return body


def send_message(world: World, call: Arguments) -> Json:
    """sendMessage."""
    chat = world.open_chat(call.values["chat_id"])
    return deliver(world, chat, call.values, text_of(call.values))


def send_media(world: World, call: Arguments, kind: str) -> Json:
    """sendPhoto, sendDocument and the other single files."""
    chat = world.open_chat(call.values["chat_id"])
    caption = {} if kind in _CAPTIONLESS else caption_of(call.values)
    return deliver(world, chat, call.values, media_of(world, kind, call.values, call) | caption)


def send_contact(world: World, call: Arguments) -> Json:
    """sendContact."""
    names = ("phone_number", "first_name", "last_name", "vcard")
    contact = {name: call.values[name] for name in names if name in call.values}
    return deliver(world, world.open_chat(call.values["chat_id"]), call.values, {"contact": contact})


def send_location(world: World, call: Arguments) -> Json:
    """sendLocation."""
    names = ("latitude", "longitude", "horizontal_accuracy")
    location = {name: call.values[name] for name in names if name in call.values}
    return deliver(world, world.open_chat(call.values["chat_id"]), call.values, {"location": location})


def send_media_group(world: World, call: Arguments) -> list[Json]:
    """sendMediaGroup: 2 to 10 files as one album."""
    chat = world.open_chat(call.values["chat_id"])
    media = call.values["media"]
    if not 2 <= len(media) <= 10:
        raise bad_request("wrong number of messages in the album: there must be 2-10")
    contents = [_album_item(world, item, call) for item in media]
    extra = reply_of(chat, call.values.get("reply_parameters"))
    if call.values.get("protect_content"):
        extra["has_protected_content"] = True
    world.flood.admit(chat.id, count=len(contents))
    extra["media_group_id"] = world.new_album()
    return [world.post(chat, world.bot["id"], extra | content) for content in contents]


def _album_item(world: World, item: object, call: Arguments) -> Json:
    if not isinstance(item, dict) or item.get("type") not in _ALBUM_KINDS:
        raise bad_request("can't parse InputMedia: wrong type in an album")
    return media_of(world, item["type"], item, call) | caption_of(item)


def send_chat_action(world: World, call: Arguments) -> bool:
    """sendChatAction."""
    chat = world.open_chat(call.values["chat_id"])
    if call.values["action"] not in _ACTIONS:
        raise bad_request("wrong parameter action in request")
    world.tell({"type": "action", "chat_id": chat.id, "action": call.values["action"]})
    return True


def copy_message(world: World, call: Arguments) -> Json:
    """copyMessage: the same content from the bot, with no trace of the sender."""
    chat = world.open_chat(call.values["chat_id"])
    source = _source(world, call.values["from_chat_id"], call.values["message_id"], "copy")
    content = _content(source, "copied")
    if "caption" in call.values:
        content = {key: value for key, value in content.items() if not key.startswith("caption")}
        content |= caption_of(call.values)
    return {"message_id": deliver(world, chat, call.values, content)["message_id"]}


def copy_messages(world: World, call: Arguments) -> list[Json]:
    """copyMessages: what is missing is left out, albums stay together."""
    chat = world.open_chat(call.values["chat_id"])
    origin = world.known_chat(call.values["from_chat_id"])
    sources = [origin.messages[i] for i in call.values["message_ids"] if i in origin.messages]
    if not sources:
        raise bad_request("message to copy not found")
    contents = [(source.get("media_group_id"), _content(source, "copied")) for source in sources]
    world.flood.admit(chat.id, count=len(contents))
    albums: dict[str, str] = {}
    made = []
    for album, content in contents:
        if call.values.get("remove_caption"):
            content = {key: value for key, value in content.items() if not key.startswith("caption")}
        if album:
            content["media_group_id"] = albums.setdefault(album, "") or world.new_album()
            albums[album] = content["media_group_id"]
        if call.values.get("protect_content"):
            content["has_protected_content"] = True
        made.append({"message_id": world.post(chat, world.bot["id"], content)["message_id"]})
    return made


def forward_message(world: World, call: Arguments) -> Json:
    """forwardMessage: the sender stays visible."""
    chat = world.open_chat(call.values["chat_id"])
    source = _source(world, call.values["from_chat_id"], call.values["message_id"], "forward")
    origin = source.get("forward_origin") or {
        "type": "user",
        "sender_user": source["from"],
        "date": source["date"],
    }
    content = _content(source, "forwarded") | {"forward_origin": origin}
    return deliver(world, chat, call.values, content)


def _source(world: World, chat_id: int | str, message_id: int, verb: str) -> Json:
    source = world.known_chat(chat_id).messages.get(message_id)
    if source is None:
        raise bad_request(f"message to {verb} not found")
    return source


def _content(source: Json, done: str) -> Json:
    content = {key: value for key, value in source.items() if key in CONTENT_FIELDS}
    if not content or source.get("has_protected_content"):
        raise bad_request(f"message can't be {done}")
    return content
