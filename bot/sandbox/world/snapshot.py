"""The whole state as one JSON object, for the page."""

from __future__ import annotations

from bot.sandbox.shared.types import Json
from bot.sandbox.world.world import Chat, World


def chat_views(chat: Chat) -> list[Json]:
    """The messages of a chat with their reactions, oldest first."""
    return [chat.view(message_id) for message_id in chat.messages]


def snapshot(world: World) -> Json:
    """People, chats with messages, commands, descriptions."""
    return {
        "bot": world.bot,
        "inline": world.inline.as_json(),
        "people": [_person(world, person_id) for person_id in world.people],
        "chats": [_chat(world, chat) for chat in world.chats.values()],
        "description": world.profile.descriptions.get("zh") or world.profile.descriptions.get("", ""),
    }


def _person(world: World, person_id: int) -> Json:
    person = world.people[person_id]
    return {
        "id": person.id,
        "name": person.name,
        "role": person.role,
        "colour": person.colour,
        "pane": person.pane,
        "started": person.id in world.started,
        "blocked": person.id in world.blocked,
        "commands": world.profile.commands_for(person.id, person.id, person.language),
        "menu_button": world.profile.menu_button(person.id),
    }


def _chat(world: World, chat: Chat) -> Json:
    return {
        "card": chat.card,
        "members": sorted(chat.members),
        "pinned": chat.pinned,
        "keyboard": chat.keyboard,
        "messages": chat_views(chat),
    }
