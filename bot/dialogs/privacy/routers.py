"""All rooms of /mydata as one router."""

from aiogram import Router

from bot.dialogs.mydata.agreeing import agreeing_router
from bot.dialogs.mydata.complaining import complaining_router
from bot.dialogs.mydata.correcting import correcting_router
from bot.dialogs.mydata.deleting import deleting_router
from bot.dialogs.mydata.explaining import explaining_router
from bot.dialogs.mydata.looking import looking_router
from bot.dialogs.mydata.page import page_router


def mydata_router() -> Router:
    """A fresh router."""
    router = Router(name="mydata-rooms")
    router.include_routers(
        page_router(), correcting_router(), deleting_router(), agreeing_router(), explaining_router(),
        complaining_router(), looking_router(),
    )  # fmt: skip
    return router
