"""Roles: asked for by one, approved by another, over on a day; and what happens to the work."""

from datetime import timedelta
from typing import Any

import pytest

from mediation.access.grants import ask, come_by_code, grant_rules, refuse
from mediation.crisis.calls import Shift
from mediation.errors import NotFound, Refused
from mediation.model.care import RUNNING, Agreement
from mediation.model.cases.actor import Actor
from mediation.model.cases.case import StaffMember
from storage.operations.departure import HandedOver, act_on_due_grants, depart, grant_approved
from storage.unit_of_work.database import Database
from tests.builders import OWNER
from tests.fakes.clock import Clock
from tests.fakes.story import CLAIM_WITHIN, TABLE, Story

ZHENG, FENG, LIN, LI = 601, 602, 603, 604
YEAR = timedelta(days=365)


def admins(records: Any) -> None:
    for person, name in ((ZHENG, "老郑"), (FENG, "小冯"), (LIN, "小林")):
        records.people.set_staff(StaffMember(person_id=person, duty="administrator", name=name))


def asks(
    records: Any, by: int = ZHENG, person: int = LI, duty: str = "lawyer", after: timedelta = YEAR
) -> int:
    return int(ask(records, by, person, duty, "李律师", records.now + after).id)


def approves(records: Any, grant: int, by: int = FENG) -> Any:
    return grant_approved(records, TABLE, by, grant, CLAIM_WITHIN)


def sweeps(records: Any) -> int:
    return act_on_due_grants(records, TABLE, CLAIM_WITHIN, 100)


def told(records: Any, person: int) -> list[str]:
    return [one.kind for one in records.outbox.due(records.now, 1000) if one.person_id == person]


@pytest.fixture
async def house(database: Database) -> Database:
    await database.run(admins)
    return database


async def test_a_role_counts_when_a_second_administrator_approves(house: Database) -> None:
    grant = await house.run(asks)
    assert await house.run(lambda r: r.people.staff(LI)) is None
    await house.run(lambda r: approves(r, grant))
    member = await house.run(lambda r: r.people.staff(LI))
    assert member is not None and member.active and member.duty == "lawyer"


@pytest.mark.parametrize(("by", "person"), [(ZHENG, LI), (LIN, LIN)])
async def test_nobody_approves_an_ask_of_their_own_or_for_themselves(
    house: Database, by: int, person: int
) -> None:
    grant = await house.run(lambda r: asks(r, person=person, duty="supervisor"))
    with pytest.raises(Refused, match="grant_own"):
        await house.run(lambda r: approves(r, grant, by=by))


async def test_nobody_asks_for_themselves_and_nobody_but_administrators_ask(house: Database) -> None:
    with pytest.raises(Refused, match="grant_own"):
        await house.run(lambda r: asks(r, by=ZHENG, person=ZHENG))
    with pytest.raises(Refused, match="grant_not_yours"):
        await house.run(lambda r: asks(r, by=OWNER))


async def test_whoever_is_no_administrator_can_neither_approve_nor_refuse(house: Database) -> None:
    grant = await house.run(asks)
    for act in (approves, lambda r, g, by: refuse(r, by, g)):
        with pytest.raises(NotFound):
            await house.run(lambda r, act=act: act(r, grant, by=OWNER))


@pytest.mark.parametrize("days", [-1, 0, 367])
async def test_every_role_ends_within_a_year(house: Database, days: int) -> None:
    with pytest.raises(Refused, match="grant_until"):
        await house.run(lambda r: asks(r, after=timedelta(days=days)))


async def test_an_ask_lapses_after_seven_days(house: Database, clock: Clock) -> None:
    grant = await house.run(asks)
    clock.forward(days=7)
    with pytest.raises(Refused, match="grant_is_over"):
        await house.run(lambda r: approves(r, grant))
    assert await house.run(sweeps) == 1
    assert "grant_lapsed" in await house.run(lambda r: told(r, ZHENG))


async def test_an_ask_of_somebody_who_left_is_over(house: Database) -> None:
    grant = await house.run(asks)
    await house.run(lambda r: depart(r, TABLE, ZHENG, CLAIM_WITHIN))
    with pytest.raises(Refused, match="grant_is_over"):
        await house.run(lambda r: approves(r, grant))


