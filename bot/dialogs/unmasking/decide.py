"""The second person's decision on a request for a name, and seeing a name at once in a crisis call."""

from functools import partial

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.callbacks import Button, Keyboard, Press
from bot.dialogs.shared.context import Guest
from bot.dialogs.shared.filters import Pressed, Private
from bot.dialogs.shared.refusals import refusal_words
from bot.dialogs.shared.replies import remove_buttons, say_here, toast
from bot.dialogs.unmasking.request import Looked, show_protected
from bot.views.legal_basis import basis_words
from mediation.errors import Refused
from mediation.model.unmasking import unmasking_rules
from mediation.unmasking.emergency import look_at_once, may_look, review
from mediation.unmasking.request import grant, refuse, to_decide
from storage.unit_of_work.database import Database
from storage.unit_of_work.records import SqlRecords


def _grant(records: SqlRecords, *, guest: Guest, press: Press) -> str:
    unmasking_id, _, withhold = press.value.partition("-")
    return grant(records, guest.me.staff, _whole_number(unmasking_id), withhold).state


def _refuse(records: SqlRecords, *, guest: Guest, press: Press) -> str:
    refuse(records, guest.me.staff, press.whole or 0)
    return "refused"


def _approve_look(records: SqlRecords, *, guest: Guest, press: Press) -> str:
    review(records, guest.me.staff, press.whole or 0, True)
    return "right"


def _object_to_look(records: SqlRecords, *, guest: Guest, press: Press) -> str:
    review(records, guest.me.staff, press.whole or 0, False)
    return "wrong"


DECISIONS = {
    "unmask_yes": (_grant, "unmask-said-yes"),
    "unmask_keep": (_grant, "unmask-said-yes"),
    "unmask_no": (_refuse, "unmask-said-no"),
    "unmask_right": (_approve_look, "unmask-said-right"),
    "unmask_wrong": (_object_to_look, "unmask-said-wrong"),
}


async def decide(query: CallbackQuery, guest: Guest, database: Database, press: Press) -> None:
    """Decides a request, or reviews a look; refuses what was decided already."""
    work, said = DECISIONS[press.do]
    try:
        await database.once(guest.ticket, partial(work, guest=guest, press=press))
    except Refused as error:
        await toast(query, refusal_words(guest, error), alert=True)
        return
    await toast(query)
    await remove_buttons(query)
    await say_here(query, guest.words(said))


async def choose_withholding(query: CallbackQuery, guest: Guest, database: Database, press: Press) -> None:
    """Asks for the legal ground on which the owner is told later; refuses who may not decide."""
    try:
        await database.run(lambda r: to_decide(r, guest.me.staff, press.whole or 0))
    except Refused as error:
        await toast(query, refusal_words(guest, error), alert=True)
        return
    await toast(query)
    lines, rows = [], list[list[Button]]()
    for one in unmasking_rules().withhold:
        what = guest.plain(f"unmask-withhold-{one.key}")
        lines.append(
            guest.words(
                "unmask-withhold-line",
                what=what,
                basis=basis_words(guest.wording, guest.language, one),
                days=one.days,
            )
        )
        rows.append([Button(what, Press("unmask_keep", press.number, f"{press.whole}-{one.key}"))])
    await say_here(query, guest.words("unmask-withhold", lines_html="\n".join(lines)), rows)


async def ask_emergency_reason(query: CallbackQuery, guest: Guest, database: Database, press: Press) -> None:
    """In a crisis call: asks why the name is needed, by buttons, for words would reach the caller."""
    call = press.whole or 0
    try:
        await database.run(lambda r: may_look(r, guest.me.staff, call))
    except Refused as error:
        await toast(query, refusal_words(guest, error), alert=True)
        return
    await toast(query)
    rows: Keyboard = [
        [Button(guest.plain(f"unmask-rescue-{why}"), Press("unmask_rescue", "", f"{call}-{why}"))]
        for why in unmasking_rules().at_once.why
    ]
    await say_here(query, guest.words("unmask-rescue"), rows)


async def show_name_at_once(query: CallbackQuery, guest: Guest, database: Database, press: Press) -> None:
    """Shows the name at once; the second person is notified to review it."""
    await show_protected(query, guest, database, partial(_look_at_once, guest=guest, press=press))


def _look_at_once(records: SqlRecords, message: int, *, guest: Guest, press: Press) -> Looked:
    call, _, why = press.value.partition("-")
    return look_at_once(records, guest.me.staff, _whole_number(call), why, message)


def _whole_number(text: str) -> int:
    return Press("", "", text).whole or 0


def unmasking_decision_router() -> Router:
    """A fresh router."""
    router = Router(name="unmasking_decide")
    router.callback_query.filter(Private())
    router.callback_query.register(
        decide, Pressed("unmask_yes", "unmask_keep", "unmask_no", "unmask_right", "unmask_wrong")
    )
    router.callback_query.register(choose_withholding, Pressed("unmask_later"))
    router.callback_query.register(ask_emergency_reason, Pressed("unmask_now"))
    router.callback_query.register(show_name_at_once, Pressed("unmask_rescue"))
    return router
