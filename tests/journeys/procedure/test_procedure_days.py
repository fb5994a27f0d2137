"""Days and doors of the procedure in the chat: what comes late, what bounces, what only the owner sees."""

from datetime import timedelta

from mediation.model.organisation import Unit
from tests.house import House
from tests.journeys import steps
from tests.journeys.conftest import MovedClock
from tests.journeys.procedure.procedure_steps import Desk, own_stage, stage, state_of, takes
from tests.organisations import person, small


async def accepted(house: House, desk: Desk) -> str:
    number = await steps.files(house.zhang)
    shown = await stage(house, desk.registry, number)
    await takes(house, desk.registry, shown, "受理", "赵姐 · 工会", "补发三个月夜班费")
    return number


async def test_an_extension_that_comes_late_is_not_even_offered(
    house: House, moved_clock: MovedClock
) -> None:
    desk = await Desk(house).sit()
    number = await accepted(house, desk)
    shown = await stage(house, house.union, number)
    assert shown.button("申请延期") is not None
    moved_clock.forward(days=61)
    assert (await stage(house, house.union, number)).button("申请延期") is None
    forged = await steps.forge(desk.head, f"x|act|{number}|extend")
    await desk.head.waits_for("为什么")
    await desk.head.says("要等审计")
    await desk.head.waits_for("到哪一天")
    await desk.head.says((house.app.scheduler._clock() + timedelta(days=20)).date().isoformat())
    await desk.head.waits_for("已经过了期限，不能再延长")
    assert forged == "" and await state_of(house, number) == "accepted"


async def test_an_extension_is_asked_for_granted_and_told_with_its_reason(house: House) -> None:
    desk = await Desk(house).sit()
    number = await accepted(house, desk)
    until = (house.app.scheduler._clock() + timedelta(days=75)).date().isoformat()
    await takes(house, house.union, await stage(house, house.union, number), "申请延期", "要调旧档案", until)
    await desk.head.waits_for("承办人想多要一些时间")
    await takes(house, desk.head, await stage(house, desk.head, number), "批准延期", "要调旧档案", until)
    told = await house.zhang.waits_for("延")
    await house.zhang.waits_for(lambda seen: seen.button("看全文") is not None and "延" in seen.text)
    assert told and await state_of(house, number) == "extended"


async def test_a_transfer_bounces_twice_and_then_the_supervisor_says_who_takes_it(house: House) -> None:
    desk = await Desk(house).sit()
    mine, other = steps.newcomer(house, "二厂老何"), steps.newcomer(house, "三厂老江")
    for who in (mine, other):
        await who.starts()
    people = (
        person("2", None, "unit_head", name="二厂老何", unit="B", department=None, telegram=mine.id),
        person("3", None, "unit_head", name="三厂老江", unit="C", department=None, telegram=other.id),
    )
    units = (
        Unit(key="U", name="公司"),
        Unit(key="B", name="二厂", parent="U"),
        Unit(key="C", name="三厂", parent="U"),
    )  # fmt: skip
    await steps.ask(house, lambda r: r.organisation.replace(small(*people, units=units)))
    number = await steps.files(house.zhang)
    for who, unit in ((mine, "二厂"), (other, "三厂")):
        shown = await stage(house, desk.registry, number)
        await takes(
            house, desk.registry, shown, "转办", "工资由他们发", unit, *(["补发"] if who is mine else [])
        )
        await takes(house, who, await stage(house, who, number), "提出异议", "不归我们发")
    shown = await stage(house, desk.registry, number)
    assert shown.button("转办") is None, "after the second objection the supervisor decides"
    supervisor = house.sandbox.person("周主任")
    await takes(
        house, supervisor, await stage(house, supervisor, number), "指定单位", "按工资表归二厂", "二厂"
    )
    matter = await steps.ask(house, lambda r: r.matters.get(number))
    assert (matter.unit, matter.bounces, matter.state) == ("B", 2, "registered")


async def test_a_limit_outside_is_watched_for_its_owner_and_nobody_else_hears_of_it(
    house: House, moved_clock: MovedClock
) -> None:
    desk = await Desk(house).sit()
    number = await accepted(house, desk)
    shown = await own_stage(house.zhang, number)
    await steps.push(house.zhang, "帮我记期限", message_id=shown.id)
    offered = await house.zhang.waits_for("不会因为我们在办就停下来", after=shown.id)
    await steps.push(house.zhang, "申请劳动仲裁", message_id=offered.id)
    await house.zhang.waits_for("您是哪一天知道", after=offered.id)
    day = (house.app.scheduler._clock() - timedelta(days=200)).date()
    await house.zhang.says(day.isoformat())
    await house.zhang.waits_for("记下了")
    moved_clock.forward(days=120)
    house.app.scheduler.wake()
    await house.zhang.waits_for("申请劳动仲裁，留意")
    for who in (desk.registry, desk.head, house.union, house.sandbox.person("周主任")):
        assert "申请劳动仲裁" not in who.screen(last=50)
    assert "申请劳动仲裁" not in (await stage(house, house.union, number)).text


async def test_the_owner_sees_what_has_happened_without_names_reasons_and_what_is_internal(
    house: House,
) -> None:
    desk = await Desk(house).sit()
    number = await accepted(house, desk)
    supervisor = house.sandbox.person("周主任")
    await takes(house, supervisor, await stage(house, supervisor, number), "约谈", "答复太慢")
    shown = await own_stage(house.zhang, number)
    await steps.push(house.zhang, "经过", message_id=shown.id)
    seen = await house.zhang.waits_for("到现在的经过", after=shown.id)
    assert "受理了，有专人来办" in seen.text
    assert not any(word in seen.text for word in ("约谈", "答复太慢", "赵姐", "登记小林"))
