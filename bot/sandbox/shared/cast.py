"""Who takes part: the bot, the people and the groups, read from ``cast.toml``."""

from __future__ import annotations

import tomllib
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from bot.sandbox.shared.types import Json

CAST_FILE = Path(__file__).with_name("cast.toml")


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class BotEntry(_Entry):
    """The bot account that the sandbox serves; inline mode is off until BotFather is asked for it."""

    id: int
    username: str
    name: str
    inline: bool = False
    inline_placeholder: str = ""
    inline_feedback: bool = False


class PersonEntry(_Entry):
    """One person; `started` means that Start was pressed before the sandbox opened."""

    id: int
    name: str
    username: str = ""
    role: str = ""
    colour: str = "#6b7a86"
    language: str = "zh-hans"
    started: bool = False
    pane: bool = True

    def as_user(self) -> Json:
        """The person as a Bot API User."""
        user: Json = {"id": self.id, "is_bot": False, "first_name": self.name, "language_code": self.language}
        if self.username:
            user["username"] = self.username
        return user


class GroupEntry(_Entry):
    """One supergroup and its members; the bot is a member from the beginning."""

    id: int
    title: str
    members: tuple[int, ...]
    owner: int
    bot_is_admin: bool = True


class Cast(_Entry):
    """The whole cast of a sandbox."""

    bot: BotEntry
    people: tuple[PersonEntry, ...]
    groups: tuple[GroupEntry, ...] = ()

    @classmethod
    def load(cls, path: Path = CAST_FILE) -> Cast:
        """Read a cast file; raises `pydantic.ValidationError` naming the entry that is wrong."""
        return cls.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
