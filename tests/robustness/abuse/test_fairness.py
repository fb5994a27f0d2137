"""A flood of one person takes nobody else's turn."""

import asyncio
from typing import Any

from tests.house import House
from tests.journeys import steps

FLOOD = 200


async def test_whoever_writes_two_hundred_messages_keeps_nobody_else_waiting(
    house: House, monkeypatch: Any
) -> None:
    really, gate, handled = house.app.updates._dispatcher.feed_update, asyncio.Event(), list[int]()

    async def slow_for_the_flood(bot: Any, update: Any, **data: Any) -> Any:
        if update.message is not None and update.message.from_user.id == house.chen.id:
            await gate.wait()
            handled.append(update.update_id)
        return await really(bot, update, **data)

    monkeypatch.setattr(house.app.updates._dispatcher, "feed_update", slow_for_the_flood)
    for _ in range(FLOOD):
        await house.chen.says("/privacy")
    await house.zhang.starts()
    await house.zhang.waits_for("我是信桥")
    assert handled == []
    gate.set()
    await steps.settled(house)
    assert len(handled) == FLOOD and handled == sorted(handled)
