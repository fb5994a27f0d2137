"""Trouble of the line or the store costs nobody an answer: an update is tried again; a cry does not wait."""

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy.exc import OperationalError

from tests.house import House
from tests.journeys import steps

pytestmark = pytest.mark.usefixtures("no_pauses")
CRY = "我不想活了，撑不下去了"


def store_fails(house: House, times: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Effects of updates fail so often."""
    once: Callable[..., Any] = house.app.database.once
    left = [times]

    async def failing(update_id: int, work: Any, **kwargs: Any) -> Any:
        if left[0] > 0:
            left[0] -= 1
            raise OperationalError("BEGIN", {}, Exception("database is locked"))
        return await once(update_id, work, **kwargs)

    monkeypatch.setattr(house.app.database, "once", failing)


async def test_an_answer_that_the_line_swallowed_is_given_when_it_is_back(house: House) -> None:
    await house.zhang.starts()
    await house.zhang.waits_for("我是信桥")
    house.sandbox.faults.add("error", method="sendMessage", chat_id=house.zhang.id, times=5, status=502)
    asked = await house.zhang.says("/help")
    await house.zhang.waits_for("能做的事", after=asked.id)
    assert "对不起" not in house.zhang.screen()


async def test_a_message_that_the_store_refused_at_first_arrives_once(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    await steps.a_conversation(house, house.zhang, house.lawyer)
    store_fails(house, 3, monkeypatch)
    await house.zhang.says("考核表能要到吗")
    await house.lawyer.waits_for("考核表能要到吗")
    await steps.settled(house)
    assert [seen.text for seen in house.lawyer.sees()].count("考核表能要到吗") == 1
    assert "对不起" not in house.zhang.screen()


async def test_what_never_passes_is_apologised_for(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    await steps.a_conversation(house, house.zhang, house.lawyer)
    store_fails(house, 6, monkeypatch)
    sent = await house.zhang.says("考核表能要到吗")
    await house.zhang.waits_for("对不起", after=sent.id)


async def test_a_cry_goes_before_what_is_being_tried_again(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    await house.counsellor.starts()
    await steps.a_conversation(house, house.zhang, house.lawyer)
    monkeypatch.setattr("bot.dialogs.updates.update_queue.RETRY_PAUSES", (3600.0,))
    store_fails(house, 1, monkeypatch)
    await house.zhang.says("考核表能要到吗")
    await house.sandbox.until(lambda: not house.sandbox.pending_updates)
    await house.zhang.says(CRY)
    await house.zhang.waits_for("现在安全吗")
    await house.counsellor.waits_for("有人现在需要您")
    house.app.grace = 0.1


async def test_a_number_needs_no_store_and_the_call_is_made_when_it_is_back(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    await house.counsellor.starts()
    await house.counsellor.waits_for("我是信桥")
    store_fails(house, 3, monkeypatch)
    await house.zhang.says(CRY)
    await house.counsellor.waits_for("有人现在需要您")
    await steps.settled(house)
    assert sum("现在安全吗" in seen.text for seen in house.zhang.sees()) == 1


async def test_an_apology_that_did_not_get_through_comes_later(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    await steps.a_conversation(house, house.zhang, house.lawyer)

    def fails(*_: object, **__: object) -> None:
        raise RuntimeError

    monkeypatch.setattr("bot.dialogs.messages.relay.add_to_case", fails)
    house.sandbox.faults.add("error", method="sendMessage", chat_id=house.zhang.id, times=3, status=502)
    sent = await house.zhang.says("考核表能要到吗")
    await house.zhang.waits_for("对不起", after=sent.id)
