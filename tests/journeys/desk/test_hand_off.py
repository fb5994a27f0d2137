"""The hand-off: one card, one winner, and nobody but the roster."""

import asyncio

from tests.house import House
from tests.journeys import steps
from tests.journeys.conftest import MovedClock


async def test_of_fifty_presses_at_once_one_wins_and_the_others_are_told_who(house: House) -> None:
    number = await steps.files(house.zhang)
    shown = await steps.card(house, number)
    crowd = [steps.newcomer(house, f"调解员{n}") for n in range(50)]
    for one in crowd:
        house.sandbox.world.chats[house.group].members.add(one.id)
        await steps.on_roster(house, one)
    presses = [await p.presses("我来接", chat=house.group, message_id=shown.id) for p in crowd]
    notices = await asyncio.gather(*(p.notice(press) for p, press in zip(crowd, presses, strict=True)))
    winners = [p for p, notice in zip(crowd, notices, strict=True) if "归您了" in notice]
    assert len(winners) == 1
    assert [n for n in notices if "归您了" not in n] == [
        f"慢了一步，{winners[0].name}（律师）已经接了。"
    ] * 49
    assert (await steps.case_of(house, number)).handler_id == await steps.person_of(house, winners[0])


async def test_pressing_claim_twice_does_not_tell_the_winner_that_they_were_too_late(house: House) -> None:
    number = await steps.files(house.zhang)
    shown = await steps.card(house, number)
    presses = [await house.lawyer.presses("我来接", chat=house.group, message_id=shown.id) for _ in range(2)]
    assert all(["归您了" in await house.lawyer.notice(press) for press in presses])


async def test_being_in_the_group_gives_no_right(house: House) -> None:
    number = await steps.files(house.zhang)
    shown = await steps.card(house, number)
    house.sandbox.world.chats[house.group].members.add(house.chen.id)
    for words in ("我来接", "接不了"):
        notice = await steps.push(house.chen, words, chat=house.group, message_id=shown.id)
        assert notice
    case = await steps.case_of(house, number)
    assert case.handler_id is None and case.refusals == 0


async def test_nobody_claims_their_own_concern(house: House) -> None:
    number = await steps.files(house.lawyer)
    shown = await steps.card(house, number)
    for words in ("我来接", "接不了"):
        notice = await steps.push(house.lawyer, words, chat=house.group, message_id=shown.id)
        assert "您自己提的事，由别的同事来接" in notice
    assert (await steps.case_of(house, number)).handler_id is None


async def test_whose_concern_it_is_stays_between_the_bot_and_who_told_it(house: House) -> None:
    number = await steps.files(house.lawyer)
    for who in (house.supervisor, house.chen):
        await who.starts()
        await who.waits_for("我是信桥")
    shown = await steps.card(house, number)
    before = [(seen.id, seen.text) for seen in house.union.sees(house.group)]
    await steps.push(house.lawyer, "我来接", chat=house.group, message_id=shown.id)
    await steps.settled(house)
    assert [(seen.id, seen.text) for seen in house.union.sees(house.group)] == before
    for name in ("claim", "claim_alone", "refuse", "join"):
        for who in (house.supervisor, house.chen):
            assert "自己提的" not in await steps.forge(who, f"x|{name}|{number}")


async def test_a_refusal_is_reasoned_in_private_and_shown_as_a_number_in_the_group(house: House) -> None:
    await house.lawyer.starts()
    number = await steps.files(house.zhang)
    shown = await steps.card(house, number)
    notice = await steps.push(house.lawyer, "接不了", chat=house.group, message_id=shown.id)
    assert "私聊" in notice
    await house.lawyer.waits_for("为什么接不了")
    await house.lawyer.says("我认识那位队长")
    await house.lawyer.waits_for("记下了")
    edited = await steps.card(house, number, "有 1 人接不了")
    assert "认识" not in edited.text
    history = await steps.ask(house, lambda r: r.cases.history(number))
    assert history[-1].reason == "我认识那位队长"


async def test_a_mediator_who_never_started_the_bot_is_asked_to(house: House) -> None:
    number = await steps.files(house.zhang)
    shown = await steps.card(house, number)
    await steps.push(house.lawyer, "接不了", chat=house.group, message_id=shown.id)
    await steps.settled(house)
    assert "/start" in await steps.push(house.lawyer, "接不了", chat=house.group, message_id=shown.id)
    await house.lawyer.starts()
    await house.lawyer.waits_for("我是信桥")
    assert "私聊" in await steps.push(house.lawyer, "接不了", chat=house.group, message_id=shown.id)
    await house.lawyer.waits_for("为什么接不了")


async def test_a_case_given_back_waits_again_and_its_owner_is_not_told_why(house: House) -> None:
    number = await steps.a_conversation(house, house.zhang, house.lawyer)
    await steps.push(house.lawyer, "退回")
    await house.lawyer.says("我下周休假")
    await house.lawyer.waits_for("重新等人接手")
    await house.zhang.waits_for("正在重新找人")
    await steps.card(house, number, "待接手")
    assert not any("休假" in seen.text for seen in house.zhang.sees())
    await steps.claims(house, house.counsellor, number)
    await house.counsellor.waits_for(steps.STORY)


