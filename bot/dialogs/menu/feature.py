"""The feature: start, menu, and calling a person."""

from bot.dialogs.menu.foreign_group import foreign_group_router
from bot.dialogs.menu.menu import menu_router
from bot.dialogs.menu.talk_to_a_person import talk_to_a_person_router
from bot.dialogs.shared.feature import Feature, MenuCommand

MENU = Feature(
    name="menu",
    routers=lambda: (
        foreign_group_router(),
        menu_router(),
        talk_to_a_person_router(),
    ),
    commands=(
        MenuCommand("start", 10),
        MenuCommand("human", 80),
        MenuCommand("subscribe", 130),
        MenuCommand("unsubscribe", 140),
        MenuCommand("privacy", 180),
        MenuCommand("help", 190),
    ),
    needs=frozenset({"claim_human_within", "clock_table", "database", "group_chat"}),
)
