"""From a question without an answer to a card: written at the desk, approved by another, the asker told."""

from zoneinfo import ZoneInfo

import pytest

from bot.dialogs.questions.review import questions_button
from bot.dialogs.shared.context import Guests
from bot.sandbox import Person
from bot.wording.catalogue import Wording
from mediation.model.cases.case import StaffMember
from storage.people.people import Visitor
from storage.unit_of_work.ticket import Ticket
from tests.fakes.clock import Clock
from tests.house import House
from tests.journeys import steps
from tests.journeys.questions.question_steps import ANSWER, ASKED, cards, kept, noted, officer, opens, submits


@pytest.mark.parametrize(
    ("duty", "offered"),
    [("policy", True), ("lawyer", True), ("supervisor", True), ("union", False), (None, False)],
)
def test_the_desk_offers_the_list_to_those_who_may_see_it(duty: str | None, offered: bool) -> None:
    staff = StaffMember(person_id=1, duty=duty, name="孙姐") if duty else None
    guests = Guests(Wording(), ZoneInfo("UTC"), Clock())
    guest = guests.of(Visitor(1, 2, "zh-CN", False, staff, None), Ticket(1))
    assert (questions_button(guest) is not None) == offered


async def test_a_question_becomes_a_card_and_the_asker_is_told(house: House) -> None:
    question = await noted(house, who=house.zhang)
    await submits(house)
    assert not await cards(house)
    shown = await opens(house.lawyer, "待审核")
    assert "《劳动法》第44条" in shown.text and "孙姐" in shown.text and ANSWER in shown.text
    await steps.push(house.lawyer, "通过", message_id=shown.id)
    told = await house.zhang.waits_for("现在有答复了")
    assert ANSWER in told.text and "《劳动法》第44条" in told.text and told.button("查法规")
    (card,) = await cards(house)
    assert card.owner_id == await steps.person_of(house, officer(house))
    assert card.approved_by == await steps.person_of(house, house.lawyer)
    assert await steps.ask(house, lambda r: r.questions.wishing(question)) == []


async def test_a_draft_that_is_sent_back_can_be_written_again(house: House) -> None:
    question = await noted(house)
    await submits(house)
    shown = await opens(house.supervisor, "待审核")
    await steps.push(house.supervisor, "退回", message_id=shown.id)
    await house.supervisor.waits_for("哪里要改")
    await house.supervisor.says("少了法定休假日")
    await house.supervisor.waits_for("退回去了")
    again = await opens(officer(house), "退回")
    assert "少了法定休假日" in again.text and ANSWER in again.text
    assert again.button("写答复") and not again.button("通过")
    assert (await kept(house, question)).state == "open"


async def test_what_is_no_question_of_law_leaves_the_list_and_nobody_is_told(house: House) -> None:
    question = await noted(house, "食堂几点开门", house.zhang)
    await opens(officer(house), "食堂")
    await steps.push(officer(house), "不是法规问题")
    await officer(house).waits_for("为什么不算")
    await officer(house).says("问的是作息")
    await officer(house).waits_for("从清单上拿掉了")
    before = len(house.zhang.sees())
    await steps.settled(house)
    assert (await kept(house, question)).state == "dismissed"
    assert len(house.zhang.sees()) == before
    assert await steps.ask(house, lambda r: r.questions.wishing(question)) == []


async def test_nobody_approves_their_own_answer_not_even_with_a_forged_button(house: House) -> None:
    question = await noted(house)
    await submits(house)
    shown = await opens(officer(house), "待审核")
    assert not shown.button("通过") and "请别人来通过" in shown.text
    version = (await kept(house, question)).version
    notice = await steps.forge(officer(house), f"x|learn_approve|{question}|{version}")
    assert "另一位同事" in notice
    assert not await cards(house)


