"""Which update belongs to a sealed conversation. It stands before the relay: nothing told here gets there."""

from aiogram import F, Router
from aiogram.filters import Command, StateFilter

from bot.dialogs.sealed import intake, later_question, office, return_with_code, roster, transfer
from bot.dialogs.sealed.shared import quiet
from bot.dialogs.shared.awaited_answers import Sealed
from bot.dialogs.shared.filters import NotACommand, Pressed, Private


def sealed_router() -> Router:
    """A fresh router."""
    router = Router(name="sealed")
    for observer in (router.message, router.callback_query):
        observer.filter(Private())
        observer.middleware(quiet)
    router.edited_message.middleware(quiet)
    router.message.register(return_with_code.asked, Command("report"))
    router.message.register(office.listed, Command("sealed"), office.Officer())
    _told(router)
    _pressed(router)
    return router


def _told(router: Router) -> None:
    words = NotACommand()
    for handler, state in (
        (intake.heard, Sealed.telling),
        (intake.named, Sealed.about),
        (return_with_code.code_given, Sealed.code),
        (return_with_code.more, Sealed.adding),
        (later_question.told, Sealed.changed),
        (office.answered, Sealed.answer),
        (office.closed, Sealed.closing),
    ):
        router.message.register(handler, StateFilter(state), words)
    router.edited_message.register(intake.edited, Private(), StateFilter(Sealed.telling))


def _pressed(router: Router) -> None:
    press = router.callback_query.register
    press(intake.door, Pressed("report"))
    press(intake.tell, Pressed("report_tell"))
    press(intake.told, Pressed("report_told"))
    press(intake.picked, Pressed("report_who"))
    press(intake.read_back, Pressed("report_read"))
    press(intake.asking, Pressed("report_ask"))
    press(intake.file_it, Pressed("report_file"))
    press(intake.dropped, Pressed("report_drop"))
    press(return_with_code.code_wanted, Pressed("report_code"))
    press(later_question.pressed, Pressed("changed"))
    press(office.listed, Pressed("sealed_list"), office.Officer())
    press(office.read, Pressed("sealed_read"), office.Officer())
    press(office.mark, Pressed("sealed_mark"), office.Officer())
    press(office.answer, Pressed("sealed_answer"), office.Officer())
    press(office.close, Pressed("sealed_close"), office.Officer())
    press(roster.agreed, Pressed("officer_yes"), office.Officer())
    press(roster.declined, Pressed("officer_no"), office.Officer())
    press(transfer.asked, Pressed("act"), F.data.endswith(f"|{transfer.STEP}"))
    press(transfer.done, Pressed("seal_yes"))
