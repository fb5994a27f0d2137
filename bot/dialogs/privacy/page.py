"""The page of /mydata: what is stored, how many, why, who reads it, how long; and the export."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.callbacks import Keyboard
from bot.dialogs.desk.comparison import case_line
from bot.dialogs.shared.context import Guest
from bot.dialogs.shared.filters import Pressed, Private
from bot.dialogs.shared.refusals import refusal_words
from bot.dialogs.shared.replies import say, say_here, toast
from bot.views.my_data import collect
from bot.views.my_data_lists import counts
from mediation.errors import Refused
from mediation.model.cases.case import Notice
from mediation.model.retention import What, retention
from storage.unit_of_work.database import Database
from storage.unit_of_work.records import SqlRecords

EXPORTS_PER_HOUR = 3
CASES_SHOWN = 10

PURPOSES: tuple[tuple[str, What | None], ...] = (
    ("contact", None),
    ("draft", What.DRAFTS),
    ("case", What.CLOSED),
    ("withdrawn", What.WITHDRAWN),
    ("campaign", What.RECIPIENTS),
    ("joint", None),
    ("question", None),
    ("care", What.CARE),
    ("call", What.CALLS),
    ("complaint", What.COMPLAINTS),
    ("looks", None),
    ("post", What.OUTBOX),
    ("audit", None),
)
"""What is kept for what, each with the class that says how long."""


def back_row(guest: Guest) -> Keyboard:
    """The row that leads back to the page."""
    return [[guest.button("button-mydata", "mydata"), guest.button("button-menu", "menu")]]


async def mydata_command(message: Message, guest: Guest, database: Database, state: FSMContext) -> None:
    """``/mydata``."""
    await state.clear()
    await say(message, await _page(guest, database), _page_buttons(guest))


async def mydata_pressed(query: CallbackQuery, guest: Guest, database: Database, state: FSMContext) -> None:
    """The same from a button."""
    await toast(query)
    await state.clear()
    await say_here(query, await _page(guest, database), _page_buttons(guest))


async def _page(guest: Guest, database: Database) -> str:
    mine = await database.run(lambda r: collect(r, guest.me.person_id))
    lines = [
        guest.words("mydata-count", label=guest.plain(f"mydata-what-{name}"), count=count)
        for name, count in counts(mine).items()
    ]
    lines += [case_line(guest, "alike-line", own.case) for own in mine.cases[:CASES_SHOWN]]
    language = guest.plain("language-name")
    return guest.words("mydata", value=language, lines_html="\n".join(lines))


def _page_buttons(guest: Guest) -> Keyboard:
    return [
        [guest.button("button-mydata-why", "mydata_why"), guest.button("button-export", "export")],
        [guest.button("button-fix", "fix"), guest.button("button-wipe", "wipe")],
        [guest.button("button-agreed", "agreed"), guest.button("button-explain", "explain")],
        [guest.button("button-looks", "looks"), guest.button("button-complain", "complain")],
        [guest.button("button-menu", "menu")],
    ]


async def show_purposes(query: CallbackQuery, guest: Guest) -> None:
    """Purpose by purpose: what for, who reads it, how long."""
    await toast(query)
    days = {one.key: one.days for one in retention().kept}
    lines = [
        guest.words(f"purpose-{name}", days=days[kept] if kept is not None else 0) for name, kept in PURPOSES
    ]
    await say_here(query, guest.words("mydata-why", lines_html="\n".join(lines)), back_row(guest))


async def order_export(query: CallbackQuery, guest: Guest, database: Database) -> None:
    """Orders two files as letters, whose content is read when they are sent; refuses too many per hour."""

    def order(records: SqlRecords) -> str:
        me = guest.me.person_id
        if records.people.count_try(me, "export", records.now) > EXPORTS_PER_HOUR:
            raise Refused("too_many_tries")
        records.outbox.post(Notice(to=me, kind="export_html", key=f"export_html:{me}"))
        records.outbox.post(Notice(to=me, kind="export_json", key=f"export_json:{me}"))
        records.audit.write("taken_along", f"person:{me}", me)
        return "ordered"

    try:
        await database.once(guest.ticket, order)
    except Refused as error:
        await toast(query, refusal_words(guest, error), alert=True)
        return
    await toast(query)
    await say_here(query, guest.words("export-coming"), back_row(guest))


def own_data_page_router() -> Router:
    """A fresh router."""
    router = Router(name="privacy_page")
    router.message.filter(Private())
    router.callback_query.filter(Private())
    router.message.register(mydata_command, Command("mydata"))
    router.callback_query.register(mydata_pressed, Pressed("mydata"))
    router.callback_query.register(show_purposes, Pressed("mydata_why"))
    router.callback_query.register(order_export, Pressed("export"))
    return router
