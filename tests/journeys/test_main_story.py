"""The main story, step by step: told, read back, filed, claimed, talked about, solved, rated."""

from tests.house import House
from tests.journeys import steps


async def test_an_anonymous_concern_goes_all_the_way(house: House) -> None:
    number = await steps.a_conversation(house, house.zhang, house.lawyer)
    await house.zhang.says("考核表能要到吗")
    await house.lawyer.waits_for("考核表能要到吗")
    await steps.relays(house.lawyer, house.zhang, "我去要，三天内答复您")
    await steps.sends_result(house.lawyer)
    await house.zhang.waits_for("有结果了")
    await steps.push(house.zhang, "★★★★★")
    await house.zhang.waits_for("谢谢您")
    await steps.card(house, number, "已办结")
    assert (await steps.case_of(house, number)).state == "closed"


async def test_an_anonymous_owner_gets_a_code_and_is_an_alias_to_the_mediator(house: House) -> None:
    number = await steps.a_conversation(house, house.zhang, house.lawyer)
    receipt = await house.zhang.waits_for("回执码：")
    panel = await house.lawyer.waits_for("当前案件")
    case = await steps.case_of(house, number)
    assert case.anonymous and case.alias in panel.text
    assert len([c for c in receipt.text.partition("回执码：")[2][:20] if c.isdigit()]) == 16
    assert "小张" not in "".join(seen.text for seen in house.lawyer.sees())


async def test_a_named_owner_gets_no_code_and_only_the_mediator_reads_the_name(house: House) -> None:
    number = await steps.files(house.zhang, name="张建国")
    receipt = await house.zhang.waits_for("已登记")
    panel = await steps.claims(house, house.lawyer, number)
    assert "回执码：" not in receipt.text and "张建国" in panel.text
    assert "张建国" not in "".join(seen.text for seen in house.lawyer.sees(house.group))


async def test_two_concerns_of_one_person_get_different_aliases(house: House) -> None:
    first = await steps.case_of(house, await steps.files(house.zhang))
    second = await steps.case_of(house, await steps.files(house.zhang))
    assert first.number != second.number and first.alias != second.alias


async def test_where_it_stands_and_what_comes_next_can_be_seen_at_any_time(house: House) -> None:
    number = await steps.files(house.zhang)
    await steps.push(house.zhang, "看进展")
    await house.zhang.waits_for("等一位调解员接手")
    await steps.claims(house, house.lawyer, number)
    asked = await house.zhang.says("/cases")
    await house.zhang.waits_for("您的案件", after=asked.id)
    await steps.push(house.zhang, number)
    seen = await house.zhang.waits_for("负责：李律师", after=asked.id)
    assert "办理中" in seen.text


async def test_calling_a_person_now_files_a_short_case_and_what_is_written_next_is_in_it(
    house: House,
) -> None:
    await house.zhang.says("/law")
    await house.zhang.says("/human")
    await steps.push(house.zhang, "现在就叫人")
    called = await house.zhang.waits_for("已经在叫人了")
    await house.zhang.says("我在三号楼楼顶")
    await house.zhang.waits_for("已补充到", after=called.id)
    number = called.text.partition("编号 ")[2][:9]
    await steps.claims(house, house.counsellor, number)
    await house.counsellor.waits_for("我在三号楼楼顶")
