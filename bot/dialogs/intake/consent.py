"""One window more for sensitive matters: two consents, each by its own press; neither is needed to file."""

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
from bot.dialogs.intake.submit import AGREED
from bot.dialogs.limits.allowances import Allowances
from bot.dialogs.shared.case_moves import CaseRules
from bot.dialogs.shared.context import Alike, Guest
from bot.dialogs.shared.injection import injected
from knowledge.triage.taxonomy import Taxonomy
from mediation.deadlines.rules import ClockTable
from mediation.model.consents import Purpose
from storage.unit_of_work.database import Database

ALL = tuple(purpose.value for purpose in Purpose)


async def ask_or_file(
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
    """Ask where the matter is sensitive; file everything else at once."""
    draft = await draft_of(guest, database)
    if draft is None or not taxonomy.sensitive & set(draft.categories):
        await earlier_cases.file_or_ask(
            query, button, manager, guest, database, case_rules, clock_table, taxonomy, alike, allowances
        )
        return
    await manager.switch_to(Intake.consent)


async def consent(dialog_manager: DialogManager, guest: Guest, **_: Any) -> dict[str, Any]:
    """Both consents as they stand; nothing is agreed to beforehand."""
    guest, agreed = guest, dialog_manager.dialog_data.setdefault(AGREED, [])
    rows = []
    for purpose in ALL:
        name = guest.plain(f"consent-name-{purpose.replace('_', '-')}")
        rows.append((f"✅ {name}", f"-{purpose}") if purpose in agreed else (f"⬜ {name}", f"+{purpose}"))
    return {
        "html": guest.words("intake-consent"),
        "rows": rows,
        "b_file": guest.plain("button-file-so"),
        "b_back": guest.plain("button-read-again"),
    }


async def toggled(_query: CallbackQuery, _widget: Any, manager: DialogManager, item: str) -> None:
    """The button says which way, so that two presses do what one does."""
    agreed: list[str] = manager.dialog_data.setdefault(AGREED, [])
    purpose = item[1:]
    agreed[:] = [one for one in agreed if one != purpose]
    if item.startswith("+") and purpose in ALL:
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
                on_click=injected(toggled),
            )
        ),
        Button(Format("{b_file}"), id="so", on_click=injected(earlier_cases.file_or_ask)),
        Button(Format("{b_back}"), id="reread", on_click=injected(earlier_cases.read_again)),
        MessageInput(injected(handlers.words_not_wanted), content_types=[ContentType.ANY]),
        state=Intake.consent,
        getter=consent,
    )
