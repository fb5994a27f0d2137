"""Keeps where a person is in a conversation; losing it would lose no fact."""

import json
from collections import OrderedDict
from collections.abc import Mapping
from typing import Any

from aiogram.fsm.state import State
from aiogram.fsm.storage.base import BaseStorage, StateType, StorageKey

from storage.database import Database

KEPT_IN_MEMORY = 20_000
"""Conversations whose place is remembered without asking the store."""


def _name(key: StorageKey) -> str:
    parts = (key.bot_id, key.chat_id, key.user_id, key.thread_id, key.business_connection_id, key.destiny)
    return ":".join("" if part is None else str(part) for part in parts)


class DialogPlaces(BaseStorage):
    """aiogram's storage over our store: written through, read from memory where it is known."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._known: OrderedDict[str, tuple[str | None, str]] = OrderedDict()

    async def _get(self, name: str) -> tuple[str | None, str]:
        if name not in self._known:
            state, data = await self._database.run(lambda r: r.dialog_places.get(name))
            self._keep(name, (state, json.dumps(data)))
        return self._known[name]

    def _keep(self, name: str, value: tuple[str | None, str]) -> None:
        # kept as text: whoever changes the data they were given must not change what we remember
        self._known[name] = value
        self._known.move_to_end(name)
        if len(self._known) > KEPT_IN_MEMORY:
            self._known.popitem(last=False)

    async def _put(self, name: str, state: str | None, data: str) -> None:
        if (state, data) != await self._get(name):
            await self._database.run(lambda r: r.dialog_places.put(name, state, json.loads(data)))
            self._keep(name, (state, data))

    async def set_state(self, key: StorageKey, state: StateType = None) -> None:
        """See aiogram."""
        name = _name(key)
        _, data = await self._get(name)
        await self._put(name, state.state if isinstance(state, State) else state, data)

    async def get_state(self, key: StorageKey) -> str | None:
        """See aiogram."""
        return (await self._get(_name(key)))[0]

    async def set_data(self, key: StorageKey, data: Mapping[str, Any]) -> None:
        """See aiogram."""
        name = _name(key)
        state, _ = await self._get(name)
        await self._put(name, state, json.dumps(dict(data)))

    async def get_data(self, key: StorageKey) -> dict[str, Any]:
        """See aiogram."""
        return dict(json.loads((await self._get(_name(key)))[1]))

    async def close(self) -> None:
        """Nothing to close; the store is somebody else's."""
