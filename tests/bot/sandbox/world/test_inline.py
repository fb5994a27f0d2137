"""Inline mode: @bot words in any chat, a list of the bot's, a line of it sent by the person."""

from __future__ import annotations

from typing import Any

import aiohttp
import pytest

from bot.sandbox import Person, PersonError, Sandbox, SandboxOptions
from bot.sandbox.shared.cast import BotEntry
from tests.bot.sandbox.conftest import GROUP, Answer, Call, article, keyboard, kinds

QUIET_GROUP = -1001000000002


async def test_a_query_tells_who_asks_what_and_where(call: Call, zhang: Person, lawyer: Person) -> None:
    await zhang.inline.types("工资", offset="20")
    await lawyer.inline.types("", chat=GROUP)
    first, second = [update["inline_query"] for update in (await call("getUpdates"))["result"]]
    assert set(first) == {"id", "from", "query", "offset", "chat_type"}
    assert (first["from"]["id"], first["query"], first["offset"]) == (1001, "工资", "20")
    assert (first["chat_type"], second["chat_type"]) == ("sender", "supergroup")
    assert first["id"] != second["id"] and second["query"] == second["offset"] == ""


async def test_a_query_has_up_to_256_characters(zhang: Person) -> None:
    await zhang.inline.types("字" * 256)
    with pytest.raises(PersonError, match="up to 256"):
        await zhang.inline.types("字" * 257)


async def test_a_new_bot_has_no_inline_mode() -> None:
    assert not BotEntry(id=1, username="new_bot", name="新").inline


async def test_without_inline_mode_nobody_asks(
    sandbox: Sandbox, call: Call, http: aiohttp.ClientSession, zhang: Person
) -> None:
    async with http.post(f"{sandbox.base_url}/sandbox/inline", json={"enabled": False}) as response:
        assert (await response.json())["enabled"] is False
    with pytest.raises(PersonError, match="setinline"):
        await zhang.inline.types("工资")
    assert await kinds(call) == []
    assert (await call("getMe"))["result"]["supports_inline_queries"] is False


async def test_a_switch_that_does_not_exist_is_named(sandbox: Sandbox, http: aiohttp.ClientSession) -> None:
    for body in ({"speed": True}, {"enabled": "yes"}):
        async with http.post(f"{sandbox.base_url}/sandbox/inline", json=body) as response:
            assert response.status == 400 and "enabled" in (await response.json())["problem"]


async def test_a_bot_that_wants_only_messages_gets_no_inline_queries(call: Call, zhang: Person) -> None:
    await call("getUpdates", allowed_updates=["message"])
    await zhang.inline.types("工资")
    assert await kinds(call) == []
    await call("getUpdates", allowed_updates=[])
    await zhang.inline.types("加班")
    assert await kinds(call) == ["inline_query"]


async def test_a_chosen_line_is_sent_by_the_person_via_the_bot(
    call: Call, answer: Answer, lawyer: Person
) -> None:
    asked = await lawyer.says("依据呢？", chat=GROUP)
    query = await lawyer.inline.types("1254", chat=GROUP)
    await answer(query.query_id, [article(text="<b>不得</b>抛物", reply_markup=keyboard())])
    sent = await lawyer.inline.chooses(query, reply_to=asked.id)
    assert (sent.sender_id, sent.chat_id, sent.text, sent.reply_to) == (2001, GROUP, "不得抛物", asked.id)
    assert sent.raw["via_bot"]["username"] == "xinqiao_bot" and sent.button("更多")
    assert await kinds(call) == ["message", "inline_query", "message"]


async def test_in_privacy_mode_the_bot_still_gets_what_was_sent_via_it(
    call: Call, answer: Answer, sandbox: Sandbox, lawyer: Person
) -> None:
    sandbox.add_group(QUIET_GROUP, "同事", (2001, 2002), admin=False)
    await lawyer.says("你好", chat=QUIET_GROUP)
    query = await lawyer.inline.types("1254", chat=QUIET_GROUP)
    await answer(query.query_id)
    await lawyer.inline.chooses(query)
    assert await kinds(call) == ["inline_query", "message"]


async def test_where_the_bot_is_no_member_it_gets_the_query_and_not_the_message(
    call: Call, answer: Answer, sandbox: Sandbox, lawyer: Person
) -> None:
    sandbox.people.remove_bot(3001, GROUP)
    sandbox.world.updates.clear()
    query = await lawyer.inline.types("1254", chat=GROUP)
    await answer(query.query_id)
    assert (await lawyer.inline.chooses(query)).via_bot
    assert await kinds(call) == ["inline_query"]


