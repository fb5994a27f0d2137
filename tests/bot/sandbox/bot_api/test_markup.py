"""Keyboards are taken or refused as a whole."""

from __future__ import annotations

from typing import Any

import pytest

from bot.sandbox.bot_api.markup import checked_inline, checked_markup
from bot.sandbox.shared.errors import Refusal


def inline(**button: Any) -> dict[str, Any]:
    return {"inline_keyboard": [[button]]}


@pytest.mark.parametrize(
    ("markup", "reason"),
    [
        (inline(text="a"), "Text buttons are unallowed"),
        (inline(text=" ", callback_data="a"), "non-empty"),
        (inline(text="a", callback_data="a", url="https://a.cn"), "one action"),
        (inline(text="a", url="javascript:1"), "Wrong HTTP URL"),
        (inline(text="a", callback="a"), 'unknown field "callback"'),
        ({"inline_keyboard": [{"text": "a"}]}, "array of arrays"),
        ({"inline_keyboard": [[{"text": "a", "callback_data": "a"}] * 101]}, "too long"),
        ({"keyboard": [["a"]], "colour": "red"}, 'unknown field "colour"'),
        ({"keyboard": [[{"text": ""}]]}, "non-empty"),
        ({"something": 1}, "object expected"),
    ],
)
def test_a_keyboard_that_telegram_would_refuse_is_refused(markup: dict[str, Any], reason: str) -> None:
    with pytest.raises(Refusal, match=reason):
        checked_markup(markup)


def test_the_keys_of_a_reply_keyboard_may_be_plain_words() -> None:
    assert checked_markup({"keyboard": [["甲"]]}) == {"keyboard": [[{"text": "甲"}]]}


def test_an_empty_inline_keyboard_is_none() -> None:
    assert checked_markup({"inline_keyboard": []}) is None


def test_an_edited_message_takes_inline_keyboards_only() -> None:
    with pytest.raises(Refusal, match="inline keyboard expected"):
        checked_inline({"keyboard": [["a"]]})
