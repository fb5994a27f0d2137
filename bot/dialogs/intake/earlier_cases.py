"""Before filing: own cases that are likely the same matter are shown, and the person decides."""

from functools import partial
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager

from bot.dialogs.desk.comparison import case_line, likely
from bot.dialogs.intake import submit
from bot.dialogs.intake.getters import draft_of
from bot.dialogs.intake.steps import Intake
from bot.dialogs.limits.allowances import Allowances
from bot.dialogs.shared.case_moves import CaseRules
from bot.dialogs.shared.context import Alike, Guest
from bot.dialogs.shared.refusals import refusal_words
from bot.dialogs.shared.replies import say_here, toast
from knowledge.triage.taxonomy import Taxonomy
from mediation.deadlines.rules import ClockTable
from mediation.errors import Refused
from mediation.model.cases.account import ACCOUNT_FIELDS
from mediation.model.cases.case import CaseFields
from mediation.model.cases.content import Content, Place
from mediation.related.repeats import add_parts, link_repeat, story_text
from storage.cases.drafts import Draft
from storage.unit_of_work.database import Database
from storage.unit_of_work.records import SqlRecords


async def file_or_ask_about_earlier(
    query: CallbackQuery,
    button: Any,
    manager: DialogManager,
    guest: Guest,
    database: Database,
    case_rules: CaseRules,
    clock_table: ClockTable,
    taxonomy: Taxonomy,
    alike: Alike,
    allowances: Allowances,
) -> None:
    """Files the draft, unless own cases are likely the same matter: then asks first."""
    draft = await draft_of(guest, database)
    found = (
        await _likely_own_cases(guest, database, alike, draft) if draft is not None and draft.parts else []
    )
    if not found:
        await submit.file_draft(
            query, button, manager, guest, database, case_rules, clock_table, taxonomy, allowances
        )
        return
    manager.dialog_data["alike"] = [case.number for case in found]
    await manager.switch_to(Intake.alike)


async def _likely_own_cases(guest: Guest, database: Database, alike: Alike, draft: Draft) -> list[CaseFields]:
    me = guest.me.person_id
    mine = await database.run(lambda r: r.stories.of_owner(me))
    return await likely(guest, alike, story_text([draft.text], draft.account), mine)


async def earlier_cases_data(
    dialog_manager: DialogManager, guest: Guest, database: Database, **_: Any
) -> dict[str, Any]:
    """The likely cases (number, category, state, day) with the ways to go on."""
    found = await database.run(
        partial(_still_own, owner_id=guest.me.person_id, numbers=dialog_manager.dialog_data.get("alike", []))
    )
    lines = [case_line(guest, "alike-line", case) for case in found]
    lines += [guest.words("alike-reopens")] if any(case.state == "closed" for case in found) else []
    adds = [
        (guest.plain("button-add-to", number=case.number), case.number)
        for case in found
        if case.state != "withdrawn"
    ]
    agains = [(guest.plain("button-file-again", number=case.number), case.number) for case in found]
    return {
        "html": guest.words("alike-found", lines_html="\n".join(lines)),
        "adds": adds,
        "agains": agains,
        "b_file_new": guest.plain("button-file-new"),
        "b_read_again": guest.plain("button-read-again"),
    }


def _still_own(records: SqlRecords, *, owner_id: int, numbers: list[str]) -> list[CaseFields]:
    """The cases that are still this owner's; one may have moved to another account since."""
    cases = [records.cases.get(number) for number in numbers]
    return [case for case in cases if case.owner_id == owner_id]


async def back_to_read_back(_query: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    """Returns to the read-back."""
    await manager.switch_to(Intake.read_back)


async def file_as_repeat(
    query: CallbackQuery,
    button: Any,
    manager: DialogManager,
    earlier: str,
    guest: Guest,
    database: Database,
    case_rules: CaseRules,
    clock_table: ClockTable,
    taxonomy: Taxonomy,
    allowances: Allowances,
) -> None:
    """Files a new case and links it to the earlier one."""
    me = guest.me.person_id

    def link(records: SqlRecords, new: str) -> None:
        link_repeat(records, new, earlier, me)

    await submit.file_draft(
        query, button, manager, guest, database, case_rules, clock_table, taxonomy, allowances, then=link
    )


async def add_to_earlier(
    query: CallbackQuery,
    _widget: Any,
    manager: DialogManager,
    number: str,
    guest: Guest,
    database: Database,
    case_rules: CaseRules,
) -> None:
    """Adds what was told to the earlier case and deletes the draft; nothing new is filed."""
    try:
        await database.once(
            guest.ticket,
            partial(_add_draft, guest=guest, case_rules=case_rules, number=number),
        )
    except Refused as error:
        await toast(query, refusal_words(guest, error), alert=True)
        return
    await submit.close_intake(manager)
    rows = [[guest.button("button-see-case", "see", number)], [guest.button("button-menu", "menu")]]
    await say_here(query, guest.words("alike-added", number=number), rows)


def _add_draft(records: SqlRecords, *, guest: Guest, case_rules: CaseRules, number: str) -> str:
    person = guest.me.person_id
    draft = records.drafts.get(person)
    if draft is None or not draft.parts:
        raise Refused("nothing_told")
    add_parts(
        records, case_rules.life_table, person, number, _parts_of_draft(guest, draft), case_rules.claim_within
    )
    records.drafts.throw_away(person)
    return number


def _parts_of_draft(guest: Guest, draft: Draft) -> list[tuple[Content, Place | None]]:
    """The messages that were told, and the answers of the intake as one message more."""
    parts: list[tuple[Content, Place | None]] = list(draft.parts)
    answers = [
        guest.plain("alike-answer", label=guest.plain(f"account-{field}"), answer=draft.account[field])
        for field in ACCOUNT_FIELDS
        if draft.account.get(field)
    ]
    return [*parts, (Content(text="\n".join(answers)), None)] if answers else parts
