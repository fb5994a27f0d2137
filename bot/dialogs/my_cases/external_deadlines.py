"""Deadlines outside (arbitration, court): which one, from which day; the owner is reminded in time."""

from datetime import date

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.callbacks import Button, Keyboard, Press
from bot.dialogs.my_cases.states import Expecting
from bot.dialogs.shared.context import Guest
from bot.dialogs.shared.filters import NotACommand, Pressed, Private
from bot.dialogs.shared.refusals import refusal_words
from bot.dialogs.shared.replies import say, say_here, toast
from knowledge.calculators.input.dates import whole_day
from mediation.access.case_access import own_case
from mediation.cases.external_deadlines import offered, outside, unwatch, watch
from mediation.deadlines.deadline import Deadline
from mediation.deadlines.rules import Clock, ClockTable
from mediation.errors import Refused
from storage.unit_of_work.database import Database
from storage.unit_of_work.records import SqlRecords


async def list_deadlines(
    query: CallbackQuery,
    guest: Guest,
    database: Database,
    clock_table: ClockTable,
    press: Press,
    state: FSMContext,
) -> None:
    """Lists the deadlines that may run for this case, and those that are watched."""
    await state.clear()

    def look(records: SqlRecords) -> tuple[list[Clock], dict[str, date]]:
        case = own_case(records, guest.me.person_id, press.number)
        rows = records.deadlines.of_case(press.number)
        watched = {row.kind: row.rolled for row in rows if row.stopped is None}
        return offered(clock_table, case.category), watched

    try:
        clocks, watched = await database.run(look)
    except Refused as error:
        await toast(query, refusal_words(guest, error), alert=True)
        return
    await toast(query)
    rows: Keyboard = []
    for clock in clocks:
        name, day = _name(guest, clock), watched.get(clock.kind)
        rows.append([Button(name, Press("guard_kind", press.number, clock.kind))])
        if day is not None:
            end = guest.plain("button-guard-end", due=day.isoformat())
            rows.append([Button(end, Press("guard_end", press.number, clock.kind))])
    rows.append([guest.button("button-stage", "stage", press.number)])
    await say_here(query, guest.words("guard"), rows)


async def ask_for_day(
    query: CallbackQuery, guest: Guest, clock_table: ClockTable, press: Press, state: FSMContext
) -> None:
    """Asks from which day the deadline counts; refuses an unknown one."""
    clock = next((one for one in clock_table.clock if one.kind == press.value), None)
    since = outside().since.get(clock.counted_from) if clock is not None else None
    if clock is None or since is None:
        await toast(query, guest.plain("button-unknown"), alert=True)
        return
    await toast(query)
    await state.set_state(Expecting.guard_day)
    await state.set_data({"number": press.number, "kind": press.value})
    asked = since.zh if guest.language.startswith("zh") else since.en
    html = guest.words("guard-since", clock=_name(guest, clock), asked=asked)
    await say_here(query, html, [[guest.button("button-leave-it", "leave_it")]])


async def day_given(
    message: Message, guest: Guest, database: Database, clock_table: ClockTable, state: FSMContext
) -> None:
    """Watches the deadline from that day; asks again for a day that cannot be read."""
    data = await state.get_data()
    day = whole_day((message.text or "").strip(), guest.today)
    if day is None:
        await say(message, guest.words("act-which-day"))
        return
    number, kind = str(data.get("number")), str(data.get("kind"))

    def work(records: SqlRecords) -> str:
        me = guest.me.person_id
        return _last_day(watch(records, clock_table, me, number, kind, day, guest.today, guest.zone))

    await state.clear()
    back: Keyboard = [[guest.button("button-stage", "stage", number)]]
    try:
        last = str(await database.once(guest.ticket, work))
    except Refused as error:
        await say(message, refusal_words(guest, error), back)
        return
    clock = clock_table.named(kind)
    await say(message, guest.words("guard-done", clock=_name(guest, clock), due=last), back)


async def stop_watching(
    query: CallbackQuery, guest: Guest, database: Database, clock_table: ClockTable, press: Press
) -> None:
    """Stops watching a deadline."""

    def work(records: SqlRecords) -> str:
        me = guest.me.person_id
        unwatch(records, clock_table, me, press.number, press.value, guest.today, guest.zone)
        return "ended"

    if press.value not in {one.kind for one in clock_table.clock if one.whose == "outside"}:
        await toast(query, guest.plain("button-unknown"), alert=True)
        return
    try:
        await database.once(guest.ticket, work)
    except Refused as error:
        await toast(query, refusal_words(guest, error), alert=True)
        return
    await toast(query, guest.plain("guard-ended"))


def _last_day(deadline: Deadline) -> str:
    return deadline.rolled.isoformat()


def _name(guest: Guest, clock: Clock) -> str:
    return clock.name.zh if guest.language.startswith("zh") else clock.name.en


def external_deadlines_router() -> Router:
    """A fresh router."""
    router = Router(name="external_deadlines")
    router.message.filter(Private(), NotACommand())
    router.callback_query.filter(Private())
    router.callback_query.register(list_deadlines, Pressed("guard"))
    router.callback_query.register(ask_for_day, Pressed("guard_kind"))
    router.callback_query.register(stop_watching, Pressed("guard_end"))
    router.message.register(day_given, Expecting.guard_day)
    return router
