"""What was sent by mistake is taken back: out of the store and the chats, and logged without a word of it."""

from typing import Any

import pytest
from telegram.error import BadRequest

from tests.house import House
from tests.journeys import steps

SECRET = "底价写错地方了琥珀"


async def takes_back(house: House, message: int) -> None:
    await house.zhang.says("/takeback", reply_to=message)
    asked = await house.zhang.waits_for("撤回这一条？", after=message)
    await steps.push(house.zhang, "撤回这一条", message_id=asked.id)
    await house.zhang.waits_for("撤回了")
    await steps.settled(house)


async def kept(house: House, number: str) -> str:
    """Everything that the store still holds of the talk, earlier wordings included."""
    rows = await steps.ask(
        house,
        lambda r: [
            *[repr(one) for one in r.talk.of_case(number)],
            *[repr(one) for one in r.connection.exec_driver_sql("SELECT * FROM said_versions").all()],
        ],
    )
    return "\n".join(rows)


async def test_a_sentence_goes_from_both_chats_and_the_store(house: House) -> None:
    number = await steps.a_conversation(house, house.zhang, house.lawyer)
    sent = await house.zhang.says(SECRET)
    await house.lawyer.waits_for(SECRET)
    await house.zhang.edits(sent.id, SECRET + "二")
    await house.lawyer.waits_for(SECRET + "二")
    await takes_back(house, sent.id)
    for who in (house.zhang, house.lawyer):
        assert not any(SECRET in seen.text for seen in who.sees())
    assert SECRET not in await kept(house, number) and "taken_back" in await kept(house, number)
    rows = await steps.ask(
        house, lambda r: r.connection.exec_driver_sql("SELECT count(*) FROM said_versions").scalar()
    )
    assert rows == 0


async def test_the_audit_says_that_it_was_and_not_what(house: House) -> None:
    number = await steps.a_conversation(house, house.zhang, house.lawyer)
    sent = await house.zhang.says(SECRET)
    await house.lawyer.waits_for(SECRET)
    await takes_back(house, sent.id)
    sql = "SELECT act, subject, facts FROM audit WHERE act = 'taken_back'"
    (line,) = await steps.ask(house, lambda r: r.connection.exec_driver_sql(sql).all())
    assert line.subject == number and SECRET not in line.facts


async def test_a_part_of_a_story_that_is_not_filed_goes_as_well(house: House) -> None:
    await steps.tells(house.zhang, "队长扣钱", SECRET)
    asked = await house.zhang.says("/takeback")
    which = await house.zhang.waits_for("要撤回哪一条", after=asked.id)
    await steps.push(house.zhang, SECRET, message_id=which.id)
    await house.zhang.waits_for("撤回了")
    me = await steps.person_of(house, house.zhang)
    draft = await steps.ask(house, lambda r: r.drafts.get(me))
    assert draft is not None and draft.text == "队长扣钱"


@pytest.mark.parametrize(("kind", "honest"), [("text", False), ("photo", True)])
async def test_what_telegram_does_not_delete_any_more_is_told_honestly(
    house: House, monkeypatch: pytest.MonkeyPatch, kind: str, honest: bool
) -> None:
    await steps.a_conversation(house, house.zhang, house.lawyer)
    sent = await (house.zhang.says(SECRET) if kind == "text" else house.zhang.sends("photo", caption=SECRET))
    await house.lawyer.waits_for(SECRET)

    async def too_old(*_: Any, **__: Any) -> None:
        raise BadRequest("Message can't be deleted")

    monkeypatch.setattr(type(house.app.sender._bot), "delete_message", too_old)
    await takes_back(house, sent.id)
    assert any("当事人撤回了这一条" in seen.text for seen in house.lawyer.sees()) is not honest
    assert any("太早了" in seen.text for seen in house.zhang.sees()) is honest


async def test_nobody_takes_back_what_somebody_else_said(house: House) -> None:
    number = await steps.a_conversation(house, house.zhang, house.lawyer)
    (said,) = await steps.ask(house, lambda r: r.talk.of_case(number))
    await house.chen.starts()
    await house.chen.waits_for("我是信桥")
    for who in (house.chen, house.lawyer):
        await steps.forge(who, f"x|take_back|{number}|{said.id}")
    assert (await steps.ask(house, lambda r: r.talk.of_case(number))) == [said]
