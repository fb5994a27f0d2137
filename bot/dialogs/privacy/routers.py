"""All rooms of /mydata as one router."""

from aiogram import Router

from bot.dialogs.privacy.complaint import complaining_router
from bot.dialogs.privacy.consents import agreeing_router
from bot.dialogs.privacy.correct import correcting_router
from bot.dialogs.privacy.delete import deleting_router
from bot.dialogs.privacy.page import page_router
from bot.dialogs.privacy.who_looked import looking_router
from bot.dialogs.privacy.why_suggested import explaining_router


def mydata_router() -> Router:
    """A fresh router."""
    router = Router(name="mydata-rooms")
    router.include_routers(
        page_router(), correcting_router(), deleting_router(), agreeing_router(), explaining_router(),
        complaining_router(), looking_router(),
    )  # fmt: skip
    return router
