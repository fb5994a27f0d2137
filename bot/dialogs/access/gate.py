"""The gate before every handler: an update passes where ``rights.toml`` gives its sender this way in.

Only the way in is decided here, and for every way in; the domain checks each act again.
"""

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import BaseMiddleware
from aiogram.enums import ChatType
from aiogram.types import CallbackQuery, ChatMemberUpdated, InlineQuery, Message, TelegramObject

from bot.callbacks import Button, Press
from bot.dialogs.related.owner import DEEP_LINK
from bot.dialogs.shared.context import Guest
from bot.dialogs.shared.main_menu import main_menu
from bot.dialogs.shared.refusals import refusal_words
from bot.dialogs.shared.replies import say, toast
from mediation.access.rights import EMPLOYEE, OFFICER, ON_CALL, OWNER, STRANGER, Right, rights, roles_towards
from mediation.crisis.calls import on_call
from mediation.errors import NotFound
from storage.sealed.store import SealedStore
from storage.unit_of_work.database import Database
from storage.unit_of_work.records import SqlRecords

Handler = Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]]

WORDS = "words"


class Gate(BaseMiddleware):
    """Outer middleware: calls the handler where the table of rights lets this guest in; else it answers."""

    def __init__(self, database: Database, sealed_store: SealedStore | None = None) -> None:
        self._database = database
        self._sealed_store = sealed_store

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        """A refused update is answered like an unknown button, command or number; nothing changes."""
        guest: Guest = data["guest"]
        if isinstance(event, Message) and _in_group(event) and not _command(event):
            return await handler(event, data)  # what people say to each other there is not read
        way = way_in(event, data.get("raw_state"), data.get("event_update"))
        right = rights().of_way(way)
        number = await _case_number(event, data)
        if right is not None and await is_allowed(
            guest, self._database, self._sealed_store, right, _sender_id(event), number
        ):
            return await handler(event, data)
        await _deny(event, guest, self._database, right, number, data)
        return None


def way_in(event: TelegramObject, state: str | None, update: Any = None) -> str:
    """The name by which ``rights.toml`` knows this way in: a press, a command, a state that awaits words."""
    if isinstance(event, CallbackQuery):
        press = Press.unpack(event.data or "")
        return press.do if press is not None else "window"
    if isinstance(event, InlineQuery):
        return "inline"
    if isinstance(event, ChatMemberUpdated):
        return "member"
    if not isinstance(event, Message):
        return ""
    if update is not None and update.edited_message is not None:
        return "edited"
    command = _command(event)
    if command == "start" and _argument(event).startswith(DEEP_LINK):
        return f"start:{DEEP_LINK}"
    if command:
        return f"/{command}"
    return WORDS if state is None else f"{WORDS} {state}"


async def is_allowed(
    guest: Guest,
    database: Database,
    sealed_store: SealedStore | None,
    right: Right,
    telegram: int,
    number: str,
) -> bool:
    """Whether this guest has the right; a right on a case is judged by the part they have in ``number``."""
    roles = set(rights().of_duty(guest.visitor.staff)) if guest.visitor is not None else set()
    roles.add(EMPLOYEE if guest.visitor is not None else STRANGER)
    if right.on == "case" and guest.visitor is not None:
        me = guest.visitor.person_id
        towards = await database.run(lambda r: roles_towards(r, number, me, guest.today))
        roles = {EMPLOYEE, *towards}
    if right.who & roles:
        return True
    if ON_CALL in right.who and guest.visitor is not None:
        me = guest.visitor.person_id
        if await database.run(lambda r: _is_on_call(r, me)):
            return True
    sealed = sealed_store
    return OFFICER in right.who and sealed is not None and await sealed.run(lambda r: r.is_officer(telegram))


def _is_on_call(records: SqlRecords, person_id: int) -> bool:
    return person_id in on_call(records) or records.calls.answered_by(person_id) is not None


def _in_group(message: Message) -> bool:
    return message.chat.type != ChatType.PRIVATE


def _command(message: Message) -> str:
    """The command at the start of the text, if it is one of ours or Telegram marked it as a command."""
    first = (message.text or message.caption or "").split(maxsplit=1)[:1]
    name = first[0][1:].partition("@")[0] if first and first[0].startswith("/") else ""
    is_ours = rights().of_way(f"/{name}") is not None
    marked = any(one.type == "bot_command" and one.offset == 0 for one in message.entities or ())
    return name if is_ours or marked else ""


def _argument(message: Message) -> str:
    return (message.text or message.caption or "").partition(" ")[2].strip()


async def _case_number(event: TelegramObject, data: dict[str, Any]) -> str:
    """The case that the button names, or that the awaited answer is about."""
    if isinstance(event, CallbackQuery):
        press = Press.unpack(event.data or "")
        return press.number if press is not None else ""
    state = data.get("state")
    asked = data.get("raw_state") is not None and state is not None
    return str((await state.get_data()).get("number", "")) if asked and state is not None else ""


def _sender_id(event: TelegramObject) -> int:
    user = getattr(event, "from_user", None)
    return user.id if user is not None else 0


async def _deny(
    event: TelegramObject,
    guest: Guest,
    database: Database,
    right: Right | None,
    number: str,
    data: dict[str, Any],
) -> None:
    if isinstance(event, CallbackQuery):
        own = right is not None and bool(right.own) and await _is_owner(guest, database, number)
        await toast(event, guest.plain(right.own) if right and own else _denial(guest, right), alert=True)
    elif isinstance(event, Message) and not _in_group(event) and guest.visitor is not None:
        if _command(event):
            key = right.denied if right is not None and right.denied else "unknown-command"
            rows = main_menu(guest) if key == "unknown-command" else [[_menu_button(guest)]]
            await say(event, guest.words(key), rows)
        else:
            await data["state"].clear()
            await say(event, refusal_words(guest, NotFound()))


async def _is_owner(guest: Guest, database: Database, number: str) -> bool:
    """Whether this is the owner of the case: they know that it exists, so an alert may say more."""
    if guest.visitor is None:
        return False
    me = guest.visitor.person_id
    return OWNER in await database.run(lambda r: roles_towards(r, number, me, guest.today))


def _menu_button(guest: Guest) -> Button:
    return guest.button("button-menu", "menu")


def _denial(guest: Guest, right: Right | None) -> str:
    if right is not None and right.on == "case":
        return refusal_words(guest, NotFound())
    return guest.plain(right.denied if right is not None and right.denied else "button-unknown")
