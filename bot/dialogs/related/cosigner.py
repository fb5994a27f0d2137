"""The co-signer's side of a joint matter: by link or code, once for each person, withdrawable at any time."""

from aiogram import F, Router
from aiogram.filters import Command, CommandObject, CommandStart
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.callbacks import Button, Keyboard, Press
from bot.dialogs.desk.comparison import likely
from bot.dialogs.menu.menu import set_reachable
from bot.dialogs.related.owner import DEEP_LINK, signed_page, signed_rows
from bot.dialogs.related.states import Expecting
from bot.dialogs.shared.context import Alike, Guest
from bot.dialogs.shared.filters import NotACommand, Pressed, Private
from bot.dialogs.shared.main_menu import leave_conversation
from bot.dialogs.shared.refusals import refusal_words
from bot.dialogs.shared.replies import change_message, say, say_here, toast
from mediation.errors import NotFound, Refused
from mediation.model.cases.case import CaseFields
from mediation.related.signing import (
    JointStatus,
    count_code_try,
    link_own,
    look_up,
    sign,
    standing,
    take_back,
)
from storage.unit_of_work.database import Database


async def join_command(
    message: Message, guest: Guest, database: Database, state: FSMContext, command: CommandObject
) -> None:
    """``/join``, with the code or without."""
    await leave_conversation(guest, database, state)
    if command.args:
        await _show_joint_matter(message, guest, database, state, command.args)
        return
    await state.set_state(Expecting.join_code)
    await say(message, guest.words("join-how"), [[guest.button("button-leave-it", "leave_it")]])


async def join_by_link(
    message: Message, guest: Guest, database: Database, state: FSMContext, command: CommandObject
) -> None:
    """``/start`` with the link that an owner has passed on."""
    await leave_conversation(guest, database, state)
    if guest.me.blocked:
        await set_reachable(guest, database, True)
    await _show_joint_matter(message, guest, database, state, (command.args or "").removeprefix(DEEP_LINK))


async def code_given(message: Message, guest: Guest, database: Database, state: FSMContext) -> None:
    """Looks a typed code up."""
    await _show_joint_matter(message, guest, database, state, message.text or "")


async def _show_joint_matter(
    message: Message, guest: Guest, database: Database, state: FSMContext, typed: str
) -> None:
    """Shows what would be signed, or was; refuses a wrong code, too many tries and one's own matter."""
    me = guest.me.person_id
    try:
        await database.run(lambda r: count_code_try(r, me))
        seen = await database.run(lambda r: look_up(r, me, typed))
        if seen.case.owner_id == me:
            raise Refused("joint_own")
    except Refused as error:
        await say(message, refusal_words(guest, error), [[guest.button("button-menu", "menu")]])
        return
    await state.clear()
    if seen.signed:
        await say(message, signed_page(guest, seen), signed_rows(guest, seen))
        return
    rows = [[_sign_button(guest, seen)], [guest.button("button-leave-it", "menu")]]
    await say(message, _page(guest, seen), rows)


def _page(guest: Guest, seen: JointStatus) -> str:
    return guest.words(
        "join-page",
        number=seen.case.number,
        category=guest.plain(f"category-{seen.case.category}"),
        state=guest.plain(f"state-{seen.case.state.replace('_', '-')}"),
        text=seen.joint.statement,
        count=seen.count,
    )


def _sign_button(guest: Guest, seen: JointStatus) -> Button:
    return guest.button("button-sign", "sign", value=seen.joint.code)


async def sign_matter(
    query: CallbackQuery, guest: Guest, database: Database, alike: Alike, press: Press
) -> None:
    """Signs the matter; offers to link an own case that is likely the same."""
    me, code = guest.me.person_id, press.value
    try:
        await database.run(lambda r: count_code_try(r, me))
        number = str(await database.once(guest.ticket, lambda r: sign(r, me, code).case.number))
        seen = await database.run(lambda r: standing(r, me, number))
    except Refused as error:
        await toast(query, refusal_words(guest, error), alert=True)
        return
    await toast(query, guest.plain("join-done"))
    await change_message(query, signed_page(guest, seen), signed_rows(guest, seen))
    own = await _likely_own_cases(guest, database, alike, number)
    if own:
        rows = [[_link_button(guest, number, case)] for case in own]
        await say_here(query, guest.words("join-own"), rows)


async def _likely_own_cases(guest: Guest, database: Database, alike: Alike, number: str) -> list[CaseFields]:
    me = guest.me.person_id
    text, mine = await database.run(lambda r: (r.stories.of_case(number), r.stories.of_owner(me)))
    return await likely(guest, alike, text, mine)


def _link_button(guest: Guest, number: str, own: CaseFields) -> Button:
    return Button(guest.plain("button-link-own", number=own.number), Press("link_own", number, own.number))


async def link_own_case(query: CallbackQuery, guest: Guest, database: Database, press: Press) -> None:
    """Links an own case to the joint matter; neither is changed."""
    me = guest.me.person_id
    try:
        await database.once(guest.ticket, lambda r: link_own(r, me, press.number, press.value).number)
    except Refused as error:
        await toast(query, refusal_words(guest, error), alert=True)
        return
    await toast(query)
    await change_message(query, guest.words("join-own-done", number=press.value))


async def show_signed(query: CallbackQuery, guest: Guest, database: Database, press: Press) -> None:
    """Shows a matter that this person has signed; refuses others."""
    me = guest.me.person_id
    try:
        seen = await database.run(lambda r: standing(r, me, press.number))
        if not seen.signed:
            raise NotFound
    except Refused as error:
        await toast(query, refusal_words(guest, error), alert=True)
        return
    await toast(query)
    await say_here(query, signed_page(guest, seen), signed_rows(guest, seen))


async def withdraw_signature(query: CallbackQuery, guest: Guest, database: Database, press: Press) -> None:
    """Withdraws the signature; one press gives it again."""
    me, number = guest.me.person_id, press.number
    try:
        seen = await database.run(lambda r: standing(r, me, number))
        await database.once(guest.ticket, lambda r: take_back(r, me, number))
    except Refused as error:
        await toast(query, refusal_words(guest, error), alert=True)
        return
    await toast(query)
    rows: Keyboard = [[_sign_button(guest, seen)], [guest.button("button-menu", "menu")]]
    await change_message(query, guest.words("unsigned", number=number), rows)


def cosigner_router() -> Router:
    """A fresh router; stands before the menu, which takes every other ``/start``."""
    router = Router(name="cosigner")
    router.message.filter(Private())
    router.callback_query.filter(Private())
    by_link = CommandStart(deep_link=True, magic=F.args.startswith(DEEP_LINK))
    router.message.register(join_by_link, by_link)
    router.message.register(join_command, Command("join"))
    router.message.register(code_given, Expecting.join_code, NotACommand())
    router.callback_query.register(sign_matter, Pressed("sign"))
    router.callback_query.register(show_signed, Pressed("signed"))
    router.callback_query.register(withdraw_signature, Pressed("unsign"))
    router.callback_query.register(link_own_case, Pressed("link_own"))
    return router
