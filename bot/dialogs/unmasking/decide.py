"""The second person decides whether a name may be seen; and whoever has come on the line looks at once."""

from functools import partial

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.callbacks import Button, Keyboard, Press
from bot.dialogs.shared.context import Guest
from bot.dialogs.shared.filters import Pressed, Private
from bot.dialogs.shared.refusals import refused
from bot.dialogs.shared.replies import here, toast, without_buttons
from bot.dialogs.unmasking.request import Shown, show
from bot.views.legal_basis import basis_words
from mediation.errors import Refused
from mediation.model.unmasking import unmasking_rules
from mediation.unmasking.emergency import look_at_once, may_look, review
from mediation.unmasking.request import grant, refuse, to_decide
from storage.unit_of_work.database import Database
from storage.unit_of_work.records import SqlRecords


def _grant(records: SqlRecords, *, guest: Guest, press: Press) -> str:
    unmasking_id, _, withhold = press.value.partition("-")
    return grant(records, guest.me.staff, _whole(unmasking_id), withhold).state


def _refuse(records: SqlRecords, *, guest: Guest, press: Press) -> str:
    refuse(records, guest.me.staff, press.whole or 0)
    return "refused"


def _right(records: SqlRecords, *, guest: Guest, press: Press) -> str:
    review(records, guest.me.staff, press.whole or 0, True)
    return "right"


def _wrong(records: SqlRecords, *, guest: Guest, press: Press) -> str:
    review(records, guest.me.staff, press.whole or 0, False)
    return "wrong"


DECIDED = {
    "unmask_yes": (_grant, "unmask-said-yes"),
    "unmask_keep": (_grant, "unmask-said-yes"),
    "unmask_no": (_refuse, "unmask-said-no"),
    "unmask_right": (_right, "unmask-said-right"),
    "unmask_wrong": (_wrong, "unmask-said-wrong"),
}


async def decided(query: CallbackQuery, guest: Guest, database: Database, press: Press) -> None:
    """One press, one answer; pressed again it says that it was decided."""
    work, said = DECIDED[press.do]
    try:
        await database.once(guest.ticket, partial(work, guest=guest, press=press))
    except Refused as error:
        await toast(query, refused(guest, error), alert=True)
        return
    await toast(query)
    await without_buttons(query)
    await here(query, guest.words(said))


async def later(query: CallbackQuery, guest: Guest, database: Database, press: Press) -> None:
    """Agreed, and the owner is told later: only for a reason that a law gives."""
    try:
        await database.run(lambda r: to_decide(r, guest.me.staff, press.whole or 0))
    except Refused as error:
        await toast(query, refused(guest, error), alert=True)
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
    await here(query, guest.words("unmask-withhold", lines_html="\n".join(lines)), rows)


async def now(query: CallbackQuery, guest: Guest, database: Database, press: Press) -> None:
    """In the crisis line: why, by a press; words would go to the one in danger."""
    call = press.whole or 0
    try:
        await database.run(lambda r: may_look(r, guest.me.staff, call))
    except Refused as error:
        await toast(query, refused(guest, error), alert=True)
        return
    await toast(query)
    rows: Keyboard = [
        [Button(guest.plain(f"unmask-rescue-{why}"), Press("unmask_rescue", "", f"{call}-{why}"))]
        for why in unmasking_rules().at_once.why
    ]
    await here(query, guest.words("unmask-rescue"), rows)


async def rescue(query: CallbackQuery, guest: Guest, database: Database, press: Press) -> None:
    """Look at once; the second person is asked at the same moment."""
    await show(query, guest, database, partial(_rescue, guest=guest, press=press))


def _rescue(records: SqlRecords, message: int, *, guest: Guest, press: Press) -> Shown:
    call, _, why = press.value.partition("-")
    return look_at_once(records, guest.me.staff, _whole(call), why, message)


def _whole(text: str) -> int:
    return Press("", "", text).whole or 0


def unmasking_decision_router() -> Router:
    """A fresh router."""
    router = Router(name="unmasking_decide")
    router.callback_query.filter(Private())
    router.callback_query.register(
        decided, Pressed("unmask_yes", "unmask_keep", "unmask_no", "unmask_right", "unmask_wrong")
    )
    router.callback_query.register(later, Pressed("unmask_later"))
    router.callback_query.register(now, Pressed("unmask_now"))
    router.callback_query.register(rescue, Pressed("unmask_rescue"))
    return router
