"""Bot API methods that change or answer what is there."""

from __future__ import annotations

from bot.sandbox.bot_api.markup import checked_inline
from bot.sandbox.bot_api.message_content import CONTENT_FIELDS, caption_of, media_of, text_of
from bot.sandbox.bot_api.method_table import Arguments
from bot.sandbox.shared.errors import bad_request
from bot.sandbox.shared.files import MEDIA_KINDS
from bot.sandbox.shared.types import Json
from bot.sandbox.world.world import Chat, World

_SAME = (
    "message is not modified: specified new message content and reply markup are exactly the same as "
    "a current content and reply markup of the message"
)
_DELETABLE = 48 * 3600
"""Seconds in which a message can be deleted for everybody."""


def edit_text(world: World, call: Arguments) -> Json | bool:
    """editMessageText; without reply_markup the inline keyboard goes away, as on Telegram."""
    chat, body = _own(world, call.values)
    if "text" not in body:
        raise bad_request("there is no text in the message to edit")
    return _edit(world, chat, body, text_of(call.values, "MESSAGE_TOO_LONG"), call.values)


def edit_caption(world: World, call: Arguments) -> Json | bool:
    """editMessageCaption."""
    chat, body = _own(world, call.values)
    if not any(kind in body for kind in MEDIA_KINDS):
        raise bad_request("there is no caption in the message to edit")
    media = {key: body[key] for key in body if key in CONTENT_FIELDS and not key.startswith("caption")}
    return _edit(world, chat, body, media | caption_of(call.values), call.values)


def edit_media(world: World, call: Arguments) -> Json | bool:
    """editMessageMedia."""
    chat, body = _own(world, call.values)
    media = call.values["media"]
    if media.get("type") not in ("photo", "video", "document", "audio", "animation"):
        raise bad_request("can't parse InputMedia: wrong type")
    content = media_of(world, media["type"], media, call) | caption_of(media)
    return _edit(world, chat, body, content, call.values)


def edit_reply_markup(world: World, call: Arguments) -> Json | bool:
    """editMessageReplyMarkup."""
    chat, body = _own(world, call.values)
    content = {key: value for key, value in body.items() if key in CONTENT_FIELDS}
    return _edit(world, chat, body, content, call.values, mark=False)


def _own(world: World, values: Json) -> tuple[Chat, Json]:
    if "inline_message_id" in values:
        return _sent_via(world, values["inline_message_id"])
    if "chat_id" not in values or "message_id" not in values:
        raise bad_request("message identifier is not specified")
    chat = world.open_chat(values["chat_id"])
    body = chat.messages.get(values["message_id"])
    if body is None:
        raise bad_request("message to edit not found")
    if body["from"]["id"] != world.bot["id"] or "forward_origin" in body:
        raise bad_request("message can't be edited")
    return chat, body


def _sent_via(world: World, inline_id: str) -> tuple[Chat, Json]:
    """A message that a person sent via the bot: the bot may edit it without being in the chat."""
    chat_id, message_id = world.inline.place_of(inline_id)
    chat = world.chats[chat_id]
    if message_id not in chat.messages:
        raise bad_request("MESSAGE_ID_INVALID")
    return chat, chat.messages[message_id]


def _edit(
    world: World, chat: Chat, body: Json, content: Json, values: Json, mark: bool = True
) -> Json | bool:
    """The changed message, or true for one that is named by its inline_message_id."""
    markup = checked_inline(values.get("reply_markup"))
    if markup:
        content = {**content, "reply_markup": markup}
    before = {key: value for key, value in body.items() if key in CONTENT_FIELDS or key == "reply_markup"}
    if before == content:
        raise bad_request(_SAME)
    world.flood.admit(chat.id, edit=True)
    kept = {key: value for key, value in body.items() if key not in before}
    if mark:
        kept["edit_date"] = world.now()
    changed = world.replace(chat, kept | content)
    return True if "inline_message_id" in values else changed


def delete_message(world: World, call: Arguments) -> bool:
    """deleteMessage: own messages, all messages in private chats, all in groups where the bot is admin."""
    chat = world.open_chat(call.values["chat_id"])
    body = chat.messages.get(call.values["message_id"])
    if body is None:
        raise bad_request("message to delete not found")
    if not _deletable(world, chat, body):
        raise bad_request("message can't be deleted for everyone")
    world.remove(chat, body["message_id"])
    return True


def delete_messages(world: World, call: Arguments) -> bool:
    """deleteMessages: what cannot be found is skipped."""
    chat = world.open_chat(call.values["chat_id"])
    wanted = call.values["message_ids"]
    if not 1 <= len(wanted) <= 100:
        raise bad_request("wrong number of messages to delete: there must be 1-100")
    for message_id in wanted:
        body = chat.messages.get(message_id)
        if body is not None and _deletable(world, chat, body):
            world.remove(chat, message_id)
    return True


def _deletable(world: World, chat: Chat, body: Json) -> bool:
    if chat.is_group and chat.bot_is_admin:
        return True
    own = body["from"]["id"] == world.bot["id"]
    return (own or not chat.is_group) and world.now() - body["date"] < _DELETABLE


def set_reaction(world: World, call: Arguments) -> bool:
    """setMessageReaction: at most one face from a bot."""
    chat = world.open_chat(call.values["chat_id"])
    message_id = call.values["message_id"]
    if message_id not in chat.messages:
        raise bad_request("message to react not found")
    faces = call.values.get("reaction", [])
    if len(faces) > 1:
        raise bad_request("REACTIONS_TOO_MANY")
    if not all(
        isinstance(face, dict) and face.get("type") == "emoji" and face.get("emoji") for face in faces
    ):
        raise bad_request("REACTION_INVALID")
    chat.reactions[message_id][world.bot["id"]] = faces
    world.show(chat, message_id)
    return True


def pin(world: World, call: Arguments) -> bool:
    """pinChatMessage: pins, and leaves the service message that Telegram leaves."""
    chat = world.open_chat(call.values["chat_id"])
    body = chat.messages.get(call.values["message_id"])
    if body is None:
        raise bad_request("message to pin not found")
    if chat.is_group and not chat.bot_is_admin:
        raise bad_request("not enough rights to manage pinned messages in the chat")
    if body["message_id"] not in chat.pinned:
        chat.pinned.append(body["message_id"])
        world.post(chat, world.bot["id"], {"pinned_message": body})
        world.tell({"type": "pinned", "chat_id": chat.id, "pinned": chat.pinned})
    return True


def unpin(world: World, call: Arguments) -> bool:
    """unpinChatMessage: the one named, or the newest."""
    chat = world.open_chat(call.values["chat_id"])
    message_id = call.values.get("message_id", chat.pinned[-1] if chat.pinned else None)
    if message_id not in chat.pinned:
        raise bad_request("message to unpin not found")
    chat.pinned.remove(message_id)
    world.tell({"type": "pinned", "chat_id": chat.id, "pinned": chat.pinned})
    return True


def answer_callback(world: World, call: Arguments) -> bool:
    """answerCallbackQuery: once, in time, up to 200 characters."""
    answer: Json = {name: call.values[name] for name in ("text", "show_alert", "url") if name in call.values}
    press = world.callbacks.answer(call.values["callback_query_id"], answer)
    world.tell({"type": "notice", "chat_id": press.chat_id, "user_id": press.user_id, **answer})
    return True
