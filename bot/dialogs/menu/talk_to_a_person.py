"""The fourth door: a person, now. A short case is filed so that somebody named answers it."""

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
from bot.dialogs.shared.refusals import refused
from bot.dialogs.shared.replies import here, say, toast
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


def _choices(guest: Guest) -> Keyboard:
    return [[guest.button("button-call-now", "human_yes")], [guest.button("button-menu", "menu")]]


async def human(message: Message, guest: Guest) -> None:
    """``/human``."""
    await say(message, guest.words("human"), _choices(guest))


async def human_pressed(query: CallbackQuery, guest: Guest) -> None:
    """What will happen, before it happens."""
    await toast(query)
    await here(query, guest.words("human"), _choices(guest))


async def human_yes(
    query: CallbackQuery,
    guest: Guest,
    database: Database,
    clock_table: ClockTable,
    claim_human_within: timedelta,
    state: FSMContext,
) -> None:
    """Call somebody: the card goes to the group at once, with a short claim clock."""
    code = await to_thread(new_receipt_code)
    try:
        number = await database.once(
            guest.ticket,
            partial(
                _call, guest=guest, clock_table=clock_table, claim_human_within=claim_human_within, code=code
            ),
        )
    except Refused as error:
        await toast(query, refused(guest, error), alert=True)
        return
    await state.clear()  # from now on, what is written here belongs to the new case
    await toast(query)
    await here(query, guest.words("human-called", number=str(number)))


def _call(
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
    router.message.register(human, Private(), Command("human"))
    router.callback_query.register(human_pressed, Private(), Pressed("human"))
    router.callback_query.register(human_yes, Private(), Pressed("human_yes"))
    return router
