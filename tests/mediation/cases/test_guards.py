"""What the table alone cannot say: each guard refuses with its own code, and nothing has changed."""

from copy import deepcopy
from typing import Any

import pytest

from mediation.errors import NotFound, Refused
from mediation.model.cases.case import HelperKind, StaffMember
from tests.builders import COUNSELLOR, LAWYER, OWNER, SUPERVISOR, UNION, a_case
from tests.fakes.story import Story

BLANK = " \n\t　"


def put(story: Story, state: str, **fields: Any) -> Story:
    """The case stands in this state."""
    case = a_case(state, **fields)
    story.records.cases.kept[case.number] = case
    story.number = case.number
    return story


def refused(story: Story, trigger: str, who: StaffMember | int, **intent: Any) -> Refused:
    """The refusal; neither the case nor its history nor the outbox has changed."""
    before = deepcopy((story.case, story.history, story.records.outbox.waiting, story.records.clocks.running))
    with pytest.raises(Refused) as refusal:
        story.pull(trigger, who, **intent)
    after = (story.case, story.history, story.records.outbox.waiting, story.records.clocks.running)
    assert after == before
    return refusal.value


def test_a_claimed_case_cannot_be_claimed_and_the_loser_learns_who_has_it(story: Story) -> None:
    put(story, "reopened")
    refusal = refused(story, "claim", UNION)
    assert (refusal.code, refusal.facts) == ("already_claimed", {"handler_id": LAWYER.person_id})


@pytest.mark.parametrize("reason", ["", BLANK])
@pytest.mark.parametrize(
    ("state", "trigger", "who"),
    [("submitted", "refuse", UNION), ("claimed", "give_back", LAWYER), ("second_look", "close", SUPERVISOR)],
)
def test_a_reason_must_be_given(
    story: Story, state: str, trigger: str, who: StaffMember, reason: str
) -> None:
    assert refused(put(story, state), trigger, who, reason=reason).code == "reason_missing"


@pytest.mark.parametrize("result", ["", BLANK])
def test_a_result_must_say_something(story: Story, result: str) -> None:
    assert refused(put(story, "claimed"), "record_result", LAWYER, result=result).code == "result_missing"


LEFT = UNION.model_copy(update={"active": False})
OWNER_ON_ROSTER = StaffMember(person_id=OWNER, duty=HelperKind.POLICY, name="政策员")


@pytest.mark.parametrize("colleague", [None, LAWYER, COUNSELLOR, SUPERVISOR, LEFT, OWNER_ON_ROSTER])
def test_a_case_is_offered_only_to_a_mediator_who_is_not_in_it(
    story: Story, colleague: StaffMember | None
) -> None:
    put(story, "claimed", second_id=COUNSELLOR.person_id)
    assert refused(story, "offer", LAWYER, colleague=colleague).code == "colleague_cannot"


def test_a_second_mediator_is_asked_for_once(story: Story) -> None:
    put(story, "claimed", second_wanted=True)
    assert refused(story, "ask_second", LAWYER).code == "second_already"


def test_there_is_no_third_mediator(story: Story) -> None:
    put(story, "claimed", second_id=COUNSELLOR.person_id)
    assert refused(story, "ask_second", LAWYER).code == "second_already"
    assert refused(story, "join", UNION).code == "second_not_wanted"


def test_nobody_joins_unasked(story: Story) -> None:
    assert refused(put(story, "claimed"), "join", UNION).code == "second_not_wanted"


def test_the_handler_cannot_be_the_second_as_well(story: Story) -> None:
    put(story, "claimed", second_wanted=True)
    assert refused(story, "join", LAWYER).code == "you_have_it"


def test_a_result_is_rated_once(story: Story) -> None:
    put(story, "resolved", rating=4)
    assert refused(story, "rate", OWNER, rating=1).code == "already_rated"


@pytest.mark.parametrize("rating", [-1, 0, 6, 100])
def test_a_rating_is_between_one_and_five(story: Story, rating: int) -> None:
    assert refused(put(story, "resolved"), "rate", OWNER, rating=rating).code == "not_now"


@pytest.mark.parametrize(
    ("rating", "state"), [(1, "second_look"), (2, "second_look"), (3, "closed"), (5, "closed")]
)
def test_one_and_two_stars_open_a_second_look(story: Story, rating: int, state: str) -> None:
    assert put(story, "resolved").pull("rate", OWNER, rating=rating).state == state


def test_nobody_closes_before_the_answer_has_reached_the_owner(story: Story) -> None:
    put(story, "resolved", result_delivered_at=None)
    assert refused(story, "close", SUPERVISOR, reason="三十天没有回音").code == "answer_not_delivered"


@pytest.mark.parametrize("part", ["owner_id", "handler_id", "second_id"])
def test_a_supervisor_does_not_close_a_case_of_their_own(story: Story, part: str) -> None:
    put(story, "second_look", **{part: SUPERVISOR.person_id})
    assert refused(story, "close", SUPERVISOR, reason="已核实").code == "own_case"


def test_a_stranger_learns_nothing_not_even_that_the_case_exists(filed: Story) -> None:
    with pytest.raises(NotFound) as of_a_stranger:
        filed.pull("withdraw", 999)
    filed.number = "ZZZZ-ZZZZ"
    with pytest.raises(NotFound) as of_an_unknown_number:
        filed.pull("withdraw", OWNER)
    assert vars(of_a_stranger.value) == vars(of_an_unknown_number.value)


def test_wrong_moves_are_refused_without_a_trace(filed: Story) -> None:
    assert refused(filed, "rate", OWNER, rating=5).code == "wrong_state"
    assert refused(filed, "claim", OWNER).code == "wrong_role"
    assert refused(filed, "withdraw", LAWYER).code == "wrong_role"
