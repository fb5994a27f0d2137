"""Care by consent: asked for, taken by one, reminded of, seen by the person, stopped with one press."""

import pytest

from bot.sandbox import Person, Seen
from tests.house import House
from tests.journeys import steps
from tests.journeys.conftest import MovedClock


async def _asks(house: House, who: Person) -> None:
    """For a counsellor, every week, for three months."""
    before = (await who.says("/care")).id
    shown = await who.waits_for("关心联系", after=before)
    for words in ("请人联系我", "心理咨询师", "每周一次", "3 个月"):
        await steps.push(who, words, message_id=shown.id)
        shown = await who.waits_for(lambda seen: seen.from_bot, after=shown.id)
    assert "在找人了" in shown.text


async def _taken(house: House) -> Seen:
    await house.counsellor.starts()
    await _asks(house, house.zhang)
    wanted = await house.counsellor.waits_for("定期联系 TA")
    await steps.push(house.counsellor, "我来联系", message_id=wanted.id)
    await house.zhang.waits_for("答应联系您了")
    return await house.counsellor.waits_for("该联系")


async def test_the_helper_sees_an_alias_and_the_words_go_both_ways(house: House) -> None:
    due = await _taken(house)
    assert "小张" not in due.text
    await steps.push(house.counsellor, "说一句", message_id=due.id)
    await house.counsellor.says("最近睡得好吗")
    word = await house.zhang.waits_for("最近睡得好吗")
    await steps.push(house.zhang, "回一句", message_id=word.id)
    await house.zhang.says("好多了")
    reply = await house.counsellor.waits_for("好多了")
    assert "小张" not in reply.text


@pytest.mark.parametrize(
    "value", ["²", "x" * 40, "counsellor-²-weekly", "counsellor-²-weekly-3", "x" * 33 + "-weekly"]
)
async def test_forged_answers_are_answered_and_agree_to_nothing(house: House, value: str) -> None:
    shown = (await house.zhang.says("/care")).id
    await house.zhang.waits_for("关心联系", after=shown)
    for name in ("care_who", "care_often", "care_yes"):
        assert "差错" not in await steps.forge(house.zhang, f"x|{name}||{value}"), name
    await steps.settled(house)
    assert not any("差错" in seen.text for seen in house.zhang.sees())


async def test_the_person_reads_every_note(house: House) -> None:
    due = await _taken(house)
    await steps.push(house.counsellor, "记一笔", message_id=due.id)
    await house.counsellor.says("约好周三通话")
    await house.counsellor.waits_for("记下了")
    before = (await house.zhang.says("/care")).id
    shown = await house.zhang.waits_for("关心联系", after=before)
    await steps.push(house.zhang, "看记录", message_id=shown.id)
    await house.zhang.waits_for("约好周三通话")


async def test_a_reminder_comes_each_time_and_stops_with_one_press(
    house: House, moved_clock: MovedClock
) -> None:
    due = await _taken(house)
    moved_clock.forward(days=8)
    await house.app.scheduler.tick()
    again = await house.counsellor.waits_for("该联系", after=due.id)
    before = (await house.zhang.says("/care")).id
    shown = await house.zhang.waits_for("关心联系", after=before)
    await steps.push(house.zhang, "不用再联系", message_id=shown.id)
    await house.counsellor.waits_for("结束了")
    moved_clock.forward(days=8)
    await house.app.scheduler.tick()
    await steps.settled(house)
    assert not [seen for seen in house.counsellor.sees() if "该联系" in seen.text and seen.id > again.id]
    assert "没有" in await steps.push(house.counsellor, "说一句", message_id=again.id)


async def test_nobody_else_sees_it(house: House) -> None:
    due = await _taken(house)
    await steps.push(house.counsellor, "记一笔", message_id=due.id)
    await house.counsellor.says("只给本人看的话")
    await house.counsellor.waits_for("记下了")
    await house.supervisor.starts()
    await house.supervisor.says("/care")
    await house.supervisor.waits_for("现在没有")
    for do in ("care_notes", "care_word", "care_note", "care_stop", "care_back", "care_take"):
        assert await steps.forge(house.supervisor, f"x|{do}||1") != ""
    everywhere = [*house.supervisor.sees(), *house.lawyer.sees(), *house.lawyer.sees(house.group)]
    assert not any("只给本人看的话" in seen.text for seen in everywhere)


async def test_a_counsellors_offer_begins_only_when_it_is_accepted(house: House) -> None:
    await house.counsellor.starts()
    await steps.a_conversation(house, house.zhang, house.counsellor)
    await steps.push(house.counsellor, "问问要不要常联系")
    offer = await house.zhang.waits_for("要不要定期联系")
    assert not await steps.ask(house, lambda r: r.care.due(r.now, 10))
    await steps.push(house.zhang, "好的，请常联系", message_id=offer.id)
    shown = await house.zhang.waits_for("多久一次", after=offer.id)
    await steps.push(house.zhang, "每月一次", message_id=shown.id)
    shown = await house.zhang.waits_for("到什么时候", after=shown.id)
    await steps.push(house.zhang, "1 个月", message_id=shown.id)
    await house.zhang.waits_for("说定了")
    await house.counsellor.waits_for("该联系")
