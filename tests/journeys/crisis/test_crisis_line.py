"""The crisis line in the chat: a person first, from wherever somebody is."""

from datetime import timedelta

import pytest

from mediation.crisis.calls import Shift
from tests.house import House
from tests.journeys import steps
from tests.journeys.conftest import MovedClock

CRY = "我不想活了，撑不下去了"


async def cries(house: House, text: str = CRY) -> None:
    await house.counsellor.starts()
    before = (await house.zhang.says(text)).id
    await house.zhang.waits_for("现在安全吗", after=before)


async def comes(house: House) -> None:
    asked = await house.counsellor.waits_for("有人现在需要您")
    await steps.push(house.counsellor, "我来", message_id=asked.id)
    await house.zhang.waits_for("来了，就在这里")


async def test_a_cry_brings_three_short_sentences_one_number_and_a_person(house: House) -> None:
    await cries(house)
    words = (await house.zhang.waits_for("现在安全吗")).text
    assert words.count("。") + words.count("？") <= 3 and words.count("12356") == 1
    await comes(house)
    await house.counsellor.waits_for(CRY)
    await house.counsellor.says("我在，您慢慢说")
    await house.zhang.waits_for(lambda seen: seen.text == "我在，您慢慢说")
    await house.zhang.says("睡不着三个月了")
    await house.counsellor.waits_for(lambda seen: seen.text == "睡不着三个月了")


async def test_leaving_the_lane_wipes_the_words_and_offers_a_call_tomorrow(
    house: House, moved_clock: MovedClock
) -> None:
    await cries(house)
    await comes(house)
    await steps.push(house.zhang, "我现在安全了")
    left = await house.zhang.waits_for("已经删掉")
    await house.counsellor.waits_for("TA 说现在安全了")
    kept = await steps.ask(house, lambda r: [len(r.calls.words(one)) for one in (1,)])
    assert kept == [0]
    await steps.push(house.zhang, "明天问问我", message_id=left.id)
    await house.zhang.waits_for("明天会有人来问您")
    moved_clock.forward(hours=21)
    house.app.outbox_worker.wake()
    asked = await house.counsellor.waits_for("愿意今天有人再问一声")
    await steps.push(house.counsellor, "打个招呼", message_id=asked.id)
    await house.zhang.waits_for("今天好些了吗")
    await house.zhang.says("好多了")
    await house.counsellor.waits_for(lambda seen: seen.text == "好多了")


async def test_nobody_comes_so_the_second_is_rung_and_then_the_numbers_stay(
    house: House, moved_clock: MovedClock
) -> None:
    for who in (house.lawyer, house.union):
        await who.starts()
    await cries(house)
    await house.counsellor.waits_for("有人现在需要您")
    assert "有人现在需要您" not in house.lawyer.screen()
    moved_clock.forward(seconds=121)
    house.app.scheduler.wake()
    numbers = await house.zhang.waits_for("还没有人接上")
    assert all(number in numbers.text for number in ("12356", "120", "110"))
    moved_clock.forward(seconds=121)
    house.app.scheduler.wake()
    for who in (house.lawyer, house.union):
        await who.waits_for("有人现在需要您")


async def test_two_press_and_one_comes(house: House, moved_clock: MovedClock) -> None:
    await house.lawyer.starts()
    await cries(house)
    moved_clock.forward(seconds=121)
    house.app.scheduler.wake()
    await house.zhang.waits_for("还没有人接上")
    moved_clock.forward(seconds=121)
    house.app.scheduler.wake()
    late = await house.lawyer.waits_for("有人现在需要您")
    await comes(house)
    assert "已经有人接上了" in await steps.push(house.lawyer, "我来", message_id=late.id)
    await house.chen.starts()
    await house.chen.waits_for("信桥")
    assert "用不了" in await steps.forge(house.chen, "x|crisis_take||1")


async def test_who_is_on_call_is_rung_first(house: House) -> None:
    await house.union.starts()
    person = await steps.person_of(house, house.union)

    def shift(records: object) -> None:
        now = records.now  # type: ignore[attr-defined]
        one = Shift(person_id=person, starts=now - timedelta(hours=1), ends=now + timedelta(hours=8))
        records.calls.put_shift(one)  # type: ignore[attr-defined]

    await steps.ask(house, shift)
    await cries(house)
    await house.union.waits_for("有人现在需要您")
    assert "有人现在需要您" not in house.counsellor.screen()


async def test_no_supervisor_sees_anything_of_it(house: House) -> None:
    supervisor = house.sandbox.person("周主任")
    await supervisor.starts()
    await cries(house)
    await comes(house)
    await steps.settled(house)
    listed = await supervisor.says("/desk")
    await supervisor.waits_for("工作台", after=listed.id)
    assert not any(word in supervisor.screen(last=20) for word in ("不想活", "需要您", "小张"))
    assert not any("不想活" in seen.text for seen in house.lawyer.sees(house.group))


WHERE = {
    "at the menu": ("/start",),
    "in a law question": ("/law",),
    "in the middle of a story": ("/tell", "上个月队长在车间扣了我的夜班费"),
    "in a calculator": ("/calc",),
    "following a receipt": ("/cases",),
}


@pytest.mark.parametrize("before", list(WHERE.values()), ids=list(WHERE))
async def test_the_lane_is_reached_from_every_point_of_every_dialog(
    house: House, before: tuple[str, ...]
) -> None:
    for text in before:
        await house.zhang.says(text)
        await steps.settled(house)
    await cries(house)
    await comes(house)
    await house.counsellor.waits_for(CRY)


async def test_in_a_conversation_of_a_case_both_the_lane_and_the_mediator_hear_it(house: House) -> None:
    await steps.a_conversation(house, house.zhang, house.lawyer)
    await cries(house)
    await house.counsellor.waits_for("有人现在需要您")
    await house.lawyer.waits_for(CRY)


async def test_a_story_that_is_half_told_is_still_there_afterwards(house: House) -> None:
    await house.zhang.says("/tell")
    await house.zhang.says("上个月队长在车间扣了我的夜班费，找过人事没人管，希望补发")
    await steps.settled(house)
    await cries(house)
    await steps.push(house.zhang, "我现在安全了")
    person = await steps.person_of(house, house.zhang)
    draft = await steps.ask(house, lambda r: r.drafts.get(person))
    assert draft is not None and "夜班费" in draft.text and "不想活" not in draft.text


async def test_idiom_is_left_alone(house: House) -> None:
    before = (await house.zhang.says("今天累死了，夜班费怎么算")).id
    await steps.settled(house)
    assert "安全吗" not in house.zhang.screen() and before


async def test_who_came_and_answers_a_message_of_a_case_writes_to_that_case(house: House) -> None:
    number = await steps.a_conversation(house, house.chen, house.counsellor)
    await cries(house)
    await comes(house)
    asked = await house.chen.says("考核表能要到吗")
    copy = await house.counsellor.waits_for(lambda seen: seen.text == "考核表能要到吗")
    note = await house.counsellor.says("周五之前问清楚", reply_to=copy.id)
    await house.counsellor.waits_for("内部备注（", after=note.id)
    await house.counsellor.says("我在，您慢慢说")
    await house.zhang.waits_for("我在，您慢慢说")
    assert asked and "周五之前问清楚" not in house.zhang.screen(last=20)
    assert (await steps.case_of(house, number)).state == "claimed"