async def test_the_choice_is_told_only_after_setinlinefeedback(
    call: Call, answer: Answer, sandbox: Sandbox, zhang: Person
) -> None:
    query = await zhang.inline.types("工资")
    await answer(query.query_id, [article(reply_markup=keyboard()), article("2", title="短")])
    await zhang.inline.chooses(query)
    assert "chosen_inline_result" not in await kinds(call)
    sandbox.world.inline.feedback = True
    await zhang.inline.chooses(query)
    await zhang.inline.chooses(query, "短")
    updates = (await call("getUpdates"))["result"]
    told = [u["chosen_inline_result"] for u in updates if "chosen_inline_result" in u]
    assert [(one["result_id"], one["query"]) for one in told] == [("1", "工资"), ("2", "工资")]
    assert ["inline_message_id" in one for one in told] == [True, False]


async def test_a_button_under_a_sent_line_names_it_by_inline_message_id(
    call: Call, answer: Answer, zhang: Person
) -> None:
    query = await zhang.inline.types("工资")
    await answer(query.query_id, [article(reply_markup=keyboard())])
    await zhang.inline.chooses(query)
    press = await zhang.presses("更多")
    pressed = (await call("getUpdates"))["result"][-1]["callback_query"]
    assert "message" not in pressed and pressed["data"] == "more"
    await call("answerCallbackQuery", callback_query_id=pressed["id"], text="好")
    assert await zhang.notice(press) == "好"
    by_id = {"inline_message_id": pressed["inline_message_id"], "text": "新"}
    assert (await call("editMessageText", **by_id))["result"] is True
    assert zhang.last().text == "新" and zhang.last().via_bot


async def test_an_unknown_inline_message_id_is_refused(
    call: Call, answer: Answer, zhang: Person, sandbox: Sandbox
) -> None:
    query = await zhang.inline.types("工资")
    await answer(query.query_id)
    sent = await zhang.inline.chooses(query)
    inline_id = sandbox.world.inline.origin(sent.raw)["inline_message_id"]
    await zhang.deletes(sent.id)
    for wrong in (inline_id, "nothing"):
        refused = await call("editMessageText", inline_message_id=wrong, text="新")
        assert refused["description"] == "Bad Request: MESSAGE_ID_INVALID"


async def test_nobody_edits_what_was_sent_via_the_bot(answer: Answer, zhang: Person) -> None:
    query = await zhang.inline.types("工资")
    await answer(query.query_id)
    sent = await zhang.inline.chooses(query)
    with pytest.raises(PersonError, match="via a bot"):
        await zhang.edits(sent.id, "改")


async def test_the_button_above_the_list_leads_to_the_private_chat(
    answer: Answer, sandbox: Sandbox, lawyer: Person
) -> None:
    query = await lawyer.inline.types("苦", chat=GROUP)
    await answer(query.query_id, [], button={"text": "私下说", "start_parameter": "inline-1"})
    started = await lawyer.inline.follows(query)
    assert (started.chat_id, started.text) == (2001, "/start inline-1")
    assert 2001 in sandbox.world.started


async def test_people_press_only_what_their_own_list_shows(
    answer: Answer, zhang: Person, sandbox: Sandbox
) -> None:
    query = await zhang.inline.types("工资")
    with pytest.raises(PersonError, match="not answered"):
        await zhang.inline.list_of(query, within=0)
    await answer(query.query_id)
    with pytest.raises(PersonError, match="no line with '加班'"):
        await zhang.inline.chooses(query, "加班")
    with pytest.raises(PersonError, match="no button above"):
        await zhang.inline.follows(query)
    with pytest.raises(PersonError, match="not one of 1002"):
        await sandbox.person("老陈").inline.chooses(query)


async def test_the_wire_plays_it_too(
    call: Call, answer: Answer, sandbox: Sandbox, http: aiohttp.ClientSession, zhang: Person
) -> None:
    async def act(deed: str, **body: Any) -> Any:
        async with http.post(f"{sandbox.base_url}/sandbox/people/1001/{deed}", json=body) as response:
            return (await response.json())["result"]

    asked = await act("ask", text="工资")
    assert asked["answer"] is None
    button = {"text": "私下说", "start_parameter": "a"}
    await answer(asked["query_id"], [article(description="说明")], button=button, next_offset="2")
    shown = (await act("ask", text="工资"))["answer"]
    assert shown["results"] == [{"id": "1", "title": "标题", "description": "说明"}]
    assert (shown["button"], shown["next_offset"]) == (button, "2")
    assert (await act("choose", query_id=asked["query_id"], result_id="1"))["via_bot"]["is_bot"]
    assert (await act("follow", query_id=asked["query_id"]))["text"] == "/start a"


async def test_the_page_knows_the_switches(sandbox: Sandbox, http: aiohttp.ClientSession) -> None:
    assert SandboxOptions().cast.bot.inline
    async with http.get(f"{sandbox.base_url}/sandbox/state") as response:
        inline = (await response.json())["inline"]
    assert (inline["enabled"], inline["feedback"]) == (True, False) and inline["placeholder"]
