"""A sealed report in the chat: told, filed, answered; and nobody else learns of it."""

from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import text
from sqlalchemy.exc import OperationalError

from mediation.sealed.reports import ReportState
from tests.house import House, open_house
from tests.journeys import steps
from tests.journeys.conftest import MovedClock
from tests.journeys.sealed import sealed_steps as sealed
from tests.organisations import person, small


async def test_a_report_is_told_answered_added_to_and_closed_in_the_chat(house: House) -> None:
    code = await sealed.reports(house.zhang, sealed.ACCUSED, "我有转账记录")
    await sealed.answers(house.officer, "请问转账是哪一天")
    assert any(sealed.ACCUSED in seen.text for seen in house.officer.sees())
    shown = await sealed.comes_back(house.chen, code)
    assert "请问转账是哪一天" in shown.text and "有答复" in shown.text, "from another account as well"
    await house.chen.says("十月初三")
    await house.chen.waits_for("加进去了")
    page = await sealed.opens(house.officer)
    assert any("十月初三" in seen.text for seen in house.officer.sees())
    await steps.push(house.officer, "在办", message_id=page.id)
    await steps.push(house.officer, "了结", message_id=page.id)
    asked = await house.officer.waits_for("请写了结的理由", after=page.id)
    await house.officer.says("查实了，已经处理")
    await house.officer.waits_for("已了结", after=asked.id)
    assert "查实了" in (await sealed.comes_back(house.zhang, code)).text
    (report,) = await sealed.look(house, lambda r: r.reports())
    assert report.state is ReportState.CLOSED
    acts = {act for _, _, act in await sealed.look(house, lambda r: r.looks(report.id))}
    assert acts == {"read", "answered", "marked_in_work", "closed"}


async def test_what_is_told_is_corrected_and_thrown_away(house: House) -> None:
    sent = (await house.zhang.says("/report")).id
    await house.zhang.waits_for("保密反映", after=sent)
    await steps.push(house.zhang, "现在说")
    told = await house.zhang.says("写错了的话")
    await house.zhang.waits_for("都锁在保密的地方", after=told.id)
    await house.zhang.edits(told.id, "改对了的话")
    await house.zhang.waits_for("改好了")
    draft = await sealed.look(house, lambda r: r.drafts.of(str(house.zhang.id)))
    assert draft is not None and [one.text for one in draft.parts] == ["改对了的话"]
    await steps.push(house.zhang, "不要了")
    await house.zhang.waits_for("没有人看过")
    assert await sealed.look(house, lambda r: r.drafts.of(str(house.zhang.id))) is None


async def test_a_restart_in_the_middle_loses_nothing_and_keeps_nothing_in_the_ordinary_store(
    house: House, folder: Path
) -> None:
    sent = (await house.zhang.says("/report")).id
    await house.zhang.waits_for("保密反映", after=sent)
    await steps.push(house.zhang, "现在说")
    told = await house.zhang.says(sealed.ACCUSED)
    await house.zhang.waits_for("都锁在保密的地方", after=told.id)
    async with steps.restarted(house, folder):
        more = await house.zhang.says("还有一句")
        await house.zhang.waits_for("一共 2 条", after=more.id)
        kept = text("SELECT state FROM dialog_states")
        assert await steps.ask(house, lambda r: r.connection.execute(kept).all()) == []


async def test_a_wrong_code_and_no_code_are_the_same_and_five_tries_are_enough(house: House) -> None:
    code = await sealed.reports(house.zhang)
    shown = await sealed.comes_back(house.chen, "1234 5678 9012 3456")
    assert "对不上" in shown.text
    for _ in range(4):
        sent = await house.chen.says("1234 5678 9012 3456")
        await house.chen.waits_for("对不上", after=sent.id)
    sent = await house.chen.says(code)
    await house.chen.waits_for("试得太多", after=sent.id)
    assert not any(code in seen.text for seen in house.chen.sees()), "the messages with codes are deleted"
    assert "现在" in (await sealed.comes_back(house.zhang, code)).text, "others are not held up by it"


