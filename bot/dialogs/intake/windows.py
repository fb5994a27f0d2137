"""The windows of the intake and the way into it."""

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

from bot.dialogs.answering import toast
from bot.dialogs.expecting import Expecting
from bot.dialogs.filters import NotACommand, Pressed, Private
from bot.dialogs.intake import acts, alike, ending, getters, sealing
from bot.dialogs.intake.steps import Intake


def _later() -> Button:
    return Button(Format("{b_later}"), id="later", on_click=ending.later)


def _throw_away() -> Button:
    return Button(Format("{b_throw_away}"), id="away", on_click=ending.throw_away)


def intake_dialog() -> Dialog:
    """A fresh dialog; a dialog can be attached only once."""
    return Dialog(
        Window(
            Format("{html}"),
            Column(
                Button(Format("{b_go_on}"), id="go_on", on_click=acts.go_on),
                Button(Format("{b_start_anew}"), id="anew", on_click=acts.start_anew),
            ),
            MessageInput(acts.words_not_wanted, content_types=[ContentType.ANY]),
            state=Intake.half_told,
            getter=getters.half_told,
        ),
        Window(
            Format("{html}"),
            Button(Format("{b_told}"), id="told", on_click=acts.told, when="some"),
            Row(_later(), _throw_away(), when="some"),
            MessageInput(acts.part_told, content_types=[ContentType.ANY]),
            state=Intake.telling,
            getter=getters.telling,
        ),
        Window(
            Format("{html}"),
            Row(
                Select(
                    Format("{item[0]}"), id="skip", item_id_getter=lambda row: row[1], items="skip_rows",
                    on_click=acts.skipped,
                ),
                _later(),
            ),
            MessageInput(acts.answered, content_types=[ContentType.ANY]),
            state=Intake.question,
            getter=getters.question,
        ),
        Window(
            Format("{html}"),
            Group(
                Select(
                    Format("{item[0]}"), id="code", item_id_getter=lambda row: row[1], items="rows",
                    on_click=acts.category_pressed,
                ),
                width=2,
            ),
            Button(Format("{b_all_categories}"), id="all", on_click=acts.all_categories, when="few"),
            Button(Format("{b_these_it_is}"), id="these", on_click=acts.categories_done, when="some"),
            _later(),
            MessageInput(acts.words_not_wanted, content_types=[ContentType.ANY]),
            state=Intake.category,
            getter=getters.category,
        ),
        Window(
            Format("{html}"),
            Column(
                Button(Format("{b_seal_it}"), id="seal", on_click=sealing.over_there),
                Button(Format("{b_stay_here}"), id="stay", on_click=acts.stay_here),
            ),
            MessageInput(acts.words_not_wanted, content_types=[ContentType.ANY]),
            state=Intake.sealed_offer,
            getter=sealing.offer,
        ),
        Window(
            Format("{html}"),
            Column(
                Select(
                    Format("{item[0]}"), id="kind", item_id_getter=lambda row: row[1], items="rows",
                    on_click=acts.helper_pressed,
                ),
            ),
            _later(),
            MessageInput(acts.words_not_wanted, content_types=[ContentType.ANY]),
            state=Intake.helper,
            getter=getters.helper,
        ),
        Window(
            Format("{html}"),
            Row(
                Button(Format("{b_anonymous}"), id="anonymous", on_click=acts.anonymous),
                Button(Format("{b_named}"), id="named", on_click=acts.named),
            ),
            _later(),
            MessageInput(acts.words_not_wanted, content_types=[ContentType.ANY]),
            state=Intake.naming,
            getter=getters.naming,
        ),
        Window(
            Format("{html}"),
            Row(Button(Format("{b_anonymous}"), id="anonymous2", on_click=acts.anonymous), _later()),
            MessageInput(acts.name_given, content_types=[ContentType.ANY]),
            state=Intake.name,
            getter=getters.name,
        ),
        _read_back(),
        _alike(),
        Window(
            Format("{html}"),
            Column(
                Button(Format("{b_throw_away_yes}"), id="yes", on_click=ending.throw_away_yes),
                Button(Format("{b_go_on}"), id="no", on_click=acts.go_on),
            ),
            MessageInput(acts.words_not_wanted, content_types=[ContentType.ANY]),
            state=Intake.throw_away,
            getter=getters.throw_away,
        ),
    )  # fmt: skip


def _read_back() -> Window:
    return Window(
        Format("{html}"),
        Button(Format("{b_file}"), id="file", on_click=alike.file_or_ask, when="ready"),
        Group(
            Select(
                Format("{item[0]}"),
                id="line",
                item_id_getter=lambda row: row[1],
                items="lines",
                on_click=acts.edit_line,
            ),
            width=3,
        ),
        Row(_later(), _throw_away()),
        MessageInput(acts.words_not_wanted, content_types=[ContentType.ANY]),
        state=Intake.read_back,
        getter=getters.read_back,
    )


def _alike() -> Window:
    def of_each(name: str, items: str, act: OnItemClick[Any, str]) -> Column:
        return Column(
            Select(Format("{item[0]}"), id=name, item_id_getter=lambda row: row[1], items=items, on_click=act)
        )

    return Window(
        Format("{html}"),
        of_each("add", "adds", alike.add_here),
        of_each("again", "agains", alike.file_again),
        Button(Format("{b_file_new}"), id="new", on_click=ending.file_it),
        Button(Format("{b_read_again}"), id="back", on_click=alike.read_again),
        MessageInput(acts.words_not_wanted, content_types=[ContentType.ANY]),
        state=Intake.alike,
        getter=alike.alike,
    )


async def back_at_the_window(
    handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
    event: TelegramObject,
    data: dict[str, Any],
) -> Any:
    """Somebody pressed in a window of the intake: what they write next belongs to it."""
    await acts.listen(data["state"])
    return await handler(event, data)


async def tell_pressed(query: CallbackQuery, dialog_manager: DialogManager) -> None:
    """The first door."""
    await toast(query)
    await acts.begin(dialog_manager)


async def tell_asked(_message: Message, dialog_manager: DialogManager) -> None:
    """``/tell``."""
    await acts.begin(dialog_manager)


def intake_router() -> Router:
    """Needs ``setup_dialogs`` on a router above it."""
    router = Router(name="intake")
    router.message.register(tell_asked, Private(), Command("tell"))
    router.callback_query.register(tell_pressed, Private(), Pressed("tell"))
    dialog = intake_dialog()
    # whoever has gone elsewhere since is not writing to the window any more; pressing in it leads back
    dialog.message.filter(StateFilter(Expecting.concern), NotACommand())
    dialog.callback_query.middleware(back_at_the_window)
    router.include_router(dialog)
    return router
