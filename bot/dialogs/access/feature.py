"""The feature: duties on the roster."""

from bot.dialogs.access.grants import grants_router
from bot.dialogs.shared.feature import Feature

ACCESS = Feature(
    name="access",
    routers=lambda: (grants_router(),),
    needs=frozenset({"case_rules", "database", "sealed_store"}),
)
