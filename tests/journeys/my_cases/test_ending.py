"""The end: a result that was read back, one rating, a second look, or not solved after all."""

import pytest

from bot.sandbox import Seen
from tests.house import House
from tests.journeys import steps


async def _with_result(house: House) -> str:
    await house.supervisor.starts()
    number = await steps.a_conversation(house, house.zhang, house.lawyer)
    await steps.sends_result(house.lawyer)
    await house.zhang.waits_for("有结果了")
    await steps.settled(house)
    return number


def _result(house: House) -> Seen:
    return next(seen for seen in house.zhang.sees() if "有结果了" in seen.text)


async def test_a_result_is_read_back_and_not_sent_before_the_second_press(house: House) -> None:
    number = await steps.a_conversation(house, house.zhang, house.lawyer)
    await steps.push(house.lawyer, "写结果")
    await house.lawyer.says("补发八百六十元")
    await house.lawyer.waits_for("还没有发出去")
    await steps.settled(house)
    assert (await steps.case_of(house, number)).state == "claimed"
    assert not any("八百六" in seen.text for seen in house.zhang.sees())
    await house.lawyer.says("补发九百元")
    shown = await house.lawyer.waits_for("补发九百元")
    await steps.push(house.lawyer, "发给当事人", message_id=shown.id)
    assert "补发九百元" in (await house.zhang.waits_for("有结果了")).text


async def test_an_older_read_back_cannot_send_what_was_rewritten_twice(house: House) -> None:
    await steps.a_conversation(house, house.zhang, house.lawyer)
    await steps.push(house.lawyer, "写结果")
    await house.lawyer.says("结果")
    shown = await house.lawyer.waits_for("还没有发出去")
    await steps.push(house.lawyer, "先不写了", message_id=shown.id)
    assert "用不了" in await steps.push(house.lawyer, "发给当事人", message_id=shown.id)
    await steps.settled(house)
    assert not any("有结果了" in seen.text for seen in house.zhang.sees())


async def test_the_rating_is_asked_once_and_counts_once(house: House) -> None:
    number = await _with_result(house)
    shown = _result(house)
    presses = [await house.zhang.presses(stars, message_id=shown.id) for stars in ("★★★★★", "★")]
    notices = [await house.zhang.notice(press) for press in presses]
    await steps.settled(house)
    assert notices[0] == "" and notices[1]
    assert (await steps.case_of(house, number)).rating == 5
    assert not any(s.button("★★★★★") for s in house.zhang.sees())
    assert len([s for s in house.zhang.sees() if "谢谢您" in s.text]) == 1


@pytest.mark.parametrize("stars", ["★", "★★"])
async def test_a_bad_rating_opens_a_second_look_by_the_supervisor(house: House, stars: str) -> None:
    number = await _with_result(house)
    await steps.push(house.zhang, stars)
    await house.supervisor.waits_for(f"打了 {len(stars)} 星")
    told = await house.lawyer.waits_for("主管会和您一起重新看")
    assert "星" not in told.text
    thanks = await house.zhang.waits_for("请主管重新看")
    assert thanks.button("补充几句") and not thanks.button("还没解决")
    assert (await steps.case_of(house, number)).state == "second_look"


async def test_words_to_a_bad_rating_reach_the_supervisor_only(house: House) -> None:
    await _with_result(house)
    await steps.push(house.zhang, "★")
    await house.zhang.waits_for("请主管重新看")
    await steps.push(house.zhang, "补充几句")
    await house.zhang.says("律师根本没问队长")
    await house.zhang.waits_for("记下了")
    await house.supervisor.waits_for("律师根本没问队长")
    await steps.settled(house)
    everywhere = [*house.lawyer.sees(), *house.lawyer.sees(house.group)]
    assert not any("没问队长" in seen.text for seen in everywhere)


async def test_words_to_a_good_rating_are_kept_and_nobody_is_bothered(house: House) -> None:
    number = await _with_result(house)
    await steps.push(house.zhang, "★★★★")
    await house.zhang.waits_for("谢谢您")
    await steps.push(house.zhang, "补充几句")
    await house.zhang.says("多谢李律师")
    await house.zhang.waits_for("记下了")
    await steps.settled(house)
    assert (await steps.case_of(house, number)).rating_words == "多谢李律师"
    assert not any("多谢" in seen.text for seen in [*house.lawyer.sees(), *house.supervisor.sees()])


@pytest.mark.parametrize("rated", [False, True])
async def test_not_solved_reopens_with_the_reason(house: House, rated: bool) -> None:
    number = await _with_result(house)
    if rated:
        await steps.push(house.zhang, "★★★")
        await house.zhang.waits_for("谢谢您")
    await steps.push(house.zhang, "还没解决")
    await house.zhang.says("钱还没到账")
    await house.zhang.waits_for("已经重新打开")
    await house.lawyer.waits_for("钱还没到账")
    await steps.card(house, number, "还没解决")
    await steps.sends_result(house.lawyer, "已催，周五到账")
    again = await house.zhang.waits_for("周五到账")
    await steps.push(house.zhang, "★★★★★", message_id=again.id)
    await steps.card(house, number, "已办结")


