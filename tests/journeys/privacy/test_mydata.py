"""What somebody has a right to: see, take along, correct, delete, agree, ask why, complain."""

import json

from bot.sandbox import Person, Seen
from tests.house import House
from tests.journeys import steps

SENSITIVE = {"category": "心理·情绪", "helper": "都可以"}


async def _page(who: Person) -> Seen:
    before = (await who.says("/mydata")).id
    return await who.waits_for("我的数据", after=before)


async def _through(who: Person, *presses: str) -> Seen:
    """Through the rooms of the page by these buttons."""
    shown = await _page(who)
    for words in presses:
        await steps.push(who, words, message_id=shown.id)
        shown = await who.waits_for(lambda seen: seen.from_bot, after=shown.id)
    return shown


async def _withdrawn(house: House) -> str:
    number = await steps.a_conversation(house, house.zhang, house.lawyer)
    await steps.push(house.zhang, "看进展")
    await steps.push(house.zhang, "撤回这件事")
    await steps.push(house.zhang, "是，撤回")
    await house.zhang.waits_for("已经撤回")
    await steps.settled(house)
    return number


async def _files_sensitive(house: House, *agreed: str) -> str:
    window = await steps.to_read_back(house.zhang, **SENSITIVE)
    await steps.push(house.zhang, "登记", message_id=window.id)
    for words in agreed:
        await steps.push(house.zhang, f"⬜ {words}", message_id=window.id)
    await steps.push(house.zhang, "就这样登记", message_id=window.id)
    receipt = await house.zhang.waits_for("已登记", after=window.id)
    return receipt.text.partition("编号：")[2].split()[0]


async def test_the_page_counts_and_lists_what_is_kept(house: House) -> None:
    number = await steps.files(house.zhang)
    shown = await _page(house.zhang)
    assert "登记的事：1" in shown.text and number in shown.text
    why = await _through(house.zhang, "为什么留")
    assert "1095 天" in why.text and "第四十五条" in why.text


async def test_the_export_has_everything_of_the_person_and_nothing_internal(house: House) -> None:
    number = await steps.a_conversation(house, house.zhang, house.lawyer)
    note = await house.lawyer.says("这是内部的想法")
    await house.lawyer.waits_for("内部备注（", after=note.id)
    await steps.relays(house.lawyer, house.zhang, "我先问队长")
    await steps.files(house.chen, "老陈自己的事，上个月在车间队长扣了钱，找过人事，希望补发")
    await _through(house.zhang, "带走一份")
    await steps.settled(house)
    store = house.sandbox.world.files
    sent = [store.by_id(seen.raw["document"]["file_id"]).content for seen in _documents(house.zhang)]
    page, data = (content.decode() for content in sent)
    assert steps.STORY in page and "我先问队长" in page and number in page
    assert "内部的想法" not in page + data and "老陈自己的事" not in page + data and "李律师" not in data
    (case,) = json.loads(data)["cases"]
    assert [one["by"] for one in case["said"]] == ["me", "staff"] and case["number"] == number
    assert "<script" not in page and "http" not in page


def _documents(who: Person) -> list[Seen]:
    return [seen for seen in who.sees() if seen.from_bot and "document" in seen.raw]


async def test_an_answer_is_corrected_and_the_handler_is_told(house: House) -> None:
    number = await steps.a_conversation(house, house.zhang, house.lawyer)
    await _through(house.zhang, "改一改", number, "✏️ 地点")
    await house.zhang.says("三号车间")
    await house.zhang.waits_for("改好了")
    await house.lawyer.waits_for("改了登记时的回答")
    assert (await steps.ask(house, lambda r: r.cases.account(number)))["where"] == "三号车间"


async def test_a_withdrawn_case_goes_once_its_number_is_typed(house: House) -> None:
    number = await _withdrawn(house)
    shown = await _through(house.zhang, "删除", number)
    assert "真的要删" in shown.text
    await house.zhang.says(number.lower())
    await house.zhang.waits_for("找不回来了")
    await steps.settled(house)
    assert (await steps.ask(house, lambda r: r.talk.of_case(number))) == []
    assert all("收起来了" in seen.text for seen in house.lawyer.sees(house.group) if "📌" in seen.text)
    assert await steps.push(house.lawyer, "全部经过") != ""


async def test_a_wrong_number_and_a_live_case_delete_nothing(house: House) -> None:
    number = await _withdrawn(house)
    live = await steps.files(house.zhang, "宿舍漏水，上个月起，后勤没人管，找过班长，希望修好")
    await _through(house.zhang, "删除", number)
    await house.zhang.says(live)
    await house.zhang.waits_for("编号对不上")
    assert "还在办" in await steps.forge(house.zhang, f"x|wipe_case|{live}")
    assert (await steps.case_of(house, number)).state == "withdrawn"


async def test_a_draft_goes_at_once(house: House) -> None:
    await steps.tells(house.zhang, "只说了一半")
    await _through(house.zhang, "删除", "删掉草稿")
    await house.zhang.waits_for("草稿删掉了")
    person = await steps.person_of(house, house.zhang)
    assert await steps.ask(house, lambda r: r.drafts.get(person)) is None


async def test_a_sensitive_matter_is_filed_without_consent_and_only_the_handler_reads_it(
    house: House,
) -> None:
    await house.lawyer.starts()
    number = await _files_sensitive(house)
    await steps.claims(house, house.counsellor, number)
    await house.counsellor.waits_for(steps.STORY)
    await steps.push(house.counsellor, "请人协助")
    shown = await steps.card(house, number, "再来一位协助")
    await steps.push(house.lawyer, "我来协助", chat=house.group, message_id=shown.id)
    await house.lawyer.waits_for("只让接手的人看")
    await steps.settled(house)
    assert not any(steps.STORY in seen.text for seen in house.lawyer.sees())
    assert (await steps.forge(house.lawyer, f"x|story|{number}")) != ""


async def test_consent_is_given_in_one_press_each_and_taken_back(house: House) -> None:
    number = await _files_sensitive(house, "经办的人都能看")
    assert not (await steps.case_of(house, number)).handler_only
    shown = await _through(house.zhang, "我同意过什么")
    assert "可以转给别的部门：没同意" in shown.text
    await steps.push(house.zhang, "收回：经办的人都能看", message_id=shown.id)
    assert (await steps.case_of(house, number)).handler_only
    (given,) = await steps.ask(house, lambda r: r.consents.of_case(number))
    assert given.withdrawn_at is not None


async def test_a_suggestion_is_explained_with_the_words_that_were_seen(house: House) -> None:
    number = await steps.files(house.zhang)
    shown = await _through(house.zhang, "为什么这样建议", number)
    assert "夜班费" in shown.text and "定的是人" in shown.text


async def test_a_complaint_reaches_the_supervisor_without_a_name_and_is_answered(house: House) -> None:
    await house.supervisor.starts()
    await _through(house.zhang, "对服务有意见")
    await house.zhang.says("等了三天没人理")
    told = await house.supervisor.waits_for("等了三天没人理")
    assert "小张" not in told.text
    await steps.push(house.supervisor, "答复", message_id=told.id)
    await house.supervisor.says("是我们慢了，已加人")
    await house.zhang.waits_for("是我们慢了")
