"""Seeing the name behind an alias in the chat: asked, granted by another, seen by one, told, taken back."""

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from bot.commands.staff.staff import leave
from tests.house import House
from tests.journeys import steps
from tests.journeys.conftest import MovedClock
from tests.journeys.unmasking import unmasking_steps as masks
from tests.journeys.unmasking.unmasking_steps import NAME, STAFF_NUMBER, WHY

FORGED = (("unmask_yes", 1), ("unmask_keep", "1-secret"), ("unmask_no", 1), ("unmask_look", 1))


@pytest.fixture
async def here(house: House) -> AsyncIterator[House]:
    await steps.ask(house, masks.know_zhang)
    yield house


async def test_a_name_is_seen_by_who_asked_after_another_agreed_and_its_owner_is_told(here: House) -> None:
    number, shown = await masks.whole_story(here)
    assert shown.raw["has_protected_content"] and STAFF_NUMBER not in shown.text
    told = await here.zhang.waits_for("看过您的姓名")
    assert all(words in told.text for words in (number, "李律师", "文书上要写名字", WHY))
    assert NAME not in told.text


async def test_the_second_person_reads_the_reason_and_never_the_name(here: House) -> None:
    await masks.whole_story(here)
    wanted = await masks.letter(here)
    assert "李律师" in wanted.text and WHY in wanted.text
    everybody = [seen.text for who in (here.supervisor, here.zhang) for seen in who.sees()]
    everybody += [seen.text for seen in here.lawyer.sees(here.group)]
    assert not any(NAME in text for text in everybody)


async def test_when_its_time_is_over_the_message_is_gone_and_the_button_is_dead(
    here: House, moved_clock: MovedClock
) -> None:
    _, shown = await masks.whole_story(here)
    moved_clock.forward(hours=25)
    here.app.scheduler.wake()
    here.app.outbox_worker.wake()
    await here.sandbox.until(lambda: shown.id not in {seen.id for seen in here.lawyer.sees()})
    granted = await here.lawyer.waits_for("姓名可以看了")
    await steps.push(here.lawyer, "看一次", message_id=granted.id)
    await here.lawyer.waits_for("时间过了")
    assert not any(NAME in seen.text for seen in here.lawyer.sees())
    assert await masks.lines(here) == [("over", 1)]


async def test_an_ask_that_waits_too_long_is_asked_again_and_can_be_answered_there(
    here: House, moved_clock: MovedClock
) -> None:
    number = await steps.a_conversation(here, here.zhang, here.lawyer)
    await masks.asks(here, number)
    moved_clock.forward(hours=37)
    here.app.scheduler.wake()
    again = await here.supervisor.waits_for("还没人定，35 小时后作废")
    assert number in again.text and WHY in again.text
    await steps.push(here.supervisor, "✅ 同意", message_id=again.id)
    await here.lawyer.waits_for("姓名可以看了")


async def test_whoever_leaves_sees_nothing_with_an_answer_that_comes_later(here: House) -> None:
    number = await steps.a_conversation(here, here.zhang, here.lawyer)
    await masks.asks(here, number)
    wanted = await masks.letter(here)
    await steps.ask(here, lambda r: leave(r, here.lawyer.id, timedelta(hours=1)))
    assert "过期" in await steps.push(here.supervisor, "✅ 同意", message_id=wanted.id)
    await steps.settled(here)
    assert not any("可以看了" in seen.text for seen in here.lawyer.sees())
    assert await masks.lines(here) == [("lapsed", 0)]


async def test_a_refusal_shows_nothing_and_the_same_press_again_changes_nothing(here: House) -> None:
    number = await steps.a_conversation(here, here.zhang, here.lawyer)
    await masks.asks(here, number)
    wanted = await masks.letter(here)
    yes = wanted.button("✅ 同意")
    assert yes is not None and yes.data is not None
    await steps.push(here.supervisor, "❌ 不同意", message_id=wanted.id)
    await here.lawyer.waits_for("这次没有同意")
    assert "已经有同事定了" in await steps.forge(here.supervisor, yes.data)
    assert await masks.lines(here) == [("refused", 0)]


async def test_nobody_but_the_second_person_grants_it_whatever_is_forged(here: House) -> None:
    number = await steps.a_conversation(here, here.zhang, here.lawyer)
    await masks.asks(here, number)
    for who in (here.lawyer, here.zhang, here.counsellor):
        await who.starts()
        await who.waits_for("信桥")
        for do, value in FORGED:
            for one in ("", number):
                await steps.forge(who, f"x|{do}|{one}|{value}")
    await steps.settled(here)
    assert await masks.lines(here) == [("asked", 0)]
    assert NAME not in "".join(who.screen(last=40) for who in (here.lawyer, here.zhang, here.counsellor))


async def test_another_mediator_cannot_look_with_a_granted_one(here: House) -> None:
    number, _ = await masks.whole_story(here)
    await here.union.starts()
    await here.union.waits_for("信桥")
    assert "没有这个案件" in await steps.forge(here.union, f"x|unmask_look|{number}|1")
    assert await masks.lines(here) == [("granted", 1)] and NAME not in here.union.screen(last=40)


async def test_a_notice_that_a_law_holds_back_comes_on_its_day(here: House, moved_clock: MovedClock) -> None:
    number = await steps.a_conversation(here, here.zhang, here.lawyer)
    await masks.asks(here, number)
    wanted = await masks.letter(here)
    await steps.push(here.supervisor, "晚点告诉本人", message_id=wanted.id)
    choice = await here.supervisor.waits_for("30 天后告诉")
    await steps.push(here.supervisor, "法律要求保密", message_id=choice.id)
    await masks.looks(here)
    await steps.settled(here)
    assert "看过您的姓名" not in here.zhang.screen(last=40)
    moved_clock.forward(days=30)
    here.app.scheduler.wake()
    here.app.outbox_worker.wake()
    await here.zhang.waits_for("看过您的姓名")


async def test_the_owner_reads_who_looked_and_why_among_their_data(here: House) -> None:
    number, _ = await masks.whole_story(here)
    before = (await here.zhang.says("/mydata")).id
    page = await here.zhang.waits_for("谁看过您的姓名：1", after=before)
    await steps.push(here.zhang, "谁看过我的姓名", message_id=page.id)
    shown = await here.zhang.waits_for(WHY, after=page.id)
    assert "李律师" in shown.text and number in shown.text and "1 次" in shown.text


async def test_in_danger_who_has_come_looks_at_once_and_an_objection_takes_it_back(here: House) -> None:
    for who in (here.counsellor, here.supervisor):
        await who.starts()
    await here.zhang.says("我不想活了，撑不下去了")
    rung = await here.counsellor.waits_for("有人现在需要您")
    await steps.push(here.counsellor, "我来", message_id=rung.id)
    await steps.push(here.counsellor, "看 TA 是谁")
    asked = await here.counsellor.waits_for("为什么要看")
    await steps.push(here.counsellor, "要叫救护车", message_id=asked.id)
    shown = await here.counsellor.waits_for(NAME)
    assert STAFF_NUMBER in shown.text and shown.raw["has_protected_content"]
    review = await here.supervisor.waits_for("当场看了 TA 是谁")
    assert "王老师" in review.text and NAME not in review.text
    await steps.push(here.supervisor, "不该看", message_id=review.id)
    await here.sandbox.until(lambda: shown.id not in {seen.id for seen in here.counsellor.sees()})
    await here.counsellor.waits_for("姓名收回了")
    assert "看过您" not in here.zhang.screen(last=40)
