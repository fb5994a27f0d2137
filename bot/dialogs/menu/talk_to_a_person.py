"""Calling a person: files a short case with a short claim clock, so that a named mediator answers."""

from asyncio import to_thread
from datetime import timedelta
from functools import partial

from aiogram import Router
from aiogram.filters import Command
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.callbacks import Keyboard
from bot.dialogs.shared.context import Guest
from bot.dialogs.shared.filters import Pressed, Private
from bot.dialogs.shared.refusals import refusal_words
from bot.dialogs.shared.replies import say, say_here, toast
from mediation.cases.filing import Concern, file_concern
from mediation.deadlines.rules import ClockTable
from mediation.errors import Refused
from mediation.model.cases.content import Content
from mediation.model.cases.numbers import ReceiptCode, new_receipt_code
from mediation.procedure.matters import open_matter
from storage.unit_of_work.database import Database
from storage.unit_of_work.records import SqlRecords

CALLS_PER_HOUR = 3
CATEGORY = "MISC"


def _call_buttons(guest: Guest) -> Keyboard:
    return [[guest.button("button-call-now", "human_yes")], [guest.button("button-menu", "menu")]]


async def human_command(message: Message, guest: Guest) -> None:
    """``/human``: explains what a call does."""
    await say(message, guest.words("human"), _call_buttons(guest))


async def human_pressed(query: CallbackQuery, guest: Guest) -> None:
    """The same from a button."""
    await toast(query)
    await say_here(query, guest.words("human"), _call_buttons(guest))


async def call_person(
    query: CallbackQuery,
    guest: Guest,
    database: Database,
    clock_table: ClockTable,
    claim_human_within: timedelta,
    state: FSMContext,
) -> None:
    """Files the case and makes it current; refuses more than three calls per hour."""
    code = await to_thread(new_receipt_code)
    try:
        number = await database.once(
            guest.ticket,
            partial(
                _file_call,
                guest=guest,
                clock_table=clock_table,
                claim_human_within=claim_human_within,
                code=code,
            ),
        )
    except Refused as error:
        await toast(query, refusal_words(guest, error), alert=True)
        return
    await state.clear()  # from now on, what is written here belongs to the new case
    await toast(query)
    await say_here(query, guest.words("human-called", number=str(number)))


def _file_call(
    records: SqlRecords,
    *,
    guest: Guest,
    clock_table: ClockTable,
    claim_human_within: timedelta,
    code: ReceiptCode,
) -> str:
    person = guest.me.person_id
    if records.people.count_try(person, "human", records.now) > CALLS_PER_HOUR:
        raise Refused("called_already")
    story = Content(text=guest.plain("human-story"))
    concern = Concern(parts=[(story, None)], account={}, category=CATEGORY)
    receipt = file_concern(records, person, concern, code, claim_human_within)
    case = records.cases.get(receipt.number)
    open_matter(records, clock_table, case, guest.today, guest.zone)
    records.people.sit_down(person, receipt.number)
    return receipt.number


def talk_to_a_person_router() -> Router:
    """A fresh router."""
    router = Router(name="talk_to_a_person")
    router.message.register(human_command, Private(), Command("human"))
    router.callback_query.register(human_pressed, Private(), Pressed("human"))
    router.callback_query.register(call_person, Private(), Pressed("human_yes"))
    return router
