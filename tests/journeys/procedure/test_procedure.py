"""The formal procedure in the chat: every step by a named person, every paper signed, every day kept."""

from tests.house import House
from tests.journeys import steps
from tests.journeys.procedure.procedure_steps import Desk, own_stage, stage, state_of, takes
from tests.organisations import person, small


async def test_a_claim_goes_through_opinion_review_and_re_check_in_the_chat(house: House) -> None:
    desk = await Desk(house).sit()
    number = await steps.files(house.zhang)
    await desk.registry.waits_for("新登记")
    await takes(
        house,
        desk.registry,
        await stage(house, desk.registry, number),
        "受理",
        "赵姐 · 工会",
        "补发三个月夜班费",
    )
    await house.zhang.waits_for("接收情况和办理途径告知书")
    shown = await stage(house, house.union, number)
    await takes(
        house, house.union, shown, "写处理意见", "按考勤补发夜班费",
        "考勤表上有三十六个夜班，工资单没有这一项", "劳动法第四十四条", "支持",
        "人力资源部补发，2026年底以前",
    )  # fmt: skip
    await desk.head.waits_for("请您审签")
    assert await state_of(house, number) == "accepted"
    await takes(house, desk.head, await stage(house, desk.head, number), "签发处理意见")
    await house.zhang.waits_for("信访处理意见书")
    await takes(house, house.zhang, await own_stage(house.zhang, number), "处理意见收到了")
    await takes(house, house.zhang, await own_stage(house.zhang, number), "我要复查", "少算了两个月")
    shown = await stage(house, desk.reviewer, number)
    await takes(
        house, desk.reviewer, shown, "写复查意见", "再补一个月", "另有一个月的考勤",
        "劳动法第四十四条", "改变", "补发一个月",
    )  # fmt: skip
    await takes(house, house.zhang, await own_stage(house.zhang, number), "复查意见收到了")
    await takes(house, house.zhang, await own_stage(house.zhang, number), "我要复核", "还差一个月")
    shown = await stage(house, desk.higher, number)
    await takes(
        house, desk.higher, shown, "写复核意见", "补足", "都核对过", "劳动法第四十四条", "改变", "补足"
    )
    await house.zhang.waits_for("复核")
    assert await state_of(house, number) == "final"
    papers = await steps.ask(house, lambda r: [one.paper.kind.value for one in r.papers.of_case(number)])
    assert papers == ["route", "opinion", "review", "recheck"]


async def test_a_wage_case_is_redirected_mediated_settled_and_executed_in_the_chat(house: House) -> None:
    desk = await Desk(house).sit()
    number = await steps.a_conversation(house, house.zhang, house.lawyer)
    shown = await stage(house, desk.registry, number)
    await takes(
        house, desk.registry, shown, "指路到别处", "工资争议归劳动仲裁",
        "劳动人事争议仲裁委员会", "补发三个月夜班费",
    )  # fmt: skip
    told = await house.zhang.waits_for("办理途径引导告知书")
    await steps.push(house.zhang, "看全文", message_id=told.id)
    page = await house.zhang.waits_for("12333", after=told.id)
    assert "劳动争议调解仲裁法" in page.text and "不妨碍您去申请仲裁" in page.text
    await takes(house, house.zhang, await own_stage(house.zhang, number), "我愿意调解")
    await takes(house, desk.head, await stage(house, desk.head, number), "单位愿意调解", "愿意坐下来谈")
    await takes(house, house.lawyer, await stage(house, house.lawyer, number), "开始调解")
    shown = await stage(house, house.lawyer, number)
    await takes(
        house, house.lawyer, shown, "写协议", "年底以前补发三个月夜班费",
        "补发三个月夜班费，2099-12-31",
    )  # fmt: skip
    await takes(house, house.zhang, await own_stage(house.zhang, number), "我签协议")
    await takes(house, desk.head, await stage(house, desk.head, number), "代表单位签")
    await takes(house, house.lawyer, await stage(house, house.lawyer, number), "协议生效")
    await house.zhang.waits_for("调解协议书")
    supervisor = house.sandbox.person("周主任")
    shown = await stage(house, supervisor, number)
    assert shown.button("销号") is None, "a promise is open"
    shown = await stage(house, house.lawyer, number)
    await takes(house, house.lawyer, shown, "办到一件", "补发三个月夜班费 · 2099-12-31")
    await takes(house, supervisor, await stage(house, supervisor, number), "销号", "都办到了")
    assert await state_of(house, number) == "closed"


async def test_what_the_accused_manager_sees_is_nothing(house: House) -> None:
    desk = await Desk(house).sit()
    manager = person("0042", None, name="马经理", telegram=desk.head.id)
    await steps.ask(house, lambda r: r.organisation.replace(small(manager)))
    await steps.on_roster(house, desk.head, "union")
    await house.lawyer.starts()
    number = await steps.files(house.zhang, "上个月马经理在车间扣了我的夜班费，找过人事没人管，希望补发")
    await steps.settled(house)
    assert steps.cards(house, number) == [], "he reads the group"
    asked = await house.lawyer.waits_for("不在群里办")
    assert "不在群里办" not in desk.head.screen()
    for forged in (f"x|claim_alone|{number}", f"x|open|{number}", f"x|stage|{number}", f"x|story|{number}"):
        assert "没有这个案件" in await steps.forge(desk.head, forged)
    listed = await desk.head.says("/matters")
    await desk.head.waits_for("现在没有归您", after=listed.id)
    await steps.push(house.lawyer, "我来接", message_id=asked.id)
    await house.zhang.waits_for("接手了您的事")
    assert number not in desk.head.screen()
