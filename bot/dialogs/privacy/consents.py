"""Consents of the owner of a sensitive matter: shown, given and withdrawn with one press each."""

from functools import partial

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery

from bot.callbacks import Button, Keyboard, Press
from bot.dialogs.privacy.page import back_row
from bot.dialogs.shared.context import Guest
from bot.dialogs.shared.filters import Pressed, Private
from bot.dialogs.shared.refusals import refusal_words
from bot.dialogs.shared.replies import change_message, say_here, toast
from mediation.errors import Refused
from mediation.model.cases.case import CaseFields
from mediation.model.consents import Purpose
from mediation.privacy.consents import decide_consent, has_consent
from mediation.privacy.erasure import OVER
from storage.unit_of_work.database import Database
from storage.unit_of_work.records import SqlRecords

CASES_SHOWN = 10
CaseConsents = tuple[CaseFields, dict[Purpose, bool]]


async def show_consents(query: CallbackQuery, guest: Guest, database: Database, state: FSMContext) -> None:
    """Shows each sensitive case that is not over, with both consents."""
    await state.clear()
    await toast(query)
    await say_here(query, *await _page(guest, database))


async def _page(guest: Guest, database: Database) -> tuple[str, Keyboard]:
    found = await database.run(partial(_sensitive_cases, owner_id=guest.me.person_id))
    lines, rows = [], []
    for case, now in found:
        for purpose, given in now.items():
            name = guest.plain(f"consent-name-{purpose.value.replace('_', '-')}")
            lines.append(
                guest.words("agreed-line", number=case.number, label=name, done="yes" if given else "no")
            )
            key = "button-disagree" if given else "button-agree"
            value = f"{purpose.value}-{int(not given)}"
            rows.append([Button(guest.plain(key, what=name), Press("agree", case.number, value))])
    if not lines:
        return guest.words("agreed-none"), back_row(guest)
    return guest.words("agreed", lines_html="\n".join(lines)), rows + back_row(guest)


def _sensitive_cases(records: SqlRecords, *, owner_id: int) -> list[CaseConsents]:
    mine = records.cases.of_owner(owner_id, limit=30)
    wanted = [one for one in mine if one.sensitive and one.state not in OVER][:CASES_SHOWN]
    return [
        (one, {purpose: has_consent(records, one.number, purpose) for purpose in Purpose}) for one in wanted
    ]


async def set_consent(query: CallbackQuery, guest: Guest, database: Database, press: Press) -> None:
    """Gives or withdraws a consent, effective at once."""
    purpose, _, wanted = press.value.rpartition("-")
    if purpose not in set(Purpose) or wanted not in ("0", "1"):
        await toast(query, guest.plain("button-unknown"), alert=True)
        return
    try:
        await database.once(
            guest.ticket,
            partial(
                _decide, guest=guest, number=press.number, purpose=Purpose(purpose), agrees=wanted == "1"
            ),
        )
    except Refused as error:
        await toast(query, refusal_words(guest, error), alert=True)
        return
    await toast(query, guest.plain("agreed-done" if wanted == "1" else "disagreed-done"))
    await change_message(query, *await _page(guest, database))


def _decide(records: SqlRecords, *, guest: Guest, number: str, purpose: Purpose, agrees: bool) -> str:
    decide_consent(records, guest.me.person_id, number, purpose, agrees)
    return "decided"


def consents_router() -> Router:
    """A fresh router."""
    router = Router(name="privacy_consents")
    router.callback_query.filter(Private())
    router.callback_query.register(show_consents, Pressed("agreed"))
    router.callback_query.register(set_consent, Pressed("agree"))
    return router
