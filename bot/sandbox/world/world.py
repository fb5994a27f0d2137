"""The state of the little Telegram: people, chats, messages, files."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field

from bot.sandbox.shared.cast import Cast, GroupEntry, PersonEntry
from bot.sandbox.shared.errors import bad_request, forbidden
from bot.sandbox.shared.files import FileStore
from bot.sandbox.shared.options import SandboxOptions
from bot.sandbox.shared.types import Json
from bot.sandbox.world.callbacks import CallbackQueries
from bot.sandbox.world.changes import ChangeSignal
from bot.sandbox.world.flood_control import FloodControl
from bot.sandbox.world.inline import InlineMode
from bot.sandbox.world.profile import Profile
from bot.sandbox.world.updates import UpdateQueue


@dataclass
class Chat:
    """One chat; message ids start at 1 in every chat, so ids of different chats collide."""

    card: Json
    members: set[int]
    owner: int | None = None
    bot_is_admin: bool = False
    messages: dict[int, Json] = field(default_factory=dict)
    reactions: dict[int, dict[int, list[Json]]] = field(default_factory=lambda: defaultdict(dict))
    pinned: list[int] = field(default_factory=list)
    keyboard: Json | None = None
    changes: ChangeSignal = field(default_factory=ChangeSignal)
    next_id: int = 1

    @property
    def id(self) -> int:
        """The chat's id; a private chat has the id of its person."""
        return int(self.card["id"])

    @property
    def is_group(self) -> bool:
        """Whether this is a group and not a private chat."""
        return self.id < 0

    def view(self, message_id: int) -> Json:
        """A message with its reactions, as the page and the actors see it."""
        faces = [face for given in self.reactions.get(message_id, {}).values() for face in given]
        return {**self.messages[message_id], "reactions": faces}


class World:
    """Everything there is; changes are told to listeners and to those who wait."""

    def __init__(self, options: SandboxOptions) -> None:
        cast: Cast = options.cast
        self.options = options
        self.clock = options.clock
        self.cast = cast
        self.changes = ChangeSignal()
        self.updates = UpdateQueue(options.first_update_id, self.changes)
        self.flood = FloodControl(options.limits, options.clock)
        self.files = FileStore()
        self.profile = Profile()
        self.callbacks = CallbackQueries(options.clock, options.callback_lifetime)
        self.inline = InlineMode(options.clock, options.inline_lifetime, cast.bot)
        self.bot: Json = {
            "id": cast.bot.id,
            "is_bot": True,
            "first_name": cast.bot.name,
            "username": cast.bot.username,
        }
        self.people: dict[int, PersonEntry] = {}
        self.chats: dict[int, Chat] = {}
        self.started: set[int] = set()
        self.blocked: set[int] = set()
        self.listeners: list[Callable[[Json], None]] = []
        self._albums = 0
        for person in cast.people:
            self.add_person(person)
        for group in cast.groups:
            self.add_group(group)

    def add_person(self, person: PersonEntry) -> None:
        """A new person, with a private chat."""
        card: Json = {"id": person.id, "type": "private", "first_name": person.name}
        if person.username:
            card["username"] = person.username
        self.people[person.id] = person
        self.chats[person.id] = Chat(card, {person.id, self.bot["id"]})
        if person.started:
            self.started.add(person.id)

    def add_group(self, group: GroupEntry) -> None:
        """A new supergroup that the bot is in."""
        card: Json = {"id": group.id, "type": "supergroup", "title": group.title}
        members = {*group.members, self.bot["id"]}
        self.chats[group.id] = Chat(card, members, group.owner, group.bot_is_admin)

    def user(self, user_id: int) -> Json:
        """A Bot API User; raises `KeyError` for somebody who does not exist."""
        return self.bot if user_id == self.bot["id"] else self.people[user_id].as_user()

    def now(self) -> int:
        """Unix time in whole seconds."""
        return int(self.clock())

    def new_album(self) -> str:
        """A media_group_id that was not used before."""
        self._albums += 1
        return f"1300000000000{self._albums:04d}"

    def known_chat(self, chat_id: int | str) -> Chat:
        """The chat with this id or @name; refuses unknown ones."""
        if isinstance(chat_id, str):
            name = chat_id.removeprefix("@")
            found = next((chat for chat in self.chats.values() if chat.card.get("username") == name), None)
        else:
            found = self.chats.get(chat_id)
        if found is None:
            raise bad_request("chat not found")
        return found

    def open_chat(self, chat_id: int | str) -> Chat:
        """A chat that the bot may write to; refuses blocked, never started and left ones with 403."""
        chat = self.known_chat(chat_id)
        if self.bot["id"] not in chat.members:
            raise forbidden("bot was kicked from the supergroup chat")
        if chat.id in self.blocked:
            raise forbidden("bot was blocked by the user")
        if not chat.is_group and chat.id not in self.started:
            raise forbidden("bot can't initiate conversation with a user")
        return chat

    def post(self, chat: Chat, sender_id: int, content: Json) -> Json:
        """A new message in a chat; the body is the Bot API Message."""
        head: Json = {
            "message_id": chat.next_id,
            "from": self.user(sender_id),
            "chat": chat.card,
            "date": self.now(),
        }
        chat.next_id += 1
        body = head | content
        chat.messages[body["message_id"]] = body
        self.show(chat, body["message_id"])
        return body

    def replace(self, chat: Chat, body: Json) -> Json:
        """A message in its new form."""
        chat.messages[body["message_id"]] = body
        self.show(chat, body["message_id"])
        return body

    def remove(self, chat: Chat, message_id: int) -> None:
        """A message is gone for everybody."""
        chat.messages.pop(message_id, None)
        chat.reactions.pop(message_id, None)
        if message_id in chat.pinned:
            chat.pinned.remove(message_id)
        self.tell({"type": "deleted", "chat_id": chat.id, "message_id": message_id})

    def show(self, chat: Chat, message_id: int) -> None:
        """Tell the listeners how a message looks now."""
        event: Json = {"type": "message", "chat_id": chat.id}
        if self.listeners:
            event["message"] = chat.view(message_id)
        self.tell(event)

    def tell(self, event: Json) -> None:
        """Something changed: an event for the page, a beat for those who wait."""
        for listener in self.listeners:
            listener(event)
        self.changes.notify()
        if chat := self.chats.get(event.get("chat_id", 0)):
            chat.changes.notify()