@pytest.mark.parametrize("who", ["lawyer", "supervisor", "chen"])
async def test_to_everybody_else_the_office_does_not_exist(house: House, who: str) -> None:
    await sealed.reports(house.zhang)
    (report,) = await sealed.look(house, lambda r: r.reports())
    somebody = getattr(house, who)
    await somebody.starts()
    await somebody.waits_for("我是信桥")
    nonsense = await somebody.says("/nonsense")
    usual = await somebody.waits_for(lambda seen: seen.from_bot, after=nonsense.id)
    assert (await sealed.desk(somebody)).text == usual.text
    for press in ("sealed_list", "sealed_read", "sealed_answer", "sealed_mark", "sealed_close"):
        notice = await steps.forge(somebody, f"x|{press}|{report.id}|in_work")
        assert "用不了" in notice
    assert await sealed.look(house, lambda r: r.looks(report.id)) == []


async def test_an_officer_who_is_named_sees_nothing_and_the_next_one_does(house: House) -> None:
    other = steps.newcomer(house, "纪检小周")
    await sealed.look(house, lambda r: r.set_officer(other.id, r.today, r.today, "纪检小周", True))
    chief = person("0005", None, name="钱大为", telegram=house.officer.id)
    await steps.ask(house, lambda r: r.organisation.replace(small(chief)))
    start = await house.zhang.says("/report")
    await house.zhang.waits_for("保密反映", after=start.id)
    await steps.push(house.zhang, "现在说")
    told = await house.zhang.says("收了承包商的钱")
    heard = await house.zhang.waits_for("都锁在保密的地方", after=told.id)
    await steps.push(house.zhang, "说完了", message_id=heard.id)
    asked = await house.zhang.waits_for("说的是谁", after=heard.id)
    await house.zhang.says("钱大为")
    which = await house.zhang.waits_for("哪一位", after=asked.id)
    await steps.push(house.zhang, "钱大为", message_id=which.id)
    page = await house.zhang.waits_for("请您读一遍", after=which.id)
    await steps.push(house.zhang, "交上去", message_id=page.id)
    await house.zhang.waits_for("取件码", after=page.id)
    assert "没有您要看的" in (await sealed.desk(house.officer)).text
    assert "一共 1 件" in (await sealed.desk(other)).text


async def test_who_stands_in_reads_only_what_nobody_else_may(house: House) -> None:
    other = steps.newcomer(house, "纪检小周")
    await sealed.look(house, lambda r: r.set_officer(other.id, r.today, r.today, "纪检小周", True))
    await sealed.reports(house.zhang)
    assert "一共 1 件" in (await sealed.desk(house.officer)).text
    assert "没有您要看的" in (await sealed.desk(other)).text
    await sealed.reports(house.lawyer, "纪检老钱和纪检小周分了钱")
    await house.lawyer.waits_for("还没有人能看")
    await sealed.reports(house.chen, "纪检老钱自己拿了回扣")
    assert "一共 1 件" in (await sealed.desk(other)).text
    assert "一共 1 件" in (await sealed.desk(house.officer)).text


async def test_without_keys_the_door_says_so_and_names_the_lawful_way(folder: Path) -> None:
    async with open_house(folder, sealed_keys=None) as house:
        sent = await house.zhang.says("/report")
        shown = await house.zhang.waits_for("还没有开通", after=sent.id)
        assert "12388" in shown.text
        assert "用不了" in await steps.forge(house.zhang, "x|report_tell")


async def test_the_intake_offers_the_sealed_way_and_takes_along_what_was_told(house: House) -> None:
    story = "举报队长上个月在车间收了承包商的回扣，找过领导没人管，希望查处"
    window = await steps.tells(house.zhang, story)
    await steps.push(house.zhang, "说完了", message_id=window.id)
    if not steps.window_has(house.zhang, window.id, "违纪·报复"):
        await steps.push(house.zhang, "看全部", message_id=window.id)
    await steps.push(house.zhang, "违纪·报复", message_id=window.id)
    await steps.push(house.zhang, "就这些", message_id=window.id)
    await house.zhang.waits_for("走保密渠道更稳妥")
    await steps.push(house.zhang, "走保密渠道", message_id=window.id)
    heard = await house.zhang.waits_for("一共 1 条，都锁在")
    me = await steps.person_of(house, house.zhang)
    assert await steps.ask(house, lambda r: r.drafts.get(me)) is None
    await steps.push(house.zhang, "说完了", message_id=heard.id)
    asked = await house.zhang.waits_for("说的是谁", after=heard.id)
    await steps.push(house.zhang, "跳过", message_id=asked.id)
    page = await house.zhang.waits_for("请您读一遍", after=asked.id)
    await steps.push(house.zhang, "交上去", message_id=page.id)
    await house.zhang.waits_for("取件码", after=page.id)
    await sealed.opens(house.officer)
    assert any(story in seen.text for seen in house.officer.sees())


