"""When somebody cannot be reached, whoever wrote to them is told and the case shows it."""

from tests.house import House
from tests.journeys import steps


async def test_when_the_owner_has_blocked_the_bot_the_sender_is_told_and_the_card_shows_it(
    house: House,
) -> None:
    number = await steps.a_conversation(house, house.zhang, house.lawyer)
    await house.zhang.blocks()
    await house.lawyer.waits_for("暂时收不到消息")
    note = await house.lawyer.says("您还好吗")
    noted = await house.lawyer.waits_for("内部备注（", after=note.id)
    await steps.push(house.lawyer, "转给当事人", message_id=noted.id)
    await house.lawyer.waits_for("没能送到")
    await steps.card(house, number, "当事人暂时联系不上")
    await house.zhang.unblocks()
    await house.lawyer.waits_for(
        lambda seen: seen.text.startswith(f"📌 {number}") and "联系不上" not in seen.text, chat=house.group
    )
    await house.zhang.says("我回来了")
    await house.lawyer.waits_for("我回来了")


async def test_when_the_mediator_has_blocked_the_bot_the_owner_is_told(house: House) -> None:
    await steps.a_conversation(house, house.zhang, house.lawyer)
    await steps.settled(house)
    await house.lawyer.blocks()
    await house.zhang.says("在吗？")
    seen = await house.zhang.waits_for("没能送到")
    assert "在吗" in seen.text and "没有丢" in seen.text
