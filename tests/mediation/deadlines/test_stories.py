"""Every clock worked through on real dates, and whole lives of a case, years passed by another ``now``."""

from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest

from mediation.deadlines.acts import (
    breached,
    extend,
    marked,
    next_moment,
    pause,
    resume,
    start,
    stop,
    warnings,
)
from mediation.deadlines.calendar import KNOWN_THROUGH, due_moment, start_moment
from mediation.deadlines.deadline import Deadline
from mediation.deadlines.rules import Addressee, read_clocks

CHINA = ZoneInfo("Asia/Shanghai")
CLOCKS = read_clocks()

# Spring Festival 2026: rest from 15 to 23 February, work on Saturdays 14 and 28; work again on the 24th.
EXAMPLES = """
inform                    2026-02-04  2026-02-19  2026-02-24
inform_transferred        2026-01-31  2026-02-15  2026-02-24
object                    2026-02-11  2026-02-25  2026-02-25
handle                    2025-12-22  2026-02-20  2026-02-24
handle_simple             2026-02-09  2026-02-28  2026-02-28
review                    2026-01-20  2026-02-19  2026-02-24
recheck                   2026-01-18  2026-02-17  2026-02-24
ask_review                2026-01-16  2026-02-15  2026-02-24
ask_recheck               2026-01-31  2026-03-02  2026-03-02
forward                   2026-02-14  2026-02-24  2026-02-24
decide_acceptance         2026-02-13  2026-02-25  2026-02-25
handle_target             2025-12-22  2026-02-20  2026-02-20
suggestion                2026-01-20  2026-02-19  2026-02-19
second_look_plan          2026-02-09  2026-02-28  2026-02-28
open_long                 2025-11-20  2026-02-18  2026-02-18
retaliation_watch         2025-11-20  2026-02-18  2026-02-18
draft                     2026-01-20  2026-02-19  2026-02-19
arbitration               2025-02-18  2026-02-18  2026-02-24
arbitration_wages         2025-02-28  2026-02-28  2026-02-28
labour_mediation          2026-02-01  2026-02-16  2026-02-24
arbitration_acceptance    2026-02-10  2026-02-15  2026-02-24
award                     2026-01-05  2026-02-19  2026-02-24
sue_after_award           2026-02-05  2026-02-20  2026-02-24
labour_inspection         2024-02-29  2026-02-28  2026-02-28
labour_inspection_inquiry 2026-07-01  2026-09-22  2026-09-22
injury_employer           2026-01-17  2026-02-16  2026-02-24
injury_claim              2025-02-17  2026-02-17  2026-02-24
injury_acceptance         2026-02-03  2026-02-18  2026-02-24
injury_decision           2025-12-17  2026-02-15  2026-02-24
injury_decision_clear     2026-02-02  2026-02-17  2026-02-24
appraisal                 2025-12-16  2026-02-14  2026-02-14
ask_reappraisal           2026-02-06  2026-02-21  2026-02-24
appraisal_again           2025-02-20  2026-02-20  2026-02-24
reconsideration           2025-12-20  2026-02-18  2026-02-24
reconsideration_decision  2026-01-02  2026-03-03  2026-03-03
sue_after_reconsideration 2026-02-13  2026-02-28  2026-02-28
administrative_suit       2025-08-31  2026-02-28  2026-02-28
judicial_confirmation     2026-02-28  2026-03-30  2026-03-30
legal_aid                 2026-02-09  2026-02-16  2026-02-24
discipline_review         2026-01-31  2026-02-28  2026-02-28
discipline_appeal         2026-01-15  2026-02-15  2026-02-24
limitation                2023-02-20  2026-02-20  2026-02-24
avoid_contract            2025-02-16  2026-02-16  2026-02-24
avoid_mistake             2025-11-20  2026-02-18  2026-02-24
"""
ROWS = [line.split() for line in EXAMPLES.split("\n") if line]


def running(kind: str, on: str) -> Deadline:
    return start(CLOCKS.named(kind), "K7QF-2MRD", date.fromisoformat(on))


