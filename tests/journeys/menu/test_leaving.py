"""Going from one thing to another: words never land where they do not belong."""

from tests.house import House
from tests.journeys import steps


async def test_what_is_told_in_a_new_concern_never_goes_to_the_mediator_of_another(house: House) -> None:
    number = await steps.a_conversation(house, house.zhang, house.lawyer)
    await steps.tells(house.zhang, "这件事和李律师无关")
    await steps.settled(house)
    assert not any("无关" in seen.text for seen in house.lawyer.sees())
    said = await steps.ask(house, lambda r: r.talk.of_case(number))
    assert [one.content.text for one in said] == [steps.STORY]


async def test_a_claim_in_the_middle_of_telling_does_not_divert_what_is_told(house: House) -> None:
    first = await steps.files(house.zhang)
    await steps.tells(house.zhang, "第二件事")
    await steps.claims(house, house.lawyer, first)
    await house.zhang.waits_for("接手了您的事")
    sent = await house.zhang.says("第二件事的后半截")
    await house.zhang.waits_for("一共 2 条", after=sent.id)
    await steps.settled(house)
    assert not any("后半截" in seen.text for seen in house.lawyer.sees())


async def test_after_the_menu_a_sentence_is_not_taken_as_part_of_the_story(house: House) -> None:
    await steps.tells(house.zhang, "一件事")
    left = await house.zhang.says("/menu")
    await house.zhang.waits_for("您想做什么", after=left.id)
    stray = await house.zhang.says("今天食堂的面不错")
    await house.zhang.waits_for("您想怎么办", after=stray.id)
    me = await steps.person_of(house, house.zhang)
    draft = await steps.ask(house, lambda r: r.drafts.get(me))
    assert draft is not None and draft.text == "一件事"


async def test_going_from_the_law_to_a_concern_ends_the_questions_about_the_law(house: House) -> None:
    await house.zhang.says("/law")
    await house.zhang.waits_for("问吧")
    await steps.tells(house.zhang, "民法典1254条这种事我也遇上了")
