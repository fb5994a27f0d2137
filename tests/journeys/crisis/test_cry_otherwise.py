"""A cry for help in other clothes than a plain message, and one that was written by staff."""

import pytest

from bot.sandbox import Person
from tests.house import House
from tests.journeys import steps
from tests.journeys.sealed import sealed_steps as sealed

CRY = "我不想活了，撑不下去了"


async def listening(house: House) -> None:
    await house.counsellor.starts()
    await house.counsellor.waits_for("我是信桥")


async def heard(house: House, who: Person, after: int) -> None:
    """The first answer is the crisis line's, and somebody is rung."""
    await house.counsellor.waits_for("有人现在需要您")
    await who.waits_for(lambda seen: seen.id > after)
    assert "现在安全吗" in next(seen for seen in who.sees() if seen.from_bot and seen.id > after).text


async def comes(house: House) -> None:
    await steps.push(house.counsellor, "我来")
    await house.counsellor.waits_for("您已经接上了")


async def test_the_very_first_message_may_be_a_cry(house: House) -> None:
    await listening(house)
    sent = await house.zhang.says(CRY)
    await heard(house, house.zhang, sent.id)


@pytest.mark.parametrize("kind", ["photo", "document", "video"])
async def test_a_cry_below_a_picture_or_a_file_is_heard(house: House, kind: str) -> None:
    await listening(house)
    sent = await house.zhang.sends(kind, caption=CRY)
    await heard(house, house.zhang, sent.id)
    await comes(house)
    await house.counsellor.waits_for(lambda seen: seen.kind == kind and CRY in seen.text)


async def test_a_cry_that_answers_another_message_is_heard(house: House) -> None:
    await listening(house)
    await house.zhang.starts()
    asked = await house.zhang.waits_for("我是信桥")
    sent = await house.zhang.says(CRY, reply_to=asked.id)
    await heard(house, house.zhang, sent.id)


async def test_a_cry_put_as_a_poll_is_heard(house: House) -> None:
    await listening(house)
    sent = await house.zhang.sends_poll(CRY)
    await heard(house, house.zhang, sent.id)
    await comes(house)
    await house.counsellor.waits_for(CRY)


async def test_a_message_that_is_changed_into_a_cry_is_heard(house: House) -> None:
    await listening(house)
    first = await house.zhang.says("今天下雨")
    asked = await house.zhang.waits_for(lambda seen: seen.id > first.id)
    await house.zhang.edits(first.id, CRY)
    await heard(house, house.zhang, asked.id)
    await comes(house)
    await house.counsellor.waits_for(CRY)


async def test_an_edit_in_a_case_is_heard_by_the_lane_and_by_the_mediator(house: House) -> None:
    await listening(house)
    await steps.a_conversation(house, house.zhang, house.lawyer)
    sent = await house.zhang.says("今天下雨")
    await house.lawyer.waits_for("今天下雨")
    await steps.settled(house)
    last = house.zhang.last().id
    await house.zhang.edits(sent.id, CRY)
    await heard(house, house.zhang, last)
    await house.lawyer.waits_for(CRY)


async def test_a_cry_typed_into_another_chat_shows_a_number_and_a_way_to_a_person(house: House) -> None:
    await listening(house)
    query = await house.zhang.inline.asks(CRY)
    assert "12356" in (await house.zhang.inline.list_of(query)).results[0].title
    await steps.settled(house)
    assert "有人现在需要您" not in house.counsellor.screen(), "nobody sent anything yet"
    sent = await house.zhang.inline.follows(query)
    await heard(house, house.zhang, sent.id)
    await comes(house)
    await house.counsellor.waits_for("想找个人说说话")


async def test_a_mediator_who_cries_in_a_case_is_heard_and_one_who_tells_of_it_is_asked(house: House) -> None:
    await listening(house)
    await steps.a_conversation(house, house.zhang, house.lawyer)
    told = await house.lawyer.says("当事人说不想活了，我陪他说了一个小时")
    await house.lawyer.waits_for("放心不下", after=told.id)
    await house.lawyer.waits_for("内部备注（", after=told.id)
    assert "有人现在需要您" not in house.counsellor.screen()
    sent = await house.lawyer.says(CRY)
    await heard(house, house.lawyer, sent.id)


async def test_staff_with_a_matter_of_their_own_are_heard_like_anybody(house: House) -> None:
    await listening(house)
    await steps.a_conversation(house, house.union, house.lawyer)
    sent = await house.union.says("昨晚上了楼顶，不想活了，有人说我活该")
    await heard(house, house.union, sent.id)


async def test_a_cry_is_no_name_of_the_accused(house: House) -> None:
    await listening(house)
    await sealed.to_page(house.zhang, about="钱总")
    sent = await house.zhang.says(CRY)
    await heard(house, house.zhang, sent.id)
    await steps.settled(house)
    draft = await sealed.look(house, lambda r: r.drafts.of(str(house.zhang.id)))
    assert draft is not None and [one.name for one in draft.about] == ["钱总"]


async def test_a_cry_is_no_reason_that_was_asked_for(house: House) -> None:
    await listening(house)
    number = await steps.a_conversation(house, house.zhang, house.lawyer)
    await steps.push(house.lawyer, "退回")
    asked = await house.lawyer.waits_for("原因")
    sent = await house.lawyer.says(CRY)
    await heard(house, house.lawyer, sent.id)
    assert asked.id < sent.id
    assert (await steps.case_of(house, number)).state == "claimed"


async def test_who_was_in_the_lane_before_is_heard_again_while_they_talk_in_a_case(house: House) -> None:
    await listening(house)
    await steps.a_conversation(house, house.zhang, house.lawyer)
    sent = await house.zhang.says(CRY)
    await heard(house, house.zhang, sent.id)
    await steps.push(house.zhang, "我现在安全了")
    await house.zhang.waits_for("已经删掉")
    rung = house.counsellor.last().id
    sent = await house.zhang.says(CRY)
    await house.zhang.waits_for("现在安全吗", after=sent.id)
    await house.counsellor.waits_for("有人现在需要您", after=rung)
