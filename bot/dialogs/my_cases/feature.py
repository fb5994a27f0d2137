"""The feature: own cases, and the outside deadlines they watch."""

from bot.dialogs.my_cases.external_deadlines import external_deadlines_router
from bot.dialogs.my_cases.follow_up import follow_up_router
from bot.dialogs.my_cases.my_cases import my_cases_router
from bot.dialogs.my_cases.states import AT_WORK, Expecting
from bot.dialogs.shared.feature import Feature, MenuCommand

MY_CASES = Feature(
    name="my_cases",
    routers=lambda: (
        my_cases_router(),
        follow_up_router(),
        external_deadlines_router(),
    ),
    commands=(
        MenuCommand("cases", 70),
        MenuCommand("follow", 100),
    ),
    needs=frozenset({"case_rules", "clock_table", "database"}),
    states=(Expecting,),
    at_work=AT_WORK,
)
