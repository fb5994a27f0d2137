"""Bot API methods about the bot itself, about chats, files and ways to get updates."""

from __future__ import annotations

import re

from bot.sandbox.bot_api.method_table import Arguments
from bot.sandbox.shared.errors import bad_request
from bot.sandbox.shared.types import Json
from bot.sandbox.world.profile import DESCRIPTION_LIMIT, SHORT_LIMIT
from bot.sandbox.world.world import Chat, World

_RIGHTS = [
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_promote_members",
    "can_change_info",
    "can_invite_users",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
    "can_pin_messages",
    "can_send_welcome_messages",
]
_GIFTS = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels")


def get_me(world: World, call: Arguments) -> Json:
    """getMe."""
    group = any(chat.is_group and chat.bot_is_admin for chat in world.chats.values())
    return world.bot | {
        "can_join_groups": True,
        "can_read_all_group_messages": group,
        "supports_inline_queries": world.inline.enabled,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


def set_commands(world: World, call: Arguments) -> bool:
    """setMyCommands."""
    values = call.values
    world.profile.set_commands(values["commands"], values.get("scope"), values.get("language_code", ""))
    world.tell({"type": "commands"})
    return True


def get_commands(world: World, call: Arguments) -> list[Json]:
    """getMyCommands."""
    return world.profile.own_commands(call.values.get("scope"), call.values.get("language_code", ""))


def delete_commands(world: World, call: Arguments) -> bool:
    """deleteMyCommands."""
    world.profile.delete_commands(call.values.get("scope"), call.values.get("language_code", ""))
    world.tell({"type": "commands"})
    return True


def set_description(world: World, call: Arguments) -> bool:
    """setMyDescription: shown in an empty chat."""
    text = call.values.get("description", "")
    if len(text) > DESCRIPTION_LIMIT:
        raise bad_request("BOT_DESCRIPTION_TOO_LONG")
    world.profile.descriptions[call.values.get("language_code", "")] = text
    world.tell({"type": "commands"})
    return True


def get_description(world: World, call: Arguments) -> Json:
    """getMyDescription."""
    return {"description": world.profile.descriptions.get(call.values.get("language_code", ""), "")}


def set_short_description(world: World, call: Arguments) -> bool:
    """setMyShortDescription."""
    text = call.values.get("short_description", "")
    if len(text) > SHORT_LIMIT:
        raise bad_request("BOT_SHORT_DESCRIPTION_TOO_LONG")
    world.profile.short_descriptions[call.values.get("language_code", "")] = text
    return True


def get_short_description(world: World, call: Arguments) -> Json:
    """getMyShortDescription."""
    language = call.values.get("language_code", "")
    return {"short_description": world.profile.short_descriptions.get(language, "")}


def set_menu_button(world: World, call: Arguments) -> bool:
    """setChatMenuButton."""
    button = call.values.get("menu_button", {"type": "default"})
    if button.get("type") not in ("commands", "web_app", "default"):
        raise bad_request("can't parse MenuButton: wrong type")
    world.profile.menu_buttons[call.values.get("chat_id")] = button
    world.tell({"type": "commands"})
    return True


def get_menu_button(world: World, call: Arguments) -> Json:
    """getChatMenuButton."""
    return world.profile.menu_button(call.values.get("chat_id"))


def get_chat(world: World, call: Arguments) -> Json:
    """getChat; a person must have pressed Start, a group must have the bot."""
    chat = _seen_chat(world, call)
    full = chat.card | {
        "accent_color_id": 0,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys(_GIFTS, False),
    }
    if chat.pinned:
        full["pinned_message"] = chat.messages[chat.pinned[-1]]
    if chat.is_group:
        full["permissions"] = {"can_send_messages": True}
    return full


def get_member(world: World, call: Arguments) -> Json:
    """getChatMember."""
    chat = _seen_chat(world, call)
    user_id = call.values["user_id"]
    if user_id != world.bot["id"] and user_id not in world.people:
        raise bad_request("member not found")
    return member(world, chat, user_id)


def get_administrators(world: World, call: Arguments) -> list[Json]:
    """getChatAdministrators: the owner; bots are not listed, except this one."""
    chat = _seen_chat(world, call)
    if not chat.is_group:
        raise bad_request("there are no administrators in the private chat")
    found = [member(world, chat, user_id) for user_id in sorted(chat.members)]
    return [entry for entry in found if entry["status"] in ("creator", "administrator")]


def member_count(world: World, call: Arguments) -> int:
    """getChatMemberCount."""
    return len(_seen_chat(world, call).members)


def member(world: World, chat: Chat, user_id: int) -> Json:
    """A Bot API ChatMember."""
    entry: Json = {"user": world.user(user_id), "status": "member"}
    if user_id not in chat.members:
        return entry | {"status": "left"}
    if user_id == chat.owner:
        return entry | {"status": "creator", "is_anonymous": False}
    if user_id == world.bot["id"] and chat.is_group and chat.bot_is_admin:
        rights = dict.fromkeys(_RIGHTS, True)
        return entry | {"status": "administrator", "can_be_edited": False, "is_anonymous": False} | rights
    return entry


def leave_chat(world: World, call: Arguments) -> bool:
    """leaveChat."""
    chat = world.open_chat(call.values["chat_id"])
    if not chat.is_group:
        raise bad_request("chat member status can't be changed in private chats")
    chat.members.discard(world.bot["id"])
    world.post(chat, world.bot["id"], {"left_chat_member": world.bot})
    world.tell({"type": "members", "chat_id": chat.id, "members": sorted(chat.members)})
    return True


def get_file(world: World, call: Arguments) -> Json:
    """getFile: up to 20 MB."""
    stored = world.files.by_id(call.values["file_id"])
    if stored.size > world.options.download_limit:
        raise bad_request("file is too big")
    answer = {"file_id": stored.file_id, "file_unique_id": stored.unique_id, "file_size": stored.size}
    return answer | {"file_path": stored.path}


def checked_secret(secret: str | None) -> str | None:
    """A webhook secret: 1 to 256 of A-Z a-z 0-9 _ -."""
    if secret is not None and not re.fullmatch(r"[A-Za-z0-9_-]{1,256}", secret):
        raise bad_request("secret token contains unallowed characters")
    return secret


def _seen_chat(world: World, call: Arguments) -> Chat:
    chat = world.known_chat(call.values["chat_id"])
    if chat.is_group:
        return world.open_chat(chat.id)
    if chat.id not in world.started:
        raise bad_request("chat not found")
    return chat
