"""Start, menu, help, language, subscription, ``/whoami``, and blocked or unblocked chats."""

from dataclasses import replace

from aiogram import Router
from aiogram.enums import ChatType
from aiogram.filters import Command, CommandStart
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, ChatMemberUpdated, Message

from bot.callbacks import Button, Keyboard, Press
from bot.dialogs.shared.context import Guest
from bot.dialogs.shared.filters import Pressed, Private
from bot.dialogs.shared.main_menu import leave_conversation, main_menu
from bot.dialogs.shared.replies import change_message, say, say_here, toast
from bot.wording.catalogue import LANGUAGES
from mediation.cases.moves import owner_unreachable
from storage.unit_of_work.database import Database
from storage.unit_of_work.records import SqlRecords


async def start_command(message: Message, guest: Guest, database: Database, state: FSMContext) -> None:
    """``/start``: what this is, who reads it, how long it is kept; ends whatever was being asked."""
    await leave_conversation(guest, database, state)
    if guest.me.blocked:
        await set_reachable(guest, database, True)  # of a first start Telegram tells us in no other way
    await say(message, guest.words("welcome"), main_menu(guest))


async def menu_command(message: Message, guest: Guest, database: Database, state: FSMContext) -> None:
    """``/menu`` and ``/cancel``: ends whatever was being asked and shows the menu."""
    await leave_conversation(guest, database, state)
    await say(message, guest.words("menu"), main_menu(guest))


async def menu_pressed(query: CallbackQuery, guest: Guest, database: Database, state: FSMContext) -> None:
    """The same from a button."""
    await toast(query)
    await leave_conversation(guest, database, state)
    await say_here(query, guest.words("menu"), main_menu(guest))


async def help_command(message: Message, guest: Guest) -> None:
    """``/help``."""
    await say(message, guest.words("help"), [[guest.button("button-menu", "menu")]])


async def privacy_pressed(query: CallbackQuery, guest: Guest) -> None:
    """The privacy notice from a button: purposes, readers, retention, rights."""
    await toast(query)
    await say_here(query, guest.words("privacy"), [[guest.button("button-menu", "menu")]])


async def privacy_command(message: Message, guest: Guest) -> None:
    """``/privacy``: the privacy notice."""
    await say(message, guest.words("privacy"), [[guest.button("button-menu", "menu")]])


async def choose_language(query: CallbackQuery, guest: Guest) -> None:
    """Shows the languages."""
    await toast(query)
    wording = guest.wording
    rows: Keyboard = [
        [Button(wording.plain(lang, "language-name"), Press("speak", value=lang))] for lang in LANGUAGES
    ]
    await change_message(query, guest.words("language-question"), rows)


async def set_language(query: CallbackQuery, guest: Guest, database: Database, press: Press) -> None:
    """Stores the language and greets in it; ignores an unknown one."""
    await toast(query)
    if press.value not in LANGUAGES:
        return
    await database.run(lambda r: r.people.set_language(guest.me.person_id, press.value))
    chosen = replace(guest, language=press.value)
    await change_message(query, chosen.words("welcome"), main_menu(chosen))


async def subscribe(message: Message, guest: Guest, database: Database) -> None:
    """``/subscribe``: opts in to messages about law."""
    await database.run(lambda r: r.campaigns.subscribe(guest.me.person_id))
    await say(message, guest.words("subscribed"))


async def unsubscribe(message: Message, guest: Guest, database: Database) -> None:
    """``/unsubscribe``: opts out."""
    await database.run(lambda r: r.campaigns.unsubscribe(guest.me.person_id))
    await say(message, guest.words("unsubscribed"))


async def unsubscribe_pressed(query: CallbackQuery, guest: Guest, database: Database) -> None:
    """Opts out from the button under every such message."""
    await database.run(lambda r: r.campaigns.unsubscribe(guest.me.person_id))
    await toast(query, guest.plain("unsubscribed"), alert=True)


async def whoami_command(message: Message, guest: Guest, group_chat: int) -> None:
    """``/whoami``: the numbers that an operator needs for the roster or for the group setting.

    In a group nobody's number or duty is shown; once the group is set, other groups get no answer.
    """
    if message.chat.type != ChatType.PRIVATE:
        if group_chat in (0, message.chat.id):
            await say(message, guest.words("whoami-group", chat=str(message.chat.id)))
        return
    user = message.from_user.id if message.from_user else 0
    duty = guest.visitor.staff.duty if guest.visitor and guest.visitor.staff else "none"
    facts = {"user": str(user), "chat": str(message.chat.id), "duty": guest.plain(f"duty-{duty}")}
    await say(message, guest.words("whoami", **facts))


async def note_membership(change_: ChatMemberUpdated, guest: Guest, database: Database) -> None:
    """The bot was blocked or unblocked in a private chat: stored, and shown on the person's cases."""
    if change_.chat.type != ChatType.PRIVATE or guest.visitor is None:
        return
    await set_reachable(guest, database, change_.new_chat_member.status not in ("kicked", "left"))


async def set_reachable(guest: Guest, database: Database, now: bool) -> None:
    """Stores whether somebody can be written to, and marks their open cases."""
    person = guest.me.person_id

    def note(records: SqlRecords) -> None:
        records.people.set_blocked(person, None if now else records.now)
        for case in records.cases.of_owner(person, live_only=True):
            owner_unreachable(records, case.number, not now)

    await database.run(note)


def menu_router() -> Router:
    """A fresh router; a router can be attached only once."""
    router = Router(name="menu")
    router.my_chat_member.register(note_membership)
    router.message.register(whoami_command, Command("whoami", "id"))
    private = Router(name="menu_private")
    private.message.filter(Private())
    private.message.register(start_command, CommandStart())
    private.message.register(menu_command, Command("menu", "cancel"))
    private.message.register(help_command, Command("help"))
    private.message.register(privacy_command, Command("privacy"))
    private.message.register(subscribe, Command("subscribe"))
    private.message.register(unsubscribe, Command("unsubscribe"))
    private.callback_query.filter(Private())
    private.callback_query.register(menu_pressed, Pressed("menu"))
    private.callback_query.register(privacy_pressed, Pressed("privacy"))
    private.callback_query.register(choose_language, Pressed("language"))
    private.callback_query.register(set_language, Pressed("speak"))
    private.callback_query.register(unsubscribe_pressed, Pressed("unsubscribe"))
    router.include_router(private)
    return router
