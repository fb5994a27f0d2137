"""The state of a conversation is stored after its update was handled, or not at all.

A handler often leaves its state before the store has taken what was said. Were that written at once, a store
that fails then, or a killed program, would leave words that nobody waits for: the update comes again, and
finds the conversation in another state.
"""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from aiogram import BaseMiddleware
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State
from aiogram.fsm.storage.base import BaseStorage, StateType, StorageKey
from aiogram.types import TelegramObject


class PendingState(BaseStorage):
    """Keeps changes until ``write``; reads through to the storage beneath."""

    def __init__(self, beneath: BaseStorage) -> None:
        self._beneath = beneath
        self._states: dict[StorageKey, str | None] = {}
        self._data: dict[StorageKey, dict[str, Any]] = {}

    async def set_state(self, key: StorageKey, state: StateType = None) -> None:
        """See aiogram."""
        self._states[key] = state.state if isinstance(state, State) else state

    async def get_state(self, key: StorageKey) -> str | None:
        """See aiogram."""
        return self._states[key] if key in self._states else await self._beneath.get_state(key)

    async def set_data(self, key: StorageKey, data: Mapping[str, Any]) -> None:
        """See aiogram."""
        self._data[key] = dict(data)

    async def get_data(self, key: StorageKey) -> dict[str, Any]:
        """See aiogram."""
        return dict(self._data[key]) if key in self._data else await self._beneath.get_data(key)

    async def write(self) -> None:
        """Writes states, then data: what is sealed goes where its state leads."""
        for key, state in self._states.items():
            await self._beneath.set_state(key, state)
        for key, data in self._data.items():
            await self._beneath.set_data(key, data)
        self._states, self._data = {}, {}

    async def close(self) -> None:
        """Closes nothing; the storage beneath has another owner."""


class StateInTransaction(BaseMiddleware):
    """Wraps every handler of an update, inside of aiogram's own state."""

    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:
        """Calls the handler, then writes the state; after an error nothing is written."""
        state: FSMContext | None = data.get("state")
        if state is None:
            return await handler(event, data)
        noted = PendingState(state.storage)
        data["state"] = FSMContext(storage=noted, key=state.key)
        result = await handler(event, data)
        await noted.write()
        return result
