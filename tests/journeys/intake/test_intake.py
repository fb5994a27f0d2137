"""Telling a concern: own words first, only the open questions, nothing filed before the last press."""

from pathlib import Path

import pytest

from bot.settings import Intake
from tests.house import House, open_house
from tests.journeys import steps

FILES = ("photo", "document", "voice", "video")


async def test_nothing_is_filed_posted_or_waiting_before_the_last_press(house: House) -> None:
    window = await steps.to_read_back(house.zhang)
    assert "还没有登记" in window.text
    await steps.settled(house)
    me = await steps.person_of(house, house.zhang)
    assert not await steps.ask(house, lambda r: r.cases.of_owner(me))
    assert not await steps.ask(house, lambda r: r.cases.unclaimed())
    assert await steps.ask(house, lambda r: r.outbox.next_due()) is None
    assert not house.lawyer.sees(house.group)


async def test_questions_that_the_story_answers_are_not_asked(house: House) -> None:
    window = await steps.tells(house.zhang, steps.STORY)
    await steps.push(house.zhang, "说完了", message_id=window.id)
    assert "您来定" in house.zhang.last().text


async def test_the_open_questions_are_asked_one_by_one_and_can_be_skipped(house: House) -> None:
    window = await steps.tells(house.zhang, steps.BARE)
    await steps.push(house.zhang, "说完了", message_id=window.id)
    for question in ("什么时候", "在哪里", "牵涉到谁", "怎么解决", "找过谁"):
        assert question in house.zhang.last().text
        await steps.push(house.zhang, "跳过")
    assert "您来定" in house.zhang.last().text


async def test_an_answer_reaches_the_read_back_and_the_panel(house: House) -> None:
    window = await steps.tells(house.zhang, "队长在车间扣了我的钱，找过人事，希望补发")
    await steps.push(house.zhang, "说完了", message_id=window.id)
    asked = await house.zhang.says("入冬以后")
    window = await house.zhang.waits_for("您来定", after=asked.id)
    for words in ("工资·加班·绩效", "就这些", "工会", "匿名"):
        await steps.push(house.zhang, words, message_id=window.id)
    assert "入冬以后" in house.zhang.last().text
    await steps.push(house.zhang, "登记", message_id=window.id)
    number = (await house.zhang.waits_for("已登记")).text.partition("编号：")[2].split()[0]
    assert "入冬以后" in (await steps.claims(house, house.union, number)).text


async def test_skipping_twice_at_once_skips_one_question(house: House) -> None:
    window = await steps.tells(house.zhang, steps.BARE)
    await steps.push(house.zhang, "说完了", message_id=window.id)
    presses = [await house.zhang.presses("跳过"), await house.zhang.presses("跳过")]
    for press in presses:
        await house.zhang.notice(press)
    assert "在哪里" in house.zhang.last().text


async def test_at_most_three_categories_can_be_chosen(house: House) -> None:
    window = await steps.tells(house.zhang, steps.STORY)
    await steps.push(house.zhang, "说完了", message_id=window.id)
    await steps.push(house.zhang, "看全部")
    for name in ("工资·加班·绩效", "劳动合同·解除", "心理·情绪"):
        assert await steps.push(house.zhang, name) == ""
    assert "最多选三类" in await steps.push(house.zhang, "退役军人")
    assert [b.text for b in house.zhang.last().buttons if b.text.startswith("✅")][:-1] == [
        "✅ 工资·加班·绩效",
        "✅ 劳动合同·解除",
        "✅ 心理·情绪",
    ]


async def test_two_presses_on_a_category_at_once_choose_it_once(house: House) -> None:
    window = await steps.tells(house.zhang, steps.STORY)
    await steps.push(house.zhang, "说完了", message_id=window.id)
    presses = [await house.zhang.presses("工资·加班·绩效") for _ in range(2)]
    for press in presses:
        await house.zhang.notice(press)
    assert house.zhang.last().button("✅ 工资·加班·绩效")


@pytest.mark.parametrize(
    ("line", "answer", "shown"),
    [
        ("时间", "去年三月起", "时间：去年三月起"),
        ("地点", "二号井", "地点：二号井"),
        ("牵涉到谁", "考勤员", "牵涉到谁：考勤员"),
        ("希望的结果", "补钱", "希望的结果：补钱"),
        ("找过谁", "工会", "找过谁：工会"),
        ("想找", "律师", "想找：律师"),
    ],
)
async def test_a_line_of_the_read_back_can_be_edited(
    house: House, line: str, answer: str, shown: str
) -> None:
    window = await steps.to_read_back(house.zhang)
    await steps.push(house.zhang, f"✏️ {line}", message_id=window.id)
    if house.zhang.last().button(answer):
        await steps.push(house.zhang, answer)
    else:
        await house.zhang.says(answer)
    again = await house.zhang.waits_for("请您读一遍", after=window.id - 1)
    assert shown in again.text


async def test_story_categories_and_name_can_be_edited_from_the_read_back_too(house: House) -> None:
    window = await steps.to_read_back(house.zhang)
    await steps.push(house.zhang, "✏️ 经过", message_id=window.id)
    more = await house.zhang.says("忘了说，班长也在场")
    window = await house.zhang.waits_for("收到，一共", after=more.id)
    for words in ("说完了", "✏️ 类别", "看全部", "退役军人", "就这些", "✏️ 署名", "留名字"):
        await steps.push(house.zhang, words, message_id=window.id)
    named = await house.zhang.says("张建国")
    text = (await house.zhang.waits_for("请您读一遍", after=named.id)).text
    assert "班长也在场" in text and "工资·加班·绩效、退役军人" in text and "署名：张建国" in text


