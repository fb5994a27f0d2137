"""The feature: joint matters."""

from bot.dialogs.related.cosigner import cosigner_router
from bot.dialogs.related.owner import joint_matter_router
from bot.dialogs.related.states import Expecting
from bot.dialogs.shared.feature import Feature, MenuCommand

RELATED = Feature(
    name="related",
    routers=lambda: (
        cosigner_router(),
        joint_matter_router(),
    ),
    commands=(MenuCommand("join", 110),),
    needs=frozenset({"alike", "database"}),
    states=(Expecting,),
)
