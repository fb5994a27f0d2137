"""What may be done to a running deadline, what is refused, and that nothing is said twice or forgotten."""

from collections import Counter
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediation.deadlines.acts import (
    breached,
    extend,
    marked,
    next_moment,
    pause,
    recount,
    resume,
    start,
    stop,
    warnings,
)
from mediation.deadlines.calendar import due_moment, start_moment
from mediation.deadlines.deadline import Deadline
from mediation.deadlines.rules import Addressee, Clock, DeadlineRefused, read_clocks

CHINA = ZoneInfo("Asia/Shanghai")
CLOCKS = read_clocks()
MONDAY = date(2026, 3, 2)
KINDS = st.sampled_from([clock for clock in CLOCKS.clock if clock.length])
STARTS = st.dates(date(2024, 1, 1), date(2030, 12, 31))


def running(kind: str = "handle", on: date = MONDAY) -> Deadline:
    return start(CLOCKS.named(kind), "K7QF-2MRD", on)


def on_day(number: int, first: date = MONDAY) -> date:
    return first + timedelta(days=number)


def at(day: date) -> datetime:
    """The beginning of that day, business time."""
    return start_moment(day, CHINA)


def refusal(act: Callable[[], object]) -> str:
    with pytest.raises(DeadlineRefused) as caught:
        act()
    return caught.value.code


def longer(deadline: Deadline, on: date, by: int = 30, **other: object) -> Deadline:
    facts: dict[str, object] = {"reason": "要等审计结果", "approved_by": Addressee.UNIT_HEAD, **other}
    return extend(deadline, on, by, **facts)


# starting and stopping
def test_staff_aim_at_the_day_itself_and_people_are_shown_the_working_day_after() -> None:
    deadline = running("inform", date(2026, 2, 4))
    assert deadline.due == date(2026, 2, 19), "in Spring Festival"
    assert deadline.rolled == deadline.latest == date(2026, 2, 24)
    assert deadline.certain and deadline.kind == "inform"


def test_a_promise_needs_its_day_and_no_other_clock_takes_one() -> None:
    promise, handle = CLOCKS.named("promise"), CLOCKS.named("handle")
    assert refusal(lambda: start(promise, "K", MONDAY)) == "date_wrong"
    assert refusal(lambda: start(promise, "K", MONDAY, until=on_day(-1))) == "date_wrong"
    assert refusal(lambda: start(handle, "K", MONDAY, until=on_day(9))) == "date_wrong"
    assert start(promise, "K", MONDAY, until=date(2026, 4, 5)).rolled == date(2026, 4, 5)


def test_a_stopped_deadline_says_nothing_more_and_takes_nothing_more() -> None:
    done = stop(running("recheck"), on_day(9))
    assert warnings(done, at(on_day(400)), CHINA) == [] and next_moment(done, CHINA) is None
    assert not breached(done, at(on_day(400)), CHINA)
    for act in (stop, resume):
        assert refusal(lambda act=act: act(done, on_day(10))) == "stopped_already"
    assert refusal(lambda: pause(done, on_day(10), "hearing")) == "stopped_already"


def test_what_was_done_late_stays_late() -> None:
    late = stop(running("inform"), on_day(20))
    assert breached(late, at(on_day(20)), CHINA)
    assert not breached(stop(running("inform"), on_day(15)), at(on_day(400)), CHINA)


def test_nothing_happens_before_the_start() -> None:
    assert refusal(lambda: stop(running(), on_day(-1))) == "date_wrong"
    assert refusal(lambda: pause(running("recheck"), on_day(-1), "hearing")) == "date_wrong"


def test_a_duty_is_breached_at_midnight_of_its_shown_day_and_not_before() -> None:
    deadline = running("inform", date(2026, 2, 4))
    end = due_moment(date(2026, 2, 24), CHINA)
    assert not breached(deadline, end - timedelta(seconds=1), CHINA)
    assert breached(deadline, end, CHINA)


