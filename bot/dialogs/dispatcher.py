"""Puts the features together, in the order in which they are asked for an update."""

from collections.abc import Mapping

from aiogram import BaseMiddleware, Dispatcher, Router
from aiogram.fsm.storage.base import BaseStorage
from aiogram_dialog import setup_dialogs

from bot.dialogs.fallback.fallback import watch_for_outdated_windows
from bot.dialogs.shared.feature import Feature, missing
from bot.dialogs.updates.state_in_transaction import StateInTransaction


class NotProvided(LookupError):
    """Features name data that nobody provides; the argument lists them by feature."""


def make_dispatcher(
    storage: BaseStorage,
    before_windows: tuple[Feature, ...],
    features: tuple[Feature, ...],
    data: Mapping[str, object],
    watch: BaseMiddleware,
    gate: BaseMiddleware,
) -> Dispatcher:
    """A dispatcher whose handlers get ``guest`` with each update, and of ``data`` what they name.

    ``before_windows`` are asked first and know nothing of windows; ``features`` after them, in their order.
    ``watch`` looks at every message before anything else, ``gate`` lets through who may.
    Raises ``NotProvided``.
    """
    if lacking := missing((*before_windows, *features), data):
        raise NotProvided(lacking)
    dispatcher = Dispatcher(storage=storage, disable_fsm=False)
    dispatcher.workflow_data.update(data)
    dispatcher.update.outer_middleware(StateInTransaction())
    dispatcher.message.outer_middleware(watch)
    dispatcher.edited_message.outer_middleware(watch)
    for observer in (
        dispatcher.message,
        dispatcher.edited_message,
        dispatcher.callback_query,
        dispatcher.inline_query,
        dispatcher.my_chat_member,
    ):
        observer.outer_middleware(gate)
    for feature in before_windows:
        dispatcher.include_routers(*feature.routers())
    windows = Router(name="windows")
    for feature in features:
        windows.include_routers(*feature.routers())
    # below the first ones on purpose: the hot path asks nothing of the dialog library
    setup_dialogs(windows)
    watch_for_outdated_windows(windows)
    dispatcher.include_router(windows)
    return dispatcher
