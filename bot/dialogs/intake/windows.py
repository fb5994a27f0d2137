"""The windows of the intake, and the command and button that open it."""

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import Router
from aiogram.enums import ContentType
from aiogram.filters import Command, StateFilter
from aiogram.types import CallbackQuery, Message, TelegramObject
from aiogram_dialog import Dialog, DialogManager, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Column, Group, Row, Select
from aiogram_dialog.widgets.kbd.select import OnItemClick
from aiogram_dialog.widgets.text import Format

from bot.dialogs.intake import consent, earlier_cases, getters, handlers, sealed_offer, submit
from bot.dialogs.intake.steps import Intake
from bot.dialogs.shared.awaited_answers import Expecting
from bot.dialogs.shared.context import Guest
from bot.dialogs.shared.filters import NotACommand, Pressed, Private
from bot.dialogs.shared.injection import injected
from bot.dialogs.shared.replies import toast
from storage.unit_of_work.database import Database


def _later_button() -> Button:
    return Button(Format("{b_later}"), id="later", on_click=injected(submit.keep_for_later))


def _delete_button() -> Button:
    return Button(Format("{b_throw_away}"), id="away", on_click=injected(submit.ask_to_delete))


def intake_dialog() -> Dialog:
    """A fresh dialog; a dialog can be attached only once."""
    return Dialog(
        Window(
            Format("{html}"),
            Column(
                Button(Format("{b_go_on}"), id="go_on", on_click=injected(handlers.resume)),
                Button(Format("{b_start_anew}"), id="anew", on_click=injected(handlers.start_anew)),
            ),
            MessageInput(injected(handlers.ask_for_press), content_types=[ContentType.ANY]),
            state=Intake.half_told,
            getter=getters.half_told_data,
        ),
        Window(
            Format("{html}"),
            Button(Format("{b_told}"), id="told", on_click=injected(handlers.finish_story), when="some"),
            Row(_later_button(), _delete_button(), when="some"),
            MessageInput(injected(handlers.add_part), content_types=[ContentType.ANY]),
            state=Intake.telling,
            getter=getters.telling_data,
        ),
        Window(
            Format("{html}"),
            Row(
                Select(
                    Format("{item[0]}"), id="skip", item_id_getter=lambda row: row[1], items="skip_rows",
                    on_click=injected(handlers.skip_question),
                ),
                _later_button(),
            ),
            MessageInput(injected(handlers.answer_given), content_types=[ContentType.ANY]),
            state=Intake.question,
            getter=getters.question_data,
        ),
        Window(
            Format("{html}"),
            Group(
                Select(
                    Format("{item[0]}"), id="code", item_id_getter=lambda row: row[1], items="rows",
                    on_click=injected(handlers.set_category),
                ),
                width=2,
            ),
            Button(
                Format("{b_all_categories}"), id="all",
                on_click=injected(handlers.show_all_categories), when="few",
            ),
            Button(
                Format("{b_these_it_is}"), id="these",
                on_click=injected(handlers.keep_categories), when="some",
            ),
            _later_button(),
            MessageInput(injected(handlers.ask_for_press), content_types=[ContentType.ANY]),
            state=Intake.category,
            getter=getters.category_data,
        ),
        Window(
            Format("{html}"),
            Column(
                Button(Format("{b_seal_it}"), id="seal", on_click=injected(sealed_offer.move_to_sealed)),
                Button(Format("{b_stay_here}"), id="stay", on_click=injected(handlers.stay_in_intake)),
            ),
            MessageInput(injected(handlers.ask_for_press), content_types=[ContentType.ANY]),
            state=Intake.sealed_offer,
            getter=sealed_offer.sealed_offer_data,
        ),
        Window(
            Format("{html}"),
            Column(
                Select(
                    Format("{item[0]}"), id="kind", item_id_getter=lambda row: row[1], items="rows",
                    on_click=injected(handlers.keep_helper),
                ),
            ),
            _later_button(),
            MessageInput(injected(handlers.ask_for_press), content_types=[ContentType.ANY]),
            state=Intake.helper,
            getter=getters.helper_data,
        ),
        Window(
            Format("{html}"),
            Row(
                Button(Format("{b_anonymous}"), id="anonymous", on_click=injected(handlers.stay_anonymous)),
                Button(Format("{b_named}"), id="named", on_click=injected(handlers.ask_for_name)),
            ),
            _later_button(),
            MessageInput(injected(handlers.ask_for_press), content_types=[ContentType.ANY]),
            state=Intake.naming,
            getter=getters.naming_data,
        ),
        Window(
            Format("{html}"),
            Row(
                Button(Format("{b_anonymous}"), id="anonymous2", on_click=injected(handlers.stay_anonymous)),
                _later_button(),
            ),
            MessageInput(injected(handlers.name_given), content_types=[ContentType.ANY]),
            state=Intake.name,
            getter=getters.name_data,
        ),
        _read_back_window(),
        consent.consent_window(),
        _earlier_cases_window(),
        Window(
            Format("{html}"),
            Column(
                Button(Format("{b_throw_away_yes}"), id="yes", on_click=injected(submit.delete_draft)),
                Button(Format("{b_go_on}"), id="no", on_click=injected(handlers.resume)),
            ),
            MessageInput(injected(handlers.ask_for_press), content_types=[ContentType.ANY]),
            state=Intake.throw_away,
            getter=getters.throw_away_data,
        ),
    )  # fmt: skip


