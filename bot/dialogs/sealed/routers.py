"""Which update belongs to a sealed conversation. It stands before the relay: nothing told here gets there."""

from aiogram import F, Router
from aiogram.filters import Command, StateFilter

from bot.dialogs.expecting import Sealed
from bot.dialogs.filters import NotACommand, Pressed, Private
from bot.dialogs.sealed import changed, coming_back, moving, office, roster, telling
from bot.dialogs.sealed.common import quiet


def sealed_router() -> Router:
    """A fresh router."""
    router = Router(name="sealed")
    for observer in (router.message, router.callback_query):
        observer.filter(Private())
        observer.middleware(quiet)
    router.edited_message.middleware(quiet)
    router.message.register(coming_back.asked, Command("report"))
    router.message.register(office.listed, Command("sealed"), office.Officer())
    _told(router)
    _pressed(router)
    return router


def _told(router: Router) -> None:
    words = NotACommand()
    for handler, state in (
        (telling.heard, Sealed.telling),
        (telling.named, Sealed.about),
        (coming_back.code_given, Sealed.code),
        (coming_back.more, Sealed.adding),
        (changed.told, Sealed.changed),
        (office.answered, Sealed.answer),
        (office.closed, Sealed.closing),
    ):
        router.message.register(handler, StateFilter(state), words)
    router.edited_message.register(telling.edited, Private(), StateFilter(Sealed.telling))


def _pressed(router: Router) -> None:
    press = router.callback_query.register
    press(telling.door, Pressed("report"))
    press(telling.tell, Pressed("report_tell"))
    press(telling.told, Pressed("report_told"))
    press(telling.picked, Pressed("report_who"))
    press(telling.read_back, Pressed("report_read"))
    press(telling.asking, Pressed("report_ask"))
    press(telling.file_it, Pressed("report_file"))
    press(telling.dropped, Pressed("report_drop"))
    press(coming_back.code_wanted, Pressed("report_code"))
    press(changed.pressed, Pressed("changed"))
    press(office.listed, Pressed("sealed_list"), office.Officer())
    press(office.read, Pressed("sealed_read"), office.Officer())
    press(office.mark, Pressed("sealed_mark"), office.Officer())
    press(office.answer, Pressed("sealed_answer"), office.Officer())
    press(office.close, Pressed("sealed_close"), office.Officer())
    press(roster.agreed, Pressed("officer_yes"), office.Officer())
    press(roster.declined, Pressed("officer_no"), office.Officer())
    press(moving.asked, Pressed("act"), F.data.endswith(f"|{moving.STEP}"))
    press(moving.done, Pressed("seal_yes"))
