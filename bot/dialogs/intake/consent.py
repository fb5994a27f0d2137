"""The window of consents for sensitive matters: two purposes, a press each; neither is needed to file."""

from typing import Any

from aiogram.enums import ContentType
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Column, Select
from aiogram_dialog.widgets.text import Format

from bot.dialogs.intake import earlier_cases, handlers
from bot.dialogs.intake.getters import draft_of
from bot.dialogs.intake.steps import Intake
from bot.dialogs.intake.submit import CONSENTS_KEY
from bot.dialogs.limits.allowances import Allowances
from bot.dialogs.shared.case_moves import CaseRules
from bot.dialogs.shared.context import Alike, Guest
from bot.dialogs.shared.injection import injected
from knowledge.triage.taxonomy import Taxonomy
from mediation.deadlines.rules import ClockTable
from mediation.model.consents import Purpose
from storage.unit_of_work.database import Database

PURPOSES = tuple(purpose.value for purpose in Purpose)


async def ask_consent_or_file(
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
    """Opens the window where a category is sensitive; else goes on to filing."""
    draft = await draft_of(guest, database)
    if draft is None or not taxonomy.sensitive & set(draft.categories):
        await earlier_cases.file_or_ask_about_earlier(
            query, button, manager, guest, database, case_rules, clock_table, taxonomy, alike, allowances
        )
        return
    await manager.switch_to(Intake.consent)


async def consent_data(dialog_manager: DialogManager, guest: Guest, **_: Any) -> dict[str, Any]:
    """Both consents with their present answer; at first neither is given."""
    guest, agreed = guest, dialog_manager.dialog_data.setdefault(CONSENTS_KEY, [])
    rows = []
    for purpose in PURPOSES:
        name = guest.plain(f"consent-name-{purpose.replace('_', '-')}")
        rows.append((f"✅ {name}", f"-{purpose}") if purpose in agreed else (f"⬜ {name}", f"+{purpose}"))
    return {
        "html": guest.words("intake-consent"),
        "rows": rows,
        "b_file": guest.plain("button-file-so"),
        "b_back": guest.plain("button-read-again"),
    }


async def set_consent(_query: CallbackQuery, _widget: Any, manager: DialogManager, item: str) -> None:
    """Gives or withdraws one consent; the button says which, so that a double press does no harm."""
    agreed: list[str] = manager.dialog_data.setdefault(CONSENTS_KEY, [])
    purpose = item[1:]
    agreed[:] = [one for one in agreed if one != purpose]
    if item.startswith("+") and purpose in PURPOSES:
        agreed.append(purpose)


def consent_window() -> Window:
    """A fresh window."""
    return Window(
        Format("{html}"),
        Column(
            Select(
                Format("{item[0]}"),
                id="agree",
                item_id_getter=lambda row: row[1],
                items="rows",
                on_click=injected(set_consent),
            )
        ),
        Button(Format("{b_file}"), id="so", on_click=injected(earlier_cases.file_or_ask_about_earlier)),
        Button(Format("{b_back}"), id="reread", on_click=injected(earlier_cases.back_to_read_back)),
        MessageInput(injected(handlers.ask_for_press), content_types=[ContentType.ANY]),
        state=Intake.consent,
        getter=consent_data,
    )
