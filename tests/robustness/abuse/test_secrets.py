"""Before a secret is stored the person is asked; they decide, and nothing of it is anywhere until then."""

from bot.sandbox import Seen
from tests.house import House
from tests.journeys import steps

SECRET = "3号井井位坐标 X:4567890，Y:19456789"


async def told_so_far(house: House) -> str:
    me = await steps.person_of(house, house.zhang)
    draft = await steps.ask(house, lambda r: r.drafts.get(me))
    assert draft is not None
    return draft.text


async def nowhere(house: House) -> bool:
    await steps.settled(house)
    rows = await steps.ask(
        house, lambda r: r.connection.exec_driver_sql("SELECT payload, sealed FROM inbox").all()
    )
    return all(row == ("", None) for row in rows)


async def test_left_out_it_is_neither_in_the_story_nor_in_the_chat(house: House) -> None:
    await steps.tells(house.zhang, "队长扣钱")
    await house.zhang.says(SECRET)
    asked = await house.zhang.waits_for("像是公司的商业秘密")
    assert await told_so_far(house) == "队长扣钱" and await nowhere(house)
    await steps.push(house.zhang, "不放进来", message_id=asked.id)
    await house.zhang.waits_for("没有存，这个聊天里的那条也删了")
    assert await told_so_far(house) == "队长扣钱"
    assert not any(SECRET in seen.text for seen in house.zhang.sees())


async def test_whoever_says_that_it_is_none_goes_on(house: House) -> None:
    await steps.tells(house.zhang, "队长扣钱")
    await house.zhang.sends("document", name="机密★.pdf", caption="这个")
    asked = await house.zhang.waits_for("像是涉及国家秘密")
    await steps.push(house.zhang, "不涉密", message_id=asked.id)
    await steps.settled(house)
    assert await told_so_far(house) == "队长扣钱\n这个"


async def test_in_a_case_it_reaches_the_mediator_only_after_the_press(house: House) -> None:
    await steps.a_conversation(house, house.zhang, house.lawyer)
    await house.zhang.says(SECRET)
    asked = await house.zhang.waits_for("像是公司的商业秘密")
    await steps.settled(house)
    assert not any(SECRET in seen.text for seen in house.lawyer.sees())
    await steps.push(house.zhang, "不涉密", message_id=asked.id)
    await house.lawyer.waits_for(SECRET)


async def test_the_caption_of_a_file_is_read_as_well(house: House) -> None:
    await steps.tells(house.zhang, "队长扣钱")
    await house.zhang.sends("photo", caption=SECRET)
    await house.zhang.waits_for("像是公司的商业秘密")
    assert await told_so_far(house) == "队长扣钱" and await nowhere(house)


async def asked_where(house: House) -> Seen:
    """A question of the intake was answered with a secret; what the person is asked then."""
    window = await steps.tells(house.zhang, "上个月队长扣了我的钱，找过人事，希望补发")
    await steps.push(house.zhang, "说完了", message_id=window.id)
    assert "在哪里" in house.zhang.last().text
    await house.zhang.says(SECRET)
    return await house.zhang.waits_for("像是公司的商业秘密")


async def answers(house: House) -> dict[str, str]:
    me = await steps.person_of(house, house.zhang)
    draft = await steps.ask(house, lambda r: r.drafts.get(me))
    assert draft is not None
    return draft.account


async def test_an_answer_to_a_question_is_asked_about_and_left_out(house: House) -> None:
    asked = await asked_where(house)
    assert SECRET not in str(await answers(house)) and await nowhere(house)
    await steps.push(house.zhang, "不放进来", message_id=asked.id)
    await steps.settled(house)
    assert SECRET not in str(await answers(house))
    assert not any(SECRET in seen.text for seen in house.zhang.sees())
    sent = await house.zhang.says("三号井")
    await house.zhang.waits_for("您来定", after=sent.id)
    assert (await answers(house))["where"] == "三号井"


async def test_an_answer_that_is_none_is_kept_as_the_answer_and_the_questions_go_on(house: House) -> None:
    asked = await asked_where(house)
    await steps.push(house.zhang, "不涉密", message_id=asked.id)
    await house.zhang.waits_for("您来定", after=asked.id)
    assert (await answers(house))["where"] == SECRET


async def test_an_answer_that_is_pressed_in_after_leaving_the_intake_opens_nothing(house: House) -> None:
    asked = await asked_where(house)
    await house.zhang.says("/menu")
    await house.zhang.waits_for("您想做什么", after=asked.id)
    await steps.push(house.zhang, "不涉密", message_id=asked.id)
    await steps.settled(house)
    assert (await answers(house))["where"] == SECRET
    assert not any("您来定" in seen.text for seen in house.zhang.sees())


async def test_in_doubt_there_is_a_person_to_ask(house: House) -> None:
    await steps.tells(house.zhang, "队长扣钱")
    await house.zhang.says(SECRET)
    asked = await house.zhang.waits_for("像是公司的商业秘密")
    await steps.push(house.zhang, "找个人问", message_id=asked.id)
    await house.zhang.waits_for(lambda seen: seen.button("现在就叫") is not None or "叫" in seen.text)
