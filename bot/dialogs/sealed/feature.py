"""The feature: sealed reports to the discipline office."""

from bot.dialogs.sealed.routers import sealed_router
from bot.dialogs.shared.awaited_answers import OF_OFFICERS, Sealed
from bot.dialogs.shared.feature import Feature, MenuCommand

SEALED = Feature(
    name="sealed",
    routers=lambda: (sealed_router(),),
    commands=(MenuCommand("report", 90),),
    needs=frozenset(
        {"allowances", "database", "group_chat", "max_file_bytes", "max_parts", "procedure", "sealed_store"}
    ),
    states=(Sealed,),
    at_work=OF_OFFICERS,
)