async def test_a_supervisor_closes_with_a_reason_that_the_owner_reads(house: House) -> None:
    number = await _with_result(house)
    await steps.push(house.zhang, "★")
    asked = await house.supervisor.waits_for("请您重新看一看")
    await steps.push(house.supervisor, "办结（写理由）", message_id=asked.id)
    await house.supervisor.says("已复核，金额无误")
    await house.supervisor.waits_for("已办结")
    closed = await house.zhang.waits_for("由主管办结了")
    assert "已复核，金额无误" in closed.text and closed.button("还没解决")
    assert (await steps.case_of(house, number)).state == "closed"


async def test_a_mediator_cannot_close(house: House) -> None:
    number = await _with_result(house)
    assert await steps.forge(house.lawyer, f"x|close|{number}")
    await house.lawyer.says("我说办结就办结")
    await steps.settled(house)
    assert (await steps.case_of(house, number)).state == "resolved"


async def test_withdrawing_is_confirmed_and_stops_the_work(house: House) -> None:
    number = await steps.a_conversation(house, house.zhang, house.lawyer)
    await steps.push(house.zhang, "看进展")
    await steps.push(house.zhang, "撤回这件事")
    await house.zhang.waits_for("真的要撤回")
    assert (await steps.case_of(house, number)).state == "claimed"
    await steps.push(house.zhang, "不，先留着")
    await steps.push(house.zhang, "是，撤回")
    await house.zhang.waits_for("已经撤回")
    await house.lawyer.waits_for("当事人撤回了")
    await steps.card(house, number, "已撤回")
    late = await house.zhang.says("等等")
    await house.zhang.waits_for("不能再补充", after=late.id)


async def _receipt(house: House) -> tuple[str, str]:
    number = await steps.files(house.zhang)
    receipt = await house.zhang.waits_for("回执码：")
    return number, receipt.text.partition("回执码：")[2].splitlines()[0].strip()


async def test_a_case_is_followed_up_from_another_account(house: House) -> None:
    number, code = await _receipt(house)
    await house.chen.says("/follow")
    await house.chen.waits_for("编号和回执码")
    sent = await house.chen.says(f"{number.lower().replace('-', '')} {code}")
    await house.chen.waits_for("现在归这个账号了")
    await house.zhang.waits_for("转到另一个账号")
    assert sent.id not in [seen.id for seen in house.chen.sees()]
    assert (await steps.case_of(house, number)).owner_id == await steps.person_of(house, house.chen)
    await steps.push(house.chen, "看进展")
    await house.chen.waits_for("等一位调解员接手")


async def test_the_whole_receipt_can_be_pasted(house: House) -> None:
    await _receipt(house)
    receipt = (await house.zhang.waits_for("回执码：")).text
    await house.chen.says("/follow")
    await house.chen.waits_for("编号和回执码")
    await house.chen.says(receipt)
    await house.chen.waits_for("现在归这个账号了")


async def test_a_wrong_code_opens_nothing_and_too_many_tries_end_it_for_an_hour(house: House) -> None:
    number, code = await _receipt(house)
    await house.chen.says("/follow")
    for tries in range(5):
        sent = await house.chen.says(f"{number} 0000 0000 0000 000{tries}")
        await house.chen.waits_for("对不上", after=sent.id)
    sent = await house.chen.says(f"{number} {code}")
    await house.chen.waits_for("试得太多了", after=sent.id)
    assert (await steps.case_of(house, number)).owner_id == await steps.person_of(house, house.zhang)


async def test_an_unknown_number_answers_like_a_wrong_code(house: House) -> None:
    await house.chen.says("/follow")
    sent = await house.chen.says("K7QF-2MRD 1234 5678 9012 3456")
    await house.chen.waits_for("对不上", after=sent.id)


async def test_the_old_account_neither_reads_nor_writes_after_a_move(house: House) -> None:
    number, code = await _receipt(house)
    await steps.claims(house, house.lawyer, number)
    await house.zhang.waits_for("接手了您的事")
    await house.chen.says("/follow")
    await house.chen.says(f"{number} {code}")
    await house.chen.waits_for("现在归这个账号了")
    late = await house.zhang.says("我还在这个账号说话")
    await house.zhang.waits_for("不能接着说了", after=late.id)
    await steps.relays(house.lawyer, house.chen, "只给新账号")
    assert not any("只给新账号" in seen.text for seen in house.zhang.sees())
    assert not any("还在这个账号" in seen.text for seen in house.lawyer.sees())
