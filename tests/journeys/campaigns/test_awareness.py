"""An article a day and a quiz: small steps, nothing kept."""

from tests.house import House
from tests.journeys import steps


async def test_the_article_of_the_day_comes_with_its_plain_words(house: House) -> None:
    await house.zhang.says("/today")
    await house.zhang.waits_for("今天的一条")
    seen = await house.zhang.waits_for("大白话")
    assert "来源" in seen.text and seen.button("来一题")


async def test_a_quiz_ends_with_the_article_whatever_was_guessed(house: House) -> None:
    asked = await house.zhang.says("/quiz")
    shown = await house.zhang.waits_for("下面哪一条", after=asked.id)
    await steps.push(house.zhang, "A", message_id=shown.id)
    article = await house.zhang.waits_for("来源", after=shown.id)
    assert "大白话" in article.text
    await steps.push(house.zhang, "再来一题", message_id=article.id)
    await house.zhang.waits_for("下面哪一条", after=article.id)


async def test_plain_words_that_are_wrong_reach_the_policy_officers(house: House) -> None:
    await house.zhang.says("/law 民法典1254")
    article = await house.zhang.waits_for("大白话")
    await steps.push(house.zhang, "大白话有误", message_id=article.id)
    await steps.settled(house)
    waiting = await steps.ask(house, lambda r: [one.text for one in r.questions.waiting(10)])
    assert waiting == ["大白话请核对：《民法典》1254-0"]
