"""How the intake ends: kept for later, deleted, or filed."""

from asyncio import to_thread
from collections.abc import Callable
from functools import partial
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager

from bot.dialogs.intake.handlers import state_of
from bot.dialogs.intake.steps import Intake
from bot.dialogs.limits.allowances import Allowances
from bot.dialogs.limits.rate_words import check_filings
from bot.dialogs.shared.case_moves import CaseRules
from bot.dialogs.shared.context import Guest
from bot.dialogs.shared.refusals import refusal_words
from bot.dialogs.shared.replies import say_here, toast
from knowledge.triage.taxonomy import Taxonomy
from mediation.cases.filing import Concern, Receipt, file_concern
from mediation.deadlines.rules import ClockTable
from mediation.errors import Refused
from mediation.model.cases.content import Content
from mediation.model.cases.numbers import ReceiptCode, new_receipt_code
from mediation.model.consents import Purpose
from mediation.privacy.consents import decide_consent
from mediation.procedure.matters import open_matter
from storage.unit_of_work.database import Database
from storage.unit_of_work.records import SqlRecords

AfterFiling = Callable[[SqlRecords, str], None]

CONSENTS_KEY = "agreed"
"""Where the window of consents leaves what was agreed to."""


async def keep_for_later(query: CallbackQuery, _button: Any, manager: DialogManager, guest: Guest) -> None:
    """Keeps the draft and closes the intake."""
    await close_intake(manager)
    await say_here(query, guest.words("intake-later"), [[guest.button("button-menu", "menu")]])


async def ask_to_delete(_query: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    """Asks for a confirmation before the draft is deleted."""
    await manager.switch_to(Intake.throw_away)


async def delete_draft(
    query: CallbackQuery, _button: Any, manager: DialogManager, guest: Guest, database: Database
) -> None:
    """Deletes the draft and closes the intake."""
    await database.run(lambda r: r.drafts.throw_away(guest.me.person_id))
    await close_intake(manager)
    await say_here(query, guest.words("intake-thrown-away"), [[guest.button("button-menu", "menu")]])


async def file_draft(
    query: CallbackQuery,
    _button: Any,
    manager: DialogManager,
    guest: Guest,
    database: Database,
    case_rules: CaseRules,
    clock_table: ClockTable,
    taxonomy: Taxonomy,
    allowances: Allowances,
    then: AfterFiling | None = None,
) -> None:
    """Files the draft as a case; the receipt is a letter of the same transaction.

    ``then`` is what else happens in that transaction, given the new number.
    """
    code = await to_thread(new_receipt_code)
    agreed = manager.dialog_data.get(CONSENTS_KEY)
    try:
        await database.once(
            guest.ticket,
            partial(
                _file_case,
                guest=guest,
                case_rules=case_rules,
                clock_table=clock_table,
                taxonomy=taxonomy,
                allowances=allowances,
                code=code,
                then=then,
                agreed=agreed,
            ),
        )
    except Refused as error:
        await toast(query, refusal_words(guest, error), alert=True)
        return
    await close_intake(manager)
    await say_here(query, guest.words("filed"))


async def close_intake(manager: DialogManager) -> None:
    """Closes the windows; later messages belong to nothing."""
    await manager.done()
    await state_of(manager).clear()


def _file_case(
    records: SqlRecords,
    *,
    guest: Guest,
    case_rules: CaseRules,
    clock_table: ClockTable,
    taxonomy: Taxonomy,
    allowances: Allowances,
    code: ReceiptCode,
    then: AfterFiling | None,
    agreed: list[str] | None,
) -> str:
    person = guest.me.person_id
    draft = records.drafts.get(person)
    if draft is None or not draft.parts or not draft.categories:
        raise Refused("nothing_told")
    if then is None:  # what is linked to an earlier matter is no further one
        check_filings(records, guest, allowances)
    main, *more = draft.categories
    parts: list[tuple[Content, Any]] = list(draft.parts)
    concern = Concern(
        parts=parts,
        account={field: answer for field, answer in draft.account.items() if answer},
        category=main,
        more_categories=more,
        wish="" if draft.wish in (None, "none") else str(draft.wish),
        name=draft.name if draft.named else None,
        sensitive=bool(taxonomy.sensitive & set(draft.categories)),
    )
    receipt: Receipt = file_concern(records, person, concern, code, case_rules.claim_within)
    said = [concern.account.get("who", ""), *(content.text for content, _ in parts)]
    case = records.cases.get(receipt.number)
    open_matter(records, clock_table, case, guest.today, guest.zone, "\n".join(said))
    if concern.sensitive:  # who was not asked has not agreed
        for purpose in Purpose:
            decide_consent(records, person, receipt.number, purpose, purpose.value in (agreed or ()))
    records.drafts.throw_away(person)
    if then is not None:
        then(records, receipt.number)
    return receipt.number
