"""Filters: which handler an update belongs to."""

from aiogram.enums import ChatType
from aiogram.filters import Filter
from aiogram.types import CallbackQuery, Message

from bot.callbacks import Press
from bot.dialogs.shared.answered_case import case_answered
from bot.dialogs.shared.context import Guest
from storage.unit_of_work.database import Database


class Pressed(Filter):
    """A press on one of our buttons; passes the ``press`` on."""

    def __init__(self, *names: str) -> None:
        self._names = frozenset(names)

    async def __call__(self, query: CallbackQuery) -> bool | dict[str, Press]:
        """Matches by name; nothing of the press is trusted."""
        press = Press.unpack(query.data or "")
        return {"press": press} if press is not None and press.do in self._names else False


class Private(Filter):
    """A private chat."""

    async def __call__(self, event: Message | CallbackQuery) -> bool:
        """True in a private chat."""
        message = event.message if isinstance(event, CallbackQuery) else event
        return message is not None and message.chat.type == ChatType.PRIVATE


class InConversation(Filter):
    """Somebody with a current case of whom nothing else is awaited."""

    async def __call__(self, message: Message, guest: Guest, raw_state: str | None = None) -> bool:
        """True when their message belongs to that case."""
        return raw_state is None and guest.visitor is not None and guest.visitor.current_case is not None


class AnswersACase(Filter):
    """A reply to a message of a case, whichever case is current."""

    async def __call__(self, message: Message, guest: Guest, database: Database) -> bool:
        """True for such a reply; only replies are looked up in the store."""
        if message.reply_to_message is None or guest.visitor is None or message.bot is None:
            return False
        person = guest.visitor.person_id
        return await database.run(lambda r: case_answered(r, message, person)) is not None


class NotACommand(Filter):
    """Anything but a command at the very start of a text."""

    async def __call__(self, message: Message) -> bool:
        """True for words and files; commands go to their own handlers."""
        entities = message.entities or ()
        return not any(e.type == "bot_command" and e.offset == 0 for e in entities)
