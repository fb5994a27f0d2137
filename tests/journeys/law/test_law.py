"""Asking about the law: by number in any writing, by words, and only what is stored."""

import pytest

from tests.house import House
from tests.journeys import steps


@pytest.mark.parametrize(
    "writing",
    [
        "民法典1254",
        "民法典第1254条",
        "民法典 第一千二百五十四条",
        "《民法典》１２５４条",
        "民法典一千二百五十四",
    ],
)
async def test_an_article_is_found_in_any_usual_writing(house: House, writing: str) -> None:
    await house.zhang.says(f"/law {writing}")
    seen = await house.zhang.waits_for("第一千二百五十四条")
    assert "高空抛" in seen.text or "建筑物中抛掷物品" in seen.text
    assert "2021-01-01" in seen.text and "来源" in seen.text


async def test_the_articles_before_and_after_are_one_press_away(house: House) -> None:
    await house.zhang.says("/law 民法典1254")
    await house.zhang.waits_for("第一千二百五十四条")
    await steps.push(house.zhang, "下一条")
    await house.zhang.waits_for("第一千二百五十五条")
    await steps.push(house.zhang, "上一条")
    seen = await house.zhang.waits_for("第一千二百五十四条", after=house.zhang.last().id - 1)
    assert seen.button("上一条") and seen.button("下一条")


async def test_the_first_article_has_none_before_and_the_last_none_after(house: House) -> None:
    await house.zhang.says("/law 民法典1")
    first = await house.zhang.waits_for("第一条")
    await house.zhang.says("/law 民法典1260")
    last = await house.zhang.waits_for("第一千二百六十条")
    assert first.button("上一条") is None and last.button("下一条") is None


async def test_an_article_that_does_not_exist_is_said_not_to_exist(house: House) -> None:
    await house.zhang.says("/law 民法典1300条")
    seen = await house.zhang.waits_for("没有第 1300 条")
    assert "1260" in seen.text


async def test_everyday_words_find_articles_and_say_how_they_were_found(house: House) -> None:
    await house.zhang.says("/law")
    await house.zhang.waits_for("不算登记")
    await house.zhang.says("捡到遗失物不还怎么办")
    await house.zhang.waits_for("第三百一十四条")
    await house.zhang.waits_for("按您的用词")


async def test_where_nothing_is_found_nothing_is_made_up(house: House) -> None:
    await house.zhang.says("/law 量子纠缠咖啡机")
    seen = await house.zhang.waits_for("没有找到靠得住的出处")
    assert seen.button("现在就找个人")


async def test_a_citation_in_the_middle_of_nothing_is_answered(house: House) -> None:
    await house.zhang.says("民法典第1165条是怎么说的？")
    await house.zhang.waits_for("第一千一百六十五条")


async def test_asking_files_nothing(house: House) -> None:
    await house.zhang.says("/law 民法典1254")
    await house.zhang.waits_for("第一千二百五十四条")
    await steps.settled(house)
    me = await steps.person_of(house, house.zhang)
    assert not await steps.ask(house, lambda r: r.cases.of_owner(me))
    assert await steps.ask(house, lambda r: r.drafts.get(me)) is None


async def test_an_owner_in_a_conversation_finds_the_way_back_from_the_law(house: House) -> None:
    await steps.a_conversation(house, house.zhang, house.lawyer)
    await house.zhang.says("/law 高空抛物谁赔")
    await house.zhang.waits_for("第一千二百五十四条")
    await steps.settled(house)
    await steps.push(house.zhang, "跟 TA 说话", message_id=house.zhang.last().id)
    await house.zhang.says("我回来了")
    await house.lawyer.waits_for("我回来了")


async def test_a_reply_to_the_mediator_is_no_question_about_the_law(house: House) -> None:
    await steps.a_conversation(house, house.zhang, house.lawyer)
    copy = await steps.relays(house.lawyer, house.zhang, "明天来得了吗")
    await house.zhang.says("/law")
    await house.zhang.waits_for("问吧")
    await house.zhang.says("来得了", reply_to=copy.id)
    await house.lawyer.waits_for("来得了")


async def test_a_picture_in_place_of_a_question_is_answered_kindly(house: House) -> None:
    await house.zhang.says("/law")
    await house.zhang.sends("photo")
    await house.zhang.waits_for("请用文字写")
