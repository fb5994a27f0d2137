"""The oracle, on days that were worked out by hand (see ``test_deadline_stories``)."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from mediation.deadlines.rules import read_clocks
from mediation.model.procedure.matter import Matter
from mediation.simulation.history import CaseHistory, Change, Happened, History
from mediation.simulation.oracle import Oracle

CHINA = ZoneInfo("Asia/Shanghai")
CLOCKS = read_clocks()
SUPERVISORS = (301, 302)


def at(day: str, hour: int = 10) -> datetime:
    return (
        datetime.combine(date.fromisoformat(day), datetime.min.time(), CHINA)
        .replace(hour=hour)
        .astimezone(UTC)
    )


def looks(first: str = "2026-01-01", days: int = 400) -> list[datetime]:
    """Awake at the beginning of every day, and at noon."""
    return [at(first, 0) + timedelta(hours=12 * half) for half in range(2 * days)]


def change(day: str, what: Change, until: str | None = None) -> Happened:
    return Happened(at(day), what, date.fromisoformat(day), date.fromisoformat(until) if until else None)


def history(kind: str, day: str, *happened: Happened, until: str | None = None) -> History:
    end = date.fromisoformat(until) if until else None
    return History(kind, date.fromisoformat(day), at(day), end, happened=list(happened))


def said(*deadlines: History, awake: list[datetime] | None = None, **fields: object) -> list[str]:
    """Day, warning and person of each letter, in order."""
    matter = Matter(number="S1", state="accepted", owner_id=1, received_on=date(2026, 3, 2), handler_id=7)
    case = CaseHistory("S1", list(deadlines), [(at("2026-01-01"), matter.model_copy(update=fields))])
    found = Oracle(CLOCKS, looks() if awake is None else awake, SUPERVISORS, CHINA).letters(case)
    return [f"{one.at.astimezone(CHINA):%m-%d} {one.warning} {one.person}" for one in found]


def test_nobody_tells_the_owner_so_the_supervisors_and_the_owner_hear_of_it() -> None:
    assert said(history("inform", "2026-02-04")) == [
        "02-14 inform_soon 301", "02-14 inform_soon 302",
        "02-17 inform_urgent 301", "02-17 inform_urgent 302",
        "02-25 inform_late 301", "02-25 inform_late 302", "02-25 inform_late 1",
    ]  # fmt: skip


def test_after_a_stop_nothing_is_said() -> None:
    one = history("inform", "2026-02-04", change("2026-02-17", Change.STOPPED))
    assert {line.split()[1] for line in said(one)} == {"inform_soon", "inform_urgent"}
    assert not said(history("inform", "2026-02-04", change("2026-02-13", Change.STOPPED)))


def test_what_lies_ahead_of_an_extension_is_said_again_of_the_new_end() -> None:
    one = history("handle", "2026-03-02", change("2026-04-28", Change.LENGTHENED, "2026-05-31"))
    told_handler = [line for line in said(one) if line.endswith(" 7")]
    assert told_handler == [
        "04-01 handle_progress_due 7", "04-16 handle_soon 7", "04-26 handle_urgent 7",
        "05-16 handle_soon 7", "05-26 handle_urgent 7",
    ]  # fmt: skip


def test_a_hearing_moves_the_rest_by_its_days() -> None:
    hearing = change("2026-03-24", Change.PAUSED), change("2026-03-29", Change.RESUMED)
    lines = said(history("recheck", "2026-03-02", *hearing), named=frozenset({302}))
    assert lines == [
        "03-22 review_soon 301", "04-03 review_urgent 301", "04-08 review_late 301", "04-08 review_late 1"
    ]  # fmt: skip


def test_a_hearing_that_does_not_end_is_silent() -> None:
    assert not said(history("recheck", "2026-03-02", change("2026-03-10", Change.PAUSED)))


def test_what_begins_again_does_not_say_again_what_was_said() -> None:
    first = history("inform", "2026-03-02", change("2026-03-13", Change.STOPPED))
    again = History("inform", date(2026, 3, 2), at("2026-03-16"), earlier=first)
    assert [line for line in said(first, again) if line.endswith("301")] == [
        "03-12 inform_soon 301", "03-16 inform_urgent 301", "03-18 inform_late 301"
    ]  # fmt: skip


def test_after_a_long_silence_each_hears_the_last_word_only() -> None:
    assert said(history("inform", "2026-03-02"), awake=[at("2026-04-01")]) == [
        "04-01 inform_late 301", "04-01 inform_late 302", "04-01 inform_late 1"
    ]  # fmt: skip


def test_a_promise_is_called_in_on_calendar_days() -> None:
    one = history("promise", "2026-01-05", change("2026-02-24", Change.STOPPED), until="2026-02-14")
    assert said(one) == ["02-15 promise_late_1 7", "02-21 promise_late_7 301", "02-21 promise_late_7 302"]


def test_a_plan_is_wanted_on_the_day_itself_at_the_next_look() -> None:
    lines = said(history("second_look_plan", "2026-03-02"), sponsor_id=9)
    assert [line for line in lines if line.endswith(" 9")] == [
        "03-02 second_look_wanted 9", "03-17 second_look_late 9"
    ]  # fmt: skip


@pytest.mark.parametrize("named", [frozenset(), frozenset(SUPERVISORS)])
def test_where_no_supervisor_may_see_it_the_group_is_told(named: frozenset[int]) -> None:
    people = {line.split()[2] for line in said(history("open_long", "2026-03-02"), named=named)}
    assert people == ({"None"} if named else {"301", "302"})
