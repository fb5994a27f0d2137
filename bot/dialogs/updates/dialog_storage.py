"""Stores the state of each conversation; losing it loses no fact."""

import json
from collections import OrderedDict
from collections.abc import Mapping
from typing import Any

from aiogram.fsm.state import State
from aiogram.fsm.storage.base import DEFAULT_DESTINY, BaseStorage, StateType, StorageKey
from sqlalchemy.exc import SQLAlchemyError

from bot.dialogs.shared.awaited_answers import is_sealed
from storage.sealed.store import SealedStore
from storage.unit_of_work.database import Database
from storage.vault.errors import VaultError

KEPT_IN_MEMORY = 20_000
"""Conversations whose place is remembered without asking the store."""


def _name(key: StorageKey) -> str:
    parts = (key.bot_id, key.chat_id, key.user_id, key.thread_id, key.business_connection_id, key.destiny)
    return ":".join("" if part is None else str(part) for part in parts)


START = (None, "{}")


class DialogStorage(BaseStorage):
    """aiogram's storage over our store: written through, read from memory where it is known.

    The state of a sealed conversation is kept in the sealed store; the ordinary one has them at the start.
    Data of a sealed conversation is deleted when it is left.
    """

    def __init__(self, database: Database, sealed: SealedStore | None = None) -> None:
        self._database = database
        self._sealed = sealed
        self._known: OrderedDict[str, tuple[str | None, str]] = OrderedDict()

    async def _get(self, name: str) -> tuple[str | None, str]:
        if name not in self._known:
            state, data = await self._database.run(lambda r: r.dialog_places.get(name))
            place = (state, json.dumps(data))
            if self._sealed is not None and place == START and name.endswith(f":{DEFAULT_DESTINY}"):
                try:
                    away = await self._sealed.run(lambda r: r.dialogs.get(name))
                except (SQLAlchemyError, VaultError):
                    return START  # everybody else goes on; it is looked for again with the next update
                place = (away[0], json.dumps(away[1])) if away is not None else START
            self._keep(name, place)
        return self._known[name]

    def _keep(self, name: str, value: tuple[str | None, str]) -> None:
        # kept as text: whoever changes the data they were given must not change what we remember
        self._known[name] = value
        self._known.move_to_end(name)
        if len(self._known) > KEPT_IN_MEMORY:
            self._known.popitem(last=False)

    async def _put(self, name: str, state: str | None, data: str) -> None:
        before = await self._get(name)
        if (state, data) == before:
            return
        was, will_be = is_sealed(before[0]), is_sealed(state)
        if was and not will_be:
            data = "{}"
            await self._drop_sealed(name)
        if will_be and state is not None:
            await self._put_sealed(name, state, data)
        here = START if will_be else (state, data)
        if here != (START if was else before):
            await self._database.run(lambda r: r.dialog_places.put(name, here[0], json.loads(here[1])))
        self._keep(name, (state, data))

    async def _put_sealed(self, name: str, state: str, data: str) -> None:
        assert self._sealed is not None, "nobody gets into a sealed conversation without a sealed store"
        await self._sealed.run(lambda r: r.dialogs.put(name, state, json.loads(data)))

    async def _drop_sealed(self, name: str) -> None:
        if self._sealed is not None:
            await self._sealed.run(lambda r: r.dialogs.drop(name))

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
        """Closes nothing; the store has another owner."""