def lived(deadline: Deadline, until: str) -> tuple[Deadline, list[str]]:
    """Look only when ``next_moment`` says so; returns what was said as ``day key told``."""
    lines: list[str] = []
    end = due_moment(date.fromisoformat(until), CHINA)
    while (moment := next_moment(deadline, CHINA)) is not None and moment < end:
        found = warnings(deadline, moment, CHINA)
        deadline = marked(deadline, found)
        for one in found:
            lines.append(f"{one.due_at.astimezone(CHINA):%m-%d} {one.key} {' '.join(one.told)}")
    return deadline, lines


@pytest.mark.parametrize(("kind", "on", "due", "shown"), ROWS, ids=[row[0] for row in ROWS])
def test_a_worked_example(kind: str, on: str, due: str, shown: str) -> None:
    deadline = running(kind, on)
    assert (deadline.due.isoformat(), deadline.rolled.isoformat()) == (due, shown)
    assert deadline.certain


def test_every_clock_that_counts_has_a_worked_example() -> None:
    assert {row[0] for row in ROWS} == {clock.kind for clock in CLOCKS.clock if clock.length}


@pytest.mark.parametrize(("kind", "on", "due", "shown"), ROWS, ids=[row[0] for row in ROWS])
def test_the_same_example_years_later_is_early_and_says_that_it_is_not_certain(
    kind: str, on: str, due: str, shown: str
) -> None:
    years = KNOWN_THROUGH.year + 4 - int(due[:4])
    began = date.fromisoformat(on)
    later = began.replace(year=began.year + years, day=min(began.day, 28))
    deadline = start(CLOCKS.named(kind), "K7QF-2MRD", later)
    assert deadline.rolled == deadline.due, "nothing is rolled on a guess"
    assert deadline.certain == (deadline.clock.internal and deadline.clock.unit != "working_days")


def test_nobody_tells_the_owner_so_the_supervisor_the_head_and_the_owner_hear_of_it() -> None:
    deadline, said = lived(running("inform", "2026-03-02"), "2026-12-01")
    assert said == [
        "03-12 inform_soon FC TRI",
        "03-15 inform_urgent FC TRI UH",
        "03-18 inform_late SUP UH EMP",
    ]
    assert breached(deadline, start_moment(date(2026, 3, 18), CHINA), CHINA)


def test_over_spring_festival_staff_are_warned_by_the_calendar_and_late_only_after_the_holiday() -> None:
    _, said = lived(running("inform", "2026-02-04"), "2026-12-01")
    assert [line.split()[:2] for line in said] == [
        ["02-14", "inform_soon"],
        ["02-17", "inform_urgent"],
        ["02-25", "inform_late"],
    ]


def test_a_receiver_is_asked_on_the_fourth_working_day() -> None:
    _, said = lived(running("object", "2026-02-11"), "2026-12-01")
    assert said == ["02-24 object_soon RCV"]


def test_handling_without_an_extension_climbs_from_the_handler_to_the_level_above() -> None:
    _, said = lived(running("handle", "2026-03-02"), "2026-12-01")
    assert said == [
        "04-01 handle_progress_due HDL",
        "04-01 handle_progress EMP",
        "04-16 handle_soon HDL UH",
        "04-26 handle_urgent HDL UH SPN SUP",
        "05-07 handle_late SUP ABOVE EMP",
    ], "day 60 is Labour Day, people are shown the 6th"


def test_handling_with_an_extension_is_warned_of_again_before_the_new_end() -> None:
    deadline, before = lived(running("handle", "2026-03-02"), "2026-04-27")
    longer = extend(deadline, date(2026, 4, 28), 30, "要等审计结果", Addressee.UNIT_HEAD)
    deadline, after = lived(longer, "2026-05-27")
    assert len(before) == 4 and longer.due == date(2026, 5, 31)
    assert after == ["05-16 handle_soon HDL UH", "05-26 handle_urgent HDL UH SPN SUP"]
    done = stop(deadline, date(2026, 5, 29))
    assert lived(done, "2030-01-01")[1] == [] and not breached(done, due_moment(longer.due, CHINA), CHINA)


