"""The feature: seeing the name behind an alias."""

from bot.dialogs.shared.feature import Feature
from bot.dialogs.unmasking.decide import unmasking_decision_router
from bot.dialogs.unmasking.request import unmasking_request_router
from bot.dialogs.unmasking.states import Expecting

UNMASKING = Feature(
    name="unmasking",
    routers=lambda: (
        unmasking_request_router(),
        unmasking_decision_router(),
    ),
    needs=frozenset({"database"}),
    states=(Expecting,),
)
