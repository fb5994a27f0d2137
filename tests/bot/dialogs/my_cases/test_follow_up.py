"""Number and code are found in whatever people type or paste."""

import pytest

from bot.dialogs.my_cases.follow_up import read_receipt
from mediation.model.cases.numbers import read_number

CODE = "1234567890123456"


@pytest.mark.parametrize(
    "typed",
    [
        "K7QF-2MRD 1234 5678 9012 3456",
        "k7qf2mrd 1234567890123456",
        "K7QF 2MRD\n1234-5678-9012-3456",
        "Ｋ７ＱＦ－２ＭＲＤ　１２３４５６７８９０１２３４５６",
        "✅ 已登记\n编号：K7QF-2MRD\n时间：2026-03-02 09:00\n回执码：1234 5678 9012 3456\n请收好",
    ],
)
def test_a_receipt_is_read_in_any_writing(typed: str) -> None:
    number, code = read_receipt(typed)
    assert read_number(number) == "K7QF-2MRD"
    assert "".join(ch for ch in code if ch.isdigit()) == CODE


@pytest.mark.parametrize("typed", ["", "K7QF-2MRD", "1234 5678 9012 3456", "你好", "K7QF-2MRD 12 34"])
def test_half_a_receipt_is_none(typed: str) -> None:
    assert read_receipt(typed) == ("", "")


def test_a_number_of_digits_only_is_not_taken_for_the_code() -> None:
    assert read_receipt("2345-6789 1234 5678 9012 3456") == ("2345-6789", "1234 5678 9012 3456")