async def test_who_gave_a_case_back_reads_and_says_nothing_in_it_any_more(house: House) -> None:
    await steps.a_conversation(house, house.zhang, house.lawyer)
    await steps.push(house.lawyer, "退回")
    await house.lawyer.says("我下周休假")
    await house.lawyer.waits_for("重新等人接手")
    late = await house.lawyer.says("还有一句")
    await house.lawyer.waits_for("不能接着说了", after=late.id)
    await house.zhang.says("新的调解员看这里")
    await steps.settled(house)
    assert not any("看这里" in seen.text for seen in house.lawyer.sees())


async def _hand_over(house: House, number: str) -> None:
    await house.counsellor.starts()
    await steps.push(house.lawyer, "转给同事")
    await house.lawyer.waits_for("想转给谁")
    await steps.push(house.lawyer, "王老师")
    await house.lawyer.says("心理上的事您更在行")
    await house.lawyer.waits_for("已问 王老师")
    await house.counsellor.waits_for("心理上的事您更在行")


async def test_a_case_handed_over_stays_until_the_colleague_has_accepted(house: House) -> None:
    number = await steps.a_conversation(house, house.zhang, house.lawyer)
    await _hand_over(house, number)
    before = await steps.case_of(house, number)
    assert before.handler_id == await steps.person_of(house, house.lawyer)
    await steps.push(house.counsellor, "我接")
    await house.lawyer.waits_for("接走了")
    await house.counsellor.waits_for(steps.STORY)
    after = await steps.case_of(house, number)
    assert after.handler_id == await steps.person_of(house, house.counsellor)
    await steps.card(house, number, "王老师")


async def test_a_colleague_who_declines_leaves_the_case_where_it_was(house: House) -> None:
    number = await steps.a_conversation(house, house.zhang, house.lawyer)
    await _hand_over(house, number)
    await steps.push(house.counsellor, "不接")
    await house.counsellor.says("手上满了")
    declined = await house.lawyer.waits_for("手上满了")
    assert "还是您负责" in declined.text
    case = await steps.case_of(house, number)
    assert case.handler_id == await steps.person_of(house, house.lawyer) and case.offered_to_id is None


async def test_a_second_mediator_joins_and_both_read_what_the_owner_writes(house: House) -> None:
    number = await steps.a_conversation(house, house.zhang, house.lawyer)
    await house.counsellor.starts()
    await steps.push(house.lawyer, "请人协助")
    shown = await steps.card(house, number, "需要再来一位")
    await steps.push(house.counsellor, "我来协助", chat=house.group, message_id=shown.id)
    await house.zhang.waits_for("也来帮忙了")
    await house.zhang.says("两位好")
    await house.lawyer.waits_for("两位好")
    await house.counsellor.waits_for("两位好")
    await steps.relays(house.counsellor, house.zhang, "您最近睡得好吗")
    await house.lawyer.waits_for("您最近睡得好吗")


async def test_the_card_is_edited_and_never_posted_again(house: House) -> None:
    number = await steps.a_conversation(house, house.zhang, house.lawyer)
    await steps.sends_result(house.lawyer)
    await house.zhang.waits_for("有结果了")
    await steps.push(house.zhang, "★★★★★")
    await steps.card(house, number, "已办结")
    await steps.settled(house)
    assert len(steps.cards(house, number)) == 1
    assert len([seen for seen in house.lawyer.sees(house.group) if seen.from_bot]) == 1


async def test_the_card_tells_category_and_wish_but_no_name_no_alias_and_no_story(house: House) -> None:
    number = await steps.files(house.zhang, helper="律师", name="张建国")
    text = (await steps.card(house, number)).text
    case = await steps.case_of(house, number)
    assert "工资·加班·绩效" in text and "律师" in text
    assert not any(secret in text for secret in ("张建国", "小张", case.alias, "夜班费", "队长"))


async def test_an_unclaimed_case_is_reminded_of_once_then_taken_to_the_supervisor_once(
    house: House, moved_clock: MovedClock
) -> None:
    await house.supervisor.starts()
    number = await steps.files(house.zhang)
    shown = await steps.card(house, number)
    moved_clock.forward(minutes=61)
    await house.app.scheduler.tick()
    reminder = await house.lawyer.waits_for("还没有人接手", chat=house.group)
    assert reminder.reply_to == shown.id
    await house.app.scheduler.tick()
    moved_clock.forward(minutes=121)
    await house.app.scheduler.tick()
    await house.supervisor.waits_for("请您安排")
    for _ in range(3):
        moved_clock.forward(hours=5)
        await house.app.scheduler.tick()
    await steps.settled(house)
    reminders = [seen for seen in house.lawyer.sees(house.group) if "还没有人接手" in seen.text]
    taken = [seen for seen in house.supervisor.sees() if "请您安排" in seen.text]
    assert len(reminders) == len(taken) == 1


async def test_a_claimed_case_is_not_reminded_of(house: House, moved_clock: MovedClock) -> None:
    await steps.a_conversation(house, house.zhang, house.lawyer)
    moved_clock.forward(hours=10)
    await house.app.scheduler.tick()
    await steps.settled(house)
    assert not any("还没有人接手" in seen.text for seen in house.lawyer.sees(house.group))
