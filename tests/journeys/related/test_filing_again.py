"""Telling the same again: own cases are shown before anything is filed, and the person decides."""

from datetime import date

import pytest

from bot.sandbox import Seen
from mediation.model.links import LinkKind
from mediation.model.procedure.matter import Matter
from tests.house import House
from tests.journeys import steps

AGAIN = "队长上个月扣我夜班费的事，还是没人管，人事也不理，车间里都知道，希望补给我"
"""The same matter as ``steps.STORY``, in other words."""

OTHER = "去年三月主任在食堂把我的助学补贴停了，找过工会没人管，希望恢复"
"""Another matter."""

SHOWN = "好像有一件事跟这次的一样"


async def _asked(house: House, *story: str, **choices: str | None) -> Seen:
    """Up to the window that shows what was told before."""
    window = await steps.to_read_back(house.zhang, *(story or (AGAIN,)), **choices)  # type: ignore[arg-type]
    await steps.push(house.zhang, "登记", message_id=window.id)
    return await house.zhang.waits_for(SHOWN, after=window.id - 1)


async def _mine(house: House) -> list[str]:
    me = await steps.person_of(house, house.zhang)
    return [case.number for case in await steps.ask(house, lambda r: r.cases.of_owner(me))]


async def test_own_alike_cases_are_shown_and_nothing_is_filed_or_lost_before_a_press(house: House) -> None:
    first = await steps.files(house.zhang)
    window = await _asked(house)
    for fact in (first, "工资·加班·绩效", "待接手", "还没有登记"):
        assert fact in window.text
    await steps.settled(house)
    me = await steps.person_of(house, house.zhang)
    draft = await steps.ask(house, lambda r: r.drafts.get(me))
    assert draft is not None and draft.text == AGAIN
    assert await _mine(house) == [first]


async def test_who_has_told_nothing_alike_meets_no_extra_window(house: House) -> None:
    await steps.files(house.zhang)
    window = await steps.to_read_back(house.zhang, OTHER)
    await steps.push(house.zhang, "登记", message_id=window.id)
    await house.zhang.waits_for("已登记", after=window.id)
    assert len(await _mine(house)) == 2


async def test_cases_of_somebody_else_are_not_shown(house: House) -> None:
    await steps.files(house.chen)
    window = await steps.to_read_back(house.zhang, AGAIN)
    await steps.push(house.zhang, "登记", message_id=window.id)
    await house.zhang.waits_for("已登记", after=window.id)


async def test_adding_puts_all_that_was_told_into_the_earlier_case(house: House) -> None:
    number = await steps.a_conversation(house, house.zhang, house.lawyer)
    window = await _asked(house)
    await steps.push(house.zhang, f"补充到 {number}", message_id=window.id)
    await house.zhang.waits_for("没有另外登记", after=window.id)
    await house.lawyer.waits_for(AGAIN)
    me = await steps.person_of(house, house.zhang)
    assert await steps.ask(house, lambda r: r.drafts.get(me)) is None
    assert await _mine(house) == [number]


async def test_answers_to_the_questions_are_added_with_the_story(house: House) -> None:
    number = await steps.files(house.zhang)
    window = await steps.tells(house.zhang, "队长在车间又扣了我的夜班费，找过人事没人管，希望补发")
    await steps.push(house.zhang, "说完了", message_id=window.id)
    asked = await house.zhang.says("上个月")
    window = await house.zhang.waits_for("您来定", after=asked.id)
    for words in ("工资·加班·绩效", "就这些", "工会", "匿名", "登记"):
        await steps.push(house.zhang, words, message_id=window.id)
    await steps.push(house.zhang, f"补充到 {number}")
    await house.zhang.waits_for("没有另外登记", after=window.id)
    said = await steps.ask(house, lambda r: [one.content.text for one in r.talk.of_case(number)])
    assert said[-1] == "时间：上个月"