def test_a_hearing_of_five_days_moves_the_rest_of_a_re_check_by_five_days() -> None:
    deadline, said = lived(running("recheck", "2026-03-02"), "2026-03-23")
    deadline = pause(deadline, date(2026, 3, 24), "hearing")
    assert lived(deadline, "2026-12-01")[1] == []
    deadline = resume(deadline, date(2026, 3, 29))
    deadline, rest = lived(deadline, "2026-12-01")
    assert said == ["03-22 review_soon REV"]
    assert rest == ["04-03 review_urgent REV ABOVE", "04-08 review_late SUP EMP"]
    assert deadline.due == date(2026, 4, 6) and deadline.rolled == date(2026, 4, 7), "Qingming is rest"


def test_an_owner_is_reminded_of_a_review_three_times_and_asked_afterwards() -> None:
    _, said = lived(running("ask_review", "2026-03-02"), "2026-12-01")
    assert said == [
        "03-18 right_14 EMP",
        "03-25 right_7 EMP",
        "03-30 right_2 EMP",
        "04-02 right_over EMP",
    ]


def test_a_year_for_arbitration_is_silent_for_ten_months_and_never_speaks_to_staff() -> None:
    deadline = running("arbitration", "2024-02-29")
    assert next_moment(deadline, CHINA) == start_moment(date(2024, 12, 30), CHINA)
    deadline, said = lived(deadline, "2030-01-01")
    assert said == [
        "12-30 outside_60 EMP LAW",
        "01-29 outside_30 EMP LAW",
        "02-21 outside_7_legal_aid EMP LAW",
    ]
    assert breached(deadline, start_moment(date(2025, 3, 1), CHINA), CHINA)


def test_time_that_the_worker_did_not_lose_is_given_back_to_the_injury_claim() -> None:
    claim = pause(running("injury_claim", "2025-03-10"), date(2025, 6, 1), "not_the_workers_fault")
    claim = resume(claim, date(2025, 9, 1))
    assert claim.due == date(2026, 3, 10) + timedelta(days=92)
    assert next_moment(claim, CHINA) == start_moment(claim.due - timedelta(days=60), CHINA)


def test_an_award_that_does_not_come_opens_the_way_to_court() -> None:
    award = extend(running("award", "2026-03-02"), date(2026, 4, 10), 15, "案情复杂", Addressee.AUTHORITY)
    deadline, said = lived(award, "2026-12-01")
    assert deadline.due == date(2026, 5, 1)
    assert said == ["05-07 may_sue_after_silence EMP LAW"]


def test_a_promise_is_called_in_from_the_first_late_day_even_over_a_holiday() -> None:
    promise = start(CLOCKS.named("promise"), "K7QF-2MRD", date(2026, 1, 5), until=date(2026, 2, 14))
    deadline, said = lived(promise, "2026-02-21")
    assert said == ["02-15 promise_late_1 HDL", "02-21 promise_late_7 SUP"]
    assert lived(stop(deadline, date(2026, 2, 24)), "2030-01-01")[1] == []


def test_a_third_filing_wants_a_plan_at_once() -> None:
    _, said = lived(running("second_look_plan", "2026-03-02"), "2026-12-01")
    assert said == ["03-02 second_look_wanted SPN SUP", "03-17 second_look_late SPN SUP"]


def test_somebody_who_comes_late_hears_at_once_what_is_left() -> None:
    now = start_moment(date(2026, 2, 20), CHINA)
    found = warnings(running("arbitration", "2025-02-24"), now, CHINA)
    assert [one.key for one in found] == ["outside_60", "outside_30", "outside_7_legal_aid"]
    assert found[-1].left == 4


def test_beyond_the_notices_an_owner_is_told_the_early_day_and_loses_the_right_only_after_the_late_one() -> (
    None
):
    right = running("ask_review", f"{KNOWN_THROUGH.year + 3}-01-05")
    assert not right.certain and right.rolled == right.due < right.latest
    assert not breached(right, due_moment(right.rolled, CHINA), CHINA)
    assert breached(right, due_moment(right.latest, CHINA), CHINA)


def test_beyond_the_notices_staff_work_to_the_early_day() -> None:
    duty = running("object", f"{KNOWN_THROUGH.year + 3}-06-06")
    assert not duty.certain and duty.due == duty.rolled < duty.latest
    assert breached(duty, due_moment(duty.rolled, CHINA), CHINA)
