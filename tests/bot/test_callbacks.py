"""What a button carries is never trusted."""

import pytest

from bot.callbacks import Press


@pytest.mark.parametrize("data", ["", "x", "x|", "|", "y|see|1", "x|a|b|c|d", "🙂"])
def test_what_is_not_ours_is_nothing(data: str) -> None:
    assert Press.unpack(data) is None


def test_a_press_comes_back_as_it_was_packed() -> None:
    press = Press("rate", "K7QF-2MRD", "5")
    assert Press.unpack(press.pack()) == press


@pytest.mark.parametrize("value", ["", "²", "-1", "1.0", "9" * 19, "１", " 1", "0x1"])
def test_an_odd_value_is_no_number(value: str) -> None:
    assert Press("relay", value=value).whole is None


def test_more_than_telegram_carries_is_refused() -> None:
    with pytest.raises(ValueError, match="64 bytes"):
        Press("see", "K" * 70).pack()
