"""Working something out: one question at a time, kind about slips, and nothing stays behind."""

from typing import Any

import pytest

from bot.dialogs.calculators.calculator import BAD
from bot.sandbox import Person, Seen
from knowledge.calculators.input import errors
from tests.house import House
from tests.journeys import steps


async def _begins(who: Person, title: str) -> Seen:
    listed = await who.says("/calc")
    await who.waits_for("想算哪一项", after=listed.id)
    await steps.push(who, title)
    return await who.waits_for("请问", after=listed.id)


async def _answers(who: Person, *answers: str) -> Seen:
    """Typed answers; those in square brackets are pressed."""
    for answer in answers:
        below = who.last().id
        if answer.startswith("["):
            await steps.push(who, answer.strip("[]"), message_id=below)
        else:
            below = (await who.says(answer)).id
        await who.waits_for(lambda seen: seen.from_bot, after=below)
    return who.last()


async def test_overtime_pay_is_worked_out_from_what_people_type(house: House) -> None:
    await _begins(house.zhang, "加班费")
    seen = await _answers(house.zhang, "８千７", "10小时", "[跳过]", "8个小时")
    assert "750 元" in seen.text and "1200 元" in seen.text and "至少 1950 元" in seen.text
    assert "劳动法第四十四条" in seen.text and "人社部发〔2025〕2号" in seen.text
    assert "以仲裁或法院认定为准" in seen.text
    assert seen.button("再算一次") and seen.button("我有事要说") and seen.button("找个人")


async def test_a_value_that_is_none_is_asked_again_and_nothing_is_lost(house: House) -> None:
    await _begins(house.zhang, "加班费")
    asked = await _answers(house.zhang, "6000", "好多好多")
    assert "小时数我没看懂" in asked.text and "上班的日子" in asked.text
    seen = await _answers(house.zhang, "8", "[跳过]", "[跳过]")
    assert "月工资 6000 元" in seen.text and "413.79 元" in seen.text


async def test_one_step_back_asks_the_question_before_again(house: House) -> None:
    first = await _begins(house.zhang, "离职补偿")
    assert first.button("上一步") is None
    asked = await _answers(house.zhang, "[N：给经济补偿]", "2019年3月15日", "[上一步]")
    assert "哪天进的" in asked.text
    seen = await _answers(house.zhang, "2020.3.15", "2024-09-14", "6千", "[跳过]")
    assert "4 年 6 个月 0 天" in seen.text and "30000 元" in seen.text


async def test_only_n_plus_one_asks_for_the_last_wage(house: House) -> None:
    await _begins(house.zhang, "离职补偿")
    asked = await _answers(house.zhang, "[N+1：没提前30天通知]", "2020年1月1日", "2021-12-31", "6000")
    assert "上一个月的工资" in asked.text
    seen = await _answers(house.zhang, "6200", "[跳过]")
    assert "2 × 6000 + 上月工资 6200 = 18200" in seen.text
    assert "劳动合同法实施条例" in seen.text and "劳动合同法第四十条" in seen.text


async def test_a_day_out_of_order_is_said_kindly(house: House) -> None:
    await _begins(house.zhang, "离职补偿")
    asked = await _answers(house.zhang, "[2N：违法辞退的赔偿]", "2020年3月", "2020年3月1日", "2019-01-01")
    assert "还早" in asked.text and "最后一天是哪天" in asked.text
    assert any("还差是几号" in seen.text for seen in house.zhang.sees())


async def test_the_articles_of_a_result_can_be_read(house: House) -> None:
    await _begins(house.zhang, "加班费")
    result = await _answers(house.zhang, "6000", "[跳过]", "[跳过]", "8")
    await steps.push(house.zhang, "看法条")
    seen = await house.zhang.waits_for("第四十四条", after=result.id)
    assert "百分之三百" in seen.text


async def test_leave_and_retirement_and_injury_have_an_answer_too(house: House) -> None:
    await _begins(house.zhang, "年休假")
    leave = await _answers(house.zhang, "11年", "[满了]", "[全年]", "3天", "[跳过]")
    assert "10 天" in leave.text and "7 天" in leave.text and "职工带薪年休假条例" in leave.text
    await _begins(house.zhang, "退休年月")
    retired = await _answers(house.zhang, "[男职工]", "1965年1月")
    assert "60 岁 1 个月" in retired.text and "2025年2月" in retired.text
    await _begins(house.zhang, "工伤")
    injury = await _answers(house.zhang, "2020-03-10", "[跳过]")
    assert "已经过了" in injury.text and "先别灰心" in injury.text


