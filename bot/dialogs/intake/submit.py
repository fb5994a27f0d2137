"""How the intake ends: put off, thrown away, or filed."""

from asyncio import to_thread
from collections.abc import Callable
from functools import partial
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager

from bot.dialogs.intake.handlers import place_of
from bot.dialogs.intake.steps import Intake
from bot.dialogs.limits.allowances import Allowances
from bot.dialogs.limits.rate_words import check_filings
from bot.dialogs.shared.case_moves import CaseRules
from bot.dialogs.shared.context import Guest
from bot.dialogs.shared.refusals import refused
from bot.dialogs.shared.replies import here, toast
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

Then = Callable[[SqlRecords, str], None]

AGREED = "agreed"
"""Where the window of consents leaves what was agreed to."""


async def later(query: CallbackQuery, _button: Any, manager: DialogManager, guest: Guest) -> None:
    """Keep the draft and leave."""
    await leave(manager)
    await here(query, guest.words("intake-later"), [[guest.button("button-menu", "menu")]])


async def throw_away(_query: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    """Ask before deleting."""
    await manager.switch_to(Intake.throw_away)


async def throw_away_yes(
    query: CallbackQuery, _button: Any, manager: DialogManager, guest: Guest, database: Database
) -> None:
    """Delete it."""
    await database.run(lambda r: r.drafts.throw_away(guest.me.person_id))
    await leave(manager)
    await here(query, guest.words("intake-thrown-away"), [[guest.button("button-menu", "menu")]])


async def file_it(
    query: CallbackQuery,
    _button: Any,
    manager: DialogManager,
    guest: Guest,
    database: Database,
    case_rules: CaseRules,
    clock_table: ClockTable,
    taxonomy: Taxonomy,
    allowances: Allowances,
    then: Then | None = None,
) -> None:
    """File it. The receipt comes through the outbox, in the same transaction as the case itself.

    ``then`` is what else happens in that transaction, given the new number.
    """
    code = await to_thread(new_receipt_code)
    agreed = manager.dialog_data.get(AGREED)
    try:
        await database.once(
            guest.ticket,
            partial(
                _file,
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
        await toast(query, refused(guest, error), alert=True)
        return
    await leave(manager)
    await here(query, guest.words("filed"))


async def leave(manager: DialogManager) -> None:
    """The windows close; what is written next belongs to nothing."""
    await manager.done()
    await place_of(manager).clear()


def _file(
    records: SqlRecords,
    *,
    guest: Guest,
    case_rules: CaseRules,
    clock_table: ClockTable,
    taxonomy: Taxonomy,
    allowances: Allowances,
    code: ReceiptCode,
    then: Then | None,
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
