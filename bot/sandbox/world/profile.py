"""What the bot says about itself: commands, menu button, descriptions."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field

from bot.sandbox.shared.errors import bad_request
from bot.sandbox.shared.types import Json

_COMMAND = re.compile(r"[a-z0-9_]{1,32}")
_DEFAULT: Json = {"type": "default"}
DESCRIPTION_LIMIT = 512
"""Characters of the text in an empty chat."""
SHORT_LIMIT = 120
"""Characters of the text on the profile page."""


@dataclass
class Profile:
    """Kept per scope and language, looked up from the narrowest scope to the widest."""

    commands: dict[tuple[str, str], list[Json]] = field(default_factory=dict)
    descriptions: dict[str, str] = field(default_factory=dict)
    short_descriptions: dict[str, str] = field(default_factory=dict)
    menu_buttons: dict[int | None, Json] = field(default_factory=dict)

    def set_commands(self, commands: list[object], scope: Json | None, language: str) -> None:
        """Set the commands of one scope and language."""
        if len(commands) > 100:
            raise bad_request("BOT_COMMANDS_TOO_MUCH")
        self.commands[_key(scope), language] = [_checked(command) for command in commands]

    def commands_for(self, chat_id: int, user_id: int, language: str) -> list[Json]:
        """The commands that a person sees in a chat."""
        scopes: list[Json] = [{"type": "chat", "chat_id": chat_id}]
        if chat_id < 0:
            scopes.insert(0, {"type": "chat_member", "chat_id": chat_id, "user_id": user_id})
        kind = "all_private_chats" if chat_id > 0 else "all_group_chats"
        for scope in (*scopes, {"type": kind}, _DEFAULT):
            for spoken in (language.partition("-")[0], ""):
                if found := self.commands.get((_key(scope), spoken)):
                    return found
        return []

    def own_commands(self, scope: Json | None, language: str) -> list[Json]:
        """What getMyCommands answers."""
        return self.commands.get((_key(scope), language), [])

    def delete_commands(self, scope: Json | None, language: str) -> None:
        """Forget the commands of one scope and language."""
        self.commands.pop((_key(scope), language), None)

    def menu_button(self, chat_id: int | None) -> Json:
        """The button beside the text box; the default one when none was set for this chat."""
        return self.menu_buttons.get(chat_id) or self.menu_buttons.get(None) or {"type": "commands"}


def _key(scope: Json | None) -> str:
    return json.dumps(scope or _DEFAULT, sort_keys=True)


def _checked(command: object) -> Json:
    if not isinstance(command, dict) or set(command) - {"command", "description"}:
        raise bad_request("can't parse BotCommand")
    name = str(command.get("command", "")).removeprefix("/")
    if not _COMMAND.fullmatch(name):
        raise bad_request("BOT_COMMAND_INVALID")
    if not 1 <= len(str(command.get("description", ""))) <= 256:
        raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    return {"command": name, "description": command["description"]}
