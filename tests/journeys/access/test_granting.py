"""Who works here, in the chat: one administrator asks, another approves, and two presses end it."""

from datetime import timedelta

from bot.sandbox import Person
from mediation.access.grants import ask
from mediation.model.cases.numbers import new_receipt_code
from tests.house import House
from tests.journeys import steps


def zheng(house: House) -> Person:
    return house.sandbox.person("管理员老郑")


def feng(house: House) -> Person:
    return house.sandbox.person("管理员小冯")


async def asked(house: House, duty: str = "lawyer") -> None:
    """老郑 asks for 小张; 小冯 is told."""
    for who in (zheng(house), feng(house), house.zhang):
        await who.starts()
        await who.waits_for("我是信桥")
    me, new = await steps.person_of(house, zheng(house)), await steps.person_of(house, house.zhang)
    await steps.ask(house, lambda r: ask(r, me, new, duty, "张律师", r.now + timedelta(days=90)).id)
    house.app.outbox_worker.wake()


async def test_the_second_administrator_approves_with_one_press(house: House) -> None:
    await asked(house)
    await feng(house).waits_for("您同意才算数")
    await steps.push(feng(house), "同意")
    await house.zhang.waits_for("张律师 担任律师")
    sent = await house.zhang.says("/desk")
    desk = await house.zhang.waits_for(lambda seen: seen.from_bot, after=sent.id)
    assert "您不在名册" not in desk.text
    await steps.settled(house)


async def test_who_asked_cannot_approve_by_a_forged_button(house: House) -> None:
    await asked(house)
    await zheng(house).waits_for("以您的名义提出了")
    (grant,) = await steps.ask(house, lambda r: r.grants.open_of(r.people.find(house.zhang.id)))
    assert "另一位管理员" in await steps.forge(zheng(house), f"x|grant_yes||{grant.id}")
    assert "用不了" in await steps.forge(house.zhang, f"x|grant_yes||{grant.id}")
    assert await steps.ask(house, lambda r: r.people.staff(r.people.find(house.zhang.id))) is None


async def test_whoever_leaves_is_out_after_two_presses(house: House) -> None:
    number = await steps.a_conversation(house, house.zhang, house.lawyer)
    await zheng(house).starts()
    await zheng(house).says("/staff")
    await zheng(house).waits_for("名册上有")
    await steps.push(zheng(house), "李律师 · 律师")
    await steps.push(zheng(house), "确定离岗")
    await zheng(house).waits_for("1 件事交出来了")
    assert (await steps.case_of(house, number)).handler_id is None


async def test_a_code_that_is_wrong_or_not_wanted_any_more_makes_nobody_an_administrator(
    house: House,
) -> None:
    code = new_receipt_code()
    await steps.ask(house, lambda r: r.grants.add_code(code.hashed, "小张", r.now + timedelta(hours=1)))
    await house.zhang.starts()
    for typed in ("1234 5678 9012 3456", code.shown):
        sent = await house.zhang.says(f"/admin {typed}")
        await house.zhang.waits_for("这个码用不了", after=sent.id)
    assert await steps.ask(house, lambda r: r.people.staff(r.people.find(house.zhang.id))) is None


async def test_the_right_code_makes_the_first_administrator(house: House) -> None:
    code = new_receipt_code()

    def alone(records: steps.SqlRecords) -> None:
        for one in records.people.colleagues():
            if one.duty == "administrator":
                records.people.set_staff(one.model_copy(update={"active": False}))
        records.grants.add_code(code.hashed, "老张", records.now + timedelta(hours=1))

    await steps.ask(house, alone)
    await house.zhang.starts()
    await house.zhang.says(f"/admin {code.shown}")
    await house.zhang.waits_for("您现在是管理员了")
    member = await steps.ask(house, lambda r: r.people.staff(r.people.find(house.zhang.id) or 0))
    assert member is not None and (member.duty, member.name) == ("administrator", "老张")
