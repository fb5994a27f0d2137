"""The desk of the discipline office; for anybody else its commands and buttons do not exist."""

from collections.abc import Callable
from typing import Any

from aiogram.exceptions import TelegramBadRequest
from aiogram.filters import Filter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.callbacks import Button, Keyboard, Press
from bot.dialogs.sealed.return_with_code import part_line, state_words
from bot.dialogs.sealed.roster import show_wishes
from bot.dialogs.sealed.shared import Event, content_of, message_key, send_protected, sender_id, store_of
from bot.dialogs.shared.awaited_answers import Sealed
from bot.dialogs.shared.context import Guest
from bot.dialogs.shared.main_menu import leave_conversation
from bot.dialogs.shared.replies import say, say_here, toast
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

REPORTS_SHOWN = 30
PIECE_CHARS = 3000
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
        """False where there is no sealed store."""
        sealed = sealed_store
        return sealed is not None and await sealed.run(lambda r: r.is_officer(sender_id(event)))


async def list_reports(
    event: Event, guest: Guest, database: Database, sealed_store: SealedStore | None, state: FSMContext
) -> None:
    """``/sealed``: the reports this officer may read, longest unchanged first; then entries to approve."""
    await leave_conversation(guest, database, state)
    reports = await store_of(guest, sealed_store).run(lambda r: list_sealed(r, sender_id(event)))
    reports.sort(key=lambda one: one.state is ReportState.CLOSED)
    rows: Keyboard = [
        [Button(_report_label(guest, one), Press("sealed_read", one.id))] for one in reports[:REPORTS_SHOWN]
    ]
    html = guest.words("sealed-list", count=len(reports)) if reports else guest.words("sealed-list-empty")
    await send_protected(event, html, rows)
    await show_wishes(event, guest, sealed_store)


def _report_label(guest: Guest, report: SealedReport) -> str:
    return f"{report.id[:6]} · {report.changed_on.isoformat()} · {state_words(guest, report.state)}"


async def read_report(
    query: CallbackQuery, guest: Guest, sealed_store: SealedStore | None, press: Press
) -> None:
    """Shows all parts and files of a report; the reading is stored. Refuses reports of others."""
    try:
        parts = await store_of(guest, sealed_store).run(
            lambda r: read_sealed(r, sender_id(query), press.number)
        )
    except Refused:
        await toast(query, guest.plain("button-unknown"), alert=True)
        return
    await toast(query)
    for part in parts:
        await _show_part(query, guest, part)
    number = press.number
    rows: Keyboard = [
        [guest.button("button-sealed-answer", "sealed_answer", number)],
        [guest.button(MARK_BUTTONS[one], "sealed_mark", number, one.value) for one in MARKS],
        [guest.button("button-sealed-close", "sealed_close", number)],
        [guest.button("button-sealed-list", "sealed_list")],
    ]
    await send_protected(query, guest.words("sealed-what-next", id=number[:6]), rows)


async def _show_part(query: CallbackQuery, guest: Guest, part: SealedPart) -> None:
    text = part.content.text or ""
    for at in range(0, max(len(text), 1), PIECE_CHARS):
        piece = part._replace(content=part.content.model_copy(update={"text": text[at : at + PIECE_CHARS]}))
        await send_protected(query, part_line(guest, piece, PIECE_CHARS, officer=True), [])
    if part.content.file is not None and query.bot is not None:
        send: Callable[..., Any] = getattr(query.bot, f"send_{part.content.kind}")
        try:
            await send(sender_id(query), part.content.file, protect_content=True)
        except TelegramBadRequest:
            await send_protected(query, guest.words("sealed-file-gone"), [])


async def mark_report(
    query: CallbackQuery, guest: Guest, sealed_store: SealedStore | None, press: Press
) -> None:
    """Sets how far the report is."""
    try:
        state = ReportState(press.value)
        await store_of(guest, sealed_store).run(
            lambda r: mark_sealed(r, sender_id(query), press.number, state)
        )
    except (Refused, ValueError):
        await toast(query, guest.plain("button-unknown"), alert=True)
        return
    await toast(query, guest.plain("sealed-marked", state=state_words(guest, state)), alert=True)


async def ask_for_answer(
    query: CallbackQuery,
    guest: Guest,
    database: Database,
    sealed_store: SealedStore | None,
    press: Press,
    state: FSMContext,
) -> None:
    """Asks for the answer to whoever reported."""
    await _ask_for_text(query, guest, database, sealed_store, press, state, close=False)


async def ask_for_closing_reason(
    query: CallbackQuery,
    guest: Guest,
    database: Database,
    sealed_store: SealedStore | None,
    press: Press,
    state: FSMContext,
) -> None:
    """Asks why the report is closed; whoever reported reads it."""
    await _ask_for_text(query, guest, database, sealed_store, press, state, close=True)


async def _ask_for_text(
    query: CallbackQuery,
    guest: Guest,
    database: Database,
    sealed_store: SealedStore | None,
    press: Press,
    state: FSMContext,
    *,
    close: bool,
) -> None:
    mine = await store_of(guest, sealed_store).run(
        lambda r: {one.id for one in list_sealed(r, sender_id(query))}
    )
    if press.number not in mine:
        await toast(query, guest.plain("button-unknown"), alert=True)
        return
    await leave_conversation(guest, database, state)
    await state.set_state(Sealed.closing if close else Sealed.answer)
    await state.set_data({"report": press.number})
    await toast(query)
    key = "sealed-close-why" if close else "sealed-answer-what"
    await say_here(query, guest.words(key), [[guest.button("button-sealed-list", "sealed_list")]])


async def answer_given(
    message: Message, guest: Guest, sealed_store: SealedStore | None, max_file_bytes: int, state: FSMContext
) -> None:
    """Stores an answer or a question, which can be read with the code."""
    await _store_text(
        message, guest, sealed_store, max_file_bytes, state, answer_sealed, "sealed-answer-done"
    )


async def closing_reason_given(
    message: Message, guest: Guest, sealed_store: SealedStore | None, max_file_bytes: int, state: FSMContext
) -> None:
    """Closes the report with its reason; refuses one that was never answered."""
    await _store_text(message, guest, sealed_store, max_file_bytes, state, close_sealed, "sealed-close-done")


async def _store_text(
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
        act(records, sender_id(message), report, content, message_key(message))

    back: Keyboard = [[guest.button("button-sealed-list", "sealed_list")]]
    try:
        await store_of(guest, sealed_store).run(work)
    except Refused as error:
        key = "refused-answer-first" if error.code == "answer_first" else "button-unknown"
        await say(message, guest.words(key), back)
        return
    await state.clear()
    await say(message, guest.words(done), back)
