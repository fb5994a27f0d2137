"""The desk of the discipline office. To anybody else none of this is there: the answer is the usual one."""

from collections.abc import Callable
from typing import Any

from aiogram.exceptions import TelegramBadRequest
from aiogram.filters import Filter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.callbacks import Button, Keyboard, Press
from bot.dialogs.sealed.return_with_code import line, state_words
from bot.dialogs.sealed.roster import show_wishes
from bot.dialogs.sealed.shared import Event, content_of, guarded, once, store, who
from bot.dialogs.shared.awaited_answers import Sealed
from bot.dialogs.shared.context import Guest
from bot.dialogs.shared.main_menu import leave_conversation
from bot.dialogs.shared.replies import here, say, toast
from mediation.errors import Refused
from mediation.sealed.model import SealedRecords
from mediation.sealed.reports import (
    MARKS,
    ReportState,
    SealedPart,
    SealedReport,
    answer_sealed,
    close_sealed,
    list_sealed,
    mark_sealed,
    read_sealed,
)
from storage.sealed.store import SealedStore
from storage.unit_of_work.database import Database

LISTED = 30
PIECE = 3000
"""Characters of one message; with its head and markup it surely fits."""
MARK_BUTTONS = {
    ReportState.RECEIVED: "button-sealed-received",
    ReportState.IN_WORK: "button-sealed-at-work",
    ReportState.ANSWERED: "button-sealed-answered",
}


class Officer(Filter):
    """Somebody on the sealed roster today."""

    async def __call__(
        self, event: Message | CallbackQuery, guest: Guest, sealed_store: SealedStore | None
    ) -> bool:
        """False where there is no sealed store at all."""
        sealed = sealed_store
        return sealed is not None and await sealed.run(lambda r: r.is_officer(who(event)))


async def listed(
    event: Event, guest: Guest, database: Database, sealed_store: SealedStore | None, state: FSMContext
) -> None:
    """``/sealed``: what this officer may read, the longest unchanged first; then what waits for a yes."""
    await leave_conversation(guest, database, state)
    reports = await store(guest, sealed_store).run(lambda r: list_sealed(r, who(event)))
    reports.sort(key=lambda one: one.state is ReportState.CLOSED)
    rows: Keyboard = [[Button(_row(guest, one), Press("sealed_read", one.id))] for one in reports[:LISTED]]
    html = guest.words("sealed-list", count=len(reports)) if reports else guest.words("sealed-list-empty")
    await guarded(event, html, rows)
    await show_wishes(event, guest, sealed_store)


def _row(guest: Guest, report: SealedReport) -> str:
    return f"{report.id[:6]} · {report.changed_on.isoformat()} · {state_words(guest, report.state)}"


async def read(query: CallbackQuery, guest: Guest, sealed_store: SealedStore | None, press: Press) -> None:
    """All of it, files too; that they read it is kept."""
    try:
        parts = await store(guest, sealed_store).run(lambda r: read_sealed(r, who(query), press.number))
    except Refused:
        await toast(query, guest.plain("button-unknown"), alert=True)
        return
    await toast(query)
    for part in parts:
        await _show(query, guest, part)
    number = press.number
    rows: Keyboard = [
        [guest.button("button-sealed-answer", "sealed_answer", number)],
        [guest.button(MARK_BUTTONS[one], "sealed_mark", number, one.value) for one in MARKS],
        [guest.button("button-sealed-close", "sealed_close", number)],
        [guest.button("button-sealed-list", "sealed_list")],
    ]
    await guarded(query, guest.words("sealed-what-next", id=number[:6]), rows)


async def _show(query: CallbackQuery, guest: Guest, part: SealedPart) -> None:
    text = part.content.text or ""
    for at in range(0, max(len(text), 1), PIECE):
        piece = part._replace(content=part.content.model_copy(update={"text": text[at : at + PIECE]}))
        await guarded(query, line(guest, piece, PIECE, officer=True), [])
    if part.content.file is not None and query.bot is not None:
        send: Callable[..., Any] = getattr(query.bot, f"send_{part.content.kind}")
        try:
            await send(who(query), part.content.file, protect_content=True)
        except TelegramBadRequest:
            await guarded(query, guest.words("sealed-file-gone"), [])


async def mark(query: CallbackQuery, guest: Guest, sealed_store: SealedStore | None, press: Press) -> None:
    """How far it is."""
    try:
        state = ReportState(press.value)
        await store(guest, sealed_store).run(lambda r: mark_sealed(r, who(query), press.number, state))
    except (Refused, ValueError):
        await toast(query, guest.plain("button-unknown"), alert=True)
        return
    await toast(query, guest.plain("sealed-marked", state=state_words(guest, state)), alert=True)


async def answer(
    query: CallbackQuery,
    guest: Guest,
    database: Database,
    sealed_store: SealedStore | None,
    press: Press,
    state: FSMContext,
) -> None:
    """What is to be said to whoever reported?"""
    await _ask(query, guest, database, sealed_store, press, state, close=False)


async def close(
    query: CallbackQuery,
    guest: Guest,
    database: Database,
    sealed_store: SealedStore | None,
    press: Press,
    state: FSMContext,
) -> None:
    """Why is it over? They will read it."""
    await _ask(query, guest, database, sealed_store, press, state, close=True)


async def _ask(
    query: CallbackQuery,
    guest: Guest,
    database: Database,
    sealed_store: SealedStore | None,
    press: Press,
    state: FSMContext,
    *,
    close: bool,
) -> None:
    mine = await store(guest, sealed_store).run(lambda r: {one.id for one in list_sealed(r, who(query))})
    if press.number not in mine:
        await toast(query, guest.plain("button-unknown"), alert=True)
        return
    await leave_conversation(guest, database, state)
    await state.set_state(Sealed.closing if close else Sealed.answer)
    await state.set_data({"report": press.number})
    await toast(query)
    key = "sealed-close-why" if close else "sealed-answer-what"
    await here(query, guest.words(key), [[guest.button("button-sealed-list", "sealed_list")]])


async def answered(
    message: Message, guest: Guest, sealed_store: SealedStore | None, max_file_bytes: int, state: FSMContext
) -> None:
    """An answer or a question; whoever has the code reads it."""
    await _write(message, guest, sealed_store, max_file_bytes, state, answer_sealed, "sealed-answer-done")


async def closed(
    message: Message, guest: Guest, sealed_store: SealedStore | None, max_file_bytes: int, state: FSMContext
) -> None:
    """It is over."""
    await _write(message, guest, sealed_store, max_file_bytes, state, close_sealed, "sealed-close-done")


async def _write(
    message: Message,
    guest: Guest,
    sealed_store: SealedStore | None,
    max_file_bytes: int,
    state: FSMContext,
    act: Callable[..., None],
    done: str,
) -> None:
    content = await content_of(message, guest, max_file_bytes)
    if content is None:
        return
    report = str((await state.get_data()).get("report"))

    def work(records: SealedRecords) -> None:
        act(records, who(message), report, content, once(message))

    back: Keyboard = [[guest.button("button-sealed-list", "sealed_list")]]
    try:
        await store(guest, sealed_store).run(work)
    except Refused as error:
        key = "refused-answer-first" if error.code == "answer_first" else "button-unknown"
        await say(message, guest.words(key), back)
        return
    await state.clear()
    await say(message, guest.words(done), back)
