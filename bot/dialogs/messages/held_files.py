"""Programs and archives: only staff who ask for such a file get it."""

from functools import partial

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.callbacks import Press
from bot.dialogs.shared.context import Guest
from bot.dialogs.shared.filters import Pressed, Private
from bot.dialogs.shared.refusals import refusal_words
from bot.dialogs.shared.replies import remove_buttons, toast
from mediation.errors import Refused
from mediation.messages.talk import take_file
from storage.unit_of_work.database import Database
from storage.unit_of_work.records import SqlRecords


async def take_file_anyway(query: CallbackQuery, guest: Guest, database: Database, press: Press) -> None:
    """Sends the file to whoever pressed; refuses those without access to the case."""
    try:
        await database.once(
            guest.ticket, partial(_take_file, person_id=guest.me.person_id, said_id=press.whole or 0)
        )
    except Refused as error:
        await toast(query, refusal_words(guest, error), alert=True)
        return
    await toast(query)
    await remove_buttons(query)


def _take_file(records: SqlRecords, *, person_id: int, said_id: int) -> str:
    take_file(records, person_id, said_id)
    return "taken"


def held_files_router() -> Router:
    """A fresh router."""
    router = Router(name="held_files")
    router.callback_query.filter(Private())
    router.callback_query.register(take_file_anyway, Pressed("take_file"))
    return router
