"""Each limit of ``[limits]`` is alive, and over it nothing is lost."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

import pytest

from bot.settings import Limits
from storage.cases.drafts import Draft
from tests.house import BOUNDLESS, House, open_house
from tests.journeys import steps
from tests.journeys.conftest import MovedClock
from tests.journeys.crisis.test_crisis_line import CRY
from tests.journeys.sealed.sealed_steps import reports, to_page

Opens = Callable[..., AbstractAsyncContextManager[House]]


@pytest.fixture
def limited(folder: Path, moved_clock: MovedClock) -> Opens:
    """A house with this one limit."""

    @asynccontextmanager
    async def opens(**limits: int) -> AsyncIterator[House]:
        per_person = BOUNDLESS.model_copy(update=limits)
        async with open_house(folder, moved_clock, per_person=per_person) as house:
            yield house

    return opens


async def draft(house: House) -> Draft:
    me = await steps.person_of(house, house.zhang)
    found = await steps.ask(house, lambda r: r.drafts.get(me))
    assert found is not None
    return found


def texts(kept: Draft) -> list[str]:
    return [content.text for content, _ in kept.parts]


async def kept(house: House, *words: str) -> None:
    """Wait until exactly this is in the draft: a clock moved on before would leave real time to wait for."""
    while texts(await draft(house)) != list(words):
        await house.sandbox.world.changes.until(lambda: False, 0.01)


async def test_who_writes_too_fast_is_told_and_every_word_is_taken_in_order(
    limited: Opens, moved_clock: MovedClock
) -> None:
    async with limited(messages_a_minute=3) as house:
        await steps.tells(house.zhang, "一", "二")
        for words in ("三", "四", "五"):
            await house.zhang.says(words)
        await house.zhang.waits_for("一句不丢")
        assert texts(await draft(house)) == ["一", "二"]
        moved_clock.forward(minutes=1)
        await house.zhang.says("六")
        await kept(house, *"一二三四五")
        moved_clock.forward(minutes=2)
        await house.zhang.says("七")
        await steps.settled(house)
        assert texts(await draft(house)) == list("一二三四五六七")
        assert sum("一句不丢" in seen.text for seen in house.zhang.sees()) == 1


async def test_who_presses_too_fast_is_told_and_the_press_has_its_effect_later(
    limited: Opens, moved_clock: MovedClock
) -> None:
    async with limited(presses_a_minute=1) as house:
        window = await steps.tells(house.zhang, steps.BARE)
        await steps.push(house.zhang, "说完了", message_id=window.id)
        assert "不用再按" in await steps.push(house.zhang, "跳过", message_id=window.id)
        assert (await draft(house)).account == {}
        moved_clock.forward(minutes=1)
        await house.zhang.says("在三号井")
        await steps.settled(house)
        assert (await draft(house)).account == {"when": "", "where": "在三号井"}


async def test_presses_in_the_lane_never_wait(limited: Opens) -> None:
    async with limited(presses_a_minute=1) as house:
        house.app.grace = 0.1
        await house.counsellor.starts()
        await house.zhang.says(CRY)
        asked = await house.counsellor.waits_for("有人现在需要您")
        for _ in range(3):
            await house.counsellor.forges("x|menu", asked.id)
        await steps.push(house.counsellor, "我来", message_id=asked.id)
        await house.zhang.waits_for("来了，就在这里")


async def test_who_asks_too_fast_in_the_group_is_told_there_once_and_answered_later(
    limited: Opens, moved_clock: MovedClock
) -> None:
    async with limited(group_messages_a_minute=1) as house:
        for _ in range(3):
            await house.lawyer.says("/whoami", chat=house.group)
        told = await house.lawyer.waits_for("一句不丢", chat=house.group)

        def said(words: str) -> list[int]:
            return [seen.id for seen in house.lawyer.sees(house.group) if words in seen.text]

        for answered in (2, 3):
            moved_clock.forward(minutes=1)
            await house.lawyer.says("/privacy")
            await house.sandbox.until(lambda n=answered: len(said("这个群的编号")) == n)
        assert said("一句不丢") == [told.id]


async def test_what_people_say_to_each_other_in_a_group_is_not_answered_however_much_it_is(
    limited: Opens,
) -> None:
    async with limited(group_messages_a_minute=1) as house:
        for words in ("早", "今天谁值班", "我"):
            await house.lawyer.says(f"@{house.sandbox.world.bot['username']} {words}", chat=house.group)
        house.app.grace = 0.1
        await house.zhang.starts()
        await house.zhang.waits_for("我是信桥")
        assert not any(seen.from_bot for who in (house.lawyer, house.union) for seen in who.sees(house.group))
        assert not any(seen.from_bot for seen in house.lawyer.sees())


async def test_what_waits_is_still_there_after_a_restart(limited: Opens, folder: Path) -> None:
    async with limited(messages_a_minute=2) as house:
        house.app.grace = 0.1
        await steps.tells(house.zhang, "一")
        for words in ("二", "三"):
            await house.zhang.says(words)
        await house.zhang.waits_for("一句不丢")
        async with steps.restarted(house, folder):
            await steps.settled(house)
            assert texts(await draft(house)) == ["一", "二", "三"]


async def test_others_are_not_slowed(limited: Opens) -> None:
    async with limited(messages_a_minute=3) as house:
        house.app.grace = 0.1
        for _ in range(20):
            await house.chen.says("/privacy")
        await house.chen.waits_for("一句不丢")
        await steps.tells(house.zhang, "一", "二")


async def test_a_cry_for_help_comes_before_everything_that_waits(limited: Opens) -> None:
    async with limited(messages_a_minute=1) as house:
        house.app.grace = 0.1
        await house.counsellor.starts()
        for _ in range(5):
            await house.zhang.says("/privacy")
        await house.zhang.waits_for("一句不丢")
        cry = await house.zhang.says(CRY)
        await house.zhang.waits_for("现在安全吗", after=cry.id)
        asked = await house.counsellor.waits_for("有人现在需要您")
        await steps.push(house.counsellor, "我来", message_id=asked.id)
        await house.zhang.waits_for("来了，就在这里")
        for words in ("我在天台", "风好大"):
            await house.zhang.says(words)
            await house.counsellor.waits_for(words)


async def test_a_law_question_too_many_is_answered_by_a_press_later(
    limited: Opens, moved_clock: MovedClock
) -> None:
    async with limited(law_questions_a_minute=1) as house:
        await house.zhang.says("/law 民法典1254条")
        await house.zhang.waits_for("第一千二百五十四条")
        asked = await house.zhang.says("民法典1255条")
        told = await house.zhang.waits_for("问得有点急", after=asked.id)
        assert told.reply_to == asked.id
        moved_clock.forward(minutes=1)
        await steps.push(house.zhang, "拿它查法规", message_id=told.id)
        await house.zhang.waits_for("第一千二百五十五条", after=told.id)


async def test_a_file_too_many_in_a_story_is_taken_in_by_a_press_later(
    limited: Opens, moved_clock: MovedClock
) -> None:
    async with limited(files_an_hour=1) as house:
        await steps.tells(house.zhang, "有照片")
        await house.zhang.sends("photo", caption="第一张")
        sent = await house.zhang.sends("photo", caption="第二张")
        told = await house.zhang.waits_for("还在这里没丢")
        assert told.reply_to == sent.id
        assert "还要等" in await steps.push(house.zhang, "放进来", message_id=told.id)
        assert texts(await draft(house)) == ["有照片", "第一张"]
        moved_clock.forward(hours=1)
        await steps.push(house.zhang, "放进来", message_id=told.id)
        await steps.settled(house)
        assert texts(await draft(house)) == ["有照片", "第一张", "第二张"]


async def test_a_file_too_many_in_a_case_reaches_the_mediator_later(
    limited: Opens, moved_clock: MovedClock
) -> None:
    async with limited(files_an_hour=1) as house:
        await steps.a_conversation(house, house.zhang, house.lawyer)
        await house.zhang.sends("photo", caption="第一张")
        await house.zhang.sends("photo", caption="第二张")
        told = await house.zhang.waits_for("还在这里没丢")
        await house.lawyer.waits_for("第一张")
        assert not any("第二张" in seen.text for seen in house.lawyer.sees())
        moved_clock.forward(hours=1)
        await steps.push(house.zhang, "放进来", message_id=told.id)
        await house.lawyer.waits_for("第二张")


async def test_a_concern_too_many_stays_a_draft_and_is_filed_the_next_day(
    limited: Opens, moved_clock: MovedClock
) -> None:
    async with limited(filings_a_day=1) as house:
        await steps.files(house.zhang)
        other = "昨天下午班组长在二车间骂人，我找过工会，希望道歉"
        window = await steps.to_read_back(house.zhang, other)
        assert "一天登记 1 件" in await steps.push(house.zhang, "登记", message_id=window.id)
        assert texts(await draft(house)) == [other]
        moved_clock.forward(days=1)
        await steps.push(house.zhang, "登记", message_id=window.id)
        await steps.settled(house)
        me = await steps.person_of(house, house.zhang)
        assert len(await steps.ask(house, lambda r: r.cases.of_owner(me))) == 2


async def test_the_same_words_in_a_story_are_kept_once(house: House) -> None:
    await steps.tells(house.zhang, "队长扣了夜班费")
    await house.zhang.says("队长扣了夜班费")
    await house.zhang.waits_for("留一份就够")
    sent = await house.zhang.says("还有两个月")
    await house.zhang.waits_for("一共 2 条", after=sent.id)
    assert texts(await draft(house)) == ["队长扣了夜班费", "还有两个月"]


async def test_the_same_words_to_a_mediator_are_passed_on_once_and_again_later(
    limited: Opens, moved_clock: MovedClock
) -> None:
    async with limited(same_text_minutes=10) as house:
        await steps.a_conversation(house, house.zhang, house.lawyer)
        for _ in range(3):
            await house.zhang.says("有进展吗")
        await house.zhang.waits_for("刚才已经转过去")
        await steps.settled(house)
        assert sum(seen.text == "有进展吗" for seen in house.lawyer.sees()) == 1
        moved_clock.forward(minutes=11)
        await house.zhang.says("有进展吗")
        await steps.settled(house)
        assert sum(seen.text == "有进展吗" for seen in house.lawyer.sees()) == 2


async def test_words_whose_first_copy_could_not_be_kept_are_no_copy(
    limited: Opens, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with limited(same_text_minutes=10) as house:
        await steps.a_conversation(house, house.zhang, house.lawyer)
        with monkeypatch.context() as broken:
            broken.setattr("bot.dialogs.messages.relay.add_to_case", lambda *_: 1 / 0)
            await house.zhang.says("请回我电话")
            await house.zhang.waits_for("对不起")
        await house.zhang.says("请回我电话")
        await house.lawyer.waits_for("请回我电话")


def test_as_delivered_every_limit_is_on() -> None:
    assert all(value > 0 for value in Limits().model_dump().values())


async def test_a_sealed_report_too_many_stays_a_draft_and_is_sent_the_next_day(
    limited: Opens, moved_clock: MovedClock
) -> None:
    async with limited(sealed_reports_a_day=1) as house:
        await reports(house.zhang)
        page = await to_page(house.zhang, "又收了两万块")
        assert "留着草稿" in await steps.push(house.zhang, "交上去", message_id=page.id)
        moved_clock.forward(days=1)
        await steps.push(house.zhang, "交上去", message_id=page.id)
        await house.zhang.waits_for("取件码", after=page.id)
