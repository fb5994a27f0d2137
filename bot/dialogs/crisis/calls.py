"""The crisis line's buttons: leaving it, coming to somebody in it, a call tomorrow."""

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.callbacks import Press
from bot.dialogs.crisis.watch import CrisisLineWatch, ways
from bot.dialogs.shared.context import Guest
from bot.dialogs.shared.filters import Pressed, Private
from bot.dialogs.shared.refusals import refused
from bot.dialogs.shared.replies import here, toast
from knowledge.crisis import Alarm, Danger
from mediation.crisis import calls, duty
from mediation.errors import NotFound, Refused
from mediation.model.cases.content import Content
from storage.unit_of_work.database import Database


async def talk(
    query: CallbackQuery, guest: Guest, database: Database, press: Press, crisis_line: CrisisLineWatch
) -> None:
    """After the caring question: yes, somebody."""
    danger = press.value if press.value in set(Danger) else str(Danger.SUICIDE)
    me, words = guest.me.person_id, Content(text=guest.plain("crisis-wants-to-talk"))
    await database.once(guest.ticket, lambda r: calls.raise_alarm(r, me, danger, False, words).id)
    crisis_line.enters(me)
    await toast(query)
    await here(query, crisis_line.first_words(guest, Alarm(Danger(danger), False, True)), ways(guest))


async def fine(query: CallbackQuery, guest: Guest) -> None:
    """It was nothing; nothing is kept."""
    await toast(query)
    await here(query, guest.words("crisis-glad"))


async def safe(query: CallbackQuery, guest: Guest, database: Database) -> None:
    """The line is left; a call tomorrow is offered."""
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
    await here(query, guest.words("crisis-left"), rows)


async def tomorrow(query: CallbackQuery, guest: Guest, database: Database, press: Press) -> None:
    """Somebody may ask tomorrow."""
    call = press.whole or 0
    try:
        await database.once(guest.ticket, lambda r: duty.request_call_back(r, guest.me.person_id, call))
    except Refused as error:
        await toast(query, refused(guest, error), alert=True)
        return
    await toast(query)
    await here(query, guest.words("crisis-tomorrow"))


async def tell(
    query: CallbackQuery, guest: Guest, database: Database, press: Press, crisis_line: CrisisLineWatch
) -> None:
    """Who was asked to call back says hello."""
    call_id = press.whole or 0
    try:
        again, *both = await database.once(
            guest.ticket, lambda r: _ids(duty.call_back(r, guest.me.person_id, call_id))
        )
    except Refused as error:
        await toast(query, refused(guest, error), alert=True)
        return
    for person in both:
        crisis_line.enters(person)
    await toast(query)
    await _seated(query, guest, database, again)


def _ids(call: calls.Call) -> list[int]:
    return [one for one in (call.id, call.person_id, call.responder_id) if one is not None]


async def _seated(query: CallbackQuery, guest: Guest, database: Database, call_id: int) -> None:
    """From now on what they write goes to the one in danger."""
    await database.run(lambda r: r.people.sit_down(guest.me.person_id, None))
    rows = [
        [guest.button("button-unmask-now", "unmask_now", "", str(call_id))],
        [guest.button("button-crisis-hand-back", "crisis_hand_back")],
    ]
    await here(query, guest.words("crisis-you-are-there"), rows)


async def take(
    query: CallbackQuery, guest: Guest, database: Database, press: Press, crisis_line: CrisisLineWatch
) -> None:
    """Somebody on call comes."""
    call_id = press.whole
    try:
        if call_id is None:
            raise NotFound
        drill = await database.once(
            guest.ticket, lambda r: calls.take(r, call_id, guest.me.person_id).person_id is None
        )
    except Refused as error:
        await toast(query, refused(guest, error), alert=True)
        return
    await toast(query)
    if drill:
        await here(query, guest.words("crisis-drill-thanks"))
        return
    crisis_line.enters(guest.me.person_id)
    await _seated(query, guest, database, call_id)


async def hand_back(query: CallbackQuery, guest: Guest, database: Database) -> None:
    """Who came lets go."""
    try:
        await database.once(guest.ticket, lambda r: calls.hand_back(r, guest.me.person_id).id)
    except Refused as error:
        await toast(query, refused(guest, error), alert=True)
        return
    await toast(query)
    await here(query, guest.words("crisis-handed-over"))


def calls_router() -> Router:
    """A fresh router."""
    router = Router(name="crisis_calls")
    router.callback_query.filter(Private())
    router.callback_query.register(tell, Pressed("crisis_tell"))
    router.callback_query.register(talk, Pressed("crisis_talk"))
    router.callback_query.register(fine, Pressed("crisis_fine"))
    router.callback_query.register(safe, Pressed("crisis_safe"))
    router.callback_query.register(tomorrow, Pressed("crisis_tomorrow"))
    router.callback_query.register(take, Pressed("crisis_take"))
    router.callback_query.register(hand_back, Pressed("crisis_hand_back"))
    return router
