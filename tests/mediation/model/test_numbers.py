"""Case numbers and receipt codes: random, easy to read aloud, forgiving when typed, kept only as a hash."""

import random
import re

import pytest

from mediation.model.cases.numbers import (
    ALPHABET,
    case_number,
    code_matches,
    hash_code,
    new_receipt_code,
    read_number,
    receipt_code,
)


def _choose(seed: int):
    return random.Random(seed).choice


def test_the_alphabet_has_nothing_that_looks_like_something_else() -> None:
    assert len(ALPHABET) == len(set(ALPHABET)) == 30
    assert not set("01OILU") & set(ALPHABET)


@pytest.mark.parametrize("seed", range(20))
def test_a_case_number_always_has_the_same_shape(seed: int) -> None:
    number = case_number(_choose(seed))
    assert re.fullmatch(rf"[{ALPHABET}]{{4}}-[{ALPHABET}]{{4}}", number)


def test_numbers_that_follow_each_other_have_nothing_in_common() -> None:
    numbers = [case_number() for _ in range(200)]
    assert len(set(numbers)) == 200
    assert len({number[0] for number in numbers}) > 15, "no prefix, no counter, no date"


@pytest.mark.parametrize(
    "typed",
    [
        "K7QF-2MRD",
        "k7qf-2mrd",
        "K7QF2MRD",
        " k7 qf 2m rd ",
        "K7QF—2MRD",
        "Ｋ７ＱＦ－２ＭＲＤ",
        "#K7QF_2MRD。",
    ],
)
def test_a_number_is_read_as_people_type_it(typed: str) -> None:
    assert read_number(typed) == "K7QF-2MRD"


@pytest.mark.parametrize(
    "typed", ["", "K7QF", "K7QF-2MR0", "K7QF-2MRDX", "我的案件", "O7QF-2MRD", "/start", "🙂" * 8, "K7QF-2MRß"]
)
def test_what_is_no_number_is_not_guessed(typed: str) -> None:
    assert read_number(typed) is None


@pytest.mark.parametrize("seed", range(20))
def test_every_number_that_is_given_out_can_be_read_back(seed: int) -> None:
    number = case_number(_choose(seed))
    assert read_number(number.lower().replace("-", " ")) == number


def test_a_receipt_code_is_sixteen_digits_in_four_groups() -> None:
    assert re.fullmatch(r"\d{4} \d{4} \d{4} \d{4}", receipt_code())
    assert receipt_code() != receipt_code()


def test_a_code_is_kept_only_as_a_hash() -> None:
    code = new_receipt_code(_choose(1))
    digits = code.shown.replace(" ", "")
    assert digits not in code.hashed and code.shown not in code.hashed
    assert code_matches(code.shown, code.hashed)


def test_the_same_code_is_hashed_differently_each_time() -> None:
    assert hash_code("1234 5678 9012 3456") != hash_code("1234 5678 9012 3456")


@pytest.mark.parametrize(
    "typed",
    [
        "1234567890123456",
        "1234-5678-9012-3456",
        "１２３４ ５６７８ ９０１２ ３４５６",
        "码:1234 5678 9012 3456",
    ],
)
def test_a_code_fits_however_its_digits_are_grouped(typed: str) -> None:
    assert code_matches(typed, hash_code("1234 5678 9012 3456", b"salt"))


@pytest.mark.parametrize(
    "typed", ["", "1234 5678 9012 3457", "123456789012345", "12345678901234567", "一二三四"]
)
def test_any_other_code_does_not_fit(typed: str) -> None:
    assert not code_matches(typed, hash_code("1234 5678 9012 3456", b"salt"))
