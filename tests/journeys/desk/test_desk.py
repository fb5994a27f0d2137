"""The desk: several cases at once, notes that stay inside, and a relay that loses and misplaces nothing."""

import pytest

from tests.house import House
from tests.journeys import steps

BOLD = [{"type": "bold", "offset": 0, "length": 2}]


async def test_switching_between_cases_is_one_press_and_pins_the_panel(house: House) -> None:
    first = await steps.a_conversation(house, house.zhang, house.lawyer)
    second = await steps.a_conversation(house, house.chen, house.lawyer)
    asked = await house.lawyer.says("/desk")
    desk = await house.lawyer.waits_for("在办 2 件", after=asked.id)
    assert desk.button(f"📌 {first}") and desk.button(f"▫️ {second}")
    await steps.push(house.lawyer, second, message_id=desk.id)
    panel = await house.lawyer.waits_for("当前案件", after=desk.id)
    await house.sandbox.until(lambda: panel.id in house.sandbox.world.chats[house.lawyer.id].pinned)
    note = await house.lawyer.says("记在第二件里")
    assert second in (await house.lawyer.waits_for("内部备注（", after=note.id)).text


async def test_an_internal_note_never_reaches_the_owner(house: House) -> None:
    number = await steps.a_conversation(house, house.zhang, house.lawyer)
    note = await house.lawyer.says("当事人可能记错了日期")
    await house.lawyer.waits_for("内部备注（", after=note.id)
    await house.lawyer.edits(note.id, "当事人可能记错了月份")
    await house.lawyer.waits_for("备注已经改好")
    await house.zhang.says("/cases")
    await steps.push(house.zhang, number)
    await steps.settled(house)
    assert not any("记错了" in seen.text for seen in house.zhang.sees())


async def test_a_note_is_relayed_once_however_often_it_is_pressed(house: House) -> None:
    await steps.a_conversation(house, house.zhang, house.lawyer)
    note = await house.lawyer.says("明天下午三点")
    noted = await house.lawyer.waits_for("内部备注（", after=note.id)
    button = noted.button("转给当事人")
    assert button is not None and button.data is not None
    presses = [await house.lawyer.presses("转给当事人", message_id=noted.id)]
    presses += [await house.lawyer.forges(button.data, noted.id) for _ in range(2)]
    notices = [await house.lawyer.notice(press) for press in presses]
    await steps.settled(house)
    assert sum("之前已经转过" in notice for notice in notices) == 2
    assert len([seen for seen in house.zhang.sees() if seen.text == "明天下午三点"]) == 1


async def test_say_relays_at_once_with_its_formatting_and_follows_edits(house: House) -> None:
    await steps.a_conversation(house, house.zhang, house.lawyer)
    bold = [
        {"type": "bot_command", "offset": 0, "length": 4},
        {"type": "bold", "offset": 5, "length": 2},
    ]
    said = await house.lawyer.says("/say 三天内答复", entities=bold)
    copy = await house.zhang.waits_for(lambda seen: seen.text == "三天内答复")
    assert copy.raw["entities"] == BOLD
    await house.lawyer.edits(said.id, "/say 两天内答复")
    await house.zhang.waits_for(lambda seen: seen.id == copy.id and seen.text == "两天内答复")


async def test_say_without_words_or_without_a_case_explains_itself(house: House) -> None:
    await house.zhang.says("/say 你好")
    await house.zhang.waits_for("先在工作台切到一件案子")
    await steps.a_conversation(house, house.zhang, house.lawyer)
    await house.lawyer.says("/say")
    await house.lawyer.waits_for("先在工作台切到一件案子")


async def test_formatting_goes_both_ways_and_nothing_is_forwarded(house: House) -> None:
    await steps.a_conversation(house, house.zhang, house.lawyer)
    await house.zhang.says("急事，请看", entities=BOLD)
    there = await house.lawyer.waits_for(lambda seen: seen.text == "急事，请看")
    note = await house.lawyer.says("收到，马上办", entities=BOLD)
    await house.lawyer.waits_for("内部备注（", after=note.id)
    await steps.push(house.lawyer, "转给当事人")
    back = await house.zhang.waits_for(lambda seen: seen.text == "收到，马上办")
    for copy in (there, back):
        assert copy.raw["entities"] == BOLD and "forward_origin" not in copy.raw
        assert copy.sender_id == house.sandbox.bot_id


