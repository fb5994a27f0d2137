"""The end: the result, the rating, the second look, and the case that was not solved after all."""

import pytest

from mediation.cases import moves
from mediation.errors import NotFound, Refused
from tests.builders import ANOTHER_EMPLOYEE, COUNSELLOR, LAWYER, OWNER, SUPERVISOR
from tests.fakes.story import CLAIM_WITHIN, Story


@pytest.fixture
def resolved(claimed: Story) -> Story:
    claimed.pull("record_result", LAWYER, result="三月工资里补发")
    moves.result_delivered(claimed.records, claimed.number)
    claimed.records.outbox.sent()
    return claimed


def test_the_result_is_kept_word_for_word_and_sent_to_the_owner(claimed: Story) -> None:
    case = claimed.pull("record_result", LAWYER, result="三月工资里补发")
    assert (case.state, case.result, case.resolved_at) == ("resolved", "三月工资里补发", claimed.records.now)
    assert claimed.kinds(OWNER) == ["result"]
    assert case.result_delivered_at is None


def test_the_moment_of_delivery_is_kept(resolved: Story) -> None:
    assert resolved.case.result_delivered_at == resolved.records.now


def test_a_fair_rating_closes_the_case(resolved: Story) -> None:
    case = resolved.pull("rate", OWNER, rating=4)
    assert (case.state, case.rating) == ("closed", 4)
    assert [(letter.kind, letter.facts) for letter in resolved.told(OWNER)] == [("rated", {"rating": 4})]


def test_the_handler_learns_neither_the_stars_nor_the_words(resolved: Story) -> None:
    resolved.pull("rate", OWNER, rating=1)
    moves.add_rating_words(resolved.records, OWNER, resolved.number, "没有人听我说")
    assert [(letter.kind, letter.facts) for letter in resolved.told(LAWYER)] == [("second_look_handler", {})]


def test_a_bad_rating_and_its_words_go_to_the_supervisors(resolved: Story) -> None:
    resolved.pull("rate", OWNER, rating=2)
    moves.add_rating_words(resolved.records, OWNER, resolved.number, "没有人听我说")
    assert resolved.kinds(SUPERVISOR) == ["second_look", "rating_words"]
    assert resolved.case.rating_words == "没有人听我说"


def test_words_to_a_good_rating_are_kept_and_disturb_nobody(resolved: Story) -> None:
    resolved.pull("rate", OWNER, rating=5)
    moves.add_rating_words(resolved.records, OWNER, resolved.number, "谢谢")
    assert resolved.case.rating_words == "谢谢"
    assert resolved.told(SUPERVISOR) == []


def test_words_need_a_rating_first(resolved: Story) -> None:
    with pytest.raises(Refused, match="not_rated"):
        moves.add_rating_words(resolved.records, OWNER, resolved.number, "谢谢")
    assert resolved.case.rating_words == ""


def test_nobody_adds_words_to_the_rating_of_another(resolved: Story) -> None:
    resolved.pull("rate", OWNER, rating=5)
    with pytest.raises(NotFound):
        moves.add_rating_words(resolved.records, ANOTHER_EMPLOYEE, resolved.number, "假的")


@pytest.mark.parametrize("rating", [None, 5])
def test_not_solved_goes_back_to_the_same_handler_with_the_owners_words(
    resolved: Story, rating: int | None
) -> None:
    if rating:
        resolved.pull("rate", OWNER, rating=rating)
    case = resolved.pull("not_solved", OWNER, reason="四月也没有发")
    assert (case.state, case.handler_id) == ("reopened", LAWYER.person_id)
    assert resolved.told(LAWYER)[-1].facts == {"reason": "四月也没有发"}
    assert resolved.records.clocks.running == {}


def test_not_solved_runs_the_claim_clock_when_nobody_has_the_case(resolved: Story) -> None:
    resolved.pull("rate", OWNER, rating=1)
    resolved.pull("give_back", LAWYER, reason="换个人更好")
    resolved.pull("close", SUPERVISOR, reason="已当面说明")
    resolved.records.clocks.running.clear()
    resolved.pull("not_solved", OWNER)
    due = {(resolved.number, "claim"): resolved.records.now + CLAIM_WITHIN}
    assert resolved.records.clocks.running == due


def test_a_new_result_asks_for_a_new_rating(resolved: Story) -> None:
    resolved.pull("rate", OWNER, rating=1)
    moves.add_rating_words(resolved.records, OWNER, resolved.number, "没有人听我说")
    case = resolved.pull("record_result", LAWYER, result="已补发并道歉")
    assert (case.rating, case.rating_words, case.result_delivered_at) == (None, "", None)
    assert resolved.pull("rate", OWNER, rating=5).state == "closed"


def test_the_supervisor_closes_with_a_reason_that_the_owner_reads(resolved: Story) -> None:
    resolved.pull("rate", OWNER, rating=2)
    resolved.records.outbox.sent()
    assert resolved.pull("close", SUPERVISOR, reason="已当面说明").state == "closed"
    assert [(letter.kind, letter.facts) for letter in resolved.told(OWNER)] == [
        ("closed_by_supervisor", {"reason": "已当面说明"})
    ]


def test_the_second_mediator_learns_of_the_end_too(claimed: Story) -> None:
    claimed.pull("ask_second", LAWYER)
    claimed.pull("join", COUNSELLOR)
    claimed.pull("record_result", LAWYER, result="补发")
    claimed.records.outbox.sent()
    claimed.pull("rate", OWNER, rating=5)
    assert claimed.kinds(COUNSELLOR) == claimed.kinds(LAWYER) == ["closed_by_owner"]
