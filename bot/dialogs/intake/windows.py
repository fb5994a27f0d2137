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

from bot.dialogs.intake import consent, earlier_cases, getters, handlers, sealed_offer, submit
from bot.dialogs.intake.steps import Intake
from bot.dialogs.shared.awaited_answers import Expecting
from bot.dialogs.shared.context import Guest
from bot.dialogs.shared.filters import NotACommand, Pressed, Private
from bot.dialogs.shared.injection import injected
from bot.dialogs.shared.replies import toast
from storage.unit_of_work.database import Database


def _later() -> Button:
    return Button(Format("{b_later}"), id="later", on_click=injected(submit.later))


def _throw_away() -> Button:
    return Button(Format("{b_throw_away}"), id="away", on_click=injected(submit.throw_away))


def intake_dialog() -> Dialog:
    """A fresh dialog; a dialog can be attached only once."""
    return Dialog(
        Window(
            Format("{html}"),
            Column(
                Button(Format("{b_go_on}"), id="go_on", on_click=injected(handlers.go_on)),
                Button(Format("{b_start_anew}"), id="anew", on_click=injected(handlers.start_anew)),
            ),
            MessageInput(injected(handlers.words_not_wanted), content_types=[ContentType.ANY]),
            state=Intake.half_told,
            getter=getters.half_told,
        ),
        Window(
            Format("{html}"),
            Button(Format("{b_told}"), id="told", on_click=injected(handlers.told), when="some"),
            Row(_later(), _throw_away(), when="some"),
            MessageInput(injected(handlers.part_told), content_types=[ContentType.ANY]),
            state=Intake.telling,
            getter=getters.telling,
        ),
        Window(
            Format("{html}"),
            Row(
                Select(
                    Format("{item[0]}"), id="skip", item_id_getter=lambda row: row[1], items="skip_rows",
                    on_click=injected(handlers.skipped),
                ),
                _later(),
            ),
            MessageInput(injected(handlers.answered), content_types=[ContentType.ANY]),
            state=Intake.question,
            getter=getters.question,
        ),
        Window(
            Format("{html}"),
            Group(
                Select(
                    Format("{item[0]}"), id="code", item_id_getter=lambda row: row[1], items="rows",
                    on_click=injected(handlers.category_pressed),
                ),
                width=2,
            ),
            Button(
                Format("{b_all_categories}"), id="all",
                on_click=injected(handlers.all_categories), when="few",
            ),
            Button(
                Format("{b_these_it_is}"), id="these",
                on_click=injected(handlers.categories_done), when="some",
            ),
            _later(),
            MessageInput(injected(handlers.words_not_wanted), content_types=[ContentType.ANY]),
            state=Intake.category,
            getter=getters.category,
        ),
        Window(
            Format("{html}"),
            Column(
                Button(Format("{b_seal_it}"), id="seal", on_click=injected(sealed_offer.over_there)),
                Button(Format("{b_stay_here}"), id="stay", on_click=injected(handlers.stay_here)),
            ),
            MessageInput(injected(handlers.words_not_wanted), content_types=[ContentType.ANY]),
            state=Intake.sealed_offer,
            getter=sealed_offer.offer,
        ),
        Window(
            Format("{html}"),
            Column(
                Select(
                    Format("{item[0]}"), id="kind", item_id_getter=lambda row: row[1], items="rows",
                    on_click=injected(handlers.helper_pressed),
                ),
            ),
            _later(),
            MessageInput(injected(handlers.words_not_wanted), content_types=[ContentType.ANY]),
            state=Intake.helper,
            getter=getters.helper,
        ),
        Window(
            Format("{html}"),
            Row(
                Button(Format("{b_anonymous}"), id="anonymous", on_click=injected(handlers.anonymous)),
                Button(Format("{b_named}"), id="named", on_click=injected(handlers.named)),
            ),
            _later(),
            MessageInput(injected(handlers.words_not_wanted), content_types=[ContentType.ANY]),
            state=Intake.naming,
            getter=getters.naming,
        ),
        Window(
            Format("{html}"),
            Row(
                Button(Format("{b_anonymous}"), id="anonymous2", on_click=injected(handlers.anonymous)),
                _later(),
            ),
            MessageInput(injected(handlers.name_given), content_types=[ContentType.ANY]),
            state=Intake.name,
            getter=getters.name,
        ),
        _read_back(),
        consent.consent_window(),
        _alike(),
        Window(
            Format("{html}"),
            Column(
                Button(Format("{b_throw_away_yes}"), id="yes", on_click=injected(submit.throw_away_yes)),
                Button(Format("{b_go_on}"), id="no", on_click=injected(handlers.go_on)),
            ),
            MessageInput(injected(handlers.words_not_wanted), content_types=[ContentType.ANY]),
            state=Intake.throw_away,
            getter=getters.throw_away,
        ),
    )  # fmt: skip


def _read_back() -> Window:
    return Window(
        Format("{html}"),
        Button(Format("{b_file}"), id="file", on_click=injected(consent.ask_or_file), when="ready"),
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
        Row(_later(), _throw_away()),
        MessageInput(injected(handlers.words_not_wanted), content_types=[ContentType.ANY]),
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
        of_each("add", "adds", injected(earlier_cases.add_here)),
        of_each("again", "agains", injected(earlier_cases.file_again)),
        Button(Format("{b_file_new}"), id="new", on_click=injected(submit.file_it)),
        Button(Format("{b_read_again}"), id="back", on_click=injected(earlier_cases.read_again)),
        MessageInput(injected(handlers.words_not_wanted), content_types=[ContentType.ANY]),
        state=Intake.alike,
        getter=earlier_cases.alike,
    )


async def back_at_the_window(
    handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
    event: TelegramObject,
    data: dict[str, Any],
) -> Any:
    """Somebody pressed in a window of the intake: what they write next belongs to it."""
    await handlers.listen(data["state"])
    return await handler(event, data)


async def tell_pressed(
    query: CallbackQuery, dialog_manager: DialogManager, guest: Guest, database: Database
) -> None:
    """The first door."""
    await toast(query)
    await handlers.begin(dialog_manager, guest, database)


async def tell_asked(
    _message: Message, dialog_manager: DialogManager, guest: Guest, database: Database
) -> None:
    """``/tell``."""
    await handlers.begin(dialog_manager, guest, database)


def intake_router() -> Router:
    """Needs ``setup_dialogs`` on a router above it."""
    router = Router(name="windows")
    router.message.register(tell_asked, Private(), Command("tell"))
    router.callback_query.register(tell_pressed, Private(), Pressed("tell"))
    dialog = intake_dialog()
    # whoever has gone elsewhere since is not writing to the window any more; pressing in it leads back
    dialog.message.filter(StateFilter(Expecting.concern), NotACommand())
    dialog.callback_query.middleware(back_at_the_window)
    router.include_router(dialog)
    return router