async def test_markup_typed_by_people_stays_the_characters_they_typed(house: House) -> None:
    await steps.a_conversation(house, house.zhang, house.lawyer)
    await house.zhang.says("a < b && <b>c</b> {x}")
    await house.lawyer.waits_for(lambda seen: seen.text == "a < b && <b>c</b> {x}")


@pytest.mark.parametrize("kind", ["photo", "document", "voice", "video", "audio", "video_note"])
async def test_files_go_both_ways(house: House, kind: str) -> None:
    await steps.a_conversation(house, house.zhang, house.lawyer)
    await house.zhang.sends(kind)
    there = await house.lawyer.waits_for(lambda seen: seen.kind == kind)
    sent = await house.lawyer.sends(kind)
    await house.lawyer.waits_for("内部备注（", after=sent.id)
    await steps.push(house.lawyer, "转给当事人")
    back = await house.zhang.waits_for(lambda seen: seen.kind == kind and seen.from_bot)
    assert "forward_origin" not in there.raw and "forward_origin" not in back.raw


async def test_an_album_goes_as_an_album_and_is_noted_once(house: House) -> None:
    await steps.a_conversation(house, house.zhang, house.lawyer)
    await house.zhang.sends_album(caption="考核表")
    await house.lawyer.waits_for(lambda seen: seen.album is not None)
    assert [s.text for s in house.lawyer.sees() if s.album] == ["考核表", ""]
    sent = await house.lawyer.sends_album(("photo", "photo", "photo"))
    await house.lawyer.waits_for("内部备注（", after=sent[-1].id)
    await steps.settled(house)
    assert len([s for s in house.lawyer.sees() if "内部备注（" in s.text]) == 1
    await steps.push(house.lawyer, "转给当事人")
    await house.zhang.waits_for(lambda seen: seen.album is not None and seen.from_bot)
    assert len([s for s in house.zhang.sees() if s.album and s.from_bot]) == 3


async def test_a_reply_lands_on_the_right_message_on_the_other_side(house: House) -> None:
    await steps.a_conversation(house, house.zhang, house.lawyer)
    asked = await house.zhang.says("考核表能要到吗")
    copy = await house.lawyer.waits_for(lambda seen: seen.text == asked.text)
    await house.zhang.says("另外，年假怎么算")
    await house.lawyer.waits_for("年假怎么算")
    note = await house.lawyer.says("能，我去要", reply_to=copy.id)
    await house.lawyer.waits_for("内部备注（", after=note.id)
    await steps.push(house.lawyer, "转给当事人")
    answer = await house.zhang.waits_for(lambda seen: seen.text == "能，我去要")
    assert answer.reply_to == asked.id
    await house.zhang.says("太好了", reply_to=answer.id)
    assert (await house.lawyer.waits_for(lambda seen: seen.text == "太好了")).reply_to == note.id


async def test_a_reply_belongs_to_the_case_of_the_message_it_answers(house: House) -> None:
    first = await steps.a_conversation(house, house.zhang, house.lawyer)
    await steps.a_conversation(house, house.chen, house.lawyer)
    await house.chen.says("我是老陈那件")
    copy = await house.lawyer.waits_for(lambda seen: seen.text == "我是老陈那件")
    note = await house.lawyer.says("答老陈", reply_to=copy.id)
    noted = await house.lawyer.waits_for("内部备注（", after=note.id)
    assert first not in noted.text
    await steps.push(house.lawyer, "转给当事人", message_id=noted.id)
    await house.chen.waits_for(lambda seen: seen.text == "答老陈")
    assert not any(seen.text == "答老陈" for seen in house.zhang.sees())


async def test_an_owner_who_went_to_the_menu_still_answers_by_replying(house: House) -> None:
    await steps.a_conversation(house, house.zhang, house.lawyer)
    await house.zhang.says("/menu")
    copy = await steps.relays(house.lawyer, house.zhang, "明天来得了吗")
    await house.zhang.says("来得了", reply_to=copy.id)
    await house.lawyer.waits_for(lambda seen: seen.text == "来得了")


