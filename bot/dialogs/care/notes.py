"""Care by consent: words to each other, notes, and the helper's side of it."""

from collections.abc import Callable
from functools import partial

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.callbacks import Press
from bot.dialogs.care.states import Expecting
from bot.dialogs.shared.context import Guest
from bot.dialogs.shared.filters import NotACommand, Pressed, Private
from bot.dialogs.shared.refusals import refused
from bot.dialogs.shared.replies import here, say, toast
from mediation.care.contacts import helped, offer_care, own_care, step_back, take, write
from mediation.errors import Refused
from mediation.model.care import Wrote
from storage.unit_of_work.database import Database
from storage.unit_of_work.records import SqlRecords

LIMIT = 500


async def ask(
    query: CallbackQuery, guest: Guest, database: Database, press: Press, state: FSMContext
) -> None:
    """What they want to write; the button says whether it is sent or only noted."""
    wrote, care_id = Wrote(press.do.removeprefix("care_")), press.whole or 0
    look = own_care if wrote is Wrote.REPLY else helped
    try:
        await database.run(lambda r: look(r, guest.me.person_id, care_id))
    except Refused as error:
        await toast(query, refused(guest, error), alert=True)
        return
    await toast(query)
    await state.set_state(Expecting.care_words)
    await state.set_data({"care": care_id, "wrote": wrote.value})
    html = guest.words(f"care-ask-{wrote.value}")
    await here(query, html, [[guest.button("button-leave-it", "leave_it")]])


async def given(message: Message, guest: Guest, database: Database, state: FSMContext) -> None:
    """Keep it, and send it where it is to be sent."""
    text = (message.text or "").strip()
    if not text or len(text) > LIMIT:
        await say(message, guest.words("reason-length", limit=LIMIT))
        return
    data = await state.get_data()
    await state.clear()
    wrote = Wrote(str(data["wrote"]))
    try:
        await database.once(
            guest.ticket, partial(_write, guest=guest, care_id=int(data["care"]), wrote=wrote, text=text)
        )
    except Refused as error:
        await say(message, refused(guest, error))
        return
    await say(message, guest.words(f"care-done-{wrote.value}"))


def _write(records: SqlRecords, *, guest: Guest, care_id: int, wrote: Wrote, text: str) -> str:
    write(records, guest.me.person_id, care_id, wrote, text)
    return "written"


async def taken(query: CallbackQuery, guest: Guest, database: Database, press: Press) -> None:
    """The first helper who says yes."""

    def work(records: SqlRecords) -> str:
        return take(records, guest.me.staff, press.whole or 0, guest.zone).alias

    await _act(query, guest, database, work, "care-take-done")


async def stepped_back(query: CallbackQuery, guest: Guest, database: Database, press: Press) -> None:
    """The helper cannot go on."""

    def work(records: SqlRecords) -> str:
        step_back(records, guest.me.person_id, press.whole or 0)
        return "asked anew"

    await _act(query, guest, database, work, "care-back-done")


async def offered(query: CallbackQuery, guest: Guest, database: Database, press: Press) -> None:
    """From the panel of a case: the owner is asked whether they would like contact."""

    def work(records: SqlRecords) -> str:
        offer_care(records, guest.me.staff, press.number)
        return "offered"

    await _act(query, guest, database, work, "care-offer-done")


async def _act(
    query: CallbackQuery, guest: Guest, database: Database, work: Callable[[SqlRecords], str], done: str
) -> None:
    try:
        await database.once(guest.ticket, work)
    except Refused as error:
        await toast(query, refused(guest, error), alert=True)
        return
    await toast(query)
    await here(query, guest.words(done), [[guest.button("button-care", "care")]])


def care_notes_router() -> Router:
    """A fresh router."""
    router = Router(name="care_notes")
    router.message.filter(Private(), NotACommand())
    router.callback_query.filter(Private())
    router.callback_query.register(ask, Pressed("care_word", "care_reply", "care_note"))
    router.callback_query.register(taken, Pressed("care_take"))
    router.callback_query.register(stepped_back, Pressed("care_back"))
    router.callback_query.register(offered, Pressed("care_offer"))
    router.message.register(given, Expecting.care_words)
    return router
