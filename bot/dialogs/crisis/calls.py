"""Buttons of the crisis line: open it, leave it, answer it, hand it back, ask for a call tomorrow."""

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.callbacks import Press
from bot.dialogs.crisis.watch import CrisisLineWatch, way_out
from bot.dialogs.shared.context import Guest
from bot.dialogs.shared.filters import Pressed, Private
from bot.dialogs.shared.refusals import refusal_words
from bot.dialogs.shared.replies import say_here, toast
from knowledge.crisis import Alarm, Danger
from mediation.crisis import calls, duty
from mediation.errors import NotFound, Refused
from mediation.model.cases.content import Content
from storage.unit_of_work.database import Database


async def open_call(
    query: CallbackQuery, guest: Guest, database: Database, press: Press, crisis_line: CrisisLineWatch
) -> None:
    """After the caring question: opens the line for whoever wants to talk."""
    danger = press.value if press.value in set(Danger) else str(Danger.SUICIDE)
    me, words = guest.me.person_id, Content(text=guest.plain("crisis-wants-to-talk"))
    await database.once(guest.ticket, lambda r: calls.raise_alarm(r, me, danger, False, words).id)
    crisis_line.enters(me)
    await toast(query)
    await say_here(query, crisis_line.first_words(guest, Alarm(Danger(danger), False, True)), way_out(guest))


async def dismiss_question(query: CallbackQuery, guest: Guest) -> None:
    """After the caring question: no call is opened and nothing is stored."""
    await toast(query)
    await say_here(query, guest.words("crisis-glad"))


async def leave_call(query: CallbackQuery, guest: Guest, database: Database) -> None:
    """Closes one's own call and offers a call tomorrow; says so where none is open."""
    try:
        call = await database.once(guest.ticket, lambda r: calls.leave(r, guest.me.person_id).id)
    except NotFound:
        await toast(query, guest.plain("crisis-nothing-open"))
        return
    await toast(query)
    rows = [
        [guest.button("button-crisis-tomorrow", "crisis_tomorrow", "", str(call))],
        [guest.button("button-menu", "menu")],
    ]
    await say_here(query, guest.words("crisis-left"), rows)


async def ask_call_tomorrow(query: CallbackQuery, guest: Guest, database: Database, press: Press) -> None:
    """Stores that the caller may be contacted tomorrow."""
    call = press.whole or 0
    try:
        await database.once(guest.ticket, lambda r: duty.request_call_back(r, guest.me.person_id, call))
    except Refused as error:
        await toast(query, refusal_words(guest, error), alert=True)
        return
    await toast(query)
    await say_here(query, guest.words("crisis-tomorrow"))


async def start_call_back(
    query: CallbackQuery, guest: Guest, database: Database, press: Press, crisis_line: CrisisLineWatch
) -> None:
    """Opens the line between whoever was asked to call back and the caller."""
    call_id = press.whole or 0
    try:
        again, *both = await database.once(
            guest.ticket, lambda r: _call_and_people(duty.call_back(r, guest.me.person_id, call_id))
        )
    except Refused as error:
        await toast(query, refusal_words(guest, error), alert=True)
        return
    for person in both:
        crisis_line.enters(person)
    await toast(query)
    await _show_responder_buttons(query, guest, database, again)


def _call_and_people(call: calls.Call) -> list[int]:
    return [one for one in (call.id, call.person_id, call.responder_id) if one is not None]


async def _show_responder_buttons(
    query: CallbackQuery, guest: Guest, database: Database, call_id: int
) -> None:
    """From now on the responder's words go to the caller."""
    await database.run(lambda r: r.people.sit_down(guest.me.person_id, None))
    rows = [
        [guest.button("button-unmask-now", "unmask_now", "", str(call_id))],
        [guest.button("button-crisis-hand-back", "crisis_hand_back")],
    ]
    await say_here(query, guest.words("crisis-you-are-there"), rows)


async def take_call(
    query: CallbackQuery, guest: Guest, database: Database, press: Press, crisis_line: CrisisLineWatch
) -> None:
    """Makes whoever pressed the responder; a drill is only acknowledged."""
    call_id = press.whole
    try:
        if call_id is None:
            raise NotFound
        drill = await database.once(
            guest.ticket, lambda r: calls.take(r, call_id, guest.me.person_id).person_id is None
        )
    except Refused as error:
        await toast(query, refusal_words(guest, error), alert=True)
        return
    await toast(query)
    if drill:
        await say_here(query, guest.words("crisis-drill-thanks"))
        return
    crisis_line.enters(guest.me.person_id)
    await _show_responder_buttons(query, guest, database, call_id)


async def hand_back_call(query: CallbackQuery, guest: Guest, database: Database) -> None:
    """Releases the responder; those on call are asked again."""
    try:
        await database.once(guest.ticket, lambda r: calls.hand_back(r, guest.me.person_id).id)
    except Refused as error:
        await toast(query, refusal_words(guest, error), alert=True)
        return
    await toast(query)
    await say_here(query, guest.words("crisis-handed-over"))


def calls_router() -> Router:
    """A fresh router."""
    router = Router(name="crisis_calls")
    router.callback_query.filter(Private())
    router.callback_query.register(start_call_back, Pressed("crisis_tell"))
    router.callback_query.register(open_call, Pressed("crisis_talk"))
    router.callback_query.register(dismiss_question, Pressed("crisis_fine"))
    router.callback_query.register(leave_call, Pressed("crisis_safe"))
    router.callback_query.register(ask_call_tomorrow, Pressed("crisis_tomorrow"))
    router.callback_query.register(take_call, Pressed("crisis_take"))
    router.callback_query.register(hand_back_call, Pressed("crisis_hand_back"))
    return router
