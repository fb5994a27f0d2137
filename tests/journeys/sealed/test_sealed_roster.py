"""Somebody joins the discipline office: asked for on the command line, agreed to by an officer."""

from pathlib import Path

import pytest

from bot.sandbox import Person, Seen
from mediation.sealed.model import Officer
from mediation.sealed.roster import end_service, enter_or_ask
from tests.house import GROUP, House, open_house
from tests.journeys import steps
from tests.journeys.conftest import MovedClock
from tests.journeys.sealed import sealed_steps as sealed
from tests.journeys.sealed.test_sealed_canary import _everything, backup_of, files_of, found

NAME = "吴琉璃"
USUAL = "/nonsense"


async def wanted(house: House, name: str = NAME, user: int | None = None) -> Person:
    """Asked for as the command line does; who it is about has greeted the bot."""
    new = steps.newcomer(house, name)
    await new.starts()
    await new.waits_for("我是信桥")
    officer = Officer(user or new.id, name)
    await sealed.look(house, lambda r: enter_or_ask(r, officer, r.today, r.today.replace(year=2090)))
    return new


async def sees_the_wish(house: House, officer: Person) -> Seen:
    listed = await sealed.desk(officer)
    return await officer.waits_for("等您点头", after=listed.id)


async def wish_id(house: House) -> str:
    (wish,) = await sealed.look(house, lambda r: r.pending_entries.all())
    return wish.id


async def serves(house: House, who: Person) -> bool:
    return await sealed.look(house, lambda r: r.is_officer(who.id))


async def usual_answer(who: Person) -> str:
    nonsense = await who.says(USUAL)
    return (await who.waits_for(lambda seen: seen.from_bot, after=nonsense.id)).text


async def test_a_new_officer_reads_from_the_yes_of_another_one_and_nothing_before(house: House) -> None:
    await sealed.reports(house.zhang)
    new = await wanted(house)
    assert (await sealed.desk(new)).text == await usual_answer(new), "the office is not there for them"
    asked = await sees_the_wish(house, house.officer)
    assert NAME in asked.text and str(new.id) in asked.text and "2090-" in asked.text
    await steps.push(house.officer, "✅ 同意", message_id=asked.id)
    await house.officer.waits_for("登记上了", after=asked.id)
    for one in (house.officer, new):
        told = await one.waits_for("名单刚有变动")
        assert NAME not in told.text
    assert "一共 1 件" in (await sealed.desk(new)).text
    acts = {(by, act) for _, by, act in await sealed.look(house, lambda r: r.looks("roster"))}
    assert (house.officer.id, f"entered {new.id}") in acts


async def test_a_no_leaves_the_roster_as_it_is_and_a_second_press_gets_a_kind_word(house: House) -> None:
    new = await wanted(house)
    asked = await sees_the_wish(house, house.officer)
    wish = await wish_id(house)
    await steps.push(house.officer, "✋ 不同意", message_id=asked.id)
    await house.officer.waits_for("名单不变", after=asked.id)
    assert "不用再按" in await steps.forge(house.officer, f"x|officer_yes|{wish}")
    assert not await serves(house, new)


async def test_an_officer_cannot_agree_to_an_entry_of_their_own(house: House) -> None:
    await sealed.look(house, lambda r: r.set_officer(house.chen.id, r.today, r.today, "陈备用", True))
    longer = Officer(house.officer.id, "钱换名")
    await sealed.look(house, lambda r: enter_or_ask(r, longer, r.today, r.today))
    wish = await wish_id(house)
    listed = await sealed.desk(house.officer)
    for press in ("officer_yes", "officer_no"):
        assert "用不了" in await steps.forge(house.officer, f"x|{press}|{wish}")
    assert not any("等您点头" in seen.text for seen in house.officer.sees() if seen.id >= listed.id)
    asked = await sees_the_wish(house, house.chen)
    assert "现在的登记：纪检老钱" in asked.text, "what is changed is shown as well"
    await steps.push(house.chen, "✅ 同意", message_id=asked.id)
    await house.chen.waits_for("登记上了", after=asked.id)
    assert longer in await sealed.look(house, lambda r: r.officers())


async def test_after_seven_days_the_button_enters_nobody(house: House, moved_clock: MovedClock) -> None:
    new = await wanted(house)
    asked = await sees_the_wish(house, house.officer)
    moved_clock.forward(days=8)
    assert "不用再按" in await steps.push(house.officer, "✅ 同意", message_id=asked.id)
    assert not await serves(house, new)
    listed = await sealed.desk(house.officer)
    await usual_answer(house.officer)
    assert not any("等您点头" in seen.text for seen in house.officer.sees() if seen.id >= listed.id)


@pytest.mark.parametrize("who", ["zhang", "supervisor", "administrator", "asked"])
async def test_a_forged_yes_of_anybody_else_does_nothing(house: House, who: str) -> None:
    new = await wanted(house)
    if who == "administrator":
        somebody = steps.newcomer(house, "陈管理")
        await steps.on_roster(house, somebody, "administrator")
    else:
        somebody = new if who == "asked" else getattr(house, who)
    await somebody.starts()
    await somebody.waits_for("我是信桥")
    wish = await wish_id(house)
    for press in ("officer_yes", "officer_no"):
        assert "用不了" in await steps.forge(somebody, f"x|{press}|{wish}")
    assert await wish_id(house) == wish and not await serves(house, new)


async def test_whoever_is_ended_hears_that_the_roster_changed_and_reads_nothing_more(house: House) -> None:
    await sealed.reports(house.zhang)
    await sealed.desk(house.officer)
    await sealed.look(house, lambda r: end_service(r, house.officer.id))
    await house.officer.waits_for("名单刚有变动")
    assert (await sealed.desk(house.officer)).text == await usual_answer(house.officer)


async def test_the_ordinary_side_holds_no_word_of_who_joins(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    async with open_house(folder) as house:
        # greeted under another name: the name of a visitor is the ordinary store's to keep
        new = await wanted(house, "路人")
        await sealed.look(
            house, lambda r: enter_or_ask(r, Officer(new.id, NAME), r.today, r.today.replace(year=2090))
        )
        asked = await sees_the_wish(house, house.officer)
        await steps.push(house.officer, "✅ 同意", message_id=asked.id)
        await new.waits_for("名单刚有变动")
        await steps.settled(house)
        rows = await steps.ask(house, _everything)
        words = (NAME, "officer_yes", "名单", "等您点头")
        assert found(words, rows.encode()) == []
        assert not any(word in seen.text for seen in house.lawyer.sees(GROUP) for word in words)
    log = capsys.readouterr()
    assert found(words, backup_of(folder) + files_of(folder) + (log.err + log.out).encode()) == []
