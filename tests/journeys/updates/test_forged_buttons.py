"""Nobody acts on a case that is not theirs, whatever callback data is forged."""

import re
from pathlib import Path
from typing import Any

import pytest

from bot.sandbox import Person
from tests.house import House
from tests.journeys import steps

CODE = "".join(path.read_text(encoding="utf-8") for path in Path("bot").rglob("*.py"))
NAMES = sorted(
    {name for inside in re.findall(r"Pressed\(([^)]*)\)", CODE) for name in re.findall(r'"(\w+)"', inside)}
    | set(re.findall(r'Press\(\s*"(\w+)"', CODE))
    | set(re.findall(r'button\(\s*"[\w-]+",\s*"(\w+)"', CODE))
    | set(re.findall(r'\("button-[\w-]+", "(\w+)"\)', CODE))
)
OWN_BUSINESS = {"human_yes"}
"""Files a concern of one's own, which anybody may do."""

ODD_VALUES = ("²", "-1", "9" * 30, "🙂")
ODD_DATA = (
    "x",
    "x|",
    "||",
    "x|see",
    "x||",
    "x|open|x|y|z",
    "no|see|1",
    "\x1dskip:when",
    "abc\x1dlater",
    "🙂",
    "0",
)


def test_the_names_of_all_buttons_were_found() -> None:
    assert {"claim", "relay", "send_result", "offer_to", "withdraw_yes", "close", "story"} <= set(NAMES)


async def _case(house: House, claimed: bool) -> str:
    if claimed:
        number = await steps.a_conversation(house, house.zhang, house.lawyer, steps.STORY)
        await house.lawyer.says("内部的话")
        await house.lawyer.waits_for("内部备注（")
    else:
        number = await steps.files(house.zhang)
    await steps.settled(house)
    return number


async def _all_of_it(house: House, number: str) -> list[Any]:
    """The case, its history, what was said and how much its people have read."""
    kept = await steps.ask(
        house, lambda r: [r.cases.get(number), r.cases.history(number), r.talk.of_case(number)]
    )
    screens = [len(who.sees()) for who in (house.zhang, house.lawyer)]
    return [*kept, screens, [seen.raw for seen in steps.cards(house, number)]]


async def _forge_everything(house: House, who: Person, number: str, chat: int | None = None) -> None:
    me = await steps.person_of(house, house.zhang)
    for name in sorted(set(NAMES) - OWN_BUSINESS):
        for value in ("1", str(me)):
            await steps.forge(who, f"x|{name}|{number}|{value}".rstrip("|"), chat=chat)
    await who.says("而且我还写了理由")
    await steps.settled(house)


@pytest.mark.parametrize("claimed", [False, True])
@pytest.mark.parametrize("who", ["chen", "counsellor", "supervisor"])
async def test_a_forged_button_changes_nothing_and_shows_nothing(
    house: House, who: str, claimed: bool
) -> None:
    number = await _case(house, claimed)
    before = await _all_of_it(house, number)
    somebody: Person = getattr(house, who)
    await somebody.starts()
    await somebody.waits_for("我是信桥")
    await _forge_everything(house, somebody, number)
    assert await _all_of_it(house, number) == before
    shown = "".join(seen.text for seen in somebody.sees())
    assert not any(secret in shown for secret in ("夜班费", "内部的话", "差错"))
    assert who == "supervisor" or before[0].alias not in shown


async def test_a_stranger_in_the_group_changes_nothing(house: House) -> None:
    number = await _case(house, claimed=False)
    before = await _all_of_it(house, number)
    house.sandbox.world.chats[house.group].members.add(house.chen.id)
    for name in sorted(set(NAMES)):
        await steps.forge(house.chen, f"x|{name}|{number}", chat=house.group)
    await steps.settled(house)
    assert await _all_of_it(house, number) == before


async def test_a_card_copied_into_a_foreign_group_does_nothing(house: House) -> None:
    number = await _case(house, claimed=False)
    before = await _all_of_it(house, number)
    house.sandbox.add_group(-1009, "别的群", (house.counsellor.id, house.sandbox.bot_id))
    said = await house.counsellor.says("看这张卡片", chat=-1009)
    press = await house.counsellor.forges(f"x|claim|{number}", said.id, chat=-1009)
    assert "用不了" in await house.counsellor.notice(press)
    assert await _all_of_it(house, number) == before


async def test_the_owner_cannot_do_what_only_staff_may(house: House) -> None:
    number = await _case(house, claimed=True)
    state = (await steps.case_of(house, number)).state
    staff_only = ("claim", "join", "refuse", "give_back", "result", "send_result", "hand_over", "offer_to")
    for name in (*staff_only, "take_over", "decline", "ask_second", "close", "story", "open", "relay"):
        for value in ("", "1", "2"):
            await steps.forge(house.zhang, f"x|{name}|{number}|{value}".rstrip("|"))
    await steps.settled(house)
    assert (await steps.case_of(house, number)).state == state
    assert not any("内部的话" in seen.text for seen in house.zhang.sees())


async def test_odd_callback_data_gets_a_kind_sentence(house: House) -> None:
    await house.zhang.starts()
    await house.zhang.waits_for("我是信桥")
    for data in ODD_DATA:
        notice = await steps.forge(house.zhang, data)
        assert notice and "差错" not in notice, data


@pytest.mark.parametrize("value", ODD_VALUES)
async def test_odd_values_in_any_button_fail_nothing(house: House, value: str) -> None:
    await house.zhang.starts()
    await house.zhang.waits_for("我是信桥")
    for name in sorted(set(NAMES) - OWN_BUSINESS):
        notice = await steps.forge(house.zhang, f"x|{name}|民法典|{value}")
        assert "差错" not in notice, name
    await steps.settled(house)


async def test_buttons_of_an_old_window_do_nothing_to_the_new_one(house: House) -> None:
    old = await steps.to_read_back(house.zhang)
    again = await house.zhang.says("/tell")
    await house.zhang.waits_for("上次您说到一半", after=again.id)
    button = old.button("登记")
    assert button is not None and button.data is not None
    notice = await house.zhang.notice(await house.zhang.forges(button.data, old.id))
    assert "过时" in notice
    me = await steps.person_of(house, house.zhang)
    assert not await steps.ask(house, lambda r: r.cases.of_owner(me))
