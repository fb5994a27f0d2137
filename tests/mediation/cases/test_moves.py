"""Each move, and what it does beside changing the state: who has the case, who is told, what never leaks."""

from datetime import timedelta

from mediation.model.cases.case import Role
from tests.builders import COUNSELLOR, LAWYER, OWNER, UNION
from tests.fakes.story import CLAIM_WITHIN, Story

SECRET = "内部：当事人的主管是我的亲戚"


def test_claiming_gives_the_case_one_named_handler(filed: Story) -> None:
    case = filed.pull("claim", LAWYER)
    assert (case.state, case.handler_id, case.claimed_at) == ("claimed", LAWYER.person_id, filed.records.now)
    assert filed.kinds(OWNER) == ["claimed"]
    assert filed.told(OWNER)[0].facts == {"handler_id": LAWYER.person_id}


def test_claiming_hands_over_the_panel_and_then_all_that_was_said(story: Story) -> None:
    story.file("加班费没有发", "附上工资条")
    story.pull("claim", LAWYER)
    assert story.kinds(LAWYER) == ["panel", "relay", "relay"]
    assert [letter.facts["said_id"] for letter in story.told(LAWYER)[1:]] == [1, 2]


def test_claiming_stops_the_clock(filed: Story) -> None:
    filed.pull("claim", LAWYER)
    assert filed.records.clocks.running == {}


def test_every_move_renews_the_one_card(filed: Story) -> None:
    filed.pull("refuse", COUNSELLOR, reason=SECRET)
    filed.pull("claim", LAWYER)
    filed.pull("ask_second", LAWYER)
    assert filed.kinds(None) == ["card"]
    assert filed.told(None)[0].facts == {}, "the card is made when it is sent: no name and no story travel"


def test_a_refusal_is_counted_and_its_reason_is_kept_in_the_history(filed: Story) -> None:
    case = filed.pull("refuse", COUNSELLOR, reason=SECRET)
    assert (case.state, case.refusals, case.handler_id) == ("submitted", 1, None)
    assert filed.history[-1].reason == SECRET
    assert filed.told(OWNER) == []


def test_giving_back_starts_the_clock_anew(claimed: Story) -> None:
    claimed.records._clock.forward(days=3)
    case = claimed.pull("give_back", LAWYER, reason=SECRET)
    assert (case.state, case.handler_id, case.reminded) == ("submitted", None, False)
    due = {(claimed.number, "claim"): claimed.records.now + CLAIM_WITHIN}
    assert claimed.records.clocks.running == due


def test_the_owner_learns_that_a_helper_is_sought_but_not_why(claimed: Story) -> None:
    claimed.pull("give_back", LAWYER, reason=SECRET)
    assert claimed.kinds(OWNER) == ["given_back"]
    assert claimed.told(OWNER)[0].facts == {}


def test_a_case_that_is_given_back_again_waits_where_it_was(claimed: Story) -> None:
    claimed.pull("record_result", LAWYER, result="补发")
    claimed.pull("not_solved", OWNER)
    assert claimed.pull("give_back", LAWYER, reason=SECRET).state == "reopened"
    assert claimed.pull("claim", UNION).state == "claimed"


def test_giving_back_frees_the_case_of_everybody(claimed: Story) -> None:
    claimed.pull("ask_second", LAWYER)
    claimed.pull("join", COUNSELLOR)
    claimed.pull("offer", LAWYER, colleague=UNION)
    case = claimed.pull("give_back", LAWYER, reason=SECRET)
    assert (case.handler_id, case.second_id, case.offered_to_id) == (None, None, None)
    assert not case.second_wanted


def test_the_handler_keeps_the_case_until_the_colleague_says_yes(claimed: Story) -> None:
    case = claimed.pull("offer", LAWYER, colleague=UNION, reason="你更熟悉工会的事")
    assert (case.handler_id, case.offered_to_id) == (LAWYER.person_id, UNION.person_id)
    (asked,) = claimed.told(UNION)
    assert asked.kind == "offered"
    assert asked.facts == {"handler_id": LAWYER.person_id, "reason": "你更熟悉工会的事"}
    assert claimed.told(OWNER) == []


def test_the_colleague_who_says_yes_has_the_case_and_its_file(claimed: Story) -> None:
    claimed.pull("offer", LAWYER, colleague=UNION)
    claimed.records.outbox.sent()
    case = claimed.pull("take_over", UNION)
    assert (case.handler_id, case.offered_to_id) == (UNION.person_id, None)
    assert claimed.kinds(UNION) == ["panel", "relay"]
    assert claimed.kinds(LAWYER) == ["taken_over"]
    assert claimed.told(OWNER)[0].facts == {"handler_id": UNION.person_id}


def test_the_colleague_who_says_no_leaves_everything_as_it_was(claimed: Story) -> None:
    claimed.pull("offer", LAWYER, colleague=UNION)
    claimed.records.outbox.sent()
    case = claimed.pull("decline", UNION, reason=SECRET)
    assert (case.handler_id, case.offered_to_id) == (LAWYER.person_id, None)
    assert claimed.kinds(LAWYER) == ["declined"]
    assert claimed.told(OWNER) == []


def test_an_offer_ends_with_the_result(claimed: Story) -> None:
    claimed.pull("offer", LAWYER, colleague=UNION)
    claimed.pull("record_result", LAWYER, result="补发")
    assert claimed.pull("not_solved", OWNER).offered_to_id is None


def test_a_second_mediator_joins_with_the_file_and_the_owner_knows(claimed: Story) -> None:
    assert claimed.pull("ask_second", LAWYER).second_wanted
    case = claimed.pull("join", COUNSELLOR)
    assert (case.handler_id, case.second_id, case.second_wanted) == (
        LAWYER.person_id,
        COUNSELLOR.person_id,
        False,
    )
    assert claimed.kinds(COUNSELLOR) == ["second_joined", "panel", "relay"]
    assert claimed.kinds(OWNER) == ["joined"]
    assert claimed.kinds(LAWYER) == ["second_joined"]


def test_a_second_who_takes_over_is_not_the_second_any_more(claimed: Story) -> None:
    claimed.pull("offer", LAWYER, colleague=COUNSELLOR)
    claimed.pull("ask_second", LAWYER)
    claimed.pull("join", COUNSELLOR)
    case = claimed.pull("take_over", COUNSELLOR)
    assert (case.handler_id, case.second_id) == (COUNSELLOR.person_id, None)


def test_a_withdrawn_case_stops_everything(filed: Story) -> None:
    assert filed.pull("withdraw", OWNER).state == "withdrawn"
    assert filed.records.clocks.running == {}


def test_whoever_works_on_a_withdrawn_case_is_told(claimed: Story) -> None:
    claimed.pull("ask_second", LAWYER)
    claimed.pull("join", COUNSELLOR)
    claimed.records.outbox.sent()
    claimed.pull("withdraw", OWNER)
    assert claimed.kinds(LAWYER) == claimed.kinds(COUNSELLOR) == ["withdrawn"]


def test_every_move_writes_who_when_and_why(claimed: Story) -> None:
    claimed.records._clock.forward(timedelta(minutes=5))
    claimed.pull("give_back", LAWYER, reason=SECRET)
    event = claimed.history[-1]
    assert (event.trigger, event.from_state, event.to_state) == ("give_back", "claimed", "submitted")
    assert (event.actor_id, event.actor_role) == (LAWYER.person_id, Role.HANDLER)
    assert (event.reason, event.at) == (SECRET, claimed.records.now)