async def test_it_is_reminded_of_fourteen_days_and_one_day_before_the_end(
    house: Database, clock: Clock
) -> None:
    await house.run(lambda r: approves(r, asks(r)))
    reminded = []
    for day in range(1, 366):
        clock.forward(days=1)
        if await house.run(sweeps):
            reminded.append(365 - day)
    assert reminded == [14, 1, 0]


async def test_at_its_end_access_is_over_before_anybody_has_looked(house: Database, clock: Clock) -> None:
    await house.run(lambda r: approves(r, asks(r, after=timedelta(days=30))))
    clock.forward(days=30)
    member = await house.run(lambda r: r.people.staff(LI))
    assert member is not None and not member.active
    assert LI not in [one.person_id for one in await house.run(lambda r: r.people.colleagues())]


async def test_at_its_end_the_case_goes_back_to_the_queue(house: Database, clock: Clock) -> None:
    await house.run(lambda r: approves(r, asks(r, after=timedelta(days=30))))

    def claims(records: Any) -> str:
        story = Story(records)
        story.file()
        story.pull("claim", records.people.staff(LI))
        return story.number

    number = await house.run(claims)
    clock.forward(days=30)
    await house.run(sweeps)
    case = await house.run(lambda r: r.cases.get(number))
    assert (case.state, case.handler_id) == ("submitted", None)
    assert "grant_ended" in await house.run(lambda r: told(r, LI))


async def test_whoever_leaves_leaves_nothing_behind(house: Database) -> None:
    def works(records: Any) -> str:
        records.people.set_staff(StaffMember(person_id=LI, duty="counsellor", name="王老师"))
        story = Story(records)
        story.file()
        story.pull("claim", records.people.staff(LI))
        hour = timedelta(hours=1)
        records.calls.put_shift(Shift(person_id=LI, starts=records.now - hour, ends=records.now + hour))
        care = Agreement(
            id=0, person_id=OWNER, alias="C33", duty="counsellor", often="weekly", state=RUNNING,
            helper_id=LI, until=records.now.date() + timedelta(days=30), asked_at=records.now,
        )  # fmt: skip
        records.care.ask(care)
        return story.number

    number = await house.run(works)
    done = await house.run(lambda r: depart(r, TABLE, LI, CLAIM_WITHIN))
    assert done == HandedOver(cases=1, matters=0, shifts=1, care=1)
    member = await house.run(lambda r: r.people.staff(LI))
    case = await house.run(lambda r: r.cases.get(number))
    assert member is not None and not Actor(LI, member).roles_on(case) and case.handler_id is None
    assert await house.run(lambda r: (r.calls.shifts(r.now), r.care.of_helper(LI))) == ([], [])


async def test_a_new_role_takes_the_place_of_the_old_one_and_its_cases_go_back(house: Database) -> None:
    await house.run(lambda r: approves(r, asks(r)))

    def claims(records: Any) -> str:
        story = Story(records)
        story.file()
        story.pull("claim", records.people.staff(LI))
        return story.number

    number = await house.run(claims)
    await house.run(lambda r: approves(r, asks(r, duty="supervisor")))
    member = await house.run(lambda r: r.people.staff(LI))
    case = await house.run(lambda r: r.cases.get(number))
    assert member is not None and member.active and (member.duty, case.handler_id) == ("supervisor", None)
    assert len(await house.run(lambda r: r.grants.open_of(LI))) == 1


async def test_a_code_makes_one_administrator_once_and_only_in_time(database: Database, clock: Clock) -> None:
    def code(records: Any) -> int:
        records.grants.add_code("hash", "老郑", records.now + timedelta(hours=24))
        return int(records.grants.codes(records.now)[-1][0])

    first, late = await database.run(code), await database.run(code)
    await database.run(lambda r: come_by_code(r, r.people, ZHENG, first))
    assert await database.run(lambda r: r.people.staff(ZHENG).duty) == "administrator"
    clock.forward(hours=24)
    for used in (first, late, 0):
        with pytest.raises(Refused, match="admin_code"):
            await database.run(lambda r, used=used: come_by_code(r, r.people, FENG, used))


async def test_where_two_administrators_are_no_code_counts_any_more(house: Database) -> None:
    await house.run(lambda r: r.grants.add_code("hash", "第三人", r.now + timedelta(hours=1)))
    with pytest.raises(Refused, match="admin_code"):
        await house.run(lambda r: come_by_code(r, r.people, LI, r.grants.codes(r.now)[0][0]))
    assert grant_rules().first_administrators == 2
