"""People do what people do with their apps, and nothing else."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from bot.sandbox import Person, PersonError, Sandbox
from tests.bot.sandbox.conftest import Call, Clock

GROUP = -1001000000001


def buttons(*words: str) -> dict[str, Any]:
    return {"inline_keyboard": [[{"text": word, "callback_data": word} for word in words]]}


async def updates(call: Call) -> list[dict[str, Any]]:
    result: list[dict[str, Any]] = (await call("getUpdates"))["result"]
    return result


async def test_message_ids_of_different_chats_collide(sandbox: Sandbox) -> None:
    first = await sandbox.person("小张").starts()
    second = await sandbox.person("老陈").starts()
    assert first.id == second.id == 1


@pytest.mark.parametrize(
    "kind", ["photo", "document", "voice", "video", "audio", "animation", "video_note", "sticker"]
)
async def test_a_person_sends_every_kind_of_file(call: Call, zhang: Person, kind: str) -> None:
    await zhang.sends(kind)
    [update] = await updates(call)
    assert kind in update["message"]


async def test_a_person_sends_contact_place_and_poll(call: Call, zhang: Person) -> None:
    await zhang.sends_contact()
    await zhang.sends_location()
    await zhang.sends_poll()
    kinds = [set(update["message"]) & {"contact", "location", "poll"} for update in await updates(call)]
    assert kinds == [{"contact"}, {"location"}, {"poll"}]


async def test_an_album_comes_as_separate_messages_with_one_group_id(call: Call, zhang: Person) -> None:
    await zhang.sends_album(["photo", "video", "photo"], caption="证据")
    messages = [update["message"] for update in await updates(call)]
    assert len({message["media_group_id"] for message in messages}) == 1
    assert [message.get("caption") for message in messages] == ["证据", None, None]


async def test_an_edit_reaches_the_bot_and_a_deletion_does_not(call: Call, zhang: Person) -> None:
    told = await zhang.says("工姿没发")
    await zhang.edits(told.id, "工资没发")
    await zhang.deletes(told.id)
    kinds = [next(key for key in update if key != "update_id") for update in await updates(call)]
    assert kinds == ["message", "edited_message"]
    assert told.id not in [seen.id for seen in zhang.sees()]


async def test_an_update_keeps_what_was_true_when_it_happened(call: Call, zhang: Person) -> None:
    told = await zhang.says("旧")
    await zhang.edits(told.id, "新")
    assert (await updates(call))[0]["message"]["text"] == "旧"


async def test_nobody_edits_what_another_wrote(call: Call, zhang: Person) -> None:
    await call("sendMessage", chat_id=1001, text="机器人的话")
    with pytest.raises(PersonError, match="not one of 1001"):
        await zhang.edits(zhang.last().id, "改")


async def test_blocking_is_told_and_stops_the_person_too(call: Call, zhang: Person) -> None:
    await zhang.blocks()
    [update] = await updates(call)
    states = [update["my_chat_member"][f"{when}_chat_member"]["status"] for when in ("old", "new")]
    assert states == ["member", "kicked"]
    with pytest.raises(PersonError, match="unblock"):
        await zhang.says("喂")


async def test_a_press_tells_who_where_and_what(call: Call, zhang: Person) -> None:
    await call("sendMessage", chat_id=1001, text="选", reply_markup=buttons("甲", "乙"))
    await zhang.presses("乙")
    query = (await updates(call))[0]["callback_query"]
    assert (query["data"], query["from"]["id"], query["message"]["chat"]["id"]) == ("乙", 1001, 1001)


async def test_a_press_waits_for_its_button(call: Call, zhang: Person, sandbox: Sandbox) -> None:
    pressing = asyncio.create_task(zhang.presses("稍后"))
    await call("sendMessage", chat_id=1001, text="选", reply_markup=buttons("稍后"))
    assert (await pressing).data == "稍后"


async def test_a_missing_button_is_reported_with_the_screen(call: Call, zhang: Person) -> None:
    await call("sendMessage", chat_id=1001, text="选一个", reply_markup=buttons("甲"))
    with pytest.raises(PersonError, match=r"(?s)no button '丙'.*选一个.*\[甲\]"):
        await zhang.presses("丙", within=0)


async def test_only_a_forger_sends_data_that_no_button_has(
    call: Call, zhang: Person, sandbox: Sandbox
) -> None:
    await call("sendMessage", chat_id=1001, text="选", reply_markup=buttons("甲"))
    message = zhang.last()
    with pytest.raises(PersonError, match="no button with 'case:9:close'"):
        sandbox.people.press(1001, message.id, "case:9:close")
    await zhang.forges("case:9:close", message.id)
    assert (await updates(call))[0]["callback_query"]["data"] == "case:9:close"


async def test_a_reply_keyboard_sends_its_words(call: Call, zhang: Person) -> None:
    await call("sendMessage", chat_id=1001, text="?", reply_markup={"keyboard": [["好的"]]})
    await zhang.taps("好的")
    assert (await updates(call))[0]["message"]["text"] == "好的"


async def test_every_member_sees_and_presses_in_the_group(call: Call, sandbox: Sandbox) -> None:
    await call("sendMessage", chat_id=GROUP, text="卡片", reply_markup=buttons("我来"))
    for name in ("李律师", "王老师"):
        await sandbox.person(name).presses("我来", chat=GROUP)
    assert [update["callback_query"]["from"]["id"] for update in await updates(call)] == [2001, 2002]
    with pytest.raises(PersonError, match="1001 is not in chat"):
        await sandbox.person("小张").presses("我来", chat=GROUP)


async def test_leaving_and_losing_the_bot_are_told(call: Call, sandbox: Sandbox) -> None:
    sandbox.people.leave(2003, GROUP)
    sandbox.people.remove_bot(3001, GROUP)
    left, removed = await updates(call)
    assert left["message"]["left_chat_member"]["id"] == 2003
    assert removed["my_chat_member"]["new_chat_member"]["status"] == "kicked"
    await sandbox.person(2001).says("还在吗", chat=GROUP)
    assert len(await updates(call)) == 2


async def test_a_bot_without_admin_rights_reads_only_what_is_for_it(call: Call, sandbox: Sandbox) -> None:
    sandbox.add_group(-100200, "闲聊", (2001, 2002), admin=False)
    for text in ("吃了吗", "/help", "问 @xinqiao_bot"):
        await sandbox.person(2001).says(text, chat=-100200)
    assert [update["message"]["text"] for update in await updates(call)] == ["/help", "问 @xinqiao_bot"]


async def test_waiting_ends_with_the_words_or_with_the_screen(call: Call, zhang: Person) -> None:
    waiting = asyncio.create_task(zhang.waits_for("编号"))
    await call("sendMessage", chat_id=1001, text="您的编号是 7")
    assert (await waiting).text == "您的编号是 7"
    with pytest.raises(PersonError, match="您的编号是 7"):
        await zhang.waits_for("别的", within=0)


async def test_until_gives_up_aloud(sandbox: Sandbox) -> None:
    with pytest.raises(TimeoutError, match="did not come true"):
        await sandbox.until(lambda: False, timeout=0)


async def test_dates_come_from_the_clock(zhang: Person, clock: Clock) -> None:
    clock.now += 3600
    assert (await zhang.says("晚了一小时")).raw["date"] == int(clock.now)


async def test_a_thousand_people_may_be_added(sandbox: Sandbox, call: Call) -> None:
    crowd = [sandbox.add_person(100_000 + i, f"员工{i}") for i in range(1000)]
    for person in crowd:
        await person.says(person.name)
    assert sandbox.pending_updates == 1000
    assert crowd[77].last().text == "员工77" and len(crowd[77].sees()) == 1


async def test_the_very_words_win_over_words_that_contain_them(call: Call, zhang: Person) -> None:
    await call("sendMessage", chat_id=1001, text="旧", reply_markup=buttons("好"))
    await call("sendMessage", chat_id=1001, text="新", reply_markup=buttons("好的"))
    assert (await zhang.presses("好")).data == "好"
    assert (await zhang.presses("的")).data == "好的"


@pytest.mark.parametrize("text", ["", "a" * 4097])
async def test_texts_that_no_app_sends_are_not_sent(zhang: Person, text: str) -> None:
    with pytest.raises(PersonError, match="1 to 4096"):
        await zhang.says(text)
