"""Contact that somebody has asked for."""

from bot.dialogs.care.agreement import caring_router
from bot.dialogs.care.notes import caring_words_router
from bot.dialogs.care.states import AT_WORK, Expecting
from bot.dialogs.shared.feature import Feature, MenuCommand

CARE = Feature(
    name="care",
    routers=lambda: (
        caring_router(),
        caring_words_router(),
    ),
    commands=(MenuCommand("care", 120),),
    needs=frozenset({"database"}),
    states=(Expecting,),
    at_work=AT_WORK,
)