async def test_a_half_told_concern_survives_a_restart_and_goes_on_where_it_was(
    folder: Path, house: House
) -> None:
    await steps.tells(house.zhang, steps.STORY)
    async with steps.restarted(house, folder):
        more = await house.zhang.says("还有一张考核表")
        window = await house.zhang.waits_for("一共 2 条", after=more.id)
        await steps.push(house.zhang, "先放着", message_id=window.id)
        again = await house.zhang.says("/tell")
        shown = await house.zhang.waits_for("上次您说到一半（2 条）", after=again.id)
        assert steps.STORY in shown.text
        await steps.push(house.zhang, "接着来")
        await house.zhang.waits_for("一共 2 条", after=shown.id - 1)


async def test_a_half_told_concern_can_be_thrown_away(house: House) -> None:
    window = await steps.tells(house.zhang, steps.STORY)
    await steps.push(house.zhang, "不要了", message_id=window.id)
    assert "确定吗" in house.zhang.last().text
    await steps.push(house.zhang, "删掉")
    await house.zhang.waits_for("草稿已经删了")
    me = await steps.person_of(house, house.zhang)
    assert await steps.ask(house, lambda r: r.drafts.get(me)) is None


@pytest.mark.parametrize("kind", FILES)
async def test_a_file_told_in_the_story_reaches_the_mediator(house: House, kind: str) -> None:
    await steps.tells(house.zhang, steps.STORY)
    sent = await house.zhang.sends(kind, caption="证据")
    await house.zhang.waits_for("一共 2 条", after=sent.id)
    await house.zhang.says("/tell")
    await steps.push(house.zhang, "接着来")
    for words in ("说完了", "工资·加班·绩效", "就这些", "律师", "匿名", "✅ 登记"):
        await steps.push(house.zhang, words)
    number = (await house.zhang.waits_for("已登记")).text.partition("编号：")[2].split()[0]
    await steps.claims(house, house.lawyer, number)
    copy = await house.lawyer.waits_for(lambda seen: seen.kind == kind)
    assert copy.text == "证据" and "forward_origin" not in copy.raw


async def test_an_album_told_in_the_story_reaches_the_mediator_as_an_album(house: House) -> None:
    await steps.tells(house.zhang, steps.STORY)
    await house.zhang.sends_album(("photo", "photo", "video"), caption="现场")
    await house.zhang.waits_for("收到，一共", after=house.zhang.last().id - 1)
    await steps.settled(house)
    for words in ("说完了", "工资·加班·绩效", "就这些", "律师", "匿名", "✅ 登记"):
        await steps.push(house.zhang, words)
    number = (await house.zhang.waits_for("已登记")).text.partition("编号：")[2].split()[0]
    await steps.claims(house, house.lawyer, number)
    await house.lawyer.waits_for(lambda seen: seen.kind == "video")
    copies = [seen for seen in house.lawyer.sees() if seen.album]
    assert [seen.kind for seen in copies] == ["photo", "photo", "video"]
    assert len({seen.album for seen in copies}) == 1


async def test_the_limit_of_messages_is_alive(folder: Path) -> None:
    async with open_house(folder, intake=Intake(max_parts=2)) as house:
        await steps.tells(house.zhang, "一", "二")
        third = await house.zhang.says("三")
        await house.zhang.waits_for("最多 2 条", after=third.id)
        me = await steps.person_of(house, house.zhang)
        draft = await steps.ask(house, lambda r: r.drafts.get(me))
        assert draft is not None and draft.text == "一\n二"


async def test_the_limit_of_a_file_is_alive(folder: Path) -> None:
    async with open_house(folder, intake=Intake(max_file_megabytes=1)) as house:
        await steps.tells(house.zhang, "一")
        large = await house.zhang.sends("document", size=1024 * 1024 + 1)
        seen = await house.zhang.waits_for("这个文件太大了", after=large.id)
        assert "最多 1 MB" in seen.text and seen.reply_to == large.id
        small = await house.zhang.sends("document", size=1024 * 1024)
        await house.zhang.waits_for("一共 2 条", after=small.id)


async def test_an_edited_message_of_the_story_is_edited_in_the_draft(house: House) -> None:
    await house.zhang.says("/tell")
    await house.zhang.waits_for("用您自己的话说")
    sent = await house.zhang.says("队长扣了我八百")
    await house.zhang.waits_for("收到，一共", after=sent.id)
    await house.zhang.edits(sent.id, "队长扣了我八百六")
    await house.zhang.waits_for("草稿里也改好了")
    me = await steps.person_of(house, house.zhang)
    draft = await steps.ask(house, lambda r: r.drafts.get(me))
    assert draft is not None and draft.text == "队长扣了我八百六"


async def test_pressing_file_twice_files_once(house: House) -> None:
    window = await steps.to_read_back(house.zhang)
    presses = [await house.zhang.presses("登记", message_id=window.id) for _ in range(2)]
    for press in presses:
        await house.zhang.notice(press)
    me = await steps.person_of(house, house.zhang)
    assert len(await steps.ask(house, lambda r: r.cases.of_owner(me))) == 1


async def test_words_out_of_the_blue_can_begin_a_concern(house: House) -> None:
    said = await house.zhang.says("队长又扣我钱")
    offered = await house.zhang.waits_for("还没有登记", after=said.id)
    assert offered.reply_to == said.id
    await steps.push(house.zhang, "从这句话开始说")
    shown = await house.zhang.waits_for("上次您说到一半", after=offered.id)
    assert "队长又扣我钱" in shown.text