def _read_back_window() -> Window:
    return Window(
        Format("{html}"),
        Button(Format("{b_file}"), id="file", on_click=injected(consent.ask_consent_or_file), when="ready"),
        Group(
            Select(
                Format("{item[0]}"),
                id="line",
                item_id_getter=lambda row: row[1],
                items="lines",
                on_click=injected(handlers.edit_line),
            ),
            width=3,
        ),
        Row(_later_button(), _delete_button()),
        MessageInput(injected(handlers.ask_for_press), content_types=[ContentType.ANY]),
        state=Intake.read_back,
        getter=getters.read_back_data,
    )


def _earlier_cases_window() -> Window:
    def of_each(name: str, items: str, act: OnItemClick[Any, str]) -> Column:
        return Column(
            Select(Format("{item[0]}"), id=name, item_id_getter=lambda row: row[1], items=items, on_click=act)
        )

    return Window(
        Format("{html}"),
        of_each("add", "adds", injected(earlier_cases.add_to_earlier)),
        of_each("again", "agains", injected(earlier_cases.file_as_repeat)),
        Button(Format("{b_file_new}"), id="new", on_click=injected(submit.file_draft)),
        Button(Format("{b_read_again}"), id="back", on_click=injected(earlier_cases.back_to_read_back)),
        MessageInput(injected(handlers.ask_for_press), content_types=[ContentType.ANY]),
        state=Intake.alike,
        getter=earlier_cases.earlier_cases_data,
    )


async def expect_concern_on_press(
    handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
    event: TelegramObject,
    data: dict[str, Any],
) -> Any:
    """Middleware: after a press in a window, messages belong to the concern again."""
    await handlers.expect_concern(data["state"])
    return await handler(event, data)


async def tell_pressed(
    query: CallbackQuery, dialog_manager: DialogManager, guest: Guest, database: Database
) -> None:
    """Opens the intake from a button."""
    await toast(query)
    await handlers.open_intake(dialog_manager, guest, database)


async def tell_command(
    _message: Message, dialog_manager: DialogManager, guest: Guest, database: Database
) -> None:
    """``/tell``: opens the intake."""
    await handlers.open_intake(dialog_manager, guest, database)


def intake_router() -> Router:
    """Needs ``setup_dialogs`` on a router above it."""
    router = Router(name="windows")
    router.message.register(tell_command, Private(), Command("tell"))
    router.callback_query.register(tell_pressed, Private(), Pressed("tell"))
    dialog = intake_dialog()
    # whoever has gone elsewhere since is not writing to the window any more; pressing in it leads back
    dialog.message.filter(StateFilter(Expecting.concern), NotACommand())
    dialog.callback_query.middleware(expect_concern_on_press)
    router.include_router(dialog)
    return router
