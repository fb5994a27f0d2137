"""What is opened and what is decided is in the audit; what is internal is not in what the owner sees."""

import json
from typing import Any

from bot.commands.service.campaign import CampaignFile, launch
from mediation.audit.log import AuditLine, verify
from storage.audit.audit import AUDIT
from tests.house import House
from tests.journeys import steps


async def log(house: House) -> list[AuditLine]:
    """The whole log, in order."""
    rows = await steps.ask(
        house, lambda r: r.connection.execute(AUDIT.select().order_by(AUDIT.c.number)).all()
    )
    return [AuditLine.model_construct(**row._mapping) for row in rows]


async def kept(house: House, act: str, fact: str) -> list[Any]:
    """One fact of all lines with this act."""
    return [json.loads(line.facts)[fact] for line in await log(house) if line.act == act]


async def test_whoever_opens_a_case_leaves_a_line_and_whoever_may_not_leaves_none(house: House) -> None:
    number = await steps.a_conversation(house, house.zhang, house.lawyer)
    assert await kept(house, "read", "what") == []
    await house.supervisor.starts()
    await house.supervisor.waits_for("我是信桥")
    for refused in (house.supervisor, house.zhang):
        assert await steps.forge(refused, f"x|story|{number}")
    await steps.forge(house.lawyer, f"x|story|{number}")
    await steps.forge(house.lawyer, f"x|open|{number}")
    await steps.settled(house)
    lines = [line for line in await log(house) if line.act == "read"]
    lawyer = str(await steps.person_of(house, house.lawyer))
    assert [(one.actor, one.subject, one.facts) for one in lines] == [
        (lawyer, number, '{"what":"story"}'),
        (lawyer, number, '{"what":"panel"}'),
    ]


async def test_decisions_that_arrive_are_kept_and_talk_is_not(house: House) -> None:
    await steps.a_conversation(house, house.zhang, house.lawyer)
    await steps.relays(house.lawyer, house.zhang, "明天下午三点")
    await steps.sends_result(house.lawyer)
    await house.zhang.waits_for("补发三个月夜班费")
    await steps.settled(house)
    assert sorted(await kept(house, "sent", "kind")) == ["claimed", "receipt", "result"]
    assert await kept(house, "moved", "trigger") == ["file", "claim", "record_result"]
    lines = await log(house)
    assert verify(lines).fault is None
    assert not any(word in str(line) for line in lines for word in ("夜班", "下午", "李律师"))


async def test_what_the_owner_sees_of_a_case_leaves_out_what_is_internal(house: House) -> None:
    await house.lawyer.starts()
    number = await steps.files(house.zhang)
    shown = await steps.card(house, number)
    await steps.push(house.lawyer, "接不了", chat=house.group, message_id=shown.id)
    await house.lawyer.waits_for("为什么接不了")
    await house.lawyer.says("我认识那位队长")
    await house.lawyer.waits_for("记下了")
    await steps.claims(house, house.counsellor, number)
    note = await house.counsellor.says("当事人可能记错了日期")
    await house.counsellor.waits_for("内部备注（", after=note.id)
    await steps.push(house.counsellor, "请人协助")
    await house.zhang.says("/cases")
    await steps.push(house.zhang, number)
    await steps.settled(house)
    assert not any(
        word in one.text for one in house.zhang.sees() for word in ("认识", "记错", "协助", "接不了")
    )


async def test_a_supervisor_who_stops_a_campaign_is_named_by_their_id(house: House) -> None:
    await house.supervisor.starts()
    await house.supervisor.waits_for("我是信桥")
    wanted = CampaignFile(id="may-2026", title="民法典", text="一条一条读")
    await steps.ask(house, lambda r: launch(r, wanted))
    for press in ("x|campaign_stop||june", "x|campaign_stop||may-2026"):
        await steps.forge(house.supervisor, press)
    await steps.settled(house)
    supervisor = str(await steps.person_of(house, house.supervisor))
    lines = [(one.actor, one.subject) for one in await log(house) if one.act == "campaign"]
    assert lines == [("system", "campaign:may-2026"), (supervisor, "campaign:may-2026")]
