"""A mediator's telephone is gone: `xinqiao staff end`, and whoever holds it holds nothing."""

from datetime import timedelta

from bot.commands.staff.staff import leave
from bot.sandbox import Person
from mediation.model.cases.case import Notice
from tests.house import House
from tests.journeys import steps
from tests.journeys.crisis.test_crisis_line import comes, cries


async def ends(house: House, who: Person) -> None:
    await steps.ask(house, lambda r: leave(r, who.id, timedelta(hours=1)))
    house.app.outbox_worker.wake()
    await steps.settled(house)


async def test_the_thief_reads_and_writes_nothing_any_more(house: House) -> None:
    number = await steps.a_conversation(house, house.zhang, house.lawyer)
    panel = await house.lawyer.waits_for(lambda seen: number in seen.text and bool(seen.rows))
    await ends(house, house.lawyer)
    before = len(house.lawyer.sees())
    await house.zhang.says("只给帮我的人看")
    await house.lawyer.says("我是李律师，把钱打给我", reply_to=panel.id)
    for name in ("open", "story", "result", "send_result", "hand_over"):
        await steps.forge(house.lawyer, f"x|{name}|{number}")
    await steps.settled(house)
    assert not any("打给我" in seen.text for seen in house.zhang.sees())
    assert not any("只给帮我" in seen.text for seen in house.lawyer.sees()[before:])
    assert (await steps.case_of(house, number)).handler_id is None


async def test_who_helped_as_the_second_is_out_as_well(house: House) -> None:
    number = await steps.a_conversation(house, house.zhang, house.lawyer)
    await steps.push(house.lawyer, "请人协助")
    shown = await steps.card(house, number, "协助")
    await house.counsellor.starts()
    await steps.push(house.counsellor, "我来协助", chat=house.group, message_id=shown.id)
    await house.counsellor.waits_for(lambda seen: number in seen.text and bool(seen.rows))
    await ends(house, house.counsellor)
    await house.zhang.says("只给李律师看")
    await house.lawyer.waits_for("只给李律师看")
    await house.counsellor.says("还在听")
    await steps.settled(house)
    assert not any("只给李律师看" in seen.text for seen in house.counsellor.sees())
    said = await steps.ask(house, lambda r: [one.content.text for one in r.talk.of_case(number)])
    assert "还在听" not in said


async def test_a_letter_that_still_waits_for_who_left_is_not_sent(house: House) -> None:
    number = await steps.a_conversation(house, house.zhang, house.lawyer)
    lawyer = await steps.person_of(house, house.lawyer)
    await house.zhang.says("还在路上的话")
    await house.lawyer.waits_for("还在路上的话")
    await ends(house, house.lawyer)
    said = (await steps.ask(house, lambda r: r.talk.of_case(number)))[-1].id
    facts = {"said_id": said, "album": None}
    letter = Notice(to=lawyer, kind="relay", case_number=number, facts=facts)
    await steps.ask(house, lambda r: r.outbox.post(letter))
    await steps.settled(house)
    assert sum(seen.text == "还在路上的话" for seen in house.lawyer.sees()) == 1


async def test_who_was_crying_for_help_is_rung_for_anew(house: House) -> None:
    await house.lawyer.starts()
    await cries(house)
    await comes(house)
    await ends(house, house.counsellor)
    rung = await house.lawyer.waits_for("有人现在需要您")
    await house.zhang.says("还有人在吗")
    await house.counsellor.says("我还在")
    await steps.push(house.lawyer, "我来", message_id=rung.id)
    await house.lawyer.waits_for("还有人在吗")
    await steps.settled(house)
    assert not any("还有人在吗" in seen.text for seen in house.counsellor.sees())
    assert not any(seen.text == "我还在" for seen in house.zhang.sees())
