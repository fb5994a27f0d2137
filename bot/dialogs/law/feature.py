"""The feature: questions about law."""

from bot.dialogs.law.ask import law_router
from bot.dialogs.law.follow_ups import law_follow_ups_router
from bot.dialogs.law.inline import inline_router
from bot.dialogs.shared.feature import Feature, MenuCommand

LAW = Feature(
    name="law",
    routers=lambda: (
        law_router(),
        law_follow_ups_router(),
        inline_router(),
    ),
    commands=(MenuCommand("law", 30),),
    needs=frozenset({"allowances", "bookcase", "database", "crisis_line"}),
)
