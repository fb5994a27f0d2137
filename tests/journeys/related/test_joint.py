"""A matter raised together: words that are read back, a code, signatures that count once, five who come."""

from bot.sandbox import Person, Seen
from mediation.model.joint import REPRESENTATIVES
from mediation.related.signing import STATEMENT_LIMIT
from tests.house import House
from tests.journeys import steps
from tests.journeys.related.test_filing_again import AGAIN

WORDS = "夜班费三个月没有发，请一起补上"


async def _page(house: House, number: str) -> Seen:
    """The owner's page of a joint matter."""
    asked = await house.zhang.says("/cases")
    await house.zhang.waits_for("您的案件", after=asked.id)
    await steps.push(house.zhang, number)
    seen = await house.zhang.waits_for("现在：", after=asked.id)
    await steps.push(house.zhang, "找同事一起提", message_id=seen.id)
    return await house.zhang.waits_for(lambda one: "一起提" in one.text, after=seen.id)


async def _joint(house: House, number: str = "") -> tuple[str, str]:
    """An own case made joint; its number and its code."""
    number = number or await steps.files(house.zhang)
    await _page(house, number)
    said = await house.zhang.says(WORDS)
    shown = await house.zhang.waits_for("大家要签的就是这几句", after=said.id)
    await steps.push(house.zhang, "给我联名码", message_id=shown.id)
    page = await house.zhang.waits_for("联名码：", after=shown.id)
    return number, page.text.partition("联名码：")[2].split()[0]


async def _signs(who: Person, code: str) -> Seen:
    start = await who.says(f"/join {code}")
    page = await who.waits_for("您还没有联名", after=start.id)
    await steps.push(who, "我也一样，联名", message_id=page.id)
    return await who.waits_for("您联名的事", after=start.id)


async def test_a_case_is_made_joint_after_the_words_were_read_back(house: House) -> None:
    number = await steps.files(house.zhang)
    assert "请写一两句" in (await _page(house, number)).text
    said = await house.zhang.says(WORDS)
    await house.zhang.waits_for("大家要签的就是这几句", after=said.id)
    assert await steps.ask(house, lambda r: r.joints.get(number)) is None
    await steps.push(house.zhang, "给我联名码")
    page = await house.zhang.waits_for("联名码：", after=said.id)
    assert WORDS in page.text and "已经联名：0 位" in page.text


async def test_words_can_be_written_anew_before_there_is_a_code(house: House) -> None:
    number = await steps.files(house.zhang)
    await _page(house, number)
    await house.zhang.says("写错了")
    said = await house.zhang.says(WORDS)
    shown = await house.zhang.waits_for(WORDS, after=said.id)
    await steps.push(house.zhang, "给我联名码", message_id=shown.id)
    await house.zhang.waits_for("联名码：", after=shown.id)
    joint = await steps.ask(house, lambda r: r.joints.get(number))
    assert joint is not None and joint.statement == WORDS


async def test_words_that_are_too_long_are_not_taken(house: House) -> None:
    await _page(house, await steps.files(house.zhang))
    said = await house.zhang.says("字" * (STATEMENT_LIMIT + 1))
    await house.zhang.waits_for(f"1 到 {STATEMENT_LIMIT} 个字", after=said.id)


async def test_a_colleague_signs_by_the_link_and_sees_no_talk_and_no_name(house: House) -> None:
    number = await steps.files(house.zhang, name="张建国")
    _, code = await _joint(house, number)
    link = (await house.zhang.waits_for("链接：")).text.partition("?start=")[2].split()[0]
    start = await house.chen.says(f"/start {link}")
    page = await house.chen.waits_for("您还没有联名", after=start.id)
    assert number in page.text and WORDS in page.text
    assert "张建国" not in page.text and "队长" not in page.text
    assert await steps.ask(house, lambda r: r.joints.signers(number)) == []
    await steps.push(house.chen, "我也一样，联名", message_id=page.id)
    await house.chen.waits_for("一共 1 位联名", after=start.id)
    told = await house.zhang.waits_for("现在一共 1 位")
    assert "老陈" not in told.text and code


async def test_the_code_can_be_typed_after_the_command(house: House) -> None:
    _, code = await _joint(house)
    await house.chen.says("/join")
    await house.chen.waits_for("请把同事给您的联名码发来")
    said = await house.chen.says(code.lower().replace("-", " "))
    await house.chen.waits_for("您还没有联名", after=said.id)


