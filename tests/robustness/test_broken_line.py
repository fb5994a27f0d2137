"""The line drops answers, is late, breaks and asks to wait: everything arrives in the end."""

import asyncio

import pytest

from bot.sandbox import PersonError
from tests.house import House
from tests.journeys import steps

pytestmark = pytest.mark.usefixtures("no_pauses")

FAULTS = {
    "drop": {"kind": "drop", "times": 3},
    "late": {"kind": "late", "times": 3, "seconds": 0.2},
    "500": {"kind": "error", "times": 4, "status": 500},
    "502": {"kind": "error", "times": 4, "status": 502},
    "429": {"kind": "flood", "seconds": 1},
}


@pytest.mark.parametrize("fault", FAULTS)
async def test_updates_arrive_over_a_broken_line_and_count_once(house: House, fault: str) -> None:
    number = await steps.a_conversation(house, house.zhang, house.lawyer)
    house.sandbox.faults.add(method="getUpdates", **FAULTS[fault])  # type: ignore[arg-type]
    for words in ("第一句", "第二句", "第三句"):
        await house.zhang.says(words)
    await house.lawyer.waits_for("第三句")
    said = await steps.ask(house, lambda r: [one.content.text for one in r.talk.of_case(number)])
    assert [text for text in said if text.endswith("句")] == ["第一句", "第二句", "第三句"]
    assert not house.sandbox.pending_updates


@pytest.mark.parametrize("fault", FAULTS)
async def test_letters_arrive_over_a_broken_line_in_order(house: House, fault: str) -> None:
    await steps.a_conversation(house, house.zhang, house.lawyer)
    await house.zhang.says("开头")
    await house.lawyer.waits_for("开头")
    house.sandbox.faults.add(method="sendMessage", chat_id=house.lawyer.id, **FAULTS[fault])  # type: ignore[arg-type]
    for words in ("第一句", "第二句", "第三句"):
        await house.zhang.says(words)
    await house.lawyer.waits_for("第三句")
    heard = [seen.text for seen in house.lawyer.sees() if seen.text.endswith("句") and len(seen.text) == 3]
    assert list(dict.fromkeys(heard)) == ["第一句", "第二句", "第三句"]
    assert fault == "drop" or len(heard) == 3, "only a dropped answer may lead to a second copy"


@pytest.mark.parametrize("fault", FAULTS)
async def test_a_card_is_edited_over_a_broken_line_and_never_posted_twice(house: House, fault: str) -> None:
    number = await steps.files(house.zhang)
    await steps.card(house, number)
    house.sandbox.faults.add(method="editMessageText", chat_id=house.group, **FAULTS[fault])  # type: ignore[arg-type]
    await steps.claims(house, house.lawyer, number)
    await steps.card(house, number, "在办")
    assert len(steps.cards(house, number)) == 1


async def test_an_answer_in_a_dialog_is_repeated(house: House) -> None:
    house.sandbox.faults.add("error", method="sendMessage", chat_id=house.zhang.id)
    await house.zhang.starts()
    await house.zhang.waits_for("我是信桥")


async def test_a_wait_that_telegram_asks_for_is_obeyed(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    await steps.a_conversation(house, house.zhang, house.lawyer)
    world = house.sandbox.world
    admitted: list[float] = []
    really = world.flood.admit

    def admit(chat_id: int, **kind: object) -> None:
        admitted.append(asyncio.get_running_loop().time())
        really(chat_id, **kind)  # type: ignore[arg-type]

    monkeypatch.setattr(world.flood, "admit", admit)
    began = asyncio.get_running_loop().time()
    house.sandbox.faults.add("flood", method="sendMessage", seconds=1)
    for _ in range(5):
        await house.zhang.says("在吗")
    await house.lawyer.waits_for("在吗")
    early = [at for at in admitted if at < began + 0.95]
    assert len(early) <= 1, "nothing is sent while the bot has been told to wait"


async def test_a_chat_that_stays_silent_does_not_stop_the_others(house: House) -> None:
    await steps.a_conversation(house, house.zhang, house.lawyer)
    house.sandbox.faults.add("error", method="sendMessage", chat_id=house.zhang.id, times=1000)
    number = await steps.files(house.chen)
    await steps.claims(house, house.counsellor, number)
    await house.chen.waits_for("接手了您的事")
    with pytest.raises(PersonError):
        await house.zhang.waits_for("不会来", within=0)


async def test_a_card_that_came_twice_loses_the_buttons_nobody_takes_from_it(house: House) -> None:
    house.sandbox.faults.add("drop", method="sendMessage", chat_id=house.group)
    number = await steps.files(house.zhang)
    await steps.settled(house)
    await house.sandbox.until(lambda: len(steps.cards(house, number)) == 2)
    known = await steps.ask(house, lambda r: r.places.card(number))
    stale = next(seen.id for seen in steps.cards(house, number) if known and seen.id != known.message)
    await steps.claims(house, house.lawyer, number)
    await steps.push(house.union, "我来接", chat=house.group, message_id=stale)
    await steps.settled(house)
    assert not any(seen.rows for seen in steps.cards(house, number))
