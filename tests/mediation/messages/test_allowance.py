"""So many in a while for each person, and when it goes on."""

from datetime import timedelta

import pytest

from mediation.messages import allowance
from mediation.messages.allowance import Allowance, Echo, Taken, room_again
from tests.fakes.clock import START

MINUTE = timedelta(minutes=1)


def test_the_one_too_many_is_told_when_there_is_room_again() -> None:
    two = Allowance(2, MINUTE)
    assert two.take(1, START) is None
    assert two.take(1, START + MINUTE / 2) is None
    assert two.take(1, START + MINUTE / 2) == START + MINUTE
    assert two.take(1, START + MINUTE) is None


def test_what_was_refused_is_not_counted_and_others_have_their_own() -> None:
    one = Allowance(1, MINUTE)
    assert one.take(1, START) is None
    assert {one.take(1, START + MINUTE / 2) for _ in range(50)} == {START + MINUTE}
    assert one.take(2, START) is None


def test_zero_is_no_limit() -> None:
    assert all(Allowance(0, MINUTE).take(1, START) is None for _ in range(100))
    assert room_again([START] * 100, 0, MINUTE, START) is None


def test_who_has_been_quiet_is_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(allowance, "MANY", 3)
    one = Allowance(1, MINUTE)
    for who in range(3):
        one.take(who, START)
    assert one.take(9, START + 2 * MINUTE) is None
    assert set(one._times) == {9}


def test_what_was_counted_before_a_restart_counts_on() -> None:
    before, told = Allowance(2, MINUTE, "messages"), list[Taken]()
    before.on_taken = told.append
    assert [before.take(1, START), before.take(1, START)] == [None, None]
    assert before.take(1, START) == START + MINUTE
    after, other = Allowance(2, MINUTE, "messages"), Allowance(2, MINUTE, "files")
    for one in (after, other):
        one.recall(told)
    assert after.take(1, START) == START + MINUTE and after.take(2, START) is None
    assert other.take(1, START) is None


def test_only_the_very_same_words_of_the_same_person_in_that_time_are_a_copy() -> None:
    echo = Echo(10 * MINUTE)
    assert [echo.again(1, text, START) for text in ("在吗", "在吗？", "在吗", "", "")] == [
        False, False, True, False, False,
    ]  # fmt: skip
    assert not echo.again(2, "在吗", START)
    assert not echo.again(1, "在吗", START + 11 * MINUTE)