# pausing
def test_the_days_of_a_hearing_do_not_count() -> None:
    heard = resume(pause(running("recheck"), on_day(10), "hearing"), on_day(14))
    assert heard.due == on_day(34) and heard.paused == ((on_day(10), on_day(14)),)
    assert resume(pause(running("recheck"), on_day(10), "hearing"), on_day(10)).due == on_day(30)
    assert resume(pause(running("recheck"), MONDAY, "hearing"), on_day(2)).due == on_day(31), (
        "day 0 never counts"
    )


def test_only_what_the_rule_names_stops_the_clock() -> None:
    assert refusal(lambda: pause(running("handle"), on_day(3), "hearing")) == "not_pausable"
    assert refusal(lambda: pause(running("review"), on_day(3), "hearing")) == "not_pausable"
    assert refusal(lambda: pause(running("recheck"), on_day(3), "mediation")) == "not_pausable"


def test_pauses_follow_each_other() -> None:
    once = pause(running("recheck"), on_day(10), "hearing")
    assert refusal(lambda: pause(once, on_day(11), "hearing")) == "paused_already"
    assert refusal(lambda: resume(once, on_day(9))) == "date_wrong"
    going = resume(once, on_day(12))
    assert refusal(lambda: pause(going, on_day(11), "hearing")) == "date_wrong"
    assert refusal(lambda: resume(going, on_day(13))) == "not_paused"
    assert refusal(lambda: pause(going, on_day(33), "hearing")) == "pause_too_late"


def test_a_paused_deadline_is_silent_and_never_breached() -> None:
    paused = pause(running("recheck"), on_day(22), "hearing")
    assert [one.key for one in warnings(paused, at(on_day(900)), CHINA)] == ["review_soon"]
    said = marked(paused, warnings(paused, at(on_day(22)), CHINA))
    assert next_moment(said, CHINA) is None and not breached(said, at(on_day(900)), CHINA)


@given(st.lists(st.tuples(st.integers(0, 6), st.integers(0, 40)), max_size=5), STARTS)
def test_pausing_and_resuming_never_shortens_and_moves_by_exactly_the_days(
    pauses: list[tuple[int, int]], on: date
) -> None:
    first = deadline = running("recheck", on)
    day, days = on + timedelta(days=1), 0
    for wait, length in pauses:
        day += timedelta(days=wait)
        if day > deadline.due:
            break
        before = deadline
        deadline = resume(pause(deadline, day, "hearing"), day + timedelta(days=length))
        day, days = day + timedelta(days=length), days + length
        assert deadline.due >= before.due and deadline.rolled >= before.rolled
    assert deadline.due == first.due + timedelta(days=days) <= deadline.rolled <= deadline.latest


# extending
def test_an_extension_counts_from_the_old_end_and_not_from_the_day_it_was_given() -> None:
    deadline = longer(running(), on_day(60), by=20)
    assert deadline.due == on_day(80)
    assert deadline.extended and deadline.extended.reason == "要等审计结果"


def test_an_extension_after_the_end_is_refused_even_if_the_end_is_a_rest_day() -> None:
    deadline = running("handle", date(2025, 12, 22))
    assert deadline.due == date(2026, 2, 20) and deadline.rolled == date(2026, 2, 24)
    assert refusal(lambda: longer(deadline, date(2026, 2, 21))) == "extension_too_late"
    assert longer(deadline, date(2026, 2, 20)).due == date(2026, 3, 22)


def test_an_extension_needs_a_reason_the_right_approver_and_a_measure() -> None:
    assert refusal(lambda: longer(running(), on_day(50), reason="  ")) == "reason_missing"
    assert refusal(lambda: longer(running(), on_day(50), approved_by=Addressee.HANDLER)) == "approver_wrong"
    for by in (0, -5, 31):
        assert refusal(lambda by=by: longer(running(), on_day(50), by=by)) == "extension_too_long"
    assert refusal(lambda: longer(running("inform"), on_day(5))) == "not_extendable"


@given(st.integers(1, 30), st.integers(0, 60), st.integers(0, 90), st.integers(-5, 40))
def test_it_is_extended_only_once_whatever_is_tried(by: int, first: int, second: int, more: int) -> None:
    deadline = longer(running(), on_day(first), by=by)
    assert deadline.due == on_day(60 + by)
    assert refusal(lambda: longer(deadline, on_day(second), by=more)) == "extended_already"


