"""The feature: telling and filing a concern."""

from bot.dialogs.intake.held_back import held_back_router
from bot.dialogs.intake.steps import Intake
from bot.dialogs.intake.windows import intake_router
from bot.dialogs.shared.awaited_answers import Expecting
from bot.dialogs.shared.feature import Feature, MenuCommand

INTAKE = Feature(
    name="intake",
    routers=lambda: (
        held_back_router(),
        intake_router(),
    ),
    commands=(MenuCommand("tell", 20),),
    needs=frozenset(
        {
            "alike",
            "allowances",
            "case_rules",
            "clock_table",
            "database",
            "judge",
            "max_file_bytes",
            "max_parts",
            "open_questions",
            "sealed_store",
            "suggest",
            "taxonomy",
        }
    ),
    states=(Expecting, Intake),
)
