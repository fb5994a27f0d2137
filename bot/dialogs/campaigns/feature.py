"""The feature: article of the day and quiz."""

from bot.dialogs.campaigns.daily_article import daily_article_router
from bot.dialogs.shared.feature import Feature, MenuCommand

CAMPAIGNS = Feature(
    name="campaigns",
    routers=lambda: (daily_article_router(),),
    commands=(
        MenuCommand("today", 50),
        MenuCommand("quiz", 60),
    ),
    needs=frozenset({"law_library"}),
)