async def test_something_new_is_filed_without_a_link(house: House) -> None:
    first = await steps.files(house.zhang)
    window = await _asked(house)
    await steps.push(house.zhang, "是新的事", message_id=window.id)
    await house.zhang.waits_for("已登记", after=window.id)
    assert len(await _mine(house)) == 2
    assert await steps.ask(house, lambda r: r.links.of_case(first)) == []


async def test_filing_again_links_the_new_case_to_the_earlier_one(house: House) -> None:
    first = await steps.files(house.zhang)
    window = await _asked(house)
    await steps.push(house.zhang, f"还是 {first} 那件", message_id=window.id)
    await house.zhang.waits_for("已登记", after=window.id)
    (link,) = await steps.ask(house, lambda r: r.links.of_case(first))
    again = next(number for number in await _mine(house) if number != first)
    assert (link.number, link.other, link.kind) == (again, first, LinkKind.REPEAT_OF)


async def test_owner_and_handler_see_that_it_is_the_same_matter(house: House) -> None:
    first = await steps.files(house.zhang)
    window = await _asked(house)
    await steps.push(house.zhang, f"还是 {first} 那件", message_id=window.id)
    receipt = await house.zhang.waits_for("已登记", after=window.id)
    await steps.push(house.zhang, "看进展", message_id=receipt.id)
    await house.zhang.waits_for(f"跟 {first}（待接手）是同一件事", after=receipt.id)
    again = next(number for number in await _mine(house) if number != first)
    panel = await steps.claims(house, house.lawyer, again)
    assert f"跟 {first}（待接手）是同一件事" in panel.text


async def test_a_withdrawn_case_is_shown_too_but_nothing_is_added_to_it(house: House) -> None:
    number = await steps.files(house.zhang)
    await steps.push(house.zhang, "看进展")
    await steps.push(house.zhang, "撤回这件事")
    await steps.push(house.zhang, "是，撤回")
    window = await _asked(house)
    assert number in window.text and "已撤回" in window.text
    assert window.button(f"补充到 {number}") is None and window.button(f"还是 {number}")


async def test_a_closed_case_opens_again_when_something_is_added(house: House) -> None:
    number = await steps.a_conversation(house, house.zhang, house.lawyer)
    await steps.sends_result(house.lawyer)
    await house.zhang.waits_for("有结果了")
    await steps.push(house.zhang, "★★★★★")
    await house.zhang.waits_for("谢谢您")
    window = await _asked(house)
    assert "重新打开" in window.text
    await steps.push(house.zhang, f"补充到 {number}", message_id=window.id)
    await house.zhang.waits_for("没有另外登记", after=window.id)
    assert (await steps.case_of(house, number)).state == "reopened"


async def test_reading_again_leads_back_and_files_nothing(house: House) -> None:
    first = await steps.files(house.zhang)
    window = await _asked(house)
    await steps.push(house.zhang, "再看一遍", message_id=window.id)
    await house.zhang.waits_for("请您读一遍", after=window.id - 1)
    assert await _mine(house) == [first]


async def test_pressing_to_file_again_twice_files_once(house: House) -> None:
    first = await steps.files(house.zhang)
    window = await _asked(house)
    presses = [await house.zhang.presses(f"还是 {first}", message_id=window.id) for _ in range(2)]
    for press in presses:
        await house.zhang.notice(press)
    assert len(await _mine(house)) == 2


@pytest.mark.parametrize("state", ["sealed"])
async def test_what_was_sealed_is_not_brought_up_again(house: House, state: str) -> None:
    number = await steps.files(house.zhang)
    owner = await steps.person_of(house, house.zhang)
    matter = Matter(number=number, state=state, owner_id=owner, received_on=date(2026, 3, 2))
    await steps.ask(house, lambda r: r.matters.save(matter))
    window = await steps.to_read_back(house.zhang, AGAIN)
    await steps.push(house.zhang, "登记", message_id=window.id)
    await house.zhang.waits_for("已登记", after=window.id)
