"""Who has seen one's name, when and why, from the audit log."""

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.dialogs.privacy.page import back_row
from bot.dialogs.shared.context import Guest
from bot.dialogs.shared.filters import Pressed, Private
from bot.dialogs.shared.replies import say_here, toast
from bot.views.my_data import collect
from bot.views.my_data_lists import look_words
from storage.unit_of_work.database import Database

LOOKS_SHOWN = 10


async def show_looks(query: CallbackQuery, guest: Guest, database: Database) -> None:
    """The newest ten; all of them are in the export."""
    mine = await database.run(lambda r: collect(r, guest.me.person_id).looks)
    await toast(query)
    lines = [
        guest.words(
            "looks-line",
            day=one.at.astimezone(guest.zone).strftime("%Y-%m-%d %H:%M"),
            text=look_words(guest.wording, guest.language, one),
        )
        for one in mine[-LOOKS_SHOWN:]
    ]
    await say_here(
        query, guest.words("looks", lines_html="\n".join(lines) or guest.words("looks-none")), back_row(guest)
    )


def who_looked_router() -> Router:
    """A fresh router."""
    router = Router(name="who_looked")
    router.callback_query.filter(Private())
    router.callback_query.register(show_looks, Pressed("looks"))
    return router
