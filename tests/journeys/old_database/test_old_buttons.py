"""Buttons below messages of the old program do what they say."""

import pytest

from tests.house import House
from tests.journeys import steps
from tests.old_house import fact, old_message


async def test_the_owner_rates_a_result_with_its_old_button(old_house: House) -> None:
    owner = old_house.sandbox.person("郑微雨")
    await steps.push(owner, "★★★★★", message_id=old_message(owner, "有结果了"))
    await owner.waits_for("谢谢您")
    await old_house.lawyer.waits_for("当事人认可了结果")
    case = await steps.case_of(old_house, fact("rating"))
    assert (case.state, case.rating) == ("closed", 5)


async def test_a_helper_passes_an_old_note_on(old_house: House) -> None:
    noted = old_message(old_house.lawyer, "先问劳资要九月的考核记录")
    below = next(s for s in old_house.lawyer.sees() if s.reply_to == noted and s.button("转给当事人"))
    await steps.push(old_house.lawyer, "转给当事人", message_id=below.id)
    await old_house.zhang.waits_for(lambda seen: seen.text == "先问劳资要九月的考核记录")


async def test_a_mediator_claims_a_case_from_its_old_card_in_the_group(old_house: House) -> None:
    owner = old_house.sandbox.person("周小禾")
    card = old_message(old_house.union, f"📌 {fact('waiting')}", old_house.group)
    notice = await steps.push(old_house.union, "我来接", chat=old_house.group, message_id=card)
    assert "归您了" in notice
    await old_house.union.waits_for("扣了我的工具箱")
    await owner.waits_for("接手了您的事")
    assert (await steps.card(old_house, fact("waiting"), "在办")).id == card


async def test_an_administrator_approves_a_role_that_was_asked_for(old_house: House) -> None:
    feng, who = (old_house.sandbox.person(name) for name in ("管理员小冯", "周小禾"))
    await steps.push(feng, "同意", message_id=old_message(feng, "您同意才算数"))
    await who.waits_for("周小禾 担任工会")


async def test_the_stage_of_a_matter_opens_from_an_old_letter(old_house: House) -> None:
    owner = old_house.sandbox.person("何冬青")
    letter = old_message(owner, "受理了，有专人来办")
    await steps.push(owner, "正式办理", message_id=letter)
    await owner.waits_for(lambda seen: seen.text.startswith(f"📑 {fact('proceeding')}"), after=letter)


@pytest.mark.parametrize(
    ("words", "answer"),
    [("我有事要说", "用您自己的话说"), ("我的事办到哪了", "还没有"), ("保密地反映", "保密反映")],
)
async def test_the_doors_of_the_first_screen_open(old_house: House, words: str, answer: str) -> None:
    who = old_house.sandbox.person("吴老师")
    await steps.push(who, words, message_id=old_message(who, "我是信桥"))
    await who.waits_for(answer)
