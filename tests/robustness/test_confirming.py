"""An update is confirmed only once it is stored: whatever fails before, it comes again."""

import asyncio
import json
from io import BytesIO
from typing import Any

import aiohttp
import pytest
from aiogram.exceptions import ClientDecodeError

from bot.dialogs.updates.admission import admitted
from bot.dialogs.updates.polling import Polling
from tests.house import House
from tests.journeys import steps
from tests.robustness.conftest import PATH, SECRET, StoreFails

HEADER = "X-Telegram-Bot-Api-Secret-Token"

pytestmark = pytest.mark.usefixtures("no_pauses")


def spoken(house: House, update_id: int, text: str) -> dict[str, Any]:
    """What Telegram would post for a message of 小张."""
    who = {"id": house.zhang.id, "is_bot": False, "first_name": "小张", "language_code": "zh-hans"}
    chat = {"id": house.zhang.id, "type": "private", "first_name": "小张"}
    message = {
        "message_id": 5000 + update_id % 1000,
        "date": 1_800_000_000,
        "from": who,
        "chat": chat,
        "text": text,
    }
    return {"update_id": update_id, "message": message}


async def posts(house: House, body: Any, secret: str | None = SECRET) -> int:
    """Post it to the webhook; the status of the answer."""
    headers = {} if secret is None else {HEADER: secret}
    data = BytesIO(body if isinstance(body, bytes) else json.dumps(body).encode())
    url = f"http://127.0.0.1:{house.app.port}{PATH}"
    async with aiohttp.ClientSession() as session, session.post(url, data=data, headers=headers) as response:
        return response.status


async def stored(house: House) -> int:
    sql = "SELECT count(*) FROM inbox"
    return int(await steps.ask(house, lambda r: r.connection.exec_driver_sql(sql).scalar()) or 0)


async def sentences(house: House, number: str) -> list[str]:
    said = await steps.ask(house, lambda r: r.talk.of_case(number))
    return [one.content.text for one in said if one.content.text.endswith("句")]


async def test_what_cannot_be_stored_is_not_confirmed_and_comes_again(house: House) -> None:
    number = await steps.a_conversation(house, house.zhang, house.lawyer)
    await steps.settled(house)
    store = StoreFails(house, times=5)
    await house.zhang.says("第一句")
    assert house.sandbox.pending_updates == 1
    await house.lawyer.waits_for("第一句")
    assert store.left == 0
    assert await sentences(house, number) == ["第一句"]


async def test_polling_outlives_an_answer_that_is_no_json() -> None:
    answers: list[Any] = [ClientDecodeError("x", ValueError(), "<html>"), OSError(), [{"update_id": 7}], []]
    asked: list[int | None] = []
    accepted: list[int] = []

    async def line(ask: Any, request_timeout: int) -> Any:
        asked.append(ask.offset)
        answer = answers.pop(0) if answers else polling.stop() or []
        if isinstance(answer, Exception):
            raise answer
        return answer

    class Store:
        async def accept(self, raw: dict[str, Any]) -> None:
            accepted.append(raw["update_id"])

    polling = Polling(line, Store(), 1)  # type: ignore[arg-type]
    await polling.run()
    assert accepted == [7]
    assert asked == [None, None, None, 8, 8]


async def test_polling_passes_over_what_is_no_update_and_takes_what_comes_behind_it() -> None:
    answers: list[Any] = [[{"update_id": 7, "message": {"date": 10**30}}, {"update_id": 8}], []]
    asked: list[int | None] = []
    accepted: list[int] = []

    async def line(ask: Any, request_timeout: int) -> Any:
        asked.append(ask.offset)
        return answers.pop(0) if answers else polling.stop() or []

    class Door:
        async def accept(self, raw: dict[str, Any]) -> None:
            accepted.append(admitted(raw)["update_id"])

    polling = Polling(line, Door(), 1)  # type: ignore[arg-type]
    await polling.run()
    assert (accepted, asked) == ([8], [None, 9, 9])


async def test_a_webhook_carries_the_whole_story(hooked: House) -> None:
    await steps.a_conversation(hooked, hooked.zhang, hooked.lawyer)
    await hooked.zhang.says("第一句")
    await hooked.lawyer.waits_for("第一句")


async def test_a_webhook_says_yes_only_once_it_is_stored(hooked: House) -> None:
    number = await steps.a_conversation(hooked, hooked.zhang, hooked.lawyer)
    await steps.settled(hooked)
    store = StoreFails(hooked, times=1000)
    assert await posts(hooked, spoken(hooked, 501, "第一句")) == 500
    store.left = 0
    assert await posts(hooked, spoken(hooked, 501, "第一句")) == 200
    await hooked.lawyer.waits_for("第一句")
    assert await sentences(hooked, number) == ["第一句"]


