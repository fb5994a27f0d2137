"""What reads as an accusation against a person is offered the sealed way; the person decides."""

from typing import Any

from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager

from bot.dialogs.intake.getters import draft_of, guest_of
from bot.dialogs.sealed.shared import is_open, store, teller
from bot.dialogs.shared.awaited_answers import Sealed
from bot.dialogs.shared.replies import here
from mediation.model.cases.content import Content
from mediation.sealed.model import SealedRecords

ACCUSATION = "DISC"


async def is_better(manager: DialogManager, categories: list[str]) -> bool:
    """Asked once for each telling, and only where there is a sealed way."""
    guest = guest_of(manager)
    if manager.dialog_data.get("offered") or not await is_open(guest):
        return False
    draft = await draft_of(guest)
    if draft is None or not (ACCUSATION in categories or guest.tools.accuses(draft.text)):
        return False
    manager.dialog_data["offered"] = True
    return True


async def offer(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Both ways, and what each means."""
    guest = guest_of(dialog_manager)
    return {
        "html": guest.words("intake-sealed-offer"),
        "b_seal_it": guest.plain("button-seal-it"),
        "b_stay_here": guest.plain("button-stay-here"),
    }


async def over_there(query: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    """What was told goes into the sealed store, and here nothing of it is left; still nothing is filed."""
    guest = guest_of(manager)
    draft = await draft_of(guest)
    told = [(content, f"{place.chat}:{place.message}") for content, place in draft.parts] if draft else []
    mine = teller(query)

    def keep(records: SealedRecords) -> None:
        for content, once in told:
            records.drafts.add(mine, content, once)
        if draft is not None and (rest := "\n".join(one for one in draft.account.values() if one)):
            records.drafts.add(mine, Content(text=rest), f"{mine}:account")

    await store(guest).run(keep)
    await guest.tools.database.run(lambda r: r.drafts.throw_away(guest.me.person_id))
    await manager.done()
    state: FSMContext = manager.middleware_data["state"]
    await state.clear()
    await state.set_state(Sealed.telling)
    rows = [[guest.button("button-told", "report_told"), guest.button("button-throw-away", "report_drop")]]
    await here(query, guest.words("sealed-heard", count=len(told)), rows)
