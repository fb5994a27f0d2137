"""An answer belongs to the case of the message it answers, also where that message is not on the map.

What was sent and never confirmed is sent again: of two copies one is on the map, and people answer either.
"""

from bot.sandbox import Person, Seen
from tests.house import House
from tests.journeys import steps


async def again(house: House, who: Person, text: str) -> Seen:
    """A copy in their chat of which the store knows nothing."""
    last = who.last().id
    await house.app.bot.send_message(who.id, text)
    return await who.waits_for(lambda seen: seen.text == text, after=last)


async def only_the_lawyer_hears(house: House, text: str) -> None:
    await house.lawyer.waits_for(lambda seen: seen.text == text)
    assert not any(seen.text == text for seen in house.counsellor.sees())


async def two_conversations(house: House) -> None:
    """Of one owner: the lawyer has the first case, the counsellor the one they sit in."""
    await steps.a_conversation(house, house.zhang, house.lawyer)
    await steps.a_conversation(house, house.zhang, house.counsellor)


async def test_an_answer_to_a_second_notice_goes_to_the_case_it_names(house: House) -> None:
    await two_conversations(house)
    notice = next(seen for seen in house.zhang.sees() if "接手了您的事" in seen.text)
    copy = await again(house, house.zhang, notice.text)
    await house.zhang.says("给律师的", reply_to=copy.id)
    await only_the_lawyer_hears(house, "给律师的")


async def test_an_answer_to_a_second_copy_of_words_goes_where_the_first_one_does(house: House) -> None:
    await steps.a_conversation(house, house.zhang, house.lawyer)
    first = await steps.relays(house.lawyer, house.zhang, "明天来得了吗")
    copy = await again(house, house.zhang, first.text)
    await steps.a_conversation(house, house.zhang, house.counsellor)
    await house.zhang.says("来得了", reply_to=copy.id)
    await only_the_lawyer_hears(house, "来得了")


async def test_a_mediators_answer_to_a_second_copy_stays_with_its_owner(house: House) -> None:
    await steps.a_conversation(house, house.zhang, house.lawyer)
    await house.zhang.says("考核表能要到吗")
    await house.lawyer.waits_for(lambda seen: seen.text == "考核表能要到吗")
    copy = await again(house, house.lawyer, "考核表能要到吗")
    await steps.a_conversation(house, house.chen, house.lawyer)
    note = await house.lawyer.says("能，我去要", reply_to=copy.id)
    noted = await house.lawyer.waits_for("内部备注（", after=note.id)
    await steps.push(house.lawyer, "转给当事人", message_id=noted.id)
    await house.zhang.waits_for(lambda seen: seen.text == "能，我去要")
    assert not any(seen.text == "能，我去要" for seen in house.chen.sees())


async def test_a_number_of_somebody_elses_case_leads_nowhere(house: House) -> None:
    number = await steps.a_conversation(house, house.chen, house.counsellor)
    await steps.a_conversation(house, house.zhang, house.lawyer)
    copy = await again(house, house.zhang, f"编号 {number}")
    await house.zhang.says("这是谁的", reply_to=copy.id)
    await only_the_lawyer_hears(house, "这是谁的")


async def test_whoever_tells_a_new_concern_still_answers_somebody_in_an_old_one(house: House) -> None:
    await steps.a_conversation(house, house.zhang, house.lawyer)
    asked = await steps.relays(house.lawyer, house.zhang, "明天来得了吗")
    told = await steps.tells(house.zhang, "宿舍漏水三个月，后勤不管")
    await house.zhang.says("来得了", reply_to=asked.id)
    await house.lawyer.waits_for(lambda seen: seen.text == "来得了")
    more = await house.zhang.says("希望今天修好")
    assert "一共 2 条" in (await house.zhang.waits_for("收到，一共", after=more.id)).text
    assert "一共 1 条" in told.text
