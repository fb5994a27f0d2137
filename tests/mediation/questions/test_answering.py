"""A question without an answer becomes a card: without names, written by one person, approved by another."""

from datetime import timedelta
from typing import Any

import pytest

from mediation.errors import Refused
from mediation.model.cases.case import StaffMember
from mediation.model.questions import AnsweredCard, OpenQuestion, hide_persons, normalised
from mediation.questions import answering
from tests.builders import COUNSELLOR, LAWYER, OWNER, SUPERVISOR, UNION
from tests.fakes.questions import COLLEAGUE, OFFICER, SOURCES, TODAY, a_draft
from tests.fakes.records import FakeRecords


@pytest.fixture
def records(records: FakeRecords) -> FakeRecords:
    for member in (OFFICER, COLLEAGUE):
        records.people.set_staff(member)
    return records


def ask(records: FakeRecords, text: str = "休息日加班怎么算", **more: Any) -> OpenQuestion:
    return answering.note_question(records, text, more.pop("why", "nothing"), **more)


def answer(records: FakeRecords, question: OpenQuestion, who: int = OFFICER.person_id, **draft: Any) -> int:
    """The version that the second person reads."""
    answering.write_answer(records, who, question.id, a_draft(**draft), SOURCES, TODAY)
    return records.questions.kept[question.id].version


def approve(records: FakeRecords, question: OpenQuestion, who: StaffMember = COLLEAGUE) -> AnsweredCard:
    version = records.questions.kept[question.id].version
    return answering.approve(records, who.person_id, question.id, version, TODAY)


@pytest.mark.parametrize(
    ("told", "kept"),
    [
        ("我电话138 0013 8000，怎么讨薪", "我电话***，怎么讨薪"),
        ("１３８００１３８０００打不通", "***打不通"),
        ("请问zhang.san@example.com是谁", "请问***是谁"),
        ("@wang_dui 扣我工资", "*** 扣我工资"),
        ("证号11010119900101123X过期", "证号***过期"),
        ("2026-01-15 扣的 1200 元能要回来吗", "2026-01-15 扣的 1200 元能要回来吗"),
    ],
)
def test_what_leads_to_a_person_is_not_kept(records: FakeRecords, told: str, kept: str) -> None:
    assert ask(records, told).text == hide_persons(told) == kept


def test_a_long_question_is_cut_and_cutting_uncovers_nothing(records: FakeRecords) -> None:
    question = ask(records, "加" * 295 + "13800138000" + "班" * 50)
    assert len(question.text) <= 300
    assert not any(char.isdigit() for char in question.text)


def test_the_same_question_is_counted_up(records: FakeRecords) -> None:
    first = ask(records, "ＡＢ岗 加班费？")
    again = ask(records, "ab岗，加班费", why="wrong", category="WAGE")
    assert (again.id, again.times, again.why, again.category) == (first.id, 2, "wrong", "WAGE")
    assert normalised("ＡＢ岗 加班费？") == "ab岗加班费"


def test_nothing_asked_is_nothing_kept(records: FakeRecords) -> None:
    with pytest.raises(Refused, match="nothing_told"):
        ask(records, "  \n ")
    assert records.questions.kept == {}


def test_a_question_knows_no_person(records: FakeRecords) -> None:
    question = ask(records, person_id=OWNER)
    assert OWNER not in question.model_dump().values()
    assert records.questions.wishing(question.id) == [OWNER]


def test_a_wish_can_be_taken_back(records: FakeRecords) -> None:
    question = ask(records, person_id=OWNER)
    answering.forget_wish(records, question.id, OWNER)
    answering.forget_wish(records, question.id, OWNER)
    assert records.questions.wishes == set()


def test_the_list_begins_with_what_is_asked_most_then_with_the_oldest(records: FakeRecords) -> None:
    for text in ("甲问", "乙问", "丙问", "丙问"):
        ask(records, text)
        records._clock.forward(minutes=1)
    listed = answering.waiting(records, OFFICER.person_id, 10)
    assert [one.text for one in listed] == ["丙问", "甲问", "乙问"]


@pytest.mark.parametrize("who", [COUNSELLOR, UNION, OFFICER.model_copy(update={"active": False})])
def test_others_see_no_questions(records: FakeRecords, who: StaffMember) -> None:
    records.people.set_staff(who)
    question = ask(records)
    for look in (
        lambda: answering.waiting(records, who.person_id, 8),
        lambda: answer(records, question, 202),
    ):
        with pytest.raises(Refused, match="not_for_you"):
            look()
    with pytest.raises(Refused, match="not_for_you"):
        answering.look_at(records, OWNER, question.id)


def test_a_lawyer_approves_and_does_not_write(records: FakeRecords) -> None:
    question = ask(records)
    with pytest.raises(Refused, match="not_for_you"):
        answering.take_up(records, LAWYER.person_id, question.id)
    answer(records, question)
    assert approve(records, question, LAWYER).approved_by == LAWYER.person_id


def test_approval_makes_a_card_with_owner_and_dates(records: FakeRecords) -> None:
    question = ask(records, category="WAGE")
    answer(records, question)
    card = approve(records, question)
    assert records.questions.cards(TODAY) == [card]
    assert (card.owner_id, card.approved_by) == (OFFICER.person_id, COLLEAGUE.person_id)
    assert (card.checked, card.until) == (TODAY, TODAY + timedelta(days=183))
    assert (card.questions, card.category, card.basis) == ((question.text,), "WAGE", ("劳动法 44",))
    assert records.questions.cards(card.until) and not records.questions.cards(card.until + timedelta(days=1))


