"""The line breaks when it is told to, where it is told to, and only so often."""

from __future__ import annotations

import aiohttp
import pytest

from bot.sandbox import Person, Sandbox
from tests.bot.sandbox.conftest import Call, Clock


async def test_a_dropped_answer_has_done_its_work(call: Call, zhang: Person, sandbox: Sandbox) -> None:
    sandbox.faults.add("drop", method="sendMessage")
    with pytest.raises(aiohttp.ClientError):
        await call("sendMessage", chat_id=1001, text="到了")
    assert zhang.last().text == "到了"
    assert (await call("sendMessage", chat_id=1001, text="又好了"))["ok"]


async def test_an_error_has_not_done_its_work(call: Call, zhang: Person, sandbox: Sandbox) -> None:
    sandbox.faults.add("error", status=502, times=2)
    codes = [(await call("sendMessage", chat_id=1001, text="x")).get("error_code") for _ in range(3)]
    assert codes == [502, 502, None]
    assert sum(seen.from_bot for seen in zhang.sees()) == 1


async def test_a_late_answer_is_late(call: Call, zhang: Person, sandbox: Sandbox, clock: Clock) -> None:
    sandbox.faults.add("late", seconds=7)
    assert (await call("sendMessage", chat_id=1001, text="x"))["ok"]
    assert clock.slept == [7]


async def test_a_flood_lasts_for_its_seconds(
    call: Call, zhang: Person, sandbox: Sandbox, clock: Clock
) -> None:
    sandbox.faults.add("flood", seconds=5)
    answers = [await call("sendMessage", chat_id=1001, text="x") for _ in range(2)]
    assert [answer["parameters"]["retry_after"] for answer in answers] == [5, 5]
    clock.now += 5
    assert (await call("sendMessage", chat_id=1001, text="x"))["ok"]


async def test_a_fault_hits_only_its_method_and_chat(call: Call, zhang: Person, sandbox: Sandbox) -> None:
    await sandbox.person(1002).starts()
    sandbox.faults.add("error", method="sendMessage", chat_id=1002)
    assert (await call("getMe"))["ok"]
    assert (await call("sendMessage", chat_id=1001, text="x"))["ok"]
    assert (await call("sendMessage", chat_id=1002, text="x"))["error_code"] == 500


async def test_faults_are_planned_and_forgotten_over_http(
    sandbox: Sandbox, http: aiohttp.ClientSession
) -> None:
    address = f"{sandbox.base_url}/sandbox/faults"
    async with http.post(address, json={"kind": "late", "seconds": 2, "times": 3}) as response:
        assert response.status == 200
    assert [(fault.kind, fault.times) for fault in sandbox.faults] == [("late", 3)]
    async with http.post(address, json={"kind": "fire"}) as response:
        assert "no such fault: fire" in await response.text()
    await http.delete(address)
    assert list(sandbox.faults) == []
