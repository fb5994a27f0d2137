"""Who somebody is towards a matter, who is written to, and who is nobody at all."""

from datetime import date
from typing import Any

import pytest

from mediation.model.cases.case import StaffMember
from mediation.model.procedure.matter import Matter
from mediation.model.procedure.table import Part
from mediation.standing.standing import holders, parts_of, recused_persons, unit_of
from tests.builders import LAWYER, OWNER, SUPERVISOR, UNION, a_case
from tests.fakes.clock import Clock
from tests.fakes.records import FakeRecords
from tests.organisations import changed, person, role, small

TODAY = date(2026, 12, 1)
MANAGER, CHIEF, CLERK = 501, 502, 503


@pytest.fixture
def records(clock: Clock) -> FakeRecords:
    found = FakeRecords(clock, [LAWYER, UNION, SUPERVISOR])
    found.people.chats = {MANAGER: 9001, CHIEF: 9002, CLERK: 9003}
    return found


def matter(**fields: Any) -> Matter:
    return Matter(number="K7QF-2MRD", state="registered", owner_id=OWNER, received_on=TODAY, **fields)


def parts(records: FakeRecords, who: int, **fields: Any) -> set[Part]:
    return parts_of(records, a_case(handler_id=LAWYER.person_id), matter(**fields), who, TODAY)


def test_a_duty_on_the_roster_gives_its_parts_and_membership_alone_gives_none(records: FakeRecords) -> None:
    assert parts(records, SUPERVISOR.person_id) == {Part.SUPERVISOR}
    assert parts(records, UNION.person_id) == set() and parts(records, 999) == set()


def test_who_handles_the_talk_is_the_mediator_and_who_is_named_is_the_handler(records: FakeRecords) -> None:
    assert parts(records, LAWYER.person_id) == {Part.MEDIATOR}
    assert parts(records, UNION.person_id, handler_id=UNION.person_id) == {Part.HANDLER}


def test_who_left_the_roster_has_no_part_any_more(records: FakeRecords) -> None:
    records.people.set_staff(UNION.model_copy(update={"active": False}))
    assert parts(records, UNION.person_id, handler_id=UNION.person_id) == set()


def test_the_owner_of_a_matter_is_its_owner_and_nothing_else(records: FakeRecords) -> None:
    records.people.set_staff(StaffMember(person_id=OWNER, duty="supervisor", name="督办老李"))
    assert parts(records, OWNER) == {Part.OWNER}


def test_an_office_counts_where_it_is_held(records: FakeRecords) -> None:
    head = person("1", None, "unit_head", telegram=9001)
    records.organisation.replace(small(head, person("2", "1", role("handler", "D"), telegram=9003)))
    assert parts(records, MANAGER) == {Part.UNIT_HEAD}
    assert parts(records, MANAGER, unit="elsewhere") == set()
    assert parts(records, CLERK, offered_unit="D") == {Part.RECEIVER}
    assert parts(records, CLERK) == set()


def test_an_office_ends_on_its_last_day(records: FakeRecords) -> None:
    gone = person("1", None, role("unit_head", last=date(2026, 11, 30)), telegram=9001)
    records.organisation.replace(small(gone))
    assert parts(records, MANAGER) == set()


def test_whom_the_matter_is_about_and_their_line_are_nobody(records: FakeRecords) -> None:
    ladder = small(
        person("1", None, "supervisor", telegram=9002),
        person("2", "1", "unit_head", telegram=9001),
        person("3", "2", "first_contact", telegram=9003),
    )
    records.organisation.replace(ladder)
    about = matter(about=("2",))
    assert recused_persons(records, about) == {MANAGER, CHIEF, CLERK}
    assert [parts(records, who, about=("2",)) for who in (MANAGER, CHIEF, CLERK)] == [set()] * 3
    assert holders(records, a_case(), about, Part.TRIAGE, TODAY) == []
    records.organisation.replace(changed(ladder, "3", reports_to=None))
    assert parts(records, CLERK, about=("2",)) == {Part.TRIAGE}


def test_a_matter_without_a_unit_is_with_the_one_at_the_top() -> None:
    assert unit_of(small(), matter()) == "U"
    assert unit_of(small(), matter(unit="W")) == "W"
