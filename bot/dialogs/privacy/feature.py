"""The feature: one's own data and one's rights in it."""

from bot.dialogs.privacy.routers import privacy_router
from bot.dialogs.privacy.states import AT_WORK, Expecting
from bot.dialogs.shared.feature import Feature, MenuCommand

PRIVACY = Feature(
    name="privacy",
    routers=lambda: (privacy_router(),),
    commands=(MenuCommand("mydata", 160),),
    needs=frozenset({"database", "judge"}),
    states=(Expecting,),
    at_work=AT_WORK,
)
