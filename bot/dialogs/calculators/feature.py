"""The feature: calculators."""

from bot.dialogs.calculators.calculator import calculator_router
from bot.dialogs.shared.feature import Feature, MenuCommand

CALCULATORS = Feature(
    name="calculators",
    routers=lambda: (calculator_router(),),
    commands=(MenuCommand("calc", 40),),
    needs=frozenset({"database", "law_library"}),
)
