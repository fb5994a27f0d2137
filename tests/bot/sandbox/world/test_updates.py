"""Updates wait until the bot has taken them, by polling or by webhook."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest
from aiogram import Bot, Dispatcher
from aiogram.methods import SendMessage
from aiogram.webhook.aiohttp_server import SimpleRequestHandler
from aiohttp import web

from bot.sandbox import Person, Sandbox
from tests.bot.sandbox.conftest import Call, Clock


async def texts(call: Call, **fields: Any) -> list[str]:
    return [update["message"]["text"] for update in (await call("getUpdates", **fields))["result"]]


async def test_an_offset_confirms_what_came_before(call: Call, zhang: Person) -> None:
    for word in "一二三":
        await zhang.says(word)
    updates = (await call("getUpdates", limit=2))["result"]
    assert [update["message"]["text"] for update in updates] == ["一", "二"]
    assert await texts(call, offset=updates[-1]["update_id"]) == ["二", "三"]
    assert await texts(call, offset=updates[-1]["update_id"] + 1) == ["三"]
    assert await texts(call) == ["三"]


async def test_a_negative_offset_keeps_the_newest(call: Call, zhang: Person) -> None:
    for word in "一二三":
        await zhang.says(word)
    assert await texts(call, offset=-1) == ["三"]
    assert await texts(call) == ["三"]


async def test_a_long_poll_ends_with_the_first_update(call: Call, zhang: Person, sandbox: Sandbox) -> None:
    poll = asyncio.create_task(texts(call, timeout=30))
    await sandbox.until(lambda: sandbox.world.updates.someone_waits)
    await zhang.says("来了")
    assert await poll == ["来了"]


async def test_a_second_poll_ends_the_first(call: Call, zhang: Person, sandbox: Sandbox) -> None:
    first = asyncio.create_task(call("getUpdates", timeout=30))
    await sandbox.until(lambda: sandbox.world.updates.someone_waits)
    assert (await call("getUpdates"))["ok"]
    answer = await first
    assert answer["error_code"] == 409
    assert answer["description"].startswith("Conflict: terminated by other getUpdates request")


async def test_only_the_wanted_kinds_are_queued(call: Call, zhang: Person) -> None:
    await call("getUpdates", allowed_updates=["message_reaction"])
    told = await zhang.says("不要")
    await zhang.reacts(told.id, "👍")
    [update] = (await call("getUpdates"))["result"]
    assert update["message_reaction"]["new_reaction"] == [{"type": "emoji", "emoji": "👍"}]


async def test_reactions_are_not_sent_unless_wanted(call: Call, zhang: Person) -> None:
    told = await zhang.says("好")
    await zhang.reacts(told.id, "👍")
    assert await texts(call) == ["好"]


class Receiver:
    """A bot's webhook that writes down what comes and answers what it is told to."""

    def __init__(self) -> None:
        self.answers: list[web.Response] = []
        self.texts: list[str] = []
        self.secrets: list[str | None] = []
        self.url = ""

    async def handle(self, request: web.Request) -> web.Response:
        update = await request.json()
        self.texts.append(update["message"]["text"])
        self.secrets.append(request.headers.get("X-Telegram-Bot-Api-Secret-Token"))
        return self.answers.pop(0) if self.answers else web.Response()


@pytest.fixture
async def receiver() -> AsyncIterator[Receiver]:
    made = Receiver()
    app = web.Application()
    app.router.add_post("/hook", made.handle)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    made.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    yield made
    await runner.cleanup()


async def test_a_webhook_gets_updates_with_the_secret(
    call: Call, zhang: Person, sandbox: Sandbox, receiver: Receiver
) -> None:
    await zhang.says("早就在等")
    assert (await call("setWebhook", url=receiver.url, secret_token="s3cret"))["ok"]
    await zhang.says("刚来")
    await sandbox.until(lambda: sandbox.pending_updates == 0)
    assert receiver.texts == ["早就在等", "刚来"]
    assert receiver.secrets == ["s3cret", "s3cret"]


