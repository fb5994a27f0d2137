"""Routes updates of sealed conversations. It stands before the relay, so that no word of them gets there."""

from aiogram import F, Router
from aiogram.filters import Command, StateFilter

from bot.dialogs.sealed import intake, later_question, office, return_with_code, roster, transfer
from bot.dialogs.sealed.shared import without_trace
from bot.dialogs.shared.awaited_answers import Sealed
from bot.dialogs.shared.filters import NotACommand, Pressed, Private


def sealed_router() -> Router:
    """A fresh router."""
    router = Router(name="sealed")
    for observer in (router.message, router.callback_query):
        observer.filter(Private())
        observer.middleware(without_trace)
    router.edited_message.middleware(without_trace)
    router.message.register(return_with_code.report_command, Command("report"))
    router.message.register(office.list_reports, Command("sealed"), office.Officer())
    _register_messages(router)
    _register_presses(router)
    return router


def _register_messages(router: Router) -> None:
    words = NotACommand()
    for handler, state in (
        (intake.add_part, Sealed.telling),
        (intake.name_given, Sealed.about),
        (return_with_code.code_given, Sealed.code),
        (return_with_code.add_part, Sealed.adding),
        (later_question.add_change, Sealed.changed),
        (office.answer_given, Sealed.answer),
        (office.closing_reason_given, Sealed.closing),
    ):
        router.message.register(handler, StateFilter(state), words)
    router.edited_message.register(intake.edit_part, Private(), StateFilter(Sealed.telling))


def _register_presses(router: Router) -> None:
    press = router.callback_query.register
    press(intake.show_entry, Pressed("report"))
    press(intake.begin_report, Pressed("report_tell"))
    press(intake.finish_report, Pressed("report_told"))
    press(intake.pick_person, Pressed("report_who"))
    press(intake.read_back, Pressed("report_read"))
    press(intake.toggle_later_question, Pressed("report_ask"))
    press(intake.file_report, Pressed("report_file"))
    press(intake.drop_draft, Pressed("report_drop"))
    press(return_with_code.ask_for_code, Pressed("report_code"))
    press(later_question.answer_later_question, Pressed("changed"))
    press(office.list_reports, Pressed("sealed_list"), office.Officer())
    press(office.read_report, Pressed("sealed_read"), office.Officer())
    press(office.mark_report, Pressed("sealed_mark"), office.Officer())
    press(office.ask_for_answer, Pressed("sealed_answer"), office.Officer())
    press(office.ask_for_closing_reason, Pressed("sealed_close"), office.Officer())
    press(roster.approve_entry, Pressed("officer_yes"), office.Officer())
    press(roster.decline_entry, Pressed("officer_no"), office.Officer())
    press(transfer.ask_to_transfer, Pressed("act"), F.data.endswith(f"|{transfer.STEP}"))
    press(transfer.transfer_case, Pressed("seal_yes"))
