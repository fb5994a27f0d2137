"""Everything that Telegram refuses is refused with its code and description."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import aiohttp
import pytest

from bot.sandbox import Person, Sandbox, SandboxOptions
from tests.bot.sandbox.conftest import Call, Clock

GROUP = -1001000000001


def buttons(data: str) -> dict[str, Any]:
    return {"inline_keyboard": [[{"text": "x", "callback_data": data}]]}


async def test_an_unknown_method_is_not_found(call: Call) -> None:
    assert await call("sendGift") == {"ok": False, "error_code": 404, "description": "Not Found"}


async def test_an_unknown_field_is_named(call: Call, zhang: Person) -> None:
    answer = await call("sendMessage", chat_id=1001, text="a", message_effect_id="5")
    assert answer["error_code"] == 400 and '"message_effect_id"' in answer["description"]


async def test_an_upload_that_nothing_uses_is_named(sandbox: Sandbox, http: aiohttp.ClientSession) -> None:
    form = aiohttp.FormData({"chat_id": "1001", "text": "a"})
    form.add_field("stray", b"x", filename="x")
    async with http.post(f"{sandbox.base_url}/bot{sandbox.token}/sendMessage", data=form) as response:
        assert response.status == 400 and "stray" in (await response.json())["description"]


async def test_a_wrong_type_is_named(call: Call) -> None:
    answer = await call("deleteMessage", chat_id=1001, message_id="seven")
    assert answer["description"] == 'Bad Request: field "message_id" must be of type int'


@pytest.mark.parametrize("token", ["7000000002:x", "nonsense", "7000000001:"])
async def test_another_bots_token_is_refused(
    sandbox: Sandbox, http: aiohttp.ClientSession, token: str
) -> None:
    async with http.get(f"{sandbox.base_url}/bot{token}/getMe") as response:
        assert (response.status, (await response.json())["description"]) == (401, "Unauthorized")


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"text": "a"}, "chat_id is empty"),
        ({"chat_id": 1001}, "message text is empty"),
        ({"chat_id": 1001, "text": " \n"}, "message text is empty"),
        ({"chat_id": 1001, "text": "a" * 4097}, "message is too long"),
        ({"chat_id": 1001, "text": "😀" * 2049}, "message is too long"),
        ({"chat_id": 5, "text": "a"}, "chat not found"),
        ({"chat_id": "@nobody", "text": "a"}, "chat not found"),
        (
            {"chat_id": 1001, "text": "a", "reply_parameters": {"message_id": 99}},
            "message to be replied not found",
        ),
        ({"chat_id": 1001, "text": "a", "reply_markup": buttons("")}, "BUTTON_DATA_INVALID"),
        ({"chat_id": 1001, "text": "a", "reply_markup": buttons("字" * 22)}, "BUTTON_DATA_INVALID"),
    ],
)
async def test_a_bad_message_is_refused(
    call: Call, zhang: Person, fields: dict[str, Any], reason: str
) -> None:
    answer = await call("sendMessage", **fields)
    assert (answer["error_code"], answer["description"]) == (400, f"Bad Request: {reason}")
    assert not any(seen.from_bot for seen in zhang.sees())


async def test_the_longest_text_and_callback_data_pass(call: Call, zhang: Person) -> None:
    text = "<b>" + "a" * 4096 + "</b>"
    answer = await call(
        "sendMessage", chat_id=1001, text=text, parse_mode="HTML", reply_markup=buttons("x" * 64)
    )
    assert answer["ok"] and len(zhang.last().text) == 4096


async def test_a_reply_to_nothing_may_be_allowed(call: Call, zhang: Person) -> None:
    reply = {"message_id": 99, "allow_sending_without_reply": True}
    assert (await call("sendMessage", chat_id=1001, text="a", reply_parameters=reply))["ok"]
    assert zhang.last().reply_to is None


async def test_a_caption_over_1024_is_refused(call: Call, zhang: Person) -> None:
    file = (await zhang.sends("photo")).raw["photo"][-1]["file_id"]
    answer = await call("sendPhoto", chat_id=1001, photo=file, caption="a" * 1025)
    assert answer["description"] == "Bad Request: message caption is too long"
    assert (await call("sendPhoto", chat_id=1001, photo=file, caption="a" * 1024))["ok"]


async def test_a_file_of_another_kind_or_from_elsewhere_is_refused(call: Call, zhang: Person) -> None:
    file = (await zhang.sends("photo")).raw["photo"][-1]["file_id"]
    wrong = await call("sendDocument", chat_id=1001, document=file)
    assert wrong["description"] == "Bad Request: can't use file of type Photo as Document"
    unknown = await call("sendDocument", chat_id=1001, document="nothing")
    assert unknown["description"] == "Bad Request: wrong file identifier/HTTP URL specified"


async def test_a_person_who_never_started_cannot_be_written_to(call: Call) -> None:
    answer = await call("sendMessage", chat_id=1002, text="a")
    assert answer["description"] == "Forbidden: bot can't initiate conversation with a user"
    assert answer["error_code"] == 403


async def test_a_person_who_blocked_the_bot_cannot_be_written_to(call: Call, zhang: Person) -> None:
    await zhang.blocks()
    answer = await call("sendMessage", chat_id=1001, text="a")
    assert (answer["error_code"], answer["description"]) == (403, "Forbidden: bot was blocked by the user")
    await zhang.unblocks()
    assert (await call("sendMessage", chat_id=1001, text="a"))["ok"]


async def test_a_group_that_threw_the_bot_out_is_closed(call: Call, sandbox: Sandbox) -> None:
    sandbox.people.remove_bot(3001, GROUP)
    answer = await call("sendMessage", chat_id=GROUP, text="a")
    assert answer["description"] == "Forbidden: bot was kicked from the supergroup chat"


async def test_an_edit_that_changes_nothing_is_refused(call: Call, zhang: Person) -> None:
    sent = (await call("sendMessage", chat_id=1001, text="<b>a</b>", parse_mode="HTML"))["result"]
    same = {"chat_id": 1001, "message_id": sent["message_id"], "text": "<strong>a</strong>"}
    answer = await call("editMessageText", **same, parse_mode="HTML")
    assert answer["description"].startswith(
        "Bad Request: message is not modified: specified new message content"
    )
    assert (await call("editMessageText", **same, parse_mode="HTML", reply_markup=buttons("x")))["ok"]


@pytest.mark.parametrize(
    ("method", "fields", "reason"),
    [
        ("editMessageText", {"message_id": 99, "text": "a"}, "message to edit not found"),
        ("editMessageText", {"message_id": 1, "text": "a"}, "message can't be edited"),
        ("deleteMessage", {"message_id": 99}, "message to delete not found"),
        ("copyMessage", {"from_chat_id": 1001, "message_id": 99}, "message to copy not found"),
        ("forwardMessage", {"from_chat_id": 1001, "message_id": 99}, "message to forward not found"),
        ("setMessageReaction", {"message_id": 99, "reaction": []}, "message to react not found"),
        ("pinChatMessage", {"message_id": 99}, "message to pin not found"),
        ("sendChatAction", {"action": "dancing"}, "wrong parameter action in request"),
    ],
)
async def test_what_is_not_there_cannot_be_used(
    call: Call, zhang: Person, method: str, fields: dict[str, Any], reason: str
) -> None:
    answer = await call(method, chat_id=1001, **fields)
    assert (answer["error_code"], answer["description"]) == (400, f"Bad Request: {reason}")


async def test_protected_content_cannot_be_copied(call: Call, zhang: Person) -> None:
    sent = await call("sendMessage", chat_id=1001, text="a", protect_content=True)
    message_id = sent["result"]["message_id"]
    answer = await call("copyMessage", chat_id=1001, from_chat_id=1001, message_id=message_id)
    assert answer["description"] == "Bad Request: message can't be copied"


async def test_an_old_message_cannot_be_deleted(call: Call, zhang: Person, clock: Clock) -> None:
    told = await zhang.says("早")
    clock.now += 48 * 3600
    answer = await call("deleteMessage", chat_id=1001, message_id=told.id)
    assert answer["description"] == "Bad Request: message can't be deleted for everyone"


async def press(call: Call, zhang: Person) -> str:
    await call("sendMessage", chat_id=1001, text="选", reply_markup=buttons("x"))
    return (await zhang.presses("x")).query_id


TOO_OLD = "Bad Request: query is too old and response timeout expired or query ID is invalid"


async def test_a_pressed_button_can_be_answered_in_time_and_once(
    call: Call, zhang: Person, clock: Clock
) -> None:
    query = await press(call, zhang)
    clock.now += 15
    assert (await call("answerCallbackQuery", callback_query_id=query))["ok"]
    assert (await call("answerCallbackQuery", callback_query_id=query))["description"] == TOO_OLD


async def test_a_pressed_button_expires(call: Call, zhang: Person, clock: Clock) -> None:
    query = await press(call, zhang)
    clock.now += 15.1
    assert (await call("answerCallbackQuery", callback_query_id=query))["description"] == TOO_OLD
    assert (await call("answerCallbackQuery", callback_query_id="1"))["description"] == TOO_OLD


async def test_an_answer_to_a_button_has_200_characters(call: Call, zhang: Person) -> None:
    query = await press(call, zhang)
    answer = await call("answerCallbackQuery", callback_query_id=query, text="字" * 201)
    assert answer["description"] == "Bad Request: MESSAGE_TOO_LONG"
    assert (await call("answerCallbackQuery", callback_query_id=query, text="字" * 200))["ok"]


async def test_files_over_20_mb_cannot_be_fetched(call: Call, zhang: Person) -> None:
    for size, ok in ((20_000_000, True), (20_000_001, False)):
        file = (await zhang.sends("document", size=size)).raw["document"]["file_id"]
        answer = await call("getFile", file_id=file)
        assert answer["ok"] is ok
    assert answer["description"] == "Bad Request: file is too big"


def test_the_limits_are_telegrams() -> None:
    options = SandboxOptions()
    assert (options.photo_limit, options.upload_limit, options.download_limit) == (
        10**7,
        5 * 10**7,
        2 * 10**7,
    )


@pytest.mark.parametrize(("kind", "size"), [("photo", 101), ("document", 1001)])
async def test_uploads_over_the_limit_are_refused(
    sandbox: Sandbox, http: aiohttp.ClientSession, zhang: Person, kind: str, size: int
) -> None:
    sandbox.world.options = replace(sandbox.options, photo_limit=100, upload_limit=1000)
    form = aiohttp.FormData({"chat_id": "1001"})
    form.add_field(kind, bytes(size), filename="big.bin")
    async with http.post(f"{sandbox.base_url}/bot{sandbox.token}/send{kind.title()}", data=form) as response:
        answer = await response.json()
    assert (answer["error_code"], answer["description"]) == (413, "Request Entity Too Large")


async def test_what_is_no_picture_is_no_photo(
    sandbox: Sandbox, http: aiohttp.ClientSession, zhang: Person
) -> None:
    form = aiohttp.FormData({"chat_id": "1001"})
    form.add_field("photo", b"words", filename="a.png")
    async with http.post(f"{sandbox.base_url}/bot{sandbox.token}/sendPhoto", data=form) as response:
        assert (await response.json())["description"] == "Bad Request: IMAGE_PROCESS_FAILED"


@pytest.mark.parametrize("command", ["Tell", "说", "a" * 33, ""])
async def test_bad_commands_are_refused(call: Call, command: str) -> None:
    answer = await call("setMyCommands", commands=[{"command": command, "description": "x"}])
    assert answer["description"] == "Bad Request: BOT_COMMAND_INVALID"