async def test_who_agreed_is_asked_after_thirty_and_ninety_days_and_the_office_reads_it(
    house: House, moved_clock: MovedClock
) -> None:
    code = await sealed.reports(house.zhang, ask=True)
    post = house.app.sealed_worker
    assert post is not None
    for days, answer in ((31, "没有，都好"), (60, "有，想说说")):
        moved_clock.forward(days=days)
        _to_the_hour(moved_clock)
        await post.round()
        asked = await house.zhang.waits_for("有没有什么不好的变化", after=house.zhang.last().id - 1)
        assert not any(word in asked.text for word in ("反映", "举报", "纪检", "保密"))
        await steps.push(house.zhang, answer, message_id=asked.id)
    await house.zhang.waits_for("请说说有什么变化")
    await house.zhang.says("把我调去了夜班")
    await house.zhang.waits_for("加进去了")
    shown = (await sealed.comes_back(house.zhang, code)).text
    assert "没有不好的变化" in shown and "把我调去了夜班" in shown
    assert await sealed.look(house, lambda r: [one for one in r.letters.due()]) == []


async def test_who_did_not_agree_is_not_asked(house: House, moved_clock: MovedClock) -> None:
    await sealed.reports(house.zhang)
    moved_clock.forward(days=100)
    assert await sealed.look(house, lambda r: r.letters.due()) == []


def _to_the_hour(clock: MovedClock) -> None:
    clock.forward(hours=12 - clock().astimezone(ZoneInfo("Asia/Shanghai")).hour)


async def test_a_cry_out_of_a_sealed_story_calls_somebody_and_takes_no_word_of_it_along(house: House) -> None:
    await house.counsellor.starts()
    sent = (await house.zhang.says("/report")).id
    await house.zhang.waits_for("保密反映", after=sent)
    await steps.push(house.zhang, "现在说")
    told = await house.zhang.says(f"{sealed.ACCUSED}，我不想活了，撑不下去了")
    await house.zhang.waits_for("现在安全吗", after=told.id)
    await house.counsellor.waits_for("有人现在需要您")
    await steps.push(house.counsellor, "我来")
    await house.counsellor.waits_for("想找个人说说话")
    await house.zhang.says("/report")
    await steps.push(house.zhang, "现在说")
    await house.zhang.waits_for("它不会跑")
    await steps.settled(house)
    assert sealed.ACCUSED not in house.counsellor.screen()
    draft = await sealed.look(house, lambda r: r.drafts.of(str(house.zhang.id)))
    assert draft is not None and len(draft.parts) == 1, "it is still there"


async def test_a_failure_in_there_is_told_to_the_person_and_not_to_the_log(
    house: House, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    sent = (await house.zhang.says("/report")).id
    await house.zhang.waits_for("保密反映", after=sent)
    await steps.push(house.zhang, "现在说")
    await house.zhang.waits_for("请用自己的话说", after=sent)

    def full(*_: object) -> None:
        raise RuntimeError(sealed.ACCUSED)

    monkeypatch.setattr("storage.sealed.drafts.SqlSealedDrafts.add", full)
    told = await house.zhang.says(sealed.ACCUSED)
    await house.zhang.waits_for("没有成功", after=told.id)
    log = capsys.readouterr()
    assert "RuntimeError" in log.out + log.err
    assert not any(word in log.out + log.err for word in (sealed.ACCUSED, "sealed", "report"))


async def test_when_the_sealed_store_is_away_everybody_else_goes_on(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(*_: object) -> None:
        raise OperationalError("SELECT", {}, Exception("away"))

    monkeypatch.setattr("storage.sealed.dialogs.SqlSealedDialogs.get", away)
    assert await steps.files(house.chen)
