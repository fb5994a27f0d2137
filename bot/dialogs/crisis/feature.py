"""The crisis line's buttons and the duty roster."""

from bot.dialogs.crisis.calls import calls_router
from bot.dialogs.crisis.duty import on_call_router
from bot.dialogs.shared.feature import Feature

CRISIS = Feature(
    name="crisis",
    routers=lambda: (
        calls_router(),
        on_call_router(),
    ),
    needs=frozenset({"database", "lane_watch", "max_file_bytes"}),
)
