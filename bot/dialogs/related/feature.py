"""Joint matters and earlier cases."""

from bot.dialogs.related.cosigner import cosigning_router
from bot.dialogs.related.owner import joint_router
from bot.dialogs.related.states import Expecting
from bot.dialogs.shared.feature import Feature, MenuCommand

RELATED = Feature(
    name="related",
    routers=lambda: (
        cosigning_router(),
        joint_router(),
    ),
    commands=(MenuCommand("join", 110),),
    needs=frozenset({"alike", "database"}),
    states=(Expecting,),
)