async def test_a_refused_update_is_repeated_before_the_next_one(
    call: Call, zhang: Person, sandbox: Sandbox, receiver: Receiver, clock: Clock
) -> None:
    receiver.answers = [web.Response(status=500), web.Response(status=502)]
    await call("setWebhook", url=receiver.url)
    await zhang.says("一")
    await zhang.says("二")
    await sandbox.until(lambda: sandbox.pending_updates == 0)
    assert receiver.texts == ["一", "一", "一", "二"]
    assert clock.slept == [1, 2]
    info = (await call("getWebhookInfo"))["result"]
    assert info["last_error_message"] == "Wrong response from the webhook: 502 Bad Gateway"


async def test_a_bot_may_call_a_method_in_its_webhook_answer(
    call: Call, zhang: Person, sandbox: Sandbox, receiver: Receiver
) -> None:
    receiver.answers = [web.json_response({"method": "sendMessage", "chat_id": 1001, "text": "收到"})]
    await call("setWebhook", url=receiver.url)
    await zhang.says("在吗")
    assert (await zhang.waits_for("收到")).from_bot


async def test_polling_and_a_webhook_exclude_each_other(call: Call, receiver: Receiver) -> None:
    await call("setWebhook", url=receiver.url)
    answer = await call("getUpdates")
    assert answer["error_code"] == 409 and "while webhook is active" in answer["description"]
    await call("deleteWebhook")
    assert (await call("getUpdates"))["ok"]
    assert (await call("getWebhookInfo"))["result"]["url"] == ""


async def test_pending_updates_can_be_dropped(call: Call, zhang: Person) -> None:
    await zhang.says("旧")
    await call("deleteWebhook", drop_pending_updates=True)
    assert await texts(call) == []


async def test_a_webhook_elsewhere_is_refused(call: Call) -> None:
    answer = await call("setWebhook", url="https://example.org/hook")
    assert "on this machine only" in answer["description"]
    assert not (await call("setWebhook", url="http://127.0.0.1:1/", secret_token="秘密"))["ok"]


async def test_the_update_tells_what_telegram_tells(
    sandbox: Sandbox, http: aiohttp.ClientSession, call: Call
) -> None:
    await sandbox.person("小张").starts()
    [update] = (await call("getUpdates"))["result"]
    assert update["update_id"] == 700_000_001
    message = update["message"]
    assert message["from"] == {
        "id": 1001,
        "is_bot": False,
        "first_name": "小张",
        "language_code": "zh-hans",
        "username": "xiaozhang",
    }
    assert message["chat"] == {"id": 1001, "type": "private", "first_name": "小张", "username": "xiaozhang"}
    assert message["entities"] == [{"type": "bot_command", "offset": 0, "length": 6}]


async def test_aiogram_may_answer_in_the_webhook_itself(
    sandbox: Sandbox, zhang: Person, aio: Bot, call: Call
) -> None:
    dispatcher = Dispatcher()
    dispatcher.message.register(
        lambda message: SendMessage(chat_id=message.chat.id, text="<b>好</b>", parse_mode="HTML")
    )
    app = web.Application()
    SimpleRequestHandler(dispatcher, aio, handle_in_background=False, secret_token="s").register(
        app, path="/hook"
    )
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    await call("setWebhook", url=f"http://127.0.0.1:{runner.addresses[0][1]}/hook", secret_token="s")
    await zhang.says("在吗")
    assert (await zhang.waits_for("好")).raw["entities"][0]["type"] == "bold"
    await call("deleteWebhook")
    await runner.cleanup()


async def test_a_bad_call_in_a_webhook_answer_stops_nothing(
    call: Call, zhang: Person, sandbox: Sandbox, receiver: Receiver
) -> None:
    receiver.answers = [
        web.json_response({"method": "sendGift"}),
        web.Response(text="{", content_type="application/json"),
    ]
    await call("setWebhook", url=receiver.url)
    for word in "一二三":
        await zhang.says(word)
    await sandbox.until(lambda: sandbox.pending_updates == 0)
    assert receiver.texts == ["一", "二", "三"]


async def test_stopping_ends_an_open_poll_at_once(zhang: Person, sandbox: Sandbox, call: Call) -> None:
    poll = asyncio.create_task(call("getUpdates", timeout=50))
    await sandbox.until(lambda: sandbox.world.updates.someone_waits)
    await sandbox.stop()
    assert (await poll)["result"] == []
