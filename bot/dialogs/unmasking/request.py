"""Asking for the name behind an alias and, once granted, seeing it; in the private chat."""

from collections.abc import Callable
from functools import partial

from aiogram import Router
from aiogram.exceptions import TelegramBadRequest
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.callbacks import Button, Keyboard, Press
from bot.dialogs.shared.context import Guest
from bot.dialogs.shared.filters import NotACommand, Pressed, Private
from bot.dialogs.shared.refusals import refusal_words
from bot.dialogs.shared.replies import say, say_here, toast
from bot.dialogs.unmasking.states import Expecting
from mediation.errors import Refused
from mediation.model.unmasking import State, Trait, Unmasking, unmasking_rules
from mediation.unmasking.people import may_ask
from mediation.unmasking.request import ask, live, look
from storage.unit_of_work.database import Database
from storage.unit_of_work.records import SqlRecords

Looked = tuple[Unmasking, dict[Trait, str]]


async def open_request(
    query: CallbackQuery, guest: Guest, database: Database, press: Press, state: FSMContext
) -> None:
    """The grounds to choose from, or the state of a request that is open; refuses those off the case."""

    def find(records: SqlRecords) -> Unmasking | None:
        may_ask(records, guest.me.staff, press.number)
        return live(records, guest.me.person_id, press.number)

    try:
        one = await database.run(find)
    except Refused as error:
        await toast(query, refusal_words(guest, error), alert=True)
        return
    await toast(query)
    await state.clear()
    await say_here(query, *_page(guest, press.number, one))


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


async def ask_for_reason(
    query: CallbackQuery, guest: Guest, database: Database, press: Press, state: FSMContext
) -> None:
    """Keeps the ground and asks for a sentence, which the owner will read."""
    try:
        await database.run(lambda r: may_ask(r, guest.me.staff, press.number))
        if unmasking_rules().ground_of(press.value) is None:
            raise Refused("unmask_odd")
    except Refused as error:
        await toast(query, refusal_words(guest, error), alert=True)
        return
    await toast(query)
    await state.set_state(Expecting.unmask_sentence)
    await state.set_data({"number": press.number, "ground": press.value})
    rows = [[guest.button("button-leave-it", "leave_it")]]
    await say_here(query, guest.words("unmask-sentence", limit=unmasking_rules().sentence_limit), rows)


async def reason_given(message: Message, guest: Guest, database: Database, state: FSMContext) -> None:
    """Makes the request; a second person decides."""
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
        await say(message, refusal_words(guest, error))
        return
    await say(message, guest.words("unmask-asked", number=number, days=unmasking_rules().decide_within_days))


async def show_name(query: CallbackQuery, guest: Guest, database: Database, press: Press) -> None:
    """Shows the name once; each look is stored."""
    work = partial(_look_once, guest=guest, unmasking_id=press.whole or 0)
    await show_protected(query, guest, database, work)


def _look_once(records: SqlRecords, message: int, *, guest: Guest, unmasking_id: int) -> Looked:
    return look(records, guest.me.staff, unmasking_id, message)


async def show_protected(
    query: CallbackQuery, guest: Guest, database: Database, work: Callable[[SqlRecords, int], Looked]
) -> None:
    """Shows what ``work`` finds, in a message that cannot be forwarded.

    The message is sent before the name is in it, so that no name is ever shown in a message that is not
    stored and could not be deleted. The name is in no row, no letter and no outcome of an update.
    """
    await toast(query)
    if query.bot is None or query.message is None:
        return
    chat = query.message.chat.id
    opening = await query.bot.send_message(chat, guest.words("unmask-opening"), protect_content=True)
    try:
        one, traits = await database.run(lambda r: work(r, opening.message_id))
    except Refused as error:
        await _edit(opening, refusal_words(guest, error))
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
    await _edit(opening, html)


async def _edit(message: Message, html: str) -> None:
    try:
        await message.edit_text(html)
    except TelegramBadRequest:
        return  # deleted by whoever reads it: then they have it no more


def unmasking_request_router() -> Router:
    """A fresh router."""
    router = Router(name="unmasking_request")
    router.message.filter(Private(), NotACommand())
    router.callback_query.filter(Private())
    router.callback_query.register(open_request, Pressed("unmask"))
    router.callback_query.register(ask_for_reason, Pressed("unmask_ground"))
    router.callback_query.register(show_name, Pressed("unmask_look"))
    router.message.register(reason_given, Expecting.unmask_sentence)
    return router
