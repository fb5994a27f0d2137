"""Campaigns reach those who opted in, once, and can be stopped with one press."""

from bot.commands.service.campaign import CampaignFile, launch
from bot.settings import Sending
from tests.house import UNPACED, House, open_house
from tests.journeys import steps

FILE = CampaignFile(
    id="week-1",
    title="高空抛物谁负责",
    text="发“民法典1254”看原文。<b>",
    button_text="全文",
    button_url="https://flk.npc.gov.cn/",
)


async def _subscribers(house: House, count: int = 3) -> list[steps.Person]:
    people = [steps.newcomer(house, f"订阅{n}") for n in range(count)]
    for one in people:
        await one.says("/subscribe")
        await one.waits_for("有普法消息会发给您")
    return people


def _got(who: steps.Person) -> int:
    return len([seen for seen in who.sees() if seen.text.startswith("📣")])


async def test_a_campaign_reaches_everyone_who_opted_in_and_nobody_else(house: House) -> None:
    people = await _subscribers(house)
    await house.zhang.starts()
    await steps.ask(house, lambda r: launch(r, FILE))
    for one in people:
        seen = await one.waits_for("高空抛物谁负责")
        assert seen.text.endswith("<b>") and seen.button("退订")
        button = seen.button("全文")
        assert button is not None and button.url == FILE.button_url
    await steps.settled(house)
    assert _got(house.zhang) == 0
    assert await steps.ask(house, lambda r: r.campaigns.counts("week-1")) == {"sent": 3}


async def test_one_press_unsubscribes(house: House) -> None:
    (one,) = await _subscribers(house, 1)
    await steps.ask(house, lambda r: launch(r, FILE))
    await one.waits_for("高空抛物谁负责")
    assert "已经退订" in await steps.push(one, "退订")
    again = FILE.model_copy(update={"id": "week-2"})
    await steps.ask(house, lambda r: launch(r, again))
    await steps.settled(house)
    assert _got(one) == 1


async def test_one_who_has_blocked_the_bot_stops_nobody_else(house: House) -> None:
    people = await _subscribers(house)
    await people[0].blocks()
    await steps.ask(house, lambda r: launch(r, FILE))
    for one in people[1:]:
        await one.waits_for("高空抛物谁负责")
    await steps.settled(house)
    assert await steps.ask(house, lambda r: r.campaigns.counts("week-1")) == {"sent": 2, "unreachable": 1}


async def test_a_supervisor_stops_with_one_press_and_it_resumes_without_doubles(folder: steps.Path) -> None:
    slow = Sending(**{**UNPACED.model_dump(), "overall_per_second": 20.0, "at_once": 1})
    async with open_house(folder, sending=slow) as house:
        await house.supervisor.starts()
        people = await _subscribers(house, 12)
        await steps.ask(house, lambda r: launch(r, FILE))
        await steps.push(house.supervisor, "马上停发")
        stopped = await house.supervisor.waits_for("已停发")
        left = int(stopped.text.partition("还有 ")[2].split()[0])
        await steps.settled(house)
        waiting = 12 - sum(_got(one) for one in people)
        assert 0 < waiting <= left, "what was under way arrives all the same"
        assert waiting <= await steps.ask(house, lambda r: r.campaigns.resume("week-1", r.bot)) <= left
        for one in people:
            await one.waits_for("高空抛物谁负责")
        await steps.settled(house)
        assert [_got(one) for one in people] == [1] * 12


async def test_nobody_but_a_supervisor_stops_a_campaign(house: House) -> None:
    await _subscribers(house, 1)
    await steps.ask(house, lambda r: launch(r, FILE))
    for who in (house.zhang, house.lawyer):
        await who.starts()
        await who.waits_for("我是信桥")
        assert "用不了" in await steps.forge(who, "x|campaign_stop||week-1")
    await steps.settled(house)
    campaign = await steps.ask(house, lambda r: r.campaigns.get("week-1"))
    assert campaign is not None and campaign.state == "done"