def test_whoever_wished_is_told_once_and_then_forgotten(records: FakeRecords) -> None:
    question = ask(records, person_id=OWNER)
    ask(records, person_id=OWNER)
    answer(records, question)
    assert records.outbox.waiting == []
    approve(records, question)
    (letter,) = records.outbox.due(records.now, 10)
    assert (letter.person_id, letter.kind, letter.facts["title"]) == (
        OWNER,
        "question_answered",
        a_draft().title,
    )
    assert letter.facts["source"] == "《劳动法》第44条"
    assert records.questions.wishes == set()


@pytest.mark.parametrize("who", [OFFICER, SUPERVISOR])
def test_nobody_approves_an_answer_of_their_own(records: FakeRecords, who: StaffMember) -> None:
    question = ask(records)
    answer(records, question, who.person_id)
    with pytest.raises(Refused, match="own_answer"):
        approve(records, question, who)
    assert records.questions.cards(TODAY) == []


def test_only_the_wording_that_was_read_is_approved(records: FakeRecords) -> None:
    question = ask(records)
    read = answer(records, question)
    answering.send_back(records, COLLEAGUE.person_id, question.id, read, "说短些")
    answer(records, question, answer="另一个说法。")
    with pytest.raises(Refused, match="question_moved"):
        answering.approve(records, COLLEAGUE.person_id, question.id, read, TODAY)
    assert records.questions.cards(TODAY) == []


def test_a_press_that_comes_too_late_is_refused(records: FakeRecords) -> None:
    question = ask(records)
    version = answer(records, question)
    approve(records, question)
    late = [
        lambda: answering.approve(records, LAWYER.person_id, question.id, version, TODAY),
        lambda: answering.send_back(records, LAWYER.person_id, question.id, version, "不对"),
        lambda: answering.take_up(records, OFFICER.person_id, question.id),
        lambda: answering.dismiss(records, OFFICER.person_id, question.id, "不是"),
    ]
    for press in late:
        with pytest.raises(Refused, match="question_moved"):
            press()
    with pytest.raises(Refused, match="question_gone"):
        answering.look_at(records, OFFICER.person_id, 99)


def test_two_people_do_not_write_at_once_and_none_is_left_lying(records: FakeRecords) -> None:
    question = ask(records)
    answering.take_up(records, OFFICER.person_id, question.id)
    with pytest.raises(Refused, match="taken_already") as told:
        answering.take_up(records, COLLEAGUE.person_id, question.id)
    assert told.value.facts == {"name": "孙姐"}
    with pytest.raises(Refused, match="taken_already"):
        answer(records, question, COLLEAGUE.person_id)
    records._clock.forward(hours=1)
    assert answering.take_up(records, COLLEAGUE.person_id, question.id).taken_by == COLLEAGUE.person_id


@pytest.mark.parametrize("reason", ["", "  ", "因" * 501])
def test_dismissing_needs_a_reason(records: FakeRecords, reason: str) -> None:
    question = ask(records, person_id=OWNER)
    with pytest.raises(Refused, match="reason_missing"):
        answering.dismiss(records, OFFICER.person_id, question.id, reason)
    assert records.questions.wishing(question.id) == [OWNER]


def test_a_dismissed_question_tells_nobody_and_does_not_come_back(records: FakeRecords) -> None:
    question = ask(records, "今天食堂吃什么", person_id=OWNER)
    answering.dismiss(records, OFFICER.person_id, question.id, "不是法规问题")
    again = ask(records, "今天食堂吃什么？", person_id=OWNER)
    assert (again.id, again.state, again.times) == (question.id, "dismissed", 2)
    assert records.questions.wishes == set() and records.outbox.waiting == []
    assert answering.waiting(records, OFFICER.person_id, 8) == []


def test_an_answer_marked_wrong_comes_up_anew_and_the_next_one_takes_its_place(records: FakeRecords) -> None:
    first = ask(records)
    answer(records, first)
    old = approve(records, first)
    second = ask(records, why="wrong")
    assert second.id != first.id
    answer(records, second, answer="改过的说法。")
    new = approve(records, second)
    assert records.questions.cards(TODAY) == [new] and old.key != new.key
    assert records.questions.version() == 2


def test_every_act_leaves_a_line(records: FakeRecords) -> None:
    question = ask(records)
    answering.take_up(records, OFFICER.person_id, question.id)
    version = answer(records, question)
    answering.send_back(records, LAWYER.person_id, question.id, version, "少了例外")
    answer(records, question)
    approve(records, question)
    lines = [(one.act, one.actor_id, one.reason) for one in records.questions.history(question.id)]
    assert lines == [
        ("take_up", OFFICER.person_id, ""),
        ("write_answer", OFFICER.person_id, ""),
        ("send_back", LAWYER.person_id, "少了例外"),
        ("write_answer", OFFICER.person_id, ""),
        ("approve", COLLEAGUE.person_id, ""),
    ]


def test_coverage_counts_by_category(records: FakeRecords) -> None:
    answered = ask(records, "甲问", category="WAGE")
    answer(records, answered)
    approve(records, answered)
    ask(records, "乙问", category="WAGE")
    ask(records, "丙问")
    counts = [(one.category, one.answered, one.open) for one in answering.coverage(records, TODAY)]
    assert counts == [("WAGE", 1, 1), (None, 0, 1)]
