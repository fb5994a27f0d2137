"""A thousand people write at once; no message lands in a wrong place, none is lost, order is kept."""

import asyncio
from datetime import timedelta
from pathlib import Path

import pytest

from mediation.cases.filing import Concern, file_concern
from mediation.cases.life_table import read_table
from mediation.cases.moves import apply_move
from mediation.model.cases.actor import Actor
from mediation.model.cases.case import StaffMember
from mediation.model.cases.content import Content
from mediation.model.cases.numbers import ReceiptCode
from storage.unit_of_work.records import SqlRecords
from tests.house import House, open_house

MEDIATORS = 20
HOUR = timedelta(hours=1)
FIRST_EMPLOYEE, FIRST_MEDIATOR = 50_000, 90_000


def fill(records: SqlRecords, count: int) -> None:
    """As many employees for each mediator as for the others, every one in a claimed case of their own."""
    table = read_table()
    for i in range(MEDIATORS):
        staff = records.people.meet(FIRST_MEDIATOR + i, records.now)
        records.people.set_staff(StaffMember(person_id=staff, duty="lawyer", name=f"调解员{i}"))
    for i in range(count):
        owner = records.people.meet(FIRST_EMPLOYEE + i, records.now)
        concern = Concern([(Content(text="开头"), None)], {}, "WAGE")
        number = file_concern(records, owner, concern, ReceiptCode("1", "00:00"), HOUR).number
        staff = records.people.meet(FIRST_MEDIATOR + i % MEDIATORS, records.now)
        apply_move(records, table, number, "claim", Actor(staff, records.people.staff(staff)), HOUR)
        records.people.sit_down(owner, number)
    for letter in records.outbox.due(records.now, 10 * count):
        records.outbox.finish(letter, "stopped")


async def crowd(house: House, count: int) -> None:
    for i in range(MEDIATORS):
        house.sandbox.add_person(FIRST_MEDIATOR + i, f"调解员{i}", started=True)
    for i in range(count):
        house.sandbox.add_person(FIRST_EMPLOYEE + i, f"员工{i}", started=True)
    await house.app.database.run(lambda r: fill(r, count))


@pytest.mark.parametrize("count", [100, pytest.param(1000, marks=pytest.mark.deep)])
async def test_interleaved_chats_stay_apart_and_in_order(tmp_path: Path, count: int) -> None:
    async with open_house(tmp_path) as house:
        await crowd(house, count)
        people = [house.sandbox.person(FIRST_EMPLOYEE + i) for i in range(count)]
        mediators = [house.sandbox.person(FIRST_MEDIATOR + i) for i in range(MEDIATORS)]
        for round_ in ("甲", "乙"):
            await asyncio.gather(*(one.says(f"{i}{round_}") for i, one in enumerate(people)))
        wanted = [
            [f"{i}{r}" for r in ("甲", "乙") for i in range(m, count, MEDIATORS)] for m in range(MEDIATORS)
        ]

        def heard(m: int) -> list[str]:
            return [s.text for s in mediators[m].sees() if s.from_bot and s.text[-1:] in "甲乙"]

        await house.sandbox.until(lambda: all(len(heard(m)) == len(wanted[m]) for m in range(MEDIATORS)), 60)
        for m in range(MEDIATORS):
            assert sorted(heard(m)) == sorted(wanted[m])
            for i in range(m, count, MEDIATORS):
                assert heard(m).index(f"{i}甲") < heard(m).index(f"{i}乙")
