"""Scripts and the page play the people over HTTP."""

from __future__ import annotations

import base64
import json
from collections.abc import Awaitable, Callable
from typing import Any

import aiohttp
import pytest

from bot.sandbox import Person, Sandbox
from tests.bot.sandbox.conftest import Call

GROUP = -1001000000001
Act = Callable[..., Awaitable[dict[str, Any]]]


@pytest.fixture
def act(sandbox: Sandbox, http: aiohttp.ClientSession) -> Act:
    async def acting(person: int, deed: str, **body: Any) -> dict[str, Any]:
        async with http.post(f"{sandbox.base_url}/sandbox/people/{person}/{deed}", json=body) as response:
            answer: dict[str, Any] = await response.json()
            return answer

    return acting


async def test_a_story_can_be_played(act: Act, call: Call, sandbox: Sandbox) -> None:
    await act(1001, "start")
    told = (await act(1001, "say", text="你好"))["result"]
    await act(1001, "edit", message_id=told["message_id"], text="您好")
    await act(1001, "react", message_id=told["message_id"], emoji="👍")
    answer = {"inline_keyboard": [[{"text": "好", "callback_data": "ok"}]]}
    sent = (await call("sendMessage", chat_id=1001, text="?", reply_markup=answer))["result"]["message_id"]
    assert (await act(1001, "press", message_id=sent, row=0, column=0))["result"]["data"] == "ok"
    assert (await act(1001, "press", message_id=sent, data="forged", forged=True))["ok"]
    await act(1001, "delete", message_id=told["message_id"])
    await act(1001, "block")
    assert 1001 in sandbox.world.blocked and (await act(1001, "unblock"))["ok"]


@pytest.mark.parametrize("kind", ["photo", "voice", "document", "sticker", "contact", "location", "poll"])
async def test_every_kind_can_be_sent(act: Act, zhang: Person, kind: str) -> None:
    assert (await act(1001, "send", kind=kind))["ok"]
    assert zhang.last().kind == kind


async def test_a_file_travels_as_base64_and_comes_back(
    act: Act, sandbox: Sandbox, http: aiohttp.ClientSession, zhang: Person
) -> None:
    content = base64.b64encode(b"<script>").decode()
    sent = await act(1001, "send", kind="document", name="a.html", mime="text/html", content=content)
    file = sent["result"]["document"]["file_id"]
    async with http.get(f"{sandbox.base_url}/sandbox/files/{file}") as response:
        assert await response.read() == b"<script>"
        assert response.content_type == "application/octet-stream"


async def test_an_album_can_be_sent(act: Act, zhang: Person) -> None:
    await act(1001, "album", files=[{"kind": "photo"}, {"kind": "photo", "caption": "二"}])
    first, second = zhang.sees()[-2:]
    assert first.album == second.album is not None and second.text == "二"


async def test_members_come_and_go(act: Act, sandbox: Sandbox) -> None:
    assert (await act(2003, "leave", chat=GROUP))["ok"]
    assert 2003 not in sandbox.world.chats[GROUP].members
    assert (await act(2003, "join", chat=GROUP))["ok"]
    assert (await act(3001, "remove_bot", chat=GROUP))["ok"]
    assert (await act(3001, "add_bot", chat=GROUP))["ok"]


@pytest.mark.parametrize(
    ("person", "deed", "body", "problem"),
    [
        (1001, "fly", {}, "people can: start, say"),
        (1001, "say", {}, "field 'text' is missing"),
        (77, "say", {"text": "a"}, "77 is not in chat"),
        (1001, "press", {"message_id": 1, "data": "x"}, "no button with 'x'"),
        (1001, "send", {"kind": "gift"}, "people can send"),
    ],
)
async def test_what_cannot_be_done_is_explained(
    act: Act, zhang: Person, person: int, deed: str, body: dict[str, Any], problem: str
) -> None:
    answer = await act(person, deed, **body)
    assert answer["ok"] is False and problem in answer["problem"]


async def test_changes_are_told_as_they_happen(
    sandbox: Sandbox, http: aiohttp.ClientSession, zhang: Person
) -> None:
    async with http.get(f"{sandbox.base_url}/sandbox/events") as stream:
        assert await stream.content.readuntil(b"\n\n") == b": welcome\n\n"
        await zhang.says("快看")
        event = json.loads((await stream.content.readuntil(b"\n\n")).removeprefix(b"data: "))
    assert (event["type"], event["chat_id"], event["message"]["text"]) == ("message", 1001, "快看")


async def test_the_state_is_whole(sandbox: Sandbox, http: aiohttp.ClientSession, zhang: Person) -> None:
    async with http.get(f"{sandbox.base_url}/sandbox/state") as response:
        state = await response.json()
    assert [person["name"] for person in state["people"] if person["started"]] == ["小张"]
    assert {chat["card"]["id"] for chat in state["chats"]} >= {1001, GROUP}
    async with http.get(f"{sandbox.base_url}/sandbox/chats/1001/messages") as response:
        assert [message["text"] for message in await response.json()] == ["/start"]


async def test_limits_can_be_turned_while_it_runs(
    sandbox: Sandbox, http: aiohttp.ClientSession, call: Call, zhang: Person
) -> None:
    address = f"{sandbox.base_url}/sandbox/limits"
    await http.post(address, json={"chat_per_second": 1, "chat_burst": 1})
    answers = [(await call("sendMessage", chat_id=1001, text="a"))["ok"] for _ in range(2)]
    assert answers == [True, False]
    async with http.post(address, json={"speed": 1}) as response:
        assert response.status == 400


async def test_the_page_is_served_with_a_strict_policy(sandbox: Sandbox, http: aiohttp.ClientSession) -> None:
    async with http.get(sandbox.base_url) as response:
        assert "信桥" in await response.text()
        assert "script-src" not in response.headers["Content-Security-Policy"]
        assert response.headers["Content-Security-Policy"].startswith("default-src 'self'")


async def test_pages_from_elsewhere_cannot_play_the_people(
    sandbox: Sandbox, http: aiohttp.ClientSession
) -> None:
    address = f"{sandbox.base_url}/sandbox/people/1001/start"
    async with http.post(address, headers={"Origin": "https://example.org"}) as response:
        assert response.status == 403
    async with http.post(address, headers={"Origin": sandbox.base_url}) as response:
        assert response.status == 200
