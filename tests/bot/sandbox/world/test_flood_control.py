"""Each limit is alive, and each can be switched off."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.sandbox import Limits, Person, Sandbox
from bot.sandbox.shared.errors import Refusal
from bot.sandbox.world.flood_control import FloodControl
from tests.bot.sandbox.conftest import Call, Clock

GROUP = -1001000000001


def admitted(flood: FloodControl, chat: int, tries: int, *, edit: bool = False) -> int:
    """How many of so many messages pass before the first is refused."""
    for count in range(tries):
        try:
            flood.admit(chat, edit=edit)
        except Refusal:
            return count
    return tries


def test_a_private_chat_takes_a_burst_and_then_one_a_second(clock: Clock) -> None:
    flood = FloodControl(Limits(chat_burst=3, overall_per_second=None), clock)
    assert admitted(flood, 1001, 9) == 3
    clock.now += 1
    assert admitted(flood, 1001, 9) == 1


def test_a_group_takes_20_a_minute(clock: Clock) -> None:
    flood = FloodControl(Limits(), clock)
    assert admitted(flood, GROUP, 25) == 20
    clock.now += 60
    assert admitted(flood, GROUP, 25) == 20


def test_edits_in_a_group_are_counted_apart(clock: Clock) -> None:
    flood = FloodControl(Limits(overall_per_second=None), clock)
    assert admitted(flood, GROUP, 20) == 20
    assert admitted(flood, GROUP, 25, edit=True) == 20


def test_all_chats_together_take_30_in_any_second(clock: Clock) -> None:
    flood = FloodControl(Limits(), clock)
    assert sum(admitted(flood, chat, 1) for chat in range(1, 40)) == 30
    clock.now += 0.5
    assert admitted(flood, 99, 1) == 0
    clock.now += 0.5
    assert admitted(flood, 99, 1) == 1


def test_a_429_closes_every_chat_until_its_time_is_over(clock: Clock) -> None:
    flood = FloodControl(Limits(chat_burst=1), clock)
    assert admitted(flood, 1, 2) == 1
    assert admitted(flood, 2, 1) == 0
    clock.now += 1
    assert admitted(flood, 2, 1) == 1


def test_a_429_may_close_one_chat_only(clock: Clock) -> None:
    flood = FloodControl(Limits(chat_burst=1, blocks_everybody=False), clock)
    assert admitted(flood, 1, 2) == 1
    assert admitted(flood, 2, 1) == 1


def test_an_album_counts_each_of_its_pictures_in_a_group(clock: Clock) -> None:
    flood = FloodControl(Limits(), clock)
    flood.admit(GROUP, count=19)
    with pytest.raises(Refusal) as refused:
        flood.admit(GROUP, count=2)
    assert refused.value.retry_after == 60


@pytest.mark.parametrize(
    ("limit", "chat", "edit"),
    [
        ("chat_per_second", 1001, False),
        ("group_per_minute", GROUP, False),
        ("group_edits_per_minute", GROUP, True),
        ("overall_per_second", 1001, True),
    ],
)
def test_each_limit_can_be_switched_off(clock: Clock, limit: str, chat: int, edit: bool) -> None:
    only = replace(Limits.off(), **{limit: getattr(Limits(), limit)})
    assert admitted(FloodControl(only, clock), chat, 40, edit=edit) < 40
    assert admitted(FloodControl(Limits.off(), clock), chat, 40, edit=edit) == 40


class TestOnByDefault:
    """Over HTTP, with the limits that nobody has touched."""

    @pytest.fixture
    def limits(self) -> Limits:
        return Limits()

    async def test_the_bot_is_told_when_to_come_back(
        self, call: Call, zhang: Person, sandbox: Sandbox
    ) -> None:
        answers = [await call("sendMessage", chat_id=1001, text=str(i)) for i in range(9)]
        assert [answer["ok"] for answer in answers] == [True] * 8 + [False]
        assert answers[-1] == {
            "ok": False,
            "error_code": 429,
            "description": "Too Many Requests: retry after 1",
            "parameters": {"retry_after": 1},
        }

    async def test_a_refused_message_is_not_counted(self, call: Call, zhang: Person) -> None:
        for _ in range(20):
            await call("sendMessage", chat_id=1001, text="")
        assert (await call("sendMessage", chat_id=1001, text="a"))["ok"]

    async def test_answers_to_buttons_are_never_slowed(
        self, call: Call, zhang: Person, sandbox: Sandbox
    ) -> None:
        sandbox.world.flood.close(60)
        assert (await call("sendChatAction", chat_id=1001, action="typing"))["ok"]
        assert not (await call("sendMessage", chat_id=1001, text="a"))["ok"]