async def test_stopping_throws_the_values_away(house: House) -> None:
    await _begins(house.zhang, "加班费")
    await _answers(house.zhang, "6000", "[不算了]")
    seen = house.zhang.last()
    assert "都清掉了" in seen.text and seen.button("算一算")
    await house.zhang.says("8小时")
    await house.zhang.waits_for("还没有登记")


async def _kept(house: House, who: Person) -> tuple[str | None, dict[str, Any]]:
    """State and data of the dialog, as the store has them when all that was said has been dealt with."""
    await steps.settled(house)
    key = f"{house.app.bot.id}:{who.id}:{who.id}:::default"
    return await steps.ask(house, lambda r: r.dialog_places.get(key))


async def test_a_result_leaves_nothing_behind(house: House) -> None:
    await _begins(house.zhang, "退休年月")
    await _answers(house.zhang, "[男职工]")
    state, data = await _kept(house, house.zhang)
    assert state is not None and "man-60" in str(data)
    await _answers(house.zhang, "1965年1月")
    assert await _kept(house, house.zhang) == (None, {})


async def test_who_leaves_midway_leaves_nothing_behind(house: House) -> None:
    await _begins(house.zhang, "加班费")
    await _answers(house.zhang, "6000")
    await house.zhang.says("/law")
    await house.zhang.waits_for("问吧")
    await house.zhang.says("民法典1254")
    await house.zhang.waits_for("第一千二百五十四条")
    assert "6000" not in str(await _kept(house, house.zhang))


@pytest.mark.parametrize(
    "data",
    ["x|reckon|nonsense", "x|reckon_pick|rest_hours", "x|reckon_pick|wage|back", "x|reckon_pick"],
)
async def test_a_forged_or_old_button_changes_nothing(house: House, data: str) -> None:
    await _begins(house.zhang, "加班费")
    assert "已经用不了" in await steps.forge(house.zhang, data)
    seen = await _answers(house.zhang, "6000", "[跳过]", "[跳过]", "[跳过]")
    assert "至少 0 元" in seen.text


async def test_a_button_without_a_calculation_does_nothing(house: House) -> None:
    await house.zhang.starts()
    await house.zhang.waits_for("您想做什么")
    assert "已经用不了" in await steps.forge(house.zhang, "x|reckon_pick|wage|yes")
    assert "已经用不了" in await steps.forge(house.zhang, "x|reckon_stop")


async def test_a_picture_in_place_of_a_number_is_answered_kindly(house: House) -> None:
    await _begins(house.zhang, "加班费")
    await house.zhang.sends("photo")
    await house.zhang.waits_for("请直接用文字写")


async def test_an_owner_in_a_conversation_finds_the_way_back(house: House) -> None:
    await steps.a_conversation(house, house.zhang, house.lawyer)
    await _begins(house.zhang, "加班费")
    seen = await _answers(house.zhang, "6000", "[跳过]", "[跳过]", "8")
    await house.zhang.says("再来一个数 12")
    await house.zhang.waits_for("还没有登记", after=seen.id)
    await steps.push(house.zhang, "跟 TA 说话", message_id=seen.id)
    await house.zhang.says("我回来了")
    await house.lawyer.waits_for("我回来了")


async def test_it_speaks_english(house: House) -> None:
    await house.zhang.starts()
    await steps.push(house.zhang, "EN")
    await steps.push(house.zhang, "English")
    listed = await house.zhang.says("/calc")
    await house.zhang.waits_for("What shall we work out", after=listed.id)
    await steps.push(house.zhang, "Month of retirement")
    await house.zhang.waits_for("please tell me", after=listed.id)
    seen = await _answers(house.zhang, "[Man]", "1976-09")
    assert "63 years" in seen.text and "2039-09" in seen.text and "20 years" in seen.text


def test_whatever_an_error_can_say_has_words() -> None:
    raised = {kind.code for kind in errors.BadValue.__subclasses__()}
    assert raised - set(BAD) == {"no_such_form", "incomplete"}
