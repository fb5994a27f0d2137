"""Moving an accusation filed as a case into the sealed store: copied, removed here, its traces deleted."""

from typing import NamedTuple

from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery

from bot.callbacks import Press
from bot.dialogs.sealed.case_as_report import concerned_of_case, parts_of_case, traces_of_case
from bot.dialogs.sealed.shared import is_open, store_of
from bot.dialogs.shared.context import Guest
from bot.dialogs.shared.refusals import refusal_words
from bot.dialogs.shared.replies import remove_buttons, say_here, toast
from mediation.errors import NotFound, Refused
from mediation.model.cases.content import Content
from mediation.procedure.acting import Procedure, may_act
from mediation.sealed.model import Named
from mediation.sealed.transfer import Traces, copy_in, let_go
from mediation.unmasking.ending import take_back_of_case
from storage.sealed.store import SealedStore
from storage.unit_of_work.database import Database
from storage.unit_of_work.records import SqlRecords

STEP = "seal"
COPY_TRIES = 5
"""Somebody may go on talking in the case while it is being copied."""


class CaseCopy(NamedTuple):
    """All of a case that is moved."""

    parts: list[Content]
    about: tuple[Named, ...]
    owner: tuple[int, str] | None
    traces: Traces


async def ask_to_transfer(
    query: CallbackQuery,
    guest: Guest,
    database: Database,
    sealed_store: SealedStore | None,
    press: Press,
    state: FSMContext,
    procedure: Procedure,
) -> None:
    """Asks for a confirmation; refuses where sealing is not open to this person."""
    try:
        await database.run(lambda r: _may_seal(r, guest, procedure, press.number))
        if not await is_open(guest, sealed_store):
            raise Refused("step_not_now")
    except Refused as error:
        await toast(query, refusal_words(guest, error), alert=True)
        return
    await state.clear()
    await toast(query)
    rows = [
        [guest.button("button-seal-yes", "seal_yes", press.number)],
        [guest.button("button-keep-it", "stage", press.number)],
    ]
    await say_here(query, guest.words("seal-sure", number=press.number), rows)


async def transfer_case(
    query: CallbackQuery,
    guest: Guest,
    database: Database,
    sealed_store: SealedStore | None,
    group_chat: int,
    press: Press,
    procedure: Procedure,
) -> None:
    """Moves the case; pressed again, or replayed after a crash, it goes on where it stopped."""
    if not await is_open(guest, sealed_store):
        await toast(query, guest.plain("button-unknown"), alert=True)
        return
    try:
        await _transfer(guest, database, sealed_store, group_chat, procedure, press.number)
    except Refused as error:
        if not isinstance(error, NotFound) or not await _was_released(
            guest, database, sealed_store, press.number
        ):
            await toast(query, refusal_words(guest, error), alert=True)
            return
    await toast(query)
    await remove_buttons(query)
    await say_here(query, guest.words("seal-done"), [[guest.button("button-menu", "menu")]])


async def _was_released(
    guest: Guest, database: Database, sealed_store: SealedStore | None, number: str
) -> bool:
    """Whether the case was copied and removed before, and only its release was left to do."""
    gone = await database.run(lambda r: r.cases.is_free(number))
    return gone and await store_of(guest, sealed_store).run(lambda r: let_go(r, number))


async def _transfer(
    guest: Guest,
    database: Database,
    sealed_store: SealedStore | None,
    group_chat: int,
    procedure: Procedure,
    number: str,
) -> None:
    for _ in range(COPY_TRIES):
        found = await database.run(lambda r: _collect(r, guest, group_chat, procedure, number))
        await store_of(guest, sealed_store).run(lambda r: copy_in(r, number, *found))  # noqa: B023 - awaited in the same round
        if await database.run(
            lambda r: _remove_case(r, guest, procedure, number, found.parts)  # noqa: B023
        ):
            await store_of(guest, sealed_store).run(lambda r: let_go(r, number))
            return
    raise Refused("step_not_now")


def _may_seal(records: SqlRecords, guest: Guest, procedure: Procedure, number: str) -> None:
    _, steps = may_act(records, procedure, number, guest.me.person_id, guest.today)
    if STEP not in {one.do for one in steps}:
        raise Refused("step_not_now")


def _collect(
    records: SqlRecords, guest: Guest, group_chat: int, procedure: Procedure, number: str
) -> CaseCopy:
    _may_seal(records, guest, procedure, number)
    case = records.cases.get(number)
    chat = records.people.chat_of(case.owner_id)
    language = records.people.language(case.owner_id)
    return CaseCopy(
        parts_of_case(records, guest, case),
        concerned_of_case(records, number),
        (chat, language) if chat is not None else None,
        traces_of_case(records, case, group_chat),
    )


def _remove_case(
    records: SqlRecords, guest: Guest, procedure: Procedure, number: str, copied: list[Content]
) -> bool:
    """False when something was said or changed since it was copied."""
    _may_seal(records, guest, procedure, number)
    if parts_of_case(records, guest, records.cases.get(number)) != copied:
        return False
    take_back_of_case(records, number)
    records.case_removal.case(number)
    records.audit.write("sealed", "store", None)
    return True
