"""Asking for a name behind an alias."""

from bot.dialogs.shared.feature import Feature
from bot.dialogs.unmasking.decide import unmasking_second_router
from bot.dialogs.unmasking.request import unmasking_router
from bot.dialogs.unmasking.states import Expecting

UNMASKING = Feature(
    name="unmasking",
    routers=lambda: (
        unmasking_router(),
        unmasking_second_router(),
    ),
    needs=frozenset({"database"}),
    states=(Expecting,),
)
