"""The real program with a Telegram that answers everything and is nowhere; what it was to send is kept."""

from datetime import UTC, date, datetime
from itertools import count
from pathlib import Path
from typing import Any

from aiogram import Bot
from aiogram.client.session.base import BaseSession
from aiogram.fsm.storage.base import StorageKey
from aiogram.methods import TelegramMethod
from aiogram.types import Chat, Message

from bot.app.composition import build
from bot.app.lifecycle import App
from bot.commands.service.demo import GROUP, demo_settings
from bot.settings import Law
from tests.cast_of_roles import CHATS, Scene, set_up

TOKEN = "7000000001:made-up"
UNSEEN = frozenset({"inbox", "attempts", "dialog_states", "alembic_version"})
"""Tables in which an update leaves a trace whatever comes of it."""


class Deaf(BaseSession):
    """Takes every call."""

    def __init__(self) -> None:
        super().__init__()
        self.sent: list[str] = []

    async def make_request(self, bot: Bot, method: TelegramMethod[Any], timeout: int | None = None) -> Any:  # noqa: ASYNC109
        self.sent.append(str(method.model_dump(exclude_none=True)))
        if "Message" not in str(method.__returning__):
            return True
        chat = Chat(id=int(getattr(method, "chat_id", 1)), type="private")
        return Message(message_id=len(self.sent) + 10**6, date=datetime.now(UTC), chat=chat).as_(bot)

    async def stream_content(self, *args: Any, **kwargs: Any) -> Any:
        yield b""

    async def close(self) -> None:
        """Nothing is open."""


class DeafHouse:
    """Somebody for every role, and ways to come in as each of them."""

    def __init__(self, folder: Path) -> None:
        settings = demo_settings("http://127.0.0.1:9", folder / "deaf.db", quiet=True)
        nothing = Law(warm=False, database=str(folder / "none.db"), library=str(folder / "none"), index="")
        self.app: App = build(settings.model_copy(update={"law": nothing}), TOKEN)
        self.session = Deaf()
        self.app.bot.session = self.session
        self._numbers = count(1)

    async def set_up(self) -> Scene:
        app = self.app
        assert app.sealed is not None
        await app.sealed.run(lambda r: r.set_officer(CHATS["officer"], r.today, date(2099, 12, 31), "钱大为"))
        zone = app.updates._guests.zone
        today = datetime.now(zone).date()
        return await app.database.run(lambda r: set_up(r, today, zone))

    async def comes(self, update: dict[str, Any]) -> str:
        """One update, handled; what was sent because of it."""
        before = len(self.session.sent)
        await self.app.updates.accept({"update_id": next(self._numbers), **update})
        await self.app.updates.drain()
        return "\n".join(self.session.sent[before:])

    async def presses(self, who: int, data: str, group: bool) -> str:
        below = self._message(who, "按钮", group, from_bot=True)
        query = {"id": "1", "from": _user(who), "chat_instance": "1", "data": data, "message": below}
        return await self.comes({"callback_query": query})

    async def says(self, who: int, text: str, group: bool) -> str:
        return await self.comes({"message": self._message(who, text, group)})

    async def is_asked(self, who: int, state: str | None, data: dict[str, Any]) -> None:
        """As if a question of ours had been waiting for the words."""
        storage = self.app.updates._dispatcher.fsm.storage
        key = StorageKey(bot_id=self.app.bot.id, chat_id=who, user_id=who)
        await storage.set_state(key, state)
        await storage.set_data(key, data)

    async def everything(self) -> dict[str, list[Any]]:
        """Every row of the ordinary store that an act can change."""

        def look(records: Any) -> dict[str, list[Any]]:
            run = records.connection.exec_driver_sql
            names = [row[0] for row in run("SELECT name FROM sqlite_master WHERE type = 'table'")]
            tables = [name for name in names if name not in UNSEEN and not name.startswith("sqlite_")]
            return {name: run(f"SELECT * FROM {name}").fetchall() for name in tables}

        return await self.app.database.run(look)

    def _message(self, who: int, text: str, group: bool, from_bot: bool = False) -> dict[str, Any]:
        chat = {"id": GROUP, "type": "supergroup", "title": "群"} if group else {"id": who, "type": "private"}
        sender = {"id": self.app.bot.id, "is_bot": True, "first_name": "信桥"} if from_bot else _user(who)
        marked = [{"type": "bot_command", "offset": 0, "length": len(text.split()[0])}]
        message = {"message_id": next(self._numbers), "date": 1, "chat": chat, "from": sender, "text": text}
        return message | ({"entities": marked} if text.startswith("/") else {})


def _user(who: int) -> dict[str, Any]:
    return {"id": who, "is_bot": False, "first_name": "某人", "language_code": "zh"}