async def test_signing_twice_counts_once_and_the_owner_is_no_signer(house: House) -> None:
    number, code = await _joint(house)
    start = await house.chen.says(f"/join {code}")
    page = await house.chen.waits_for("您还没有联名", after=start.id)
    presses = [await house.chen.presses("我也一样，联名", message_id=page.id) for _ in range(2)]
    for press in presses:
        await house.chen.notice(press)
    own = await house.zhang.says(f"/join {code}")
    await house.zhang.waits_for("本来就算您一份", after=own.id)
    assert len(await steps.ask(house, lambda r: r.joints.signers(number))) == 1
    assert "已经联名：1 位" in (await _page(house, number)).text


async def test_a_signature_is_taken_back_and_given_again(house: House) -> None:
    number, code = await _joint(house)
    signed = await _signs(house.chen, code)
    await steps.push(house.chen, "撤回联名", message_id=signed.id)
    gone = await house.chen.waits_for("不再算您", after=signed.id - 1)
    assert await steps.ask(house, lambda r: r.joints.signers(number)) == []
    await steps.push(house.chen, "我也一样，联名", message_id=gone.id)
    await house.chen.waits_for("一共 1 位联名", after=signed.id - 1)


async def test_a_signed_matter_is_in_the_list_of_the_signer(house: House) -> None:
    number, code = await _joint(house)
    await _signs(house.chen, code)
    asked = await house.chen.says("/cases")
    await house.chen.waits_for("您的案件", after=asked.id)
    await steps.push(house.chen, f"🤝 {number}")
    seen = await house.chen.waits_for("您联名的事", after=asked.id)
    assert "待接手" in seen.text
    assert "没有这个案件" in await steps.forge(house.chen, f"x|see|{number}")
    assert "没有这个案件" in await steps.forge(house.chen, f"x|talk|{number}")


async def test_five_come_for_all_and_the_sixth_is_refused_with_the_article(house: House) -> None:
    number, code = await _joint(house)
    page = await _page(house, number)
    await steps.push(house.zhang, "我愿意当代表", message_id=page.id)
    people = [steps.newcomer(house, f"同事{n}") for n in range(REPRESENTATIVES)]
    said = ""
    for who in people:
        signed = await _signs(who, code)
        said = await steps.push(who, "我愿意当代表", message_id=signed.id)
    assert "信访工作条例" in said and "第20条" in said and "最多 5 位" in said
    await steps.push(house.zhang, "代表我不当了", message_id=page.id)
    await steps.push(people[-1], "我愿意当代表")
    assert len(await steps.ask(house, lambda r: r.joints.representatives(number))) == REPRESENTATIVES


async def test_the_handler_sees_how_many_and_what_they_signed_and_not_who(house: House) -> None:
    number, code = await _joint(house)
    await _signs(house.chen, code)
    panel = await steps.claims(house, house.lawyer, number)
    assert "联名 1 位" in panel.text and WORDS in panel.text
    assert "老陈" not in panel.text


async def test_who_handles_the_case_does_not_sign_it(house: House) -> None:
    number, code = await _joint(house)
    await steps.claims(house, house.lawyer, number)
    start = await house.lawyer.says(f"/join {code}")
    page = await house.lawyer.waits_for("您还没有联名", after=start.id)
    assert "办事的人不能联名" in await steps.push(house.lawyer, "我也一样，联名", message_id=page.id)


async def test_a_wrong_code_leads_nowhere(house: House) -> None:
    said = await house.chen.says("/join AAAAA-AAAAA")
    await house.chen.waits_for("没有这个联名码", after=said.id)
    strange = await house.chen.says("/start join_")
    await house.chen.waits_for("没有这个联名码", after=strange.id)


async def test_a_signer_who_has_filed_the_same_can_link_their_own_case(house: House) -> None:
    own = await steps.files(house.chen, AGAIN)
    number, code = await _joint(house)
    await _signs(house.chen, code)
    await house.chen.waits_for("您自己也提过很像的事")
    await steps.push(house.chen, f"我的 {own} 就是这件事")
    await house.chen.waits_for(f"{own} 连好了")
    (link,) = await steps.ask(house, lambda r: r.links.of_case(number))
    assert link.other == own
