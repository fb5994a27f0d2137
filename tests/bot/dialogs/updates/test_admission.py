"""What comes in is trusted in nothing: neither its shape nor its numbers nor its characters."""

from typing import Any

import pytest

from bot.callbacks import Press
from bot.dialogs.crisis.watch import CrisisLineWatch
from bot.dialogs.limits.allowances import Allowances
from bot.dialogs.updates.admission import (
    NotAnUpdate,
    admitted,
    caller_of,
    group_command,
    press_id,
    private_chat,
)
from bot.dialogs.updates.pace import allowance_for
from knowledge.crisis import load_crisis_detector
from knowledge.reference.hotlines import load_hotlines


@pytest.mark.parametrize(
    "raw",
    [
        None, [], "x", 7, {}, {"update_id": None}, {"update_id": "7"}, {"update_id": True}, {"update_id": -1},
        {"update_id": 7.0}, {"update_id": 2**63}, {"update_id": 7, "message": {"from": {"id": 10**30}}},
        {"update_id": 7, "message": {"date": 1e300}}, {"update_id": 7, "message": {"date": float("nan")}},
    ],
)  # fmt: skip
def test_what_cannot_be_kept_is_turned_away(raw: Any) -> None:
    with pytest.raises(NotAnUpdate):
        admitted(raw)


def test_what_is_nested_without_end_is_turned_away() -> None:
    deep: list[Any] = []
    for _ in range(5000):
        deep = [deep]
    with pytest.raises(NotAnUpdate):
        admitted({"update_id": 7, "message": deep})


def test_half_characters_and_zero_bytes_become_a_mark_and_all_else_stays() -> None:
    raw = {"update_id": 7, "message": {"text": "夜\ud83d班\0费🧂", "a\udc00": [1, None, True, 0.5, "甲"]}}
    kept = admitted(raw)
    assert kept == {"update_id": 7, "message": {"text": "夜�班�费🧂", "a�": [1, None, True, 0.5, "甲"]}}
    assert raw["message"]["text"] == "夜\ud83d班\0费🧂"  # type: ignore[index]


@pytest.mark.parametrize("event", [5, None, "x", [], {}, {"from": 5}, {"from": {"id": "5"}, "chat": []}])
@pytest.mark.parametrize("kind", ["message", "edited_message", "callback_query", "my_chat_member"])
def test_of_an_unknown_shape_nobody_is_the_caller_and_nobody_is_answered(kind: str, event: Any) -> None:
    update = admitted({"update_id": 7, kind: event})
    assert caller_of(update) == (0, False, "zh-CN")
    assert press_id(update) is None and private_chat(update) is None


@pytest.mark.parametrize("event", ["x", 7, [1], {}, {"chat": "x"}, {"chat": {"type": [1]}, "poll": 3}])
@pytest.mark.parametrize("kind", ["message", "edited_message", "callback_query"])
def test_of_an_unknown_shape_an_update_has_its_turn_and_is_no_cry(kind: str, event: Any) -> None:
    raw = {"update_id": 1, kind: event}
    nothing_kept: Any = None
    watch = CrisisLineWatch(load_crisis_detector, load_hotlines(), nothing_kept, 0)
    assert not watch.is_urgent(raw, None) and group_command(raw) is None
    allowances = Allowances()
    assert allowance_for(raw, allowances) in (None, *allowances.counted())


def test_the_caller_of_a_press_is_who_pressed_and_the_chat_is_that_of_the_message() -> None:
    message = {"from": {"id": 1}, "chat": {"id": 5, "type": "private"}}
    press = {"id": "9", "from": {"id": 5, "language_code": "en"}, "message": message}
    update = admitted({"update_id": 7, "callback_query": press})
    assert caller_of(update) == (5, True, "en") and press_id(update) == "9"
    assert private_chat({"update_id": 7, "message": message}) == 5


@pytest.mark.parametrize(("writer", "stays"), [({"id": 3}, True), (None, False), (5, False)])
def test_a_reply_to_what_nobody_wrote_is_no_reply(writer: Any, stays: bool) -> None:
    message = {"from": {"id": 5}, "reply_to_message": {"message_id": 2, "from": writer}}
    kept = admitted({"update_id": 7, "message": message})
    pressed = admitted({"update_id": 7, "callback_query": {"id": "1", "message": message}})
    assert ("reply_to_message" in kept["message"]) is stays
    assert ("reply_to_message" in pressed["callback_query"]["message"]) is stays


def test_data_that_is_longer_than_any_button_carries_is_none_of_ours() -> None:
    assert Press.unpack("x|see|" + "a" * 58) == ("see", "a" * 58, "")
    assert Press.unpack("x|see|" + "a" * 59) is None
    assert Press.unpack("x|see|" + "夜" * 20) is None
    assert Press.unpack("x|\ud83d") == ("\ud83d", "", "")
