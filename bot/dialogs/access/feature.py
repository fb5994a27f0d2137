"""Grants of duties."""

from bot.dialogs.access.grants import granting_router
from bot.dialogs.shared.feature import Feature

ACCESS = Feature(
    name="access",
    routers=lambda: (granting_router(),),
    needs=frozenset({"case_rules", "database", "sealed_store"}),
)
