"""The list of matters for those who register, decide and supervise; sent papers; the owner's timeline."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.callbacks import Button, Keyboard, Press
from bot.dialogs.shared.context import Guest
from bot.dialogs.shared.filters import Pressed, Private
from bot.dialogs.shared.refusals import refusal_words
from bot.dialogs.shared.replies import say, say_here, toast
from bot.papers.chat import as_chat
from mediation.access.case_access import own_case
from mediation.errors import NotFound, Refused
from mediation.model.procedure.sent_paper import SentPaper
from mediation.model.procedure.table import Part
from mediation.procedure.acting import Procedure
from mediation.procedure.clocks import WATCHES
from mediation.procedure.owner_view import FOR_STAFF, owner_sees
from mediation.standing.standing import parts_of
from storage.procedure.matters import ListedMatter
from storage.unit_of_work.database import Database
from storage.unit_of_work.records import SqlRecords

MATTERS_SHOWN = 30
ENDED = frozenset({"closed", "withdrawn", "care"})


def my_matters(
    records: SqlRecords, guest: Guest, procedure: Procedure
) -> list[tuple[ListedMatter, str | None, bool]]:
    """Open matters in which this person has a part other than owner: late ones first, then by last day.

    Each with the shown last day of its nearest duty, and whether that is over.
    """
    me, found = guest.me.person_id, []
    running = records.deadlines.running()
    days: dict[str, str] = {}
    late: set[str] = set()
    for row in running:
        deadline = row.read(procedure.clocks)
        if deadline.clock.whose == "duty" and row.kind not in WATCHES:
            days.setdefault(row.case_number, row.rolled.isoformat())
            if guest.today > deadline.last_day:
                late.add(row.case_number)
    for listed in records.matters.listed():
        number = listed.matter.number
        if listed.matter.state in ENDED:
            continue
        parts = parts_of(records, records.cases.get(number), listed.matter, me, guest.today)
        if parts - {Part.OWNER}:
            found.append((listed, days.get(number), number in late))
    return sorted(found, key=lambda one: (not one[2], one[1] or "9999", one[0].matter.number))


async def matters_command(
    message: Message, guest: Guest, database: Database, state: FSMContext, procedure: Procedure
) -> None:
    """``/matters``."""
    await state.clear()
    html, rows = await _list(guest, database, procedure)
    await say(message, html, rows)


async def matters_pressed(
    query: CallbackQuery, guest: Guest, database: Database, state: FSMContext, procedure: Procedure
) -> None:
    """The same from a button."""
    await toast(query)
    await state.clear()
    html, rows = await _list(guest, database, procedure)
    await say_here(query, html, rows)


async def _list(guest: Guest, database: Database, procedure: Procedure) -> tuple[str, Keyboard]:
    found = await database.run(lambda r: my_matters(r, guest, procedure))
    rows: Keyboard = [[_row(guest, *one)] for one in found[:MATTERS_SHOWN]]
    if guest.me.staff is not None and guest.me.staff.supervises:
        rows.append([guest.button("button-register", "register")])
    rows.append([guest.button("button-menu", "menu")])
    late = sum(one[2] for one in found)
    return guest.words("matters" if found else "matters-none", count=len(found), late=late), rows


def _row(guest: Guest, listed: ListedMatter, day: str | None, late: bool) -> Button:
    text = guest.plain(
        "matters-row",
        number=listed.matter.number,
        stage=guest.plain(f"stage-{listed.matter.state.replace('_', '-')}"),
        due=day or "none",
        late="yes" if late else "no",
    )
    return Button(text, Press("stage", listed.matter.number))


async def show_paper(query: CallbackQuery, guest: Guest, database: Database, press: Press) -> None:
    """Shows a sent paper word for word; the reading is audited. Refuses strangers and papers for staff."""

    def read(records: SqlRecords) -> SentPaper:
        case, matter = records.cases.get(press.number), records.matters.get(press.number)
        parts = parts_of(records, case, matter, guest.me.person_id, guest.today)
        kept = records.papers.get(press.whole or 0)
        hidden = parts == {Part.OWNER} and kept.paper.kind in FOR_STAFF
        if not parts or kept.case_number != press.number or hidden:
            raise NotFound
        records.audit.write("read", press.number, guest.me.person_id, what="paper", id=kept.id)
        return kept

    try:
        kept = await database.run(read)
    except Refused as error:
        await toast(query, refusal_words(guest, error), alert=True)
        return
    await toast(query)
    *pages, last = as_chat(kept.paper)
    for page in pages:
        await say_here(query, page)
    await say_here(query, last, [[guest.button("button-stage", "stage", press.number)]])


LINES_SHOWN = 40


async def show_timeline(
    query: CallbackQuery, guest: Guest, database: Database, press: Press, procedure: Procedure
) -> None:
    """Steps and days for the owner: no names, no reasons, nothing internal."""

    def read(records: SqlRecords) -> list[str]:
        own_case(records, guest.me.person_id, press.number)
        lines = []
        for one in records.cases.history(press.number):
            if owner_sees(procedure.table, one):
                day = one.at.astimezone(guest.zone).strftime("%Y-%m-%d")
                lines.append(guest.words("timeline-line", day=day, step=_step(guest, procedure, one.trigger)))
        return lines[-LINES_SHOWN:]

    try:
        lines = await database.run(read)
    except Refused as error:
        await toast(query, refusal_words(guest, error), alert=True)
        return
    await toast(query)
    html = guest.words("timeline", number=press.number, lines_html="\n".join(lines))
    await say_here(query, html, [[guest.button("button-stage", "stage", press.number)]])


def _step(guest: Guest, procedure: Procedure, trigger: str) -> str:
    return procedure.step_words(guest.language, trigger)


def procedure_list_router() -> Router:
    """A fresh router."""
    router = Router(name="procedure_list")
    router.message.filter(Private())
    router.callback_query.filter(Private())
    router.message.register(matters_command, Command("matters"))
    router.callback_query.register(matters_pressed, Pressed("matters"))
    router.callback_query.register(show_timeline, Pressed("timeline"))
    router.callback_query.register(show_paper, Pressed("paper"))
    return router
