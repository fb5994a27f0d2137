"""An entry on the roster of the discipline office waits for the yes of an officer, in their own room."""

from collections.abc import Callable

from aiogram.types import CallbackQuery

from bot.callbacks import Keyboard, Press
from bot.dialogs.sealed.shared import Event, guarded, store, who
from bot.dialogs.shared.context import Guest
from bot.dialogs.shared.refusals import refused
from bot.dialogs.shared.replies import toast, without_buttons
from mediation.errors import NotFound, Refused
from mediation.sealed.model import Officer
from mediation.sealed.roster import PendingEntry, SealedRoster, agree, disagree, entries_to_confirm
from storage.sealed.records import SqlSealedRecords
from storage.sealed.store import SealedStore

Before = dict[int, tuple[Officer, str]]


async def show_wishes(event: Event, guest: Guest, sealed_store: SealedStore | None) -> None:
    """Each entry that this officer may answer, with a yes and a no below it."""
    wishes, before = await store(guest, sealed_store).run(lambda r: _waiting(r, who(event)))
    for wish in wishes:
        rows: Keyboard = [
            [
                guest.button("button-officer-yes", "officer_yes", wish.id),
                guest.button("button-officer-no", "officer_no", wish.id),
            ]
        ]
        await guarded(event, _words(guest, wish, before), rows)


def _waiting(records: SqlSealedRecords, officer_id: int) -> tuple[list[PendingEntry], Before]:
    before = {one.id: (one, last.isoformat()) for one, _, last in records.roster()}
    return entries_to_confirm(records, officer_id), before


def _words(guest: Guest, wish: PendingEntry, before: Before) -> str:
    html = guest.words(
        "sealed-wish",
        name=wish.officer.name,
        user=str(wish.officer.id),
        last=wish.last.isoformat(),
        until=wish.until.isoformat(),
        fallback=_yes(wish.officer.fallback),
    )
    if wish.officer.id not in before:
        return html
    now, last = before[wish.officer.id]
    entry = guest.words("sealed-wish-before", name=now.name, last=last, fallback=_yes(now.fallback))
    return f"{html}\n\n{entry}"


def _yes(value: bool) -> str:
    return "yes" if value else "no"


async def agreed(query: CallbackQuery, guest: Guest, sealed_store: SealedStore | None, press: Press) -> None:
    """Yes: from now on they serve."""
    await _decide(query, guest, sealed_store, press, agree, "sealed-wish-agreed")


async def declined(
    query: CallbackQuery, guest: Guest, sealed_store: SealedStore | None, press: Press
) -> None:
    """No: everything stays as it is."""
    await _decide(query, guest, sealed_store, press, disagree, "sealed-wish-declined")


async def _decide(
    query: CallbackQuery,
    guest: Guest,
    sealed_store: SealedStore | None,
    press: Press,
    act: Callable[[SealedRoster, int, str], PendingEntry],
    key: str,
) -> None:
    try:
        await store(guest, sealed_store).run(lambda r: act(r, who(query), press.number))
    except NotFound:
        await toast(query, guest.plain("button-unknown"), alert=True)
        return
    except Refused as error:
        await toast(query, refused(guest, error), alert=True)
        await without_buttons(query)
        return
    await without_buttons(query)
    await guarded(query, guest.words(key), [[guest.button("button-sealed-list", "sealed_list")]])