async def test_without_the_right_secret_nothing_is_stored(hooked: House) -> None:
    for secret in (None, "", "wrong", SECRET + "x", "密"):
        assert await posts(hooked, spoken(hooked, 501, "第一句"), secret) == 403
    assert await stored(hooked) == 0


async def test_a_secret_that_is_no_text_is_a_wrong_one(hooked: House) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", hooked.app.port)
    head = f"POST {PATH} HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n{HEADER}: ".encode()
    writer.write(head + b"\xff\xfe\r\n\r\n{}")
    assert b" 403 " in await reader.readline()
    writer.close()


async def test_what_is_no_update_is_refused_and_not_stored(hooked: House) -> None:
    numbers = [b'{"update_id": %s}' % x for x in (b'"x"', b"null", b"[]", b"NaN", b"Infinity")]
    deep = b'{"update_id": 7, "message": ' + b"[" * 100_000
    for body in (b"", b"{", b"[]", b'"x"', b"null", b"{}", b"\xff\xfe", deep, *numbers):
        assert await posts(hooked, body) == 400, body
    assert await stored(hooked) == 0


async def test_an_update_too_large_to_be_one_is_refused(hooked: House) -> None:
    assert await posts(hooked, spoken(hooked, 501, "长" * 400_000)) == 413
    assert await stored(hooked) == 0


async def test_an_update_of_an_unknown_shape_stops_nothing(hooked: House) -> None:
    await steps.a_conversation(hooked, hooked.zhang, hooked.lawyer)
    who = {"id": hooked.zhang.id, "is_bot": False, "first_name": "小张"}
    shapes: list[Any] = [
        {"message": 5}, {"message": {"text": "x"}}, {"callback_query": {}}, {"dice": {}}, {},
        {"message": {"from": "x"}}, {"message": {"from": who, "chat": "x"}}, {"inline_query": 5},
        {"message": {"from": {"id": "x"}}}, {"my_chat_member": {"from": who, "chat": []}},
        {"callback_query": {"from": who}}, {"message": {"chat": {"id": 5, "type": "private"}, "text": "x"}},
        spoken(hooked, 0, "半个\ud83d字"),
    ]  # fmt: skip
    for update_id, content in enumerate(shapes):
        assert await posts(hooked, content | {"update_id": update_id}) == 200
    await hooked.lawyer.waits_for("半个\ufffd字")
    await hooked.zhang.says("第一句")
    await hooked.lawyer.waits_for("第一句")
    await steps.settled(hooked)
    assert await steps.ask(hooked, lambda r: r.inbox.unfinished(r.bot)) == []


async def test_the_same_update_twice_has_one_effect(hooked: House) -> None:
    number = await steps.a_conversation(hooked, hooked.zhang, hooked.lawyer)
    assert [await posts(hooked, spoken(hooked, 501, "第一句")) for _ in range(3)] == [200] * 3
    await hooked.lawyer.waits_for("第一句")
    await steps.settled(hooked)
    assert await sentences(hooked, number) == ["第一句"]
    assert sum(seen.text == "第一句" for seen in hooked.lawyer.sees()) == 1


async def test_updates_out_of_order_are_all_taken(hooked: House) -> None:
    number = await steps.a_conversation(hooked, hooked.zhang, hooked.lawyer)
    for update_id in (900_000_000, 7, 900_000_001, 5):
        assert await posts(hooked, spoken(hooked, update_id, f"{update_id}句")) == 200
    await hooked.lawyer.waits_for("5句")
    assert len(await sentences(hooked, number)) == 4


async def test_a_person_whose_update_could_not_be_finished_is_heard_again(hooked: House) -> None:
    await steps.a_conversation(hooked, hooked.zhang, hooked.lawyer)
    await steps.settled(hooked)
    store = StoreFails(hooked, times=0)
    really = hooked.app.updates._dispatcher.feed_update

    async def feed(*args: Any, **kwargs: Any) -> Any:
        result = await really(*args, **kwargs)
        store.left = 1000
        return result

    hooked.app.updates._dispatcher.feed_update = feed  # type: ignore[method-assign]
    await posts(hooked, spoken(hooked, 501, "/privacy"))
    await hooked.app.updates.drain()
    hooked.app.updates._dispatcher.feed_update = really  # type: ignore[method-assign]
    store.left = 0
    await hooked.zhang.says("第一句")
    await hooked.lawyer.waits_for("第一句")
