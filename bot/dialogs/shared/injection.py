"""Lets handlers of a window name what they need, as aiogram does for handlers of a router."""

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram.dispatcher.event.handler import CallableObject
from aiogram_dialog import DialogManager


def injected(handler: Callable[..., Awaitable[Any]]) -> Any:
    """Calls ``handler(event, widget, manager, *item)`` with the dispatcher's data that it names."""
    named = CallableObject(handler)

    async def handle(event: Any, widget: Any, manager: DialogManager, *item: Any) -> Any:
        return await named.call(event, widget, manager, *item, **manager.middleware_data)

    return handle
