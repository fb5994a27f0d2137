"""Seeing the name behind an alias: who works on the case asks and, once it was granted, looks; in private."""

from collections.abc import Callable
from functools import partial

from aiogram import Router
from aiogram.exceptions import TelegramBadRequest
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.callbacks import Button, Keyboard, Press
from bot.dialogs.shared.context import Guest
from bot.dialogs.shared.filters import NotACommand, Pressed, Private
from bot.dialogs.shared.refusals import refused
from bot.dialogs.shared.replies import here, say, toast
from bot.dialogs.unmasking.states import Expecting
from mediation.errors import Refused
from mediation.model.unmasking import State, Trait, Unmasking, unmasking_rules
from mediation.unmasking.people import may_ask
from mediation.unmasking.request import ask, live, look
from storage.unit_of_work.database import Database
from storage.unit_of_work.records import SqlRecords

Shown = tuple[Unmasking, dict[Trait, str]]


async def asked(
    query: CallbackQuery, guest: Guest, database: Database, press: Press, state: FSMContext
) -> None:
    """The button of the panel: grounds to choose from, or how far an earlier ask has come."""

    def find(records: SqlRecords) -> Unmasking | None:
        may_ask(records, guest.me.staff, press.number)
        return live(records, guest.me.person_id, press.number)

    try:
        one = await database.run(find)
    except Refused as error:
        await toast(query, refused(guest, error), alert=True)
        return
    await toast(query)
    await state.clear()
    await here(query, *_page(guest, press.number, one))


def _page(guest: Guest, number: str, one: Unmasking | None) -> tuple[str, Keyboard]:
    if one is None:
        rows: Keyboard = [
            [Button(guest.plain(f"unmask-ground-{ground.key}"), Press("unmask_ground", number, ground.key))]
            for ground in unmasking_rules().ground
        ]
        rows.append([guest.button("button-leave-it", "leave_it")])
        return guest.words("unmask-why", number=number, limit=unmasking_rules().open_hours), rows
    if one.state == State.ASKED:
        return guest.words("unmask-waiting", number=number), []
    button = guest.button("button-unmask-look", "unmask_look", number, str(one.id))
    return guest.words("unmask-may-look", number=number, day=_until(guest, one)), [[button]]


def _until(guest: Guest, one: Unmasking) -> str:
    return one.ends_at.astimezone(guest.zone).strftime("%m-%d %H:%M")


async def ground_chosen(
    query: CallbackQuery, guest: Guest, database: Database, press: Press, state: FSMContext
) -> None:
    """A sentence is asked for; the owner will read it."""
    try:
        await database.run(lambda r: may_ask(r, guest.me.staff, press.number))
        if unmasking_rules().ground_of(press.value) is None:
            raise Refused("unmask_odd")
    except Refused as error:
        await toast(query, refused(guest, error), alert=True)
        return
    await toast(query)
    await state.set_state(Expecting.unmask_sentence)
    await state.set_data({"number": press.number, "ground": press.value})
    rows = [[guest.button("button-leave-it", "leave_it")]]
    await here(query, guest.words("unmask-sentence", limit=unmasking_rules().sentence_limit), rows)


async def sentence_given(message: Message, guest: Guest, database: Database, state: FSMContext) -> None:
    """Ask; a second person decides."""
    text, limit = (message.text or "").strip(), unmasking_rules().sentence_limit
    if not 0 < len(text) <= limit:
        await say(message, guest.words("reason-length", limit=limit))
        return
    data = await state.get_data()
    await state.clear()
    number, ground = str(data.get("number", "")), str(data.get("ground", ""))
    try:
        await database.once(guest.ticket, lambda r: ask(r, guest.me.staff, number, ground, text).id)
    except Refused as error:
        await say(message, refused(guest, error))
        return
    await say(message, guest.words("unmask-asked", number=number, days=unmasking_rules().decide_within_days))


async def looked(query: CallbackQuery, guest: Guest, database: Database, press: Press) -> None:
    """Look once; each look is kept."""
    work = partial(_look, guest=guest, unmasking_id=press.whole or 0)
    await show(query, guest, database, work)


def _look(records: SqlRecords, message: int, *, guest: Guest, unmasking_id: int) -> Shown:
    return look(records, guest.me.staff, unmasking_id, message)


async def show(
    query: CallbackQuery, guest: Guest, database: Database, work: Callable[[SqlRecords, int], Shown]
) -> None:
    """Show what ``work`` finds, in a message that cannot be passed on.

    The message stands before the name is in it: whatever happens between, none is shown that nobody knows of,
    and so cannot be taken back. The name is in no row, no letter and no outcome of an update.
    """
    await toast(query)
    if query.bot is None or query.message is None:
        return
    chat = query.message.chat.id
    opening = await query.bot.send_message(chat, guest.words("unmask-opening"), protect_content=True)
    try:
        one, traits = await database.run(lambda r: work(r, opening.message_id))
    except Refused as error:
        await _put(opening, refused(guest, error))
        return
    lines = [
        guest.words(
            "unmask-line", label=guest.plain(f"unmask-trait-{trait.value.replace('_', '-')}"), value=value
        )
        for trait, value in traits.items()
    ]
    html = guest.words(
        "unmask-shown", number=one.case_number or "🆘", lines_html="\n".join(lines), day=_until(guest, one)
    )
    await _put(opening, html)


async def _put(message: Message, html: str) -> None:
    try:
        await message.edit_text(html)
    except TelegramBadRequest:
        return  # deleted by whoever reads it: then they have it no more


def unmasking_request_router() -> Router:
    """A fresh router."""
    router = Router(name="unmasking_request")
    router.message.filter(Private(), NotACommand())
    router.callback_query.filter(Private())
    router.callback_query.register(asked, Pressed("unmask"))
    router.callback_query.register(ground_chosen, Pressed("unmask_ground"))
    router.callback_query.register(looked, Pressed("unmask_look"))
    router.message.register(sentence_given, Expecting.unmask_sentence)
    return router
