"""An accusation that was filed as an ordinary case goes over: copied, taken out here, its traces removed."""

from typing import NamedTuple

from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery

from bot.callbacks import Press
from bot.dialogs.sealed.case_as_report import about_of_case, parts_of_case, traces_of_case
from bot.dialogs.sealed.shared import is_open, store
from bot.dialogs.shared.context import Guest
from bot.dialogs.shared.refusals import refused
from bot.dialogs.shared.replies import here, toast, without_buttons
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
TRIES = 5
"""Somebody may go on talking in the case while it is being copied."""


class Misrouted(NamedTuple):
    """All of a case that goes over."""

    parts: list[Content]
    about: tuple[Named, ...]
    owner: tuple[int, str] | None
    traces: Traces


async def asked(
    query: CallbackQuery,
    guest: Guest,
    database: Database,
    sealed_store: SealedStore | None,
    press: Press,
    state: FSMContext,
    procedure: Procedure,
) -> None:
    """What will happen, before it happens."""
    try:
        await database.run(lambda r: _may_seal(r, guest, procedure, press.number))
        if not await is_open(guest, sealed_store):
            raise Refused("step_not_now")
    except Refused as error:
        await toast(query, refused(guest, error), alert=True)
        return
    await state.clear()
    await toast(query)
    rows = [
        [guest.button("button-seal-yes", "seal_yes", press.number)],
        [guest.button("button-keep-it", "stage", press.number)],
    ]
    await here(query, guest.words("seal-sure", number=press.number), rows)


async def done(
    query: CallbackQuery,
    guest: Guest,
    database: Database,
    sealed_store: SealedStore | None,
    group_chat: int,
    press: Press,
    procedure: Procedure,
) -> None:
    """Do it; pressed again, or replayed after a crash, it goes on where it stopped."""
    if not await is_open(guest, sealed_store):
        await toast(query, guest.plain("button-unknown"), alert=True)
        return
    try:
        await _move(guest, database, sealed_store, group_chat, procedure, press.number)
    except Refused as error:
        if not isinstance(error, NotFound) or not await _goes_on(guest, database, sealed_store, press.number):
            await toast(query, refused(guest, error), alert=True)
            return
    await toast(query)
    await without_buttons(query)
    await here(query, guest.words("seal-done"), [[guest.button("button-menu", "menu")]])


async def _goes_on(guest: Guest, database: Database, sealed_store: SealedStore | None, number: str) -> bool:
    """It had been copied and taken out, and not let go of: only that is left to do."""
    gone = await database.run(lambda r: r.cases.is_free(number))
    return gone and await store(guest, sealed_store).run(lambda r: let_go(r, number))


async def _move(
    guest: Guest,
    database: Database,
    sealed_store: SealedStore | None,
    group_chat: int,
    procedure: Procedure,
    number: str,
) -> None:
    for _ in range(TRIES):
        found = await database.run(lambda r: _collect(r, guest, group_chat, procedure, number))
        await store(guest, sealed_store).run(lambda r: copy_in(r, number, *found))  # noqa: B023 - awaited in the same round
        if await database.run(
            lambda r: _take_out(r, guest, procedure, number, found.parts)  # noqa: B023
        ):
            await store(guest, sealed_store).run(lambda r: let_go(r, number))
            return
    raise Refused("step_not_now")


def _may_seal(records: SqlRecords, guest: Guest, procedure: Procedure, number: str) -> None:
    _, steps = may_act(records, procedure, number, guest.me.person_id, guest.today)
    if STEP not in {one.do for one in steps}:
        raise Refused("step_not_now")


def _collect(
    records: SqlRecords, guest: Guest, group_chat: int, procedure: Procedure, number: str
) -> Misrouted:
    _may_seal(records, guest, procedure, number)
    case = records.cases.get(number)
    chat = records.people.chat_of(case.owner_id)
    language = records.people.language(case.owner_id)
    return Misrouted(
        parts_of_case(records, guest, case),
        about_of_case(records, number),
        (chat, language) if chat is not None else None,
        traces_of_case(records, case, group_chat),
    )


def _take_out(
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
