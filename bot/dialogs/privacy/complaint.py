"""A complaint about the service: to the supervisors without a name, answered, tied to no rating."""

from functools import partial

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.callbacks import Press
from bot.dialogs.privacy.page import back
from bot.dialogs.privacy.states import Expecting
from bot.dialogs.shared.context import Guest
from bot.dialogs.shared.filters import NotACommand, Pressed, Private
from bot.dialogs.shared.refusals import refused
from bot.dialogs.shared.replies import here, say, toast
from mediation.errors import NotFound, Refused
from mediation.model.cases.case import Fact, Notice
from storage.unit_of_work.database import Database
from storage.unit_of_work.records import SqlRecords

PER_HOUR = 5
LIMIT = 500


async def begin(query: CallbackQuery, guest: Guest, state: FSMContext) -> None:
    """Ask for it."""
    await toast(query)
    await state.set_state(Expecting.complaint)
    await here(query, guest.words("complain"), [[guest.button("button-leave-it", "leave_it")]])


async def _words(message: Message, guest: Guest) -> str | None:
    text = (message.text or "").strip()
    if 0 < len(text) <= LIMIT:
        return text
    await say(message, guest.words("reason-length", limit=LIMIT))
    return None


async def told(message: Message, guest: Guest, database: Database, state: FSMContext) -> None:
    """Keep it, and tell the supervisors."""
    text = await _words(message, guest)
    if text is None:
        return
    await state.clear()
    try:
        await database.once(guest.ticket, partial(_file, person_id=guest.me.person_id, text=text))
    except Refused as error:
        await say(message, refused(guest, error), back(guest))
        return
    await say(message, guest.words("complain-done"), back(guest))


def _file(records: SqlRecords, *, person_id: int, text: str) -> int:
    if records.people.count_try(person_id, "complaint", records.now) > PER_HOUR:
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


async def answer(query: CallbackQuery, guest: Guest, press: Press, state: FSMContext) -> None:
    """A supervisor answers."""
    staff = guest.me.staff
    if staff is None or not staff.supervises or press.whole is None:
        await toast(query, guest.plain("button-unknown"), alert=True)
        return
    await toast(query)
    await state.set_state(Expecting.complaint_answer)
    await state.set_data({"complaint": press.whole})
    await here(query, guest.words("complaint-answer"), [[guest.button("button-leave-it", "leave_it")]])


async def answered(message: Message, guest: Guest, database: Database, state: FSMContext) -> None:
    """The answer goes to whoever complained."""
    text = await _words(message, guest)
    if text is None:
        return
    complaint_id = int((await state.get_data()).get("complaint", 0))
    await state.clear()
    try:
        await database.once(guest.ticket, partial(_answer, guest=guest, complaint_id=complaint_id, text=text))
    except Refused as error:
        await say(message, refused(guest, error))
        return
    await say(message, guest.words("complaint-answer-done"))


def _answer(records: SqlRecords, *, guest: Guest, complaint_id: int, text: str) -> str:
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
    router.callback_query.register(begin, Pressed("complain"))
    router.callback_query.register(answer, Pressed("complaint_answer"))
    router.message.register(told, Expecting.complaint)
    router.message.register(answered, Expecting.complaint_answer)
    return router
