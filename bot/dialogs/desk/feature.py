"""The staff's lists, panels and moves."""

from bot.dialogs.desk.desk import desk_router
from bot.dialogs.desk.group import group_router
from bot.dialogs.desk.moves_with_reason import reasons_router
from bot.dialogs.desk.oversight import overseeing_router
from bot.dialogs.desk.possible_repeats import likely_router
from bot.dialogs.desk.states import AT_WORK, Expecting
from bot.dialogs.shared.feature import Feature, MenuCommand

DESK = Feature(
    name="desk",
    routers=lambda: (
        group_router(),
        desk_router(),
        overseeing_router(),
        likely_router(),
        reasons_router(),
    ),
    commands=(MenuCommand("desk", 150),),
    needs=frozenset({"alike", "case_rules", "clock_table", "database", "group_chat", "taxonomy"}),
    states=(Expecting,),
    at_work=AT_WORK,
)
