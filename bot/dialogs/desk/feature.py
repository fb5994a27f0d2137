"""The feature: lists, panels and moves of the staff."""

from bot.dialogs.desk.desk import desk_router
from bot.dialogs.desk.group import group_router
from bot.dialogs.desk.moves_with_reason import moves_with_reason_router
from bot.dialogs.desk.oversight import oversight_router
from bot.dialogs.desk.possible_repeats import possible_repeats_router
from bot.dialogs.desk.states import AT_WORK, Expecting
from bot.dialogs.shared.feature import Feature, MenuCommand

DESK = Feature(
    name="desk",
    routers=lambda: (
        group_router(),
        desk_router(),
        oversight_router(),
        possible_repeats_router(),
        moves_with_reason_router(),
    ),
    commands=(MenuCommand("desk", 150),),
    needs=frozenset({"alike", "case_rules", "clock_table", "database", "group_chat", "taxonomy"}),
    states=(Expecting,),
    at_work=AT_WORK,
)
