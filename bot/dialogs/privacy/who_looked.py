"""Who has seen one's name, when and why: what the audit keeps of it, in words."""

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.dialogs.answering import here, toast
from bot.dialogs.filters import Pressed, Private
from bot.dialogs.mydata.page import back
from bot.dialogs.tools import Guest
from bot.papers.collecting import collect
from bot.papers.mydata_lists import look_words

SHOWN = 10


async def looks(query: CallbackQuery, guest: Guest) -> None:
    """The newest ten; all of them are in the export."""
    mine = await guest.tools.database.run(lambda r: collect(r, guest.me.person_id).looks)
    await toast(query)
    lines = [
        guest.words(
            "looks-line",
            day=one.at.astimezone(guest.tools.zone).strftime("%Y-%m-%d %H:%M"),
            text=look_words(guest.tools.wording, guest.language, one),
        )
        for one in mine[-SHOWN:]
    ]
    await here(
        query, guest.words("looks", lines_html="\n".join(lines) or guest.words("looks-none")), back(guest)
    )


def looking_router() -> Router:
    """A fresh router."""
    router = Router(name="looking")
    router.callback_query.filter(Private())
    router.callback_query.register(looks, Pressed("looks"))
    return router
