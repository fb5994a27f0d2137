"""The one gate before every handler: what ``rights.toml`` does not give somebody does not happen.

The domain looks again at every act. Here it is decided by the way in alone, for every way in.
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
from bot.dialogs.shared.refusals import refused
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
    """Lets an update through where the table gives its way in to somebody like this guest."""

    def __init__(self, database: Database, sealed_store: SealedStore | None = None) -> None:
        self._database = database
        self._sealed_store = sealed_store

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        """Says no in the words of an unknown button, command or number, and changes nothing."""
        guest: Guest = data["guest"]
        if isinstance(event, Message) and _in_group(event) and not _command(event):
            return await handler(event, data)  # what people say to each other there is not read
        way = way_in(event, data.get("raw_state"), data.get("event_update"))
        right = rights().of_way(way)
        number = await _number(event, data)
        if right is not None and await is_allowed(
            guest, self._database, self._sealed_store, right, _who(event), number
        ):
            return await handler(event, data)
        await _deny(event, guest, self._database, right, number, data)
        return None


def way_in(event: TelegramObject, state: str | None, update: Any = None) -> str:
    """How somebody comes in, as ``rights.toml`` writes it."""
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
    """Whether somebody like this guest has the right; towards a case where it is about one."""
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
    """As the dialogs read it: the first word after a slash, unless it is a slash among words."""
    first = (message.text or message.caption or "").split(maxsplit=1)[:1]
    name = first[0][1:].partition("@")[0] if first and first[0].startswith("/") else ""
    is_ours = rights().of_way(f"/{name}") is not None
    marked = any(one.type == "bot_command" and one.offset == 0 for one in message.entities or ())
    return name if is_ours or marked else ""


def _argument(message: Message) -> str:
    return (message.text or message.caption or "").partition(" ")[2].strip()


async def _number(event: TelegramObject, data: dict[str, Any]) -> str:
    """The case that is meant: the button names it, or what was asked before."""
    if isinstance(event, CallbackQuery):
        press = Press.unpack(event.data or "")
        return press.number if press is not None else ""
    state = data.get("state")
    asked = data.get("raw_state") is not None and state is not None
    return str((await state.get_data()).get("number", "")) if asked and state is not None else ""


def _who(event: TelegramObject) -> int:
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
        await toast(event, guest.plain(right.own) if right and own else _no(guest, right), alert=True)
    elif isinstance(event, Message) and not _in_group(event) and guest.visitor is not None:
        if _command(event):
            key = right.denied if right is not None and right.denied else "unknown-command"
            rows = main_menu(guest) if key == "unknown-command" else [[_menu(guest)]]
            await say(event, guest.words(key), rows)
        else:
            await data["state"].clear()
            await say(event, refused(guest, NotFound()))


async def _is_owner(guest: Guest, database: Database, number: str) -> bool:
    """Of this case; they know that already, and an alert is seen by who pressed alone."""
    if guest.visitor is None:
        return False
    me = guest.visitor.person_id
    return OWNER in await database.run(lambda r: roles_towards(r, number, me, guest.today))


def _menu(guest: Guest) -> Button:
    return guest.button("button-menu", "menu")


def _no(guest: Guest, right: Right | None) -> str:
    if right is not None and right.on == "case":
        return refused(guest, NotFound())
    return guest.plain(right.denied if right is not None and right.denied else "button-unknown")
