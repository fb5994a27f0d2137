"""A name is no right: not in the group, not in private, not under a card that somebody passed on."""

from tests.house import House
from tests.journeys import steps


async def test_somebody_called_like_a_mediator_cannot_claim_in_the_group(house: House) -> None:
    number = await steps.files(house.zhang)
    impostor = steps.newcomer(house, house.lawyer.name)
    house.sandbox.world.chats[house.group].members.add(impostor.id)
    shown = await steps.card(house, number)
    assert "没有这个案件" in await steps.push(impostor, "我来接", chat=house.group, message_id=shown.id)
    await steps.settled(house)
    assert (await steps.case_of(house, number)).handler_id is None


async def test_somebody_called_like_the_mediator_hears_nothing_in_private(house: House) -> None:
    number = await steps.a_conversation(house, house.zhang, house.lawyer)
    impostor = steps.newcomer(house, house.lawyer.name)
    await impostor.starts()
    await impostor.waits_for("我是信桥")
    for name in ("panel", "open", "story", "relay", "result"):
        await steps.forge(impostor, f"x|{name}|{number}|1")
    await house.zhang.says("这句话给李律师")
    await house.lawyer.waits_for("这句话给李律师")
    await steps.settled(house)
    assert not any("夜班费" in seen.text or "这句话" in seen.text for seen in impostor.sees())


async def test_a_card_passed_on_in_private_gives_nobody_a_part(house: House) -> None:
    number = await steps.files(house.zhang)
    shown = await steps.card(house, number)
    await house.chen.starts()
    copy = await house.chen.says(shown.text)
    await steps.settled(house)
    assert "没有这个案件" in await steps.forge(house.chen, f"x|claim|{number}")
    reply = await house.chen.says("我来接这件", reply_to=copy.id)
    await steps.settled(house)
    said = await steps.ask(house, lambda r: [one.content.text for one in r.talk.of_case(number)])
    assert reply.text not in said and (await steps.case_of(house, number)).handler_id is None
