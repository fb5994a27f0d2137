"""The chain of the audit: every change, gap or swap is found, and said of the right line."""

import unicodedata
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from typing import Any

import pytest

from mediation.audit.log import AuditLine, Fault, NotACode, Why, chained, digest, entry, moment, verify
from mediation.cases.filing import take_to_this_account
from tests.builders import LAWYER, OWNER
from tests.fakes.clock import START
from tests.fakes.records import FakeRecords
from tests.fakes.story import Story

CASE = "K7QF-2MRD"


def a_log(length: int = 8) -> list[AuditLine]:
    lines: list[AuditLine] = []
    for number in range(length):
        new = entry(START + timedelta(minutes=number), "read", CASE, LAWYER.person_id, {"what": "story"})
        lines.append(chained(new, lines[-1] if lines else None))
    return lines


def like(line: AuditLine, **changes: Any) -> AuditLine:
    return line.model_copy(update=changes)


def fault(lines: list[AuditLine], noted: str | None = None) -> tuple[int, Why, int] | None:
    found = verify(lines, noted).fault
    return (found.number, found.why, found.other) if found else None


def test_a_whole_log_has_no_fault_and_its_head_is_its_last_line() -> None:
    lines = a_log()
    verdict = verify(lines)
    assert (verdict.fault, verdict.count, verdict.head) == (None, 8, lines[-1])
    assert verify([]).head is None and verify([]).fault is None


@pytest.mark.parametrize(
    "changes",
    [
        {"at": moment(START)},
        {"actor": "202"},
        {"act": "sent"},
        {"subject": "K7QF-2MRE"},
        {"facts": '{"what": "story"}'},
        {"format": 2},
        {"hash": "0" * 64},
        {"hash": ""},
        {"previous": "0" * 64},
        {"facts": b"bytes"},
        {"actor": "\ud800"},
    ],
)
def test_a_line_that_was_changed_in_anything_is_named(changes: dict[str, Any]) -> None:
    lines = a_log()
    lines[4] = like(lines[4], **changes)
    assert fault(lines) == (5, Why.CHANGED, 5)


def test_the_salt_of_the_first_line_cannot_be_changed_either() -> None:
    lines = a_log()
    lines[0] = like(lines[0], previous="0" * 64)
    assert fault(lines) == (1, Why.CHANGED, 1)


@pytest.mark.parametrize(("first", "last"), [(1, 1), (1, 3), (4, 4), (3, 6)])
def test_missing_lines_are_named_even_when_the_rest_was_numbered_anew(first: int, last: int) -> None:
    lines = a_log()
    del lines[first - 1 : last]
    assert fault(lines) == (first, Why.MISSING, last)
    anew = [like(line, number=number) for number, line in enumerate(lines, 1)]
    assert fault(anew) == (first, Why.MISSING, last)


@pytest.mark.parametrize("other", [4, 7])
def test_two_lines_that_changed_places_are_reordered(other: int) -> None:
    lines = a_log()
    lines[2], lines[other - 1] = lines[other - 1], lines[2]
    assert fault(lines) == (3, Why.REORDERED, other)
    anew = [like(line, number=number) for number, line in enumerate(lines, 1)]
    assert fault(anew) == (3, Why.REORDERED, other)


def test_a_line_that_comes_twice_is_out_of_its_order() -> None:
    lines = a_log()
    assert fault([*lines[:5], lines[2], *lines[5:]]) == (6, Why.REORDERED, 3)
    again = [*lines[:5], like(lines[2], number=6), *(like(one, number=one.number + 1) for one in lines[5:])]
    assert fault(again) == (6, Why.REORDERED, 3)


def test_a_line_with_a_hash_made_to_fit_breaks_the_chain_after_it() -> None:
    lines = a_log()
    lines[4] = like(lines[4], actor="202")
    lines[4].hash = digest(lines[4])
    assert fault(lines) == (6, Why.CHAINED, 5)


def test_lines_missing_at_the_end_are_seen_only_with_a_head_that_was_noted() -> None:
    lines = a_log()
    assert fault(lines[:-2]) is None
    assert fault(lines[:-2], lines[-1].hash) == (7, Why.CUT, 7)
    assert verify(lines, lines[4].hash).noted == 5
    assert fault([], lines[0].hash) == (1, Why.CUT, 1)


def test_a_log_that_was_wholly_written_anew_does_not_have_the_noted_head() -> None:
    head = a_log()[-1].hash
    assert fault(a_log(), head) == (9, Why.CUT, 9)


def test_lines_are_read_one_by_one_and_no_further_than_needed() -> None:
    asked: list[int] = []

    def lines() -> Iterator[AuditLine]:
        for line in a_log():
            asked.append(line.number)
            yield like(line, actor="1") if line.number == 3 else line

    assert verify(lines()).fault == Fault(3, Why.CHANGED, 3)
    assert asked == [1, 2, 3]


def test_the_encoding_is_pinned() -> None:
    new = entry(
        START, "moved", CASE, None, {"to": "claimed", "from": "submitted", "n": 2, "ok": True, "x": None}
    )
    line = chained(new, None, salt=lambda: "5a" * 32)
    assert line.facts == '{"from":"submitted","n":2,"ok":true,"to":"claimed","x":null}'
    assert (line.at, line.actor) == ("2026-03-02T09:00:00.000000Z", "system")
    assert line.hash == "c2351c6508b7755a0e7396e8d49076a62f40ade1f96f53abb609b90412570bbd"


def test_the_same_moment_and_subject_are_always_written_alike() -> None:
    there = START.astimezone(timezone(timedelta(hours=8)))
    decomposed = unicodedata.normalize("NFD", "law:Café")
    assert entry(there, "laws", decomposed, None, {}) == entry(START, "laws", "law:Café", None, {})
    with pytest.raises(NotACode):
        entry(datetime(2026, 3, 2), "laws", "law:x", None, {})


@pytest.mark.parametrize(
    "facts",
    [
        {"what": "他说了三句话"},
        {"what": "two words"},
        {"what": "x" * 81},
        {"share": 0.5},
        {"Name": "x"},
        {"a": ["b"]},
    ],
)
def test_words_names_and_fractions_are_no_facts(facts: dict[str, Any]) -> None:
    with pytest.raises(NotACode):
        entry(START, "read", CASE, OWNER, facts)


@pytest.mark.parametrize(("act", "subject"), [("Read", CASE), ("", CASE), ("read", ""), ("read", "a\nb")])
def test_acts_and_subjects_are_one_short_line(act: str, subject: str) -> None:
    with pytest.raises(NotACode):
        entry(START, act, subject, OWNER, {})


def test_every_move_of_a_case_is_a_line_without_its_reason(records: FakeRecords) -> None:
    story = Story(records)
    story.file("加班费三个月没有发", name="张三")
    story.pull("claim", LAWYER)
    story.pull("give_back", LAWYER, reason="我认识队长")
    kept = [(one.actor, one.act, one.subject) for one in records.audit.lines]
    assert kept == [(who, "moved", story.number) for who in (str(OWNER), "201", "201")]
    assert (
        records.audit.lines[1].facts
        == '{"from":"submitted","role":"mediator","to":"claimed","trigger":"claim"}'
    )
    assert not any(word in str(one) for one in records.audit.lines for word in ("队长", "张三", "加班"))


def test_following_a_case_up_from_another_account_is_a_move_too(records: FakeRecords) -> None:
    number = Story(records).file()
    take_to_this_account(records, 102, number)
    assert '"trigger":"follow_up"' in records.audit.lines[-1].facts
    assert verify(records.audit.lines).count == 2