def test_working_days_are_extended_in_working_days() -> None:
    inquiry = running("labour_inspection_inquiry", date(2026, 3, 2))
    more = extend(inquiry, on_day(10), 30, "案情复杂", Addressee.AUTHORITY)
    assert more.due > inquiry.due + timedelta(days=40) and more.certain


# warnings
@given(KINDS, STARTS, st.lists(st.integers(0, 3000), max_size=30))
def test_each_warning_is_said_exactly_once_whatever_the_moments_of_looking(
    clock: Clock, on: date, hours: list[int]
) -> None:
    deadline = running(clock.kind, on)
    looks = [at(on) + timedelta(hours=hour) for hour in sorted(hours)] + [
        at(deadline.latest + timedelta(days=99))
    ]
    said: Counter[str] = Counter()
    for now in looks:
        moment = next_moment(deadline, CHINA)
        found = warnings(deadline, now, CHINA)
        assert bool(found) == (moment is not None and moment <= now)
        assert all(one.due_at <= now and one.due_at.tzinfo is UTC for one in found)
        deadline = marked(deadline, found)
        said.update(one.key for one in found)
    assert said == Counter(rule.key for rule in deadline.clock.warning)
    assert next_moment(deadline, CHINA) is None


@given(st.integers(1, 30), st.integers(0, 60))
def test_a_moved_end_moves_the_warnings_that_count_down_to_it(by: int, on: int) -> None:
    before = {one.key: one.due_at for one in warnings(running(), at(on_day(900)), CHINA)}
    moved = longer(running(), on_day(on), by=by)
    after = {one.key: one.due_at for one in warnings(moved, at(on_day(900)), CHINA)}
    assert after["handle_progress"] == before["handle_progress"], "a promise to the owner does not move"
    for key in ("handle_soon", "handle_urgent"):
        assert after[key] == before[key] + timedelta(days=by)
    assert after["handle_late"] == due_moment(moved.rolled, CHINA)


@given(st.integers(1, 27), st.integers(0, 60))
def test_a_pause_moves_the_warnings_behind_it_and_no_other(on: int, length: int) -> None:
    plain = running("recheck")
    moved = resume(pause(plain, on_day(on), "hearing"), on_day(on + length))
    before = {one.key: one.due_at for one in warnings(plain, at(on_day(900)), CHINA)}
    after = {one.key: one.due_at for one in warnings(moved, at(on_day(900)), CHINA)}
    for key, day in (("review_soon", 20), ("review_urgent", 27)):
        assert after[key] - before[key] == timedelta(days=length if day >= on else 0)
    assert after["review_late"] == due_moment(moved.rolled, CHINA)


def test_after_an_extension_the_new_end_is_warned_of_again_and_the_past_is_not() -> None:
    deadline = running()
    deadline = marked(deadline, warnings(deadline, at(on_day(56)), CHINA))
    deadline = longer(deadline, on_day(57))
    assert deadline.warned == {"handle_progress_due", "handle_progress"}
    assert warnings(deadline, at(on_day(74)), CHINA) == []
    assert [one.key for one in warnings(deadline, at(on_day(85)), CHINA)] == ["handle_soon", "handle_urgent"]


def test_after_a_long_silence_the_warnings_come_in_order_with_the_days_that_are_left() -> None:
    found = warnings(running("ask_review"), at(on_day(29)), CHINA)
    assert [one.key for one in found] == ["right_14", "right_7", "right_2"]
    assert {one.left for one in found} == {1}
    assert [one.left for one in warnings(running("inform"), at(on_day(40)), CHINA)][-1] == -25


def test_a_recount_changes_nothing_while_nothing_new_is_known() -> None:
    for kind in ("object", "handle", "recheck", "labour_inspection_inquiry"):
        assert recount(running(kind)) == running(kind)
    assert recount(longer(running(), on_day(9))) == longer(running(), on_day(9))
