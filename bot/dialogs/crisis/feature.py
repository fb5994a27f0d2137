"""The feature: the crisis line and its duty roster."""

from bot.dialogs.crisis.calls import calls_router
from bot.dialogs.crisis.duty import duty_router
from bot.dialogs.shared.feature import Feature

CRISIS = Feature(
    name="crisis",
    routers=lambda: (
        calls_router(),
        duty_router(),
    ),
    needs=frozenset({"database", "crisis_line", "max_file_bytes"}),
)
