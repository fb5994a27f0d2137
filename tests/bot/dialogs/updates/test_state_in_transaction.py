"""Where a conversation stands is noted with what was done, or not at all."""

import pytest
from aiogram.fsm.context import FSMContext
from aiogram.fsm.storage.base import StorageKey
from aiogram.fsm.storage.memory import MemoryStorage
from aiogram.types import Update

from bot.dialogs.updates.state_in_transaction import StateInTransaction

KEY = StorageKey(bot_id=1, chat_id=2, user_id=2)
UPDATE = Update(update_id=1)


async def test_what_a_handler_noted_counts_when_it_has_finished() -> None:
    beneath = MemoryStorage()

    async def handler(_: object, data: dict[str, FSMContext]) -> str:
        await data["state"].set_state("waiting")
        await data["state"].update_data(number="K7QF-2MRD")
        assert await data["state"].get_state() == "waiting"
        assert await beneath.get_state(KEY) is None
        return "done"

    assert await StateInTransaction()(handler, UPDATE, {"state": FSMContext(beneath, KEY)}) == "done"
    assert await beneath.get_state(KEY) == "waiting" and await beneath.get_data(KEY) == {
        "number": "K7QF-2MRD"
    }


async def test_what_a_handler_noted_before_it_failed_is_not_kept() -> None:
    beneath = MemoryStorage()
    await beneath.set_state(KEY, "waiting")

    async def handler(_: object, data: dict[str, FSMContext]) -> None:
        await data["state"].clear()
        raise OSError

    with pytest.raises(OSError):
        await StateInTransaction()(handler, UPDATE, {"state": FSMContext(beneath, KEY)})
    assert await beneath.get_state(KEY) == "waiting"