async def test_what_belongs_to_another_case_is_marked_by_a_reply_to_its_panel(house: House) -> None:
    await steps.a_conversation(house, house.zhang, house.lawyer)
    second = await steps.files(house.chen)
    panel = await steps.claims(house, house.lawyer, second)
    await house.chen.waits_for("接手了您的事")
    await house.chen.says("在吗")
    assert (await house.lawyer.waits_for(lambda seen: seen.text == "在吗")).reply_to == panel.id


async def test_edits_follow_both_ways(house: House) -> None:
    await steps.a_conversation(house, house.zhang, house.lawyer)
    sent = await house.zhang.says("九月扣的")
    copy = await house.lawyer.waits_for(lambda seen: seen.text == "九月扣的")
    await house.zhang.edits(sent.id, "十月扣的")
    await house.lawyer.waits_for(lambda seen: seen.id == copy.id and seen.text == "十月扣的")
    note = await house.lawyer.says("三天")
    await house.lawyer.waits_for("内部备注（", after=note.id)
    await steps.push(house.lawyer, "转给当事人")
    back = await house.zhang.waits_for(lambda seen: seen.text == "三天")
    await house.lawyer.edits(note.id, "两天")
    await house.zhang.waits_for(lambda seen: seen.id == back.id and seen.text == "两天")


async def test_an_edit_in_the_same_breath_is_not_lost(house: House) -> None:
    await steps.a_conversation(house, house.zhang, house.lawyer)
    sent = await house.zhang.says("找王队")
    await house.zhang.edits(sent.id, "找汪队")
    await house.lawyer.waits_for(lambda seen: seen.text == "找汪队")


async def test_an_edited_caption_follows(house: House) -> None:
    await steps.a_conversation(house, house.zhang, house.lawyer)
    sent = await house.zhang.sends("photo", caption="正面")
    copy = await house.lawyer.waits_for(lambda seen: seen.kind == "photo")
    await house.zhang.edits(sent.id, "背面")
    await house.lawyer.waits_for(lambda seen: seen.id == copy.id and seen.text == "背面")


async def test_message_ids_that_collide_between_chats_lead_to_the_right_people(house: House) -> None:
    pairs = [(house.zhang, house.lawyer), (house.chen, house.counsellor)]
    for owner, helper in pairs:
        await steps.a_conversation(house, owner, helper)
    sent = [await owner.says(f"我是{owner.name}") for owner, _ in pairs]
    for (owner, helper), said in zip(pairs, sent, strict=True):
        copy = await helper.waits_for(lambda seen, text=said.text: seen.text == text)  # type: ignore[misc]
        note = await helper.says(f"答{owner.name}", reply_to=copy.id)
        await helper.waits_for("内部备注（", after=note.id)
        await steps.push(helper, "转给当事人")
        answer = await owner.waits_for(f"答{owner.name}")
        assert answer.reply_to == said.id
    assert sent[0].id == sent[1].id, "the point of this test: the ids do collide"


async def test_the_whole_story_can_be_read_again_with_what_is_internal_marked(house: House) -> None:
    await steps.a_conversation(house, house.zhang, house.lawyer)
    await house.lawyer.says("内心独白")
    await steps.push(house.lawyer, "全部经过")
    seen = await house.lawyer.waits_for("（内部）：内心独白")
    assert steps.STORY in seen.text


async def test_only_staff_see_the_desk(house: House) -> None:
    await house.zhang.says("/desk")
    await house.zhang.waits_for("只给名册上的调解员用")


async def test_a_supervisor_sees_waiting_cases_without_names_and_stories(house: House) -> None:
    number = await steps.files(house.zhang, name="张建国")
    await house.supervisor.says("/desk")
    await house.supervisor.waits_for("待接手 1 件")
    await steps.push(house.supervisor, number)
    panel = await house.supervisor.waits_for("待接手 ·")
    assert "张建国" not in panel.text and "夜班费" not in panel.text
    assert await steps.forge(house.supervisor, f"x|story|{number}")
    assert not any("夜班费" in seen.text for seen in house.supervisor.sees())
