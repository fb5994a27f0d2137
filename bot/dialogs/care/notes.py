"""Care contact by consent: messages and notes, and what a helper does: take it, step back, offer it."""

from collections.abc import Callable
from functools import partial

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.callbacks import Press
from bot.dialogs.care.states import Expecting
from bot.dialogs.shared.context import Guest
from bot.dialogs.shared.filters import NotACommand, Pressed, Private
from bot.dialogs.shared.refusals import refusal_words
from bot.dialogs.shared.replies import say, say_here, toast
from mediation.care.contacts import helped, offer_care, own_care, step_back, take, write
from mediation.errors import Refused
from mediation.model.care import Wrote
from storage.unit_of_work.database import Database
from storage.unit_of_work.records import SqlRecords

TEXT_LIMIT = 500


async def ask_for_text(
    query: CallbackQuery, guest: Guest, database: Database, press: Press, state: FSMContext
) -> None:
    """Asks for the text; the press says whether it will be sent, replied or only noted."""
    wrote, care_id = Wrote(press.do.removeprefix("care_")), press.whole or 0
    look = own_care if wrote is Wrote.REPLY else helped
    try:
        await database.run(lambda r: look(r, guest.me.person_id, care_id))
    except Refused as error:
        await toast(query, refusal_words(guest, error), alert=True)
        return
    await toast(query)
    await state.set_state(Expecting.care_words)
    await state.set_data({"care": care_id, "wrote": wrote.value})
    html = guest.words(f"care-ask-{wrote.value}")
    await say_here(query, html, [[guest.button("button-leave-it", "leave_it")]])


async def text_given(message: Message, guest: Guest, database: Database, state: FSMContext) -> None:
    """Stores the text and, where it is a message, sends it to the other side."""
    text = (message.text or "").strip()
    if not text or len(text) > TEXT_LIMIT:
        await say(message, guest.words("reason-length", limit=TEXT_LIMIT))
        return
    data = await state.get_data()
    await state.clear()
    wrote = Wrote(str(data["wrote"]))
    try:
        await database.once(
            guest.ticket, partial(_write, guest=guest, care_id=int(data["care"]), wrote=wrote, text=text)
        )
    except Refused as error:
        await say(message, refusal_words(guest, error))
        return
    await say(message, guest.words(f"care-done-{wrote.value}"))


def _write(records: SqlRecords, *, guest: Guest, care_id: int, wrote: Wrote, text: str) -> str:
    write(records, guest.me.person_id, care_id, wrote, text)
    return "written"


async def take_request(query: CallbackQuery, guest: Guest, database: Database, press: Press) -> None:
    """Makes the helper who pressed first the helper of an agreement; later ones are refused."""

    def work(records: SqlRecords) -> str:
        return take(records, guest.me.staff, press.whole or 0, guest.zone).alias

    await _act(query, guest, database, work, "care-take-done")


async def step_back_as_helper(query: CallbackQuery, guest: Guest, database: Database, press: Press) -> None:
    """Releases the helper; other helpers are asked."""

    def work(records: SqlRecords) -> str:
        step_back(records, guest.me.person_id, press.whole or 0)
        return "asked anew"

    await _act(query, guest, database, work, "care-back-done")


async def offer_contact(query: CallbackQuery, guest: Guest, database: Database, press: Press) -> None:
    """From the panel of a case: asks its owner whether they would like contact."""

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
        await toast(query, refusal_words(guest, error), alert=True)
        return
    await toast(query)
    await say_here(query, guest.words(done), [[guest.button("button-care", "care")]])


def care_notes_router() -> Router:
    """A fresh router."""
    router = Router(name="care_notes")
    router.message.filter(Private(), NotACommand())
    router.callback_query.filter(Private())
    router.callback_query.register(ask_for_text, Pressed("care_word", "care_reply", "care_note"))
    router.callback_query.register(take_request, Pressed("care_take"))
    router.callback_query.register(step_back_as_helper, Pressed("care_back"))
    router.callback_query.register(offer_contact, Pressed("care_offer"))
    router.message.register(text_given, Expecting.care_words)
    return router
