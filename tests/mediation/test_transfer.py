"""A transferred case: five working days to object, two bounces, and a keeper at every moment."""

from datetime import date, timedelta

import pytest

from mediation.errors import NotFound, Refused
from mediation.transfer import (
    Transfer,
    TransferState,
    accept,
    decide,
    is_overdue,
    object_to,
    objection_due,
    send_again,
)
from tests.organisations import RULES

FRIDAY = date(2026, 11, 27)
RULE = RULES.transfer
SENT = Transfer("K7QF-2MRD", first_contact="2004", department="D-RL", sent_on=FRIDAY)


def working_days(day: date, count: int) -> date:
    """Monday to Friday; which holidays there are is somebody else's business."""
    while count:
        day += timedelta(days=1)
        count -= day.weekday() < 5
    return day


def objected(transfer: Transfer, reason: str = "不归我们管", today: date = FRIDAY) -> Transfer:
    return object_to(transfer, reason, today, RULE, working_days)


def bounced_twice() -> Transfer:
    return objected(send_again(objected(SENT), "D-SB", FRIDAY))


def test_the_day_of_sending_is_not_counted() -> None:
    assert objection_due(SENT, RULE, working_days) == date(2026, 12, 4)


def test_on_the_fifth_working_day_one_may_still_object() -> None:
    back = objected(SENT, "  工资归工会  ", date(2026, 12, 4))
    assert (back.state, back.reasons, back.keeper) == (TransferState.OBJECTED, ("工资归工会",), "2004")


def test_after_the_fifth_working_day_it_is_too_late_to_object() -> None:
    with pytest.raises(Refused, match="objection_too_late") as refusal:
        objected(SENT, today=date(2026, 12, 5))
    assert refusal.value.facts == {"due": "2026-12-04"}


def test_an_objection_needs_its_reason() -> None:
    with pytest.raises(Refused, match="reason_missing"):
        objected(SENT, " \n")


def test_the_first_contact_keeps_it_until_another_has_accepted() -> None:
    for waiting in (SENT, objected(SENT), bounced_twice(), decide(bounced_twice(), "D-RL", FRIDAY)):
        assert waiting.keeper == "2004"
    assert accept(SENT, "2008").keeper == "2008"


def test_after_the_first_bounce_the_first_contact_sends_it_on() -> None:
    again = send_again(objected(SENT), "D-SB", FRIDAY + timedelta(days=3))
    assert (again.department, again.state, again.bounces) == ("D-SB", TransferState.SENT, 1)
    assert objection_due(again, RULE, working_days) == date(2026, 12, 7)


def test_the_second_bounce_is_for_the_supervisor() -> None:
    twice = bounced_twice()
    assert (twice.state, twice.bounces) == (TransferState.UNDECIDED, 2)
    with pytest.raises(Refused, match="supervisor_decides"):
        send_again(twice, "D-GH", FRIDAY)


def test_what_the_supervisor_decided_stands() -> None:
    decided = decide(bounced_twice(), "D-RL", FRIDAY)
    with pytest.raises(Refused, match="transfer_decided"):
        objected(decided)
    assert accept(decided, "2008").keeper == "2008"


def test_the_supervisor_decides_only_after_the_second_bounce() -> None:
    for early in (SENT, objected(SENT), accept(SENT, "2008")):
        with pytest.raises(Refused, match="nothing_to_decide"):
            decide(early, "D-RL", FRIDAY)


@pytest.mark.parametrize("closed", [objected(SENT), bounced_twice(), accept(SENT, "2008")])
def test_only_a_transfer_that_waits_can_be_accepted_or_objected_to(closed: Transfer) -> None:
    with pytest.raises(Refused, match="transfer_not_open"):
        accept(closed, "2009")
    with pytest.raises(Refused, match="transfer_not_open"):
        objected(closed)


@pytest.mark.parametrize("waiting", [SENT, accept(SENT, "2008")])
def test_only_what_came_back_is_sent_again(waiting: Transfer) -> None:
    with pytest.raises(Refused, match="transfer_not_open"):
        send_again(waiting, "D-SB", FRIDAY)


def test_the_recused_cannot_accept_and_hear_that_there_is_nothing() -> None:
    with pytest.raises(NotFound):
        accept(SENT, "2008", frozenset({"2008"}))


def test_silence_is_seen_when_the_days_are_over() -> None:
    assert not is_overdue(SENT, date(2026, 12, 4), RULE, working_days)
    assert is_overdue(SENT, date(2026, 12, 5), RULE, working_days)
    assert is_overdue(decide(bounced_twice(), "D-RL", FRIDAY), date(2026, 12, 5), RULE, working_days)
    assert not is_overdue(accept(SENT, "2008"), date(2026, 12, 5), RULE, working_days)
