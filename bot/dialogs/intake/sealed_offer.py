"""An accusation against a person is offered the sealed channel; the person decides."""

from typing import Any

from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager

from bot.dialogs.intake.getters import draft_of
from bot.dialogs.sealed.shared import draft_key, is_open, store_of
from bot.dialogs.shared.awaited_answers import Sealed
from bot.dialogs.shared.context import Guest, Judge
from bot.dialogs.shared.replies import say_here
from knowledge.triage.kinds import Kind
from mediation.model.cases.content import Content
from mediation.sealed.model import SealedRecords
from storage.sealed.store import SealedStore
from storage.unit_of_work.database import Database

ACCUSATION = "DISC"


async def should_offer(
    manager: DialogManager,
    guest: Guest,
    database: Database,
    sealed_store: SealedStore | None,
    judge: Judge,
    categories: list[str],
) -> bool:
    """Whether to offer it: an accusation, a sealed store with readers, and not offered in this telling."""
    if manager.dialog_data.get("offered") or not await is_open(guest, sealed_store):
        return False
    draft = await draft_of(guest, database)
    if draft is None or not (ACCUSATION in categories or judge(draft.text).kind is Kind.ACCUSATION):
        return False
    manager.dialog_data["offered"] = True
    return True


async def sealed_offer_data(dialog_manager: DialogManager, guest: Guest, **_: Any) -> dict[str, Any]:
    """Both channels, and what each means."""
    return {
        "html": guest.words("intake-sealed-offer"),
        "b_seal_it": guest.plain("button-seal-it"),
        "b_stay_here": guest.plain("button-stay-here"),
    }


async def move_to_sealed(
    query: CallbackQuery,
    _button: Any,
    manager: DialogManager,
    guest: Guest,
    database: Database,
    sealed_store: SealedStore | None,
) -> None:
    """Moves the draft into the sealed store and deletes it here; nothing is filed yet."""
    draft = await draft_of(guest, database)
    told = [(content, f"{place.chat}:{place.message}") for content, place in draft.parts] if draft else []
    mine = draft_key(query)

    def keep(records: SealedRecords) -> None:
        for content, once in told:
            records.drafts.add(mine, content, once)
        if draft is not None and (rest := "\n".join(one for one in draft.account.values() if one)):
            records.drafts.add(mine, Content(text=rest), f"{mine}:account")

    await store_of(guest, sealed_store).run(keep)
    await database.run(lambda r: r.drafts.throw_away(guest.me.person_id))
    await manager.done()
    state: FSMContext = manager.middleware_data["state"]
    await state.clear()
    await state.set_state(Sealed.telling)
    rows = [[guest.button("button-told", "report_told"), guest.button("button-throw-away", "report_drop")]]
    await say_here(query, guest.words("sealed-heard", count=len(told)), rows)
