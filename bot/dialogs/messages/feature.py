"""The feature: messages and files between the two sides of a case."""

from bot.dialogs.messages.held_files import held_files_router
from bot.dialogs.messages.original_pictures import original_pictures_router
from bot.dialogs.messages.relay import relay_router
from bot.dialogs.messages.secret_check import secret_check_router
from bot.dialogs.messages.taking_back import taking_back_router
from bot.dialogs.shared.feature import Feature, MenuCommand

MESSAGES = Feature(
    name="messages",
    routers=lambda: (
        relay_router(),
        original_pictures_router(),
        held_files_router(),
        taking_back_router(),
        secret_check_router(),
    ),
    commands=(MenuCommand("takeback", 170),),
    needs=frozenset({"allowances", "database", "max_file_bytes"}),
)
