"""Entries of the discipline office's roster that wait for the approval of an officer."""

from collections.abc import Callable

from aiogram.types import CallbackQuery

from bot.callbacks import Keyboard, Press
from bot.dialogs.sealed.shared import Event, send_protected, sender_id, store_of
from bot.dialogs.shared.context import Guest
from bot.dialogs.shared.refusals import refusal_words
from bot.dialogs.shared.replies import remove_buttons, toast
from mediation.errors import NotFound, Refused
from mediation.sealed.model import Officer
from mediation.sealed.roster import PendingEntry, SealedRoster, agree, disagree, entries_to_confirm
from storage.sealed.records import SqlSealedRecords
from storage.sealed.store import SealedStore

PresentEntries = dict[int, tuple[Officer, str]]


async def show_wishes(event: Event, guest: Guest, sealed_store: SealedStore | None) -> None:
    """Each entry that this officer may approve or decline."""
    wishes, before = await store_of(guest, sealed_store).run(lambda r: _wishes(r, sender_id(event)))
    for wish in wishes:
        rows: Keyboard = [
            [
                guest.button("button-officer-yes", "officer_yes", wish.id),
                guest.button("button-officer-no", "officer_no", wish.id),
            ]
        ]
        await send_protected(event, _wish_text(guest, wish, before), rows)


def _wishes(records: SqlSealedRecords, officer_id: int) -> tuple[list[PendingEntry], PresentEntries]:
    before = {one.id: (one, last.isoformat()) for one, _, last in records.roster()}
    return entries_to_confirm(records, officer_id), before


def _wish_text(guest: Guest, wish: PendingEntry, before: PresentEntries) -> str:
    html = guest.words(
        "sealed-wish",
        name=wish.officer.name,
        user=str(wish.officer.id),
        last=wish.last.isoformat(),
        until=wish.until.isoformat(),
        fallback=_yes_or_no(wish.officer.fallback),
    )
    if wish.officer.id not in before:
        return html
    now, last = before[wish.officer.id]
    entry = guest.words("sealed-wish-before", name=now.name, last=last, fallback=_yes_or_no(now.fallback))
    return f"{html}\n\n{entry}"


def _yes_or_no(value: bool) -> str:
    return "yes" if value else "no"


async def approve_entry(
    query: CallbackQuery, guest: Guest, sealed_store: SealedStore | None, press: Press
) -> None:
    """Approves the entry; it holds at once."""
    await _decide_entry(query, guest, sealed_store, press, agree, "sealed-wish-agreed")


async def decline_entry(
    query: CallbackQuery, guest: Guest, sealed_store: SealedStore | None, press: Press
) -> None:
    """Declines the entry; the roster stays as it is."""
    await _decide_entry(query, guest, sealed_store, press, disagree, "sealed-wish-declined")


async def _decide_entry(
    query: CallbackQuery,
    guest: Guest,
    sealed_store: SealedStore | None,
    press: Press,
    act: Callable[[SealedRoster, int, str], PendingEntry],
    key: str,
) -> None:
    try:
        await store_of(guest, sealed_store).run(lambda r: act(r, sender_id(query), press.number))
    except NotFound:
        await toast(query, guest.plain("button-unknown"), alert=True)
        return
    except Refused as error:
        await toast(query, refusal_words(guest, error), alert=True)
        await remove_buttons(query)
        return
    await remove_buttons(query)
    await send_protected(query, guest.words(key), [[guest.button("button-sealed-list", "sealed_list")]])
