"""What people can do: write, press, edit, delete, block, leave."""

from __future__ import annotations

from bot.sandbox.bot_api.chats_and_profile import member
from bot.sandbox.bot_api.formatting import CAPTION_LIMIT, TEXT_LIMIT, with_detected
from bot.sandbox.bot_api.message_content import media_content, without_reply
from bot.sandbox.shared.files import media_details
from bot.sandbox.shared.types import Json, Upload, utf16_length
from bot.sandbox.world.callbacks import Press
from bot.sandbox.world.world import Chat, World


class PersonError(Exception):
    """A person tried what the apps do not let people do."""


class People:
    """What everybody but the bot does in their apps; raises `PersonError` for what the apps do not offer."""

    def __init__(self, world: World) -> None:
        self.world = world

    def chat_of(self, person_id: int, chat_id: int | None = None) -> Chat:
        """The chat that a person looks at; their private chat with the bot when none is named."""
        chat = self.world.chats.get(person_id if chat_id is None else chat_id)
        if person_id not in self.world.people or chat is None or person_id not in chat.members:
            raise PersonError(f"{person_id} is not in chat {chat_id}")
        return chat

    def say(
        self,
        person_id: int,
        text: str,
        *,
        chat_id: int | None = None,
        entities: list[Json] | None = None,
        reply_to: int | None = None,
    ) -> Json:
        """Send a text; the first one into a private chat is what pressing Start does."""
        _check_length(text, TEXT_LIMIT)
        found = with_detected(text, entities or [])
        content: Json = {"text": text, "entities": found} if found else {"text": text}
        return self._send(person_id, chat_id, content, reply_to)

    def send_file(
        self,
        person_id: int,
        kind: str,
        upload: Upload,
        *,
        chat_id: int | None = None,
        caption: str = "",
        reply_to: int | None = None,
        size: int | None = None,
        details: Json | None = None,
        album: str | None = None,
    ) -> Json:
        """Send a photo, document, voice...; `size` in bytes makes it seem larger than it is."""
        shape = media_details(kind, upload.content, details or {})
        stored = self.world.files.add(kind, upload.name, upload.mime, upload.content, size, shape)
        content = media_content(stored)
        if caption:
            _check_length(caption, CAPTION_LIMIT)
            content["caption"] = caption
            if entities := with_detected(caption, []):
                content["caption_entities"] = entities
        if album:
            content["media_group_id"] = album
        return self._send(person_id, chat_id, content, reply_to)

    def send_other(
        self, person_id: int, content: Json, *, chat_id: int | None = None, reply_to: int | None = None
    ) -> Json:
        """Send a ready content such as a contact, a location or a poll."""
        return self._send(person_id, chat_id, content, reply_to)

    def edit(self, person_id: int, message_id: int, text: str, *, chat_id: int | None = None) -> Json:
        """Change the text or caption of an own message."""
        chat, body = self._own(person_id, message_id, chat_id)
        if "via_bot" in body:
            raise PersonError("what was sent via a bot cannot be edited")
        field = "text" if "text" in body else "caption"
        _check_length(text, TEXT_LIMIT if field == "text" else CAPTION_LIMIT)
        entity_field = "entities" if field == "text" else "caption_entities"
        changed = {key: value for key, value in body.items() if key not in (field, entity_field)}
        changed |= {field: text, "edit_date": self.world.now()}
        if entities := with_detected(text, []):
            changed[entity_field] = entities
        self.world.replace(chat, changed)
        self._tell_bot(chat, "edited_message", changed)
        return changed

    def delete(self, person_id: int, message_id: int, *, chat_id: int | None = None) -> None:
        """Delete an own message; as on Telegram, the bot is not told."""
        chat, _ = self._own(person_id, message_id, chat_id)
        self.world.remove(chat, message_id)

    def press(
        self, person_id: int, message_id: int, data: str, *, chat_id: int | None = None, forged: bool = False
    ) -> Press:
        """Press an inline button; `forged` sends any data under any message of the chat."""
        chat = self.chat_of(person_id, chat_id)
        body = chat.messages.get(message_id)
        if body is None:
            raise PersonError(f"there is no message {message_id} in chat {chat.id}")
        if not forged and data not in _callback_data(body):
            raise PersonError(f"message {message_id} has no button with {data!r}")
        press = self.world.callbacks.press(person_id, chat.id, message_id, data)
        query = {
            "id": press.query_id,
            "from": self.world.user(person_id),
            "chat_instance": str(chat.id * 7919),
            "data": data,
        } | self.world.inline.origin(body)
        self.world.updates.put("callback_query", query)
        return press

    def react(self, person_id: int, message_id: int, emoji: str, *, chat_id: int | None = None) -> None:
        """Put one reaction on a message, or take it back with an empty one."""
        chat = self.chat_of(person_id, chat_id)
        if message_id not in chat.messages:
            raise PersonError(f"there is no message {message_id} in chat {chat.id}")
        old = chat.reactions[message_id].get(person_id, [])
        new: list[Json] = [{"type": "emoji", "emoji": emoji}] if emoji else []
        chat.reactions[message_id][person_id] = new
        self.world.show(chat, message_id)
        head = {"chat": chat.card, "message_id": message_id, "user": self.world.user(person_id)}
        update = {**head, "date": self.world.now(), "old_reaction": old, "new_reaction": new}
        self.world.updates.put("message_reaction", update)

    def block(self, person_id: int) -> None:
        """Block the bot."""
        if person_id not in self.world.blocked:
            self.world.blocked.add(person_id)
            self._member_changed(person_id, "member", "kicked")

    def unblock(self, person_id: int) -> None:
        """Unblock the bot."""
        if person_id in self.world.blocked:
            self.world.blocked.discard(person_id)
            self._member_changed(person_id, "kicked", "member")

    def remove_bot(self, person_id: int, chat_id: int) -> None:
        """Throw the bot out of a group."""
        chat = self.chat_of(person_id, chat_id)
        before = member(self.world, chat, self.world.bot["id"])
        chat.members.discard(self.world.bot["id"])
        after = {"user": self.world.bot, "status": "kicked", "until_date": 0}
        self._my_chat_member(person_id, chat, before, after)

    def add_bot(self, person_id: int, chat_id: int) -> None:
        """Take the bot into a group again."""
        chat = self.chat_of(person_id, chat_id)
        chat.members.add(self.world.bot["id"])
        before = {"user": self.world.bot, "status": "left"}
        self._my_chat_member(person_id, chat, before, member(self.world, chat, self.world.bot["id"]))

    def leave(self, person_id: int, chat_id: int) -> None:
        """Leave a group."""
        chat = self.chat_of(person_id, chat_id)
        before = member(self.world, chat, person_id)
        self._send(person_id, chat_id, {"left_chat_member": self.world.user(person_id)}, None)
        chat.members.discard(person_id)
        update = self._change(person_id, chat, before, member(self.world, chat, person_id))
        self.world.updates.put("chat_member", update)
        self._members(chat)

    def join(self, person_id: int, chat_id: int) -> None:
        """Enter a group."""
        chat = self.world.chats[chat_id]
        before = member(self.world, chat, person_id)
        chat.members.add(person_id)
        self._send(person_id, chat_id, {"new_chat_members": [self.world.user(person_id)]}, None)
        update = self._change(person_id, chat, before, member(self.world, chat, person_id))
        self.world.updates.put("chat_member", update)
        self._members(chat)

    def _send(self, person_id: int, chat_id: int | None, content: Json, reply_to: int | None) -> Json:
        chat = self.chat_of(person_id, chat_id)
        if chat.id in self.world.blocked:
            raise PersonError("unblock the bot first")
        if reply_to is not None:
            if reply_to not in chat.messages:
                raise PersonError(f"there is no message {reply_to} in chat {chat.id}")
            content = {"reply_to_message": without_reply(chat.messages[reply_to])} | content
        if not chat.is_group and chat.id not in self.world.started:
            self.world.started.add(chat.id)
            self.world.tell({"type": "person", "chat_id": chat.id, "started": True, "blocked": False})
        body = self.world.post(chat, person_id, content)
        self._tell_bot(chat, "message", body)
        return body

    def _tell_bot(self, chat: Chat, kind: str, body: Json) -> None:
        if self.world.bot["id"] not in chat.members:
            return
        if not chat.is_group or chat.bot_is_admin or _for_bot(body, self.world.bot):
            self.world.updates.put(kind, body)

    def _own(self, person_id: int, message_id: int, chat_id: int | None) -> tuple[Chat, Json]:
        chat = self.chat_of(person_id, chat_id)
        body = chat.messages.get(message_id)
        if body is None or body["from"]["id"] != person_id:
            raise PersonError(f"message {message_id} in chat {chat.id} is not one of {person_id}")
        return chat, body

    def _member_changed(self, person_id: int, old: str, new: str) -> None:
        chat = self.chat_of(person_id)
        states: list[Json] = [{"user": self.world.bot, "status": status} for status in (old, new)]
        for state in states:
            if state["status"] == "kicked":
                state["until_date"] = 0
        self._my_chat_member(person_id, chat, states[0], states[1])
        blocked = person_id in self.world.blocked
        started = person_id in self.world.started
        self.world.tell({"type": "person", "chat_id": chat.id, "started": started, "blocked": blocked})

    def _my_chat_member(self, person_id: int, chat: Chat, before: Json, after: Json) -> None:
        self.world.updates.put("my_chat_member", self._change(person_id, chat, before, after))
        self._members(chat)

    def _change(self, person_id: int, chat: Chat, before: Json, after: Json) -> Json:
        head: Json = {"chat": chat.card, "from": self.world.user(person_id), "date": self.world.now()}
        return head | {"old_chat_member": before, "new_chat_member": after}

    def _members(self, chat: Chat) -> None:
        self.world.tell({"type": "members", "chat_id": chat.id, "members": sorted(chat.members)})


def _check_length(text: str, limit: int) -> None:
    if not 1 <= utf16_length(text) <= limit:
        raise PersonError(f"a text has 1 to {limit} characters; the apps send nothing else")


def _callback_data(body: Json) -> set[str]:
    rows = body.get("reply_markup", {}).get("inline_keyboard", [])
    return {button["callback_data"] for row in rows for button in row if "callback_data" in button}


def _for_bot(body: Json, bot: Json) -> bool:
    """Privacy mode: commands, mentions, replies, what was sent via the bot, and service messages reach it."""
    text = str(body.get("text") or body.get("caption") or "")
    answered = body.get("reply_to_message", {}).get("from", {}).get("id") == bot["id"]
    service = "new_chat_members" in body or "left_chat_member" in body
    return answered or service or "via_bot" in body or text.startswith("/") or f"@{bot['username']}" in text
