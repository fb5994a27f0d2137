"""Nobody claims the case: a reminder once, the supervisors once, then silence. And owners out of reach."""

import pytest

from mediation.cases import moves
from tests.builders import COUNSELLOR, LAWYER, OWNER, SUPERVISOR
from tests.fakes.clock import Clock
from tests.fakes.story import CLAIM_WITHIN, SUPERVISOR_AFTER, Story


def ring(story: Story, clock: Clock) -> None:
    """Go to the moment when the clock runs out, and let it ring as the sweeper does."""
    (clock.now,) = story.records.clocks.running.values()
    for number, _, _ in story.records.clocks.due(clock()):
        assert number == story.number
        story.overdue()


def test_filing_starts_the_claim_clock(story: Story, clock: Clock) -> None:
    story.file()
    assert story.records.clocks.running == {(story.number, "claim"): clock() + CLAIM_WITHIN}


def test_first_the_group_is_reminded_and_the_second_term_begins(filed: Story, clock: Clock) -> None:
    ring(filed, clock)
    assert filed.kinds(None) == ["unclaimed", "card"]
    assert filed.kinds(SUPERVISOR) == []
    assert filed.case.reminded
    assert filed.records.clocks.running == {(filed.number, "claim"): clock() + SUPERVISOR_AFTER}


def test_then_the_supervisors_are_told_and_the_clock_is_done(filed: Story, clock: Clock) -> None:
    ring(filed, clock)
    filed.records.outbox.sent()
    ring(filed, clock)
    assert filed.kinds(SUPERVISOR) == ["unclaimed_supervisor"]
    assert filed.kinds(None) == ["card"]
    assert filed.records.clocks.running == {}


@pytest.mark.parametrize("trigger", ["claim", "withdraw"])
def test_a_clock_that_rings_too_late_tells_nobody(filed: Story, trigger: str) -> None:
    filed.pull(trigger, LAWYER if trigger == "claim" else OWNER)
    filed.records.outbox.sent()
    filed.records.clocks.start(filed.number, "claim", "internal target", filed.records.now, filed.records.now)
    filed.overdue()
    assert filed.records.outbox.waiting == []
    assert filed.records.clocks.running == {}


def test_a_case_that_was_given_back_is_reminded_of_again(filed: Story, clock: Clock) -> None:
    ring(filed, clock)
    filed.pull("claim", LAWYER)
    filed.pull("give_back", LAWYER, reason="我要出差")
    filed.records.outbox.sent()
    ring(filed, clock)
    assert filed.kinds(None) == ["unclaimed", "card"]


def test_the_owner_is_not_bothered_with_our_delay(filed: Story, clock: Clock) -> None:
    ring(filed, clock)
    ring(filed, clock)
    assert filed.told(OWNER) == []


def test_everybody_on_the_case_learns_once_that_the_owner_is_out_of_reach(claimed: Story) -> None:
    claimed.pull("ask_second", LAWYER)
    claimed.pull("join", COUNSELLOR)
    claimed.records.outbox.sent()
    for _ in range(3):
        moves.owner_unreachable(claimed.records, claimed.number, blocked=True)
    assert claimed.case.owner_unreachable
    assert claimed.kinds(LAWYER) == claimed.kinds(COUNSELLOR) == ["owner_unreachable"]
    assert claimed.kinds(None) == ["card"]


def test_the_case_shows_that_the_owner_is_back(claimed: Story) -> None:
    moves.owner_unreachable(claimed.records, claimed.number, blocked=True)
    claimed.records.outbox.sent()
    moves.owner_unreachable(claimed.records, claimed.number, blocked=False)
    assert not claimed.case.owner_unreachable
    assert claimed.kinds(LAWYER) == []
    assert claimed.kinds(None) == ["card"]
