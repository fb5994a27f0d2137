"""The feature: updates that no other feature takes."""

from bot.dialogs.fallback.fallback import fallback_router
from bot.dialogs.shared.feature import Feature

FALLBACK = Feature(
    name="fallback",
    routers=lambda: (fallback_router(),),
    needs=frozenset({"bookcase", "database", "law_library", "max_file_bytes", "allowances"}),
)
