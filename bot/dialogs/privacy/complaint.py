"""A complaint about the service: it reaches the supervisors without a name, and is answered."""

from functools import partial

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.callbacks import Press
from bot.dialogs.privacy.page import back_row
from bot.dialogs.privacy.states import Expecting
from bot.dialogs.shared.context import Guest
from bot.dialogs.shared.filters import NotACommand, Pressed, Private
from bot.dialogs.shared.refusals import refusal_words
from bot.dialogs.shared.replies import say, say_here, toast
from mediation.errors import NotFound, Refused
from mediation.model.cases.case import Fact, Notice
from storage.unit_of_work.database import Database
from storage.unit_of_work.records import SqlRecords

COMPLAINTS_PER_HOUR = 5
TEXT_LIMIT = 500


async def ask_for_complaint(query: CallbackQuery, guest: Guest, state: FSMContext) -> None:
    """Asks for the complaint."""
    await toast(query)
    await state.set_state(Expecting.complaint)
    await say_here(query, guest.words("complain"), [[guest.button("button-leave-it", "leave_it")]])


async def _text_in_limit(message: Message, guest: Guest) -> str | None:
    text = (message.text or "").strip()
    if 0 < len(text) <= TEXT_LIMIT:
        return text
    await say(message, guest.words("reason-length", limit=TEXT_LIMIT))
    return None


async def complaint_given(message: Message, guest: Guest, database: Database, state: FSMContext) -> None:
    """Stores the complaint and notifies the supervisors; refuses too many per hour."""
    text = await _text_in_limit(message, guest)
    if text is None:
        return
    await state.clear()
    try:
        await database.once(guest.ticket, partial(_file_complaint, person_id=guest.me.person_id, text=text))
    except Refused as error:
        await say(message, refusal_words(guest, error), back_row(guest))
        return
    await say(message, guest.words("complain-done"), back_row(guest))


def _file_complaint(records: SqlRecords, *, person_id: int, text: str) -> int:
    if records.people.count_try(person_id, "complaint", records.now) > COMPLAINTS_PER_HOUR:
        raise Refused("too_many_tries")
    kept = records.complaints.add(person_id, text, records.now)
    records.audit.write("complaint", f"complaint:{kept}", None, what="filed")
    above = [one for one in records.people.colleagues() if one.supervises and one.person_id != person_id]
    facts: dict[str, Fact] = {"of": kept, "text": text}
    for one in above:
        records.outbox.post(Notice(to=one.person_id, kind="service_complaint", facts=facts))
    if not above:  # the group learns that one is there, not what it says
        records.outbox.post(Notice(to=None, kind="complaint_waits"))
    return kept


async def ask_for_answer(query: CallbackQuery, guest: Guest, press: Press, state: FSMContext) -> None:
    """Asks a supervisor for the answer; refuses everybody else."""
    staff = guest.me.staff
    if staff is None or not staff.supervises or press.whole is None:
        await toast(query, guest.plain("button-unknown"), alert=True)
        return
    await toast(query)
    await state.set_state(Expecting.complaint_answer)
    await state.set_data({"complaint": press.whole})
    await say_here(query, guest.words("complaint-answer"), [[guest.button("button-leave-it", "leave_it")]])


async def answer_given(message: Message, guest: Guest, database: Database, state: FSMContext) -> None:
    """Sends the answer to whoever complained."""
    text = await _text_in_limit(message, guest)
    if text is None:
        return
    complaint_id = int((await state.get_data()).get("complaint", 0))
    await state.clear()
    try:
        await database.once(
            guest.ticket, partial(_store_answer, guest=guest, complaint_id=complaint_id, text=text)
        )
    except Refused as error:
        await say(message, refusal_words(guest, error))
        return
    await say(message, guest.words("complaint-answer-done"))


def _store_answer(records: SqlRecords, *, guest: Guest, complaint_id: int, text: str) -> str:
    staff, me = guest.me.staff, guest.me.person_id
    if staff is None or not staff.supervises or records.complaints.get(complaint_id).person_id == me:
        raise NotFound
    found = records.complaints.answer(complaint_id, text, me, records.now)
    records.audit.write("complaint", f"complaint:{complaint_id}", me, what="answered")
    records.outbox.post(Notice(to=found.person_id, kind="complaint_answered", facts={"text": text}))
    return "answered"


def complaint_router() -> Router:
    """A fresh router."""
    router = Router(name="complaint")
    router.message.filter(Private(), NotACommand())
    router.callback_query.filter(Private())
    router.callback_query.register(ask_for_complaint, Pressed("complain"))
    router.callback_query.register(ask_for_answer, Pressed("complaint_answer"))
    router.message.register(complaint_given, Expecting.complaint)
    router.message.register(answer_given, Expecting.complaint_answer)
    return router
