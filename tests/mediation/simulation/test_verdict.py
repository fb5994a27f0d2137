"""What was posted beside what had to be: every kind of fault is named."""

from datetime import UTC, datetime, timedelta

import pytest

from mediation.simulation.oracle import Letter
from mediation.simulation.verdict import EXAMPLES, Fault, compare

DUE = datetime(2026, 3, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
ONE = Letter("S1", "告诉本人", "inform_soon", "2026-03-17", 301, DUE)


@pytest.mark.parametrize(
    ("posted", "fault"),
    [
        ([], Fault.MISSED),
        ([ONE, ONE], Fault.DOUBLED),
        ([ONE, ONE._replace(at=DUE + HOUR)], Fault.DOUBLED),
        ([ONE._replace(at=DUE - HOUR)], Fault.EARLY),
        ([ONE._replace(at=DUE + HOUR)], Fault.LATE),
        ([ONE, ONE._replace(case="S2")], Fault.UNASKED),
        ([ONE, ONE._replace(person=302)], Fault.UNASKED),
    ],
)
def test_each_fault_is_named(posted: list[Letter], fault: Fault) -> None:
    verdict = compare([ONE], posted)
    assert verdict.faults == {fault: 1} and not verdict.faultless
    assert [one.warning for one in verdict.examples[fault]] == ["inform_soon"]


def test_each_once_and_at_its_time_is_faultless() -> None:
    twice = [ONE, ONE, ONE._replace(at=DUE + HOUR)]
    verdict = compare(twice, reversed(twice))
    assert verdict.faultless and (verdict.expected, verdict.posted) == (3, 3)


def test_a_wrong_day_or_a_wrong_person_is_two_faults() -> None:
    assert compare([ONE], [ONE._replace(due="2026-03-18")]).faults == {Fault.MISSED: 1, Fault.UNASKED: 1}


def test_only_some_examples_are_kept() -> None:
    verdict = compare([ONE] * 20, [])
    assert verdict.faults[Fault.MISSED] == 20 and len(verdict.examples[Fault.MISSED]) == EXAMPLES
