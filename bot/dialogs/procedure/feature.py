"""The formal procedure."""

from bot.dialogs.procedure.list import listing_router
from bot.dialogs.procedure.states import AT_WORK, Expecting
from bot.dialogs.procedure.take_step import acting_router
from bot.dialogs.shared.feature import Feature

PROCEDURE = Feature(
    name="procedure",
    routers=lambda: (
        acting_router(),
        listing_router(),
    ),
    needs=frozenset({"database", "judge", "law_library", "procedure", "sealed_store"}),
    states=(Expecting,),
    at_work=AT_WORK,
)