async def test_two_who_approve_at_once_make_one_card_and_one_letter(house: House) -> None:
    await noted(house, who=house.zhang)
    await submits(house)
    both = [house.lawyer, house.supervisor]
    screens = [await opens(who, "待审核") for who in both]
    presses = [
        await who.presses("通过", message_id=shown.id) for who, shown in zip(both, screens, strict=True)
    ]
    notices = [await who.notice(press) for who, press in zip(both, presses, strict=True)]
    await steps.settled(house)
    assert sum("快了一步" in notice for notice in notices) == 1
    assert len(await cards(house)) == 1
    assert len([seen for seen in house.zhang.sees() if "现在有答复了" in seen.text]) == 1


async def test_a_colleague_sees_who_is_writing(house: House) -> None:
    await noted(house)
    await opens(officer(house))
    await steps.push(officer(house), "写答复")
    await officer(house).waits_for("先起个标题")
    shown = await opens(house.supervisor)
    assert "孙姐" in shown.text and "正在写" in shown.text
    assert "孙姐正在写" in await steps.push(house.supervisor, "写答复", message_id=shown.id)


def refuses(notice: str) -> bool:
    """One of the answers of the gate: for a place of the staff, or for a button that is none."""
    return "只给名册上的" in notice or "用不了" in notice


@pytest.mark.parametrize("who", ["zhang", "counsellor", "union"])
async def test_others_find_no_list_and_their_forged_buttons_do_nothing(house: House, who: str) -> None:
    question = await noted(house, who=house.chen)
    somebody: Person = getattr(house, who)
    await somebody.says("/questions")
    await somebody.waits_for("只给名册上的")
    before = await kept(house, question)
    for name in ("learn", "learn_open", "learn_write", "learn_dismiss", "learn_no_law", "learn_submit"):
        assert refuses(await steps.forge(somebody, f"x|{name}|{question}|0")), name
    for name in ("learn_approve", "learn_send_back", "learn_until"):
        assert refuses(await steps.forge(somebody, f"x|{name}|{question}|half")), name
    assert await kept(house, question) == before
    assert not any(ASKED in seen.text for seen in somebody.sees())


@pytest.mark.parametrize("value", ["", "0", "1", "half", "²", "-1", "9" * 18, "🙂"])
async def test_forged_buttons_of_the_staff_fail_nothing_and_change_nothing(house: House, value: str) -> None:
    question = await noted(house)
    await officer(house).says("/questions")
    await officer(house).waits_for("没答上来的问题")
    before = await kept(house, question)
    for name in ("learn_submit", "learn_until", "learn_no_law", "learn_approve", "learn_send_back"):
        for number in (str(question), "民法典", "9" * 18):
            notice = await steps.forge(officer(house), f"x|{name}|{number}|{value}".rstrip("|"))
            assert notice and "差错" not in notice, name
    assert await kept(house, question) == before


async def test_a_lawyer_reads_and_approves_but_does_not_write(house: House) -> None:
    question = await noted(house)
    shown = await opens(house.lawyer)
    assert not shown.button("写答复") and not shown.button("不是法规问题")
    assert "用不了" in await steps.forge(house.lawyer, f"x|learn_write|{question}")
    assert (await kept(house, question)).taken_by is None


async def test_the_list_has_pages(house: House) -> None:
    for number in range(9):
        await noted(house, f"{'甲乙丙丁戊己庚辛壬'[number]}问")
    sent = await officer(house).says("/questions")
    shown = await officer(house).waits_for("还有 9 个", after=sent.id)
    assert shown.button("辛问") and not shown.button("壬问")
    await steps.push(officer(house), "下一页", message_id=shown.id)
    second = await officer(house).waits_for(lambda seen: seen.id == shown.id and bool(seen.button("壬问")))
    assert second.button("上一页") and not second.button("下一页")


async def test_english_speakers_write_and_read_in_english(house: House) -> None:
    await noted(house)
    me = await steps.person_of(house, officer(house))
    await steps.ask(house, lambda r: r.people.set_language(me, "en"))
    await officer(house).says("/questions")
    shown = await officer(house).waits_for("Unanswered questions")
    await steps.push(officer(house), ASKED, message_id=shown.id)
    await officer(house).waits_for("Asked once, first on")
