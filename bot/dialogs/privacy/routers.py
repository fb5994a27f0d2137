"""All parts of /mydata as one router."""

from aiogram import Router

from bot.dialogs.privacy.complaint import complaint_router
from bot.dialogs.privacy.consents import consents_router
from bot.dialogs.privacy.correct import correct_router
from bot.dialogs.privacy.delete import delete_router
from bot.dialogs.privacy.page import own_data_page_router
from bot.dialogs.privacy.who_looked import who_looked_router
from bot.dialogs.privacy.why_suggested import why_suggested_router


def privacy_router() -> Router:
    """A fresh router."""
    router = Router(name="privacy")
    router.include_routers(
        own_data_page_router(), correct_router(), delete_router(), consents_router(), why_suggested_router(),
        complaint_router(), who_looked_router(),
    )  # fmt: skip
    return router
