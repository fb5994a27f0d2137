"""kill -9 at each step between receipt and sending: one effect for each update, every message arrives."""

import asyncio
import signal
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from bot.sandbox import Limits, Sandbox, SandboxOptions
from mediation.cases.filing import Concern, file_concern
from mediation.cases.life_table import read_table
from mediation.cases.moves import apply_move
from mediation.model.cases.actor import Actor
from mediation.model.cases.case import StaffMember
from mediation.model.cases.content import Content
from mediation.model.cases.numbers import ReceiptCode
from storage.database.engine import open_engine
from storage.database.schema import upgrade
from storage.unit_of_work.database import Database
from storage.unit_of_work.records import SqlRecords
from tests.robustness.processes import running

STEPS = ("stored", "effect", "handled", "taken", "sent")
OWNER, STAFF = 50_001, 90_001
HOUR = timedelta(hours=1)


async def talking_pair(path: Path) -> None:
    """An employee and a mediator in one claimed case."""
    engine = open_engine(f"sqlite:///{path}")
    upgrade(engine)
    database = Database(engine, 7000000001, lambda: datetime.now(UTC))

    def fill(records: SqlRecords) -> None:
        owner, staff = records.people.meet(OWNER, records.now), records.people.meet(STAFF, records.now)
        records.people.set_staff(StaffMember(person_id=staff, duty="lawyer", name="调解员"))
        concern = Concern([(Content(text="说来话长"), None)], {}, "WAGE")
        number = file_concern(records, owner, concern, ReceiptCode("1", "00:00"), HOUR).number
        apply_move(records, read_table(), number, "claim", Actor(staff, records.people.staff(staff)), HOUR)
        records.people.sit_down(owner, number)

    await database.run(fill)
    database.close()


def counted(path: Path, query: str) -> int:
    engine = create_engine(f"sqlite:///{path}")
    with engine.connect() as connection:
        found = connection.scalar(text(query))
    engine.dispose()
    return int(found or 0)


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    async with Sandbox(SandboxOptions(limits=Limits.off())) as local:
        local.add_person(OWNER, "员工", started=True)
        local.add_person(STAFF, "调解员", started=True)
        yield local


@pytest.mark.parametrize("step", STEPS)
async def test_killed_once_every_update_has_one_effect_and_arrives(
    step: str, sandbox: Sandbox, tmp_path: Path
) -> None:
    path, mark = tmp_path / "killed.db", tmp_path / "mark"
    await talking_pair(path)
    owner, staff = sandbox.person(OWNER), sandbox.person(STAFF)
    async with running(step, mark, sandbox, path) as first:
        await staff.waits_for("说来话长", within=20)
        await owner.says("第一句")
        await owner.says("KILL 第二句")
        await owner.says("第三句")
        assert await asyncio.wait_for(first.wait(), 20) == -signal.SIGKILL
    async with running(step, mark, sandbox, path) as second:
        for words in ("第一句", "KILL 第二句", "第三句"):
            await staff.waits_for(words, within=20)
        second.send_signal(signal.SIGTERM)
        assert await asyncio.wait_for(second.wait(), 20) == 0
    assert counted(path, "SELECT count(*) FROM said WHERE author_role = 'owner'") == 1 + 3
    assert counted(path, "SELECT count(*) FROM outbox WHERE state = 'waiting'") == 0
    assert counted(path, "SELECT count(*) FROM inbox WHERE done_at IS NULL") == 0
    copies = [seen.text for seen in staff.sees() if "句" in seen.text]
    assert len(copies) <= 4, "a second copy only of the one that was under way"
    assert copies.count("KILL 第二句") == 1 or step == "sent"


async def test_a_polite_stop_loses_nothing_and_ends_with_zero(sandbox: Sandbox, tmp_path: Path) -> None:
    path = tmp_path / "stopped.db"
    await talking_pair(path)
    owner, staff = sandbox.person(OWNER), sandbox.person(STAFF)
    async with running("never", tmp_path / "mark", sandbox, path) as first:
        await staff.waits_for("说来话长", within=20)
        for number in range(30):
            await owner.says(f"第{number}句")
        await sandbox.until(lambda: any("第0句" in s.text for s in staff.sees()), 20)
        first.send_signal(signal.SIGTERM)
        assert await asyncio.wait_for(first.wait(), 20) == 0
    async with running("never", tmp_path / "mark", sandbox, path):
        await staff.waits_for("第29句", within=20)
    arrived = [s.text for s in staff.sees() if s.text.endswith("句")]
    assert arrived == [f"第{number}句" for number in range(30)]
