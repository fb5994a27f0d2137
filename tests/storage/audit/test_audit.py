"""The audit on both databases: no gap and no twin, a break that is found, and a chain that moves house."""

import asyncio
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.exc import SQLAlchemyError

from mediation.audit.log import AuditLine, Why, verify
from mediation.model.cases.case import Notice
from storage.audit.audit import add_lines, has_audit, kept_lines, last_line
from storage.database.engine import open_engine
from storage.operations.backup import back_up, restore_from
from storage.unit_of_work.database import Database
from storage.unit_of_work.transactions import BATCH
from tests.builders import BOT, LAWYER, OWNER, ROSTER
from tests.fakes.clock import Clock
from tests.fakes.story import Story

CASE = "K7QF-2MRD"


@pytest.fixture
def engine(database_url: str) -> Iterator[Engine]:
    """A second way into the database, as the command line has one."""
    engine = open_engine(database_url)
    yield engine
    engine.dispose()


def reads(*what: str, case: str = CASE) -> Any:
    """A unit of work that opens these things, one after the other."""
    return lambda records: [records.audit.write("read", case, LAWYER.person_id, what=one) for one in what]


def lines(engine: Engine, **only: Any) -> list[AuditLine]:
    return list(kept_lines(engine, **only))


def numbers(engine: Engine) -> list[int]:
    return [line.number for line in lines(engine)]


def tamper(engine: Engine, *statements: str) -> None:
    """As somebody with all rights over the database would: the refusal is switched off first."""
    with engine.begin() as connection:
        if engine.dialect.name == "postgresql":
            connection.execute(text("SET LOCAL session_replication_role = replica"))
        else:
            for name in ("update", "delete", "replace"):
                connection.execute(text(f"DROP TRIGGER audit_no_{name}"))
        for statement in statements:
            connection.execute(text(statement))


async def test_lines_are_kept_with_what_they_record(database: Database, engine: Engine, clock: Clock) -> None:
    await database.run(reads("story", "panel"))
    clock.forward(minutes=1)
    await database.run(reads("story"))
    assert [(one.number, one.at[:16], one.facts) for one in lines(engine)] == [
        (1, "2026-03-02T09:00", '{"what":"story"}'),
        (2, "2026-03-02T09:00", '{"what":"panel"}'),
        (3, "2026-03-02T09:01", '{"what":"story"}'),
    ]
    assert verify(kept_lines(engine)).head == last_line(engine)


async def test_what_was_rolled_back_leaves_neither_line_nor_gap(database: Database, engine: Engine) -> None:
    def half_done(records: Any) -> None:
        reads("story")(records)
        raise LookupError("in the middle")

    await database.run(reads("story"))
    with pytest.raises(LookupError):
        await database.run(half_done)
    await database.run(reads("story"))
    assert numbers(engine) == [1, 2]
    assert verify(kept_lines(engine)).fault is None


async def test_writers_at_the_same_moment_make_one_chain(
    database: Database, reopened: Any, engine: Engine
) -> None:
    stores = [database, reopened()]
    works = [stores[n % 2].run(reads("story", "panel")) for n in range(BATCH)]
    await asyncio.gather(*works)
    assert numbers(engine) == list(range(1, 2 * BATCH + 1))
    assert verify(kept_lines(engine)).fault is None


async def test_one_of_a_batch_that_fails_takes_no_line_of_the_others(
    database: Database, engine: Engine
) -> None:
    def fails(records: Any) -> None:
        reads("panel")(records)
        raise LookupError

    works = [database.run(fails if n == 5 else reads("story")) for n in range(12)]
    failed = [one for one in await asyncio.gather(*works, return_exceptions=True) if one is not None]
    assert len([one for one in failed if isinstance(one, LookupError)]) == 1
    assert numbers(engine) == list(range(1, 12))
    assert verify(kept_lines(engine)).fault is None


@pytest.mark.parametrize(
    ("statement", "number", "why"),
    [
        ("UPDATE audit SET actor = '1' WHERE number = 2", 2, Why.CHANGED),
        ("UPDATE audit SET at = '2020-01-01' WHERE number = 3", 3, Why.CHANGED),
        ("DELETE FROM audit WHERE number = 1", 1, Why.MISSING),
        ("DELETE FROM audit WHERE number = 3", 3, Why.MISSING),
        ("UPDATE audit SET number = 9 WHERE number = 4", 4, Why.MISSING),
        (
            "UPDATE audit SET number = CASE number WHEN 2 THEN 30 ELSE number - 1 END WHERE number > 1",
            2,
            Why.REORDERED,
        ),
    ],
)
async def test_what_somebody_with_all_rights_does_is_found(
    database: Database, engine: Engine, statement: str, number: int, why: Why
) -> None:
    await database.run(reads("story", "panel", "story", "panel", "story"))
    tamper(engine, statement)
    fault = verify(kept_lines(engine)).fault
    assert fault is not None and (fault.number, fault.why) == (number, why)


async def test_lines_that_changed_places_are_found(database: Database, engine: Engine) -> None:
    await database.run(reads("story", "panel", "story", "panel"))
    swap = (
        "SET number = 99 WHERE number = 2",
        "SET number = 2 WHERE number = 4",
        "SET number = 4 WHERE number = 99",
    )
    tamper(engine, *(f"UPDATE audit {one}" for one in swap))
    fault = verify(kept_lines(engine)).fault
    assert fault is not None and (fault.number, fault.why, fault.other) == (2, Why.REORDERED, 4)


async def test_a_missing_end_is_found_with_a_head_that_was_noted(database: Database, engine: Engine) -> None:
    await database.run(reads("story", "panel", "story"))
    noted = last_line(engine)
    tamper(engine, "DELETE FROM audit WHERE number = 3")
    assert verify(kept_lines(engine)).fault is None
    assert noted is not None
    cut = verify(kept_lines(engine), noted.hash).fault
    assert cut is not None and (cut.number, cut.why) == (3, Why.CUT)


async def test_lines_are_found_by_subject_and_by_day(
    database: Database, engine: Engine, clock: Clock
) -> None:
    await database.run(reads("story"))
    clock.forward(days=2)
    await database.run(reads("panel", case="AAAA-BBBB"))
    await database.run(reads("panel"))
    assert [one.number for one in lines(engine, subject=CASE)] == [1, 3]
    assert [one.number for one in lines(engine, since=clock())] == [2, 3]
    assert [one.number for one in lines(engine, subject=CASE, since=clock())] == [3]


async def test_a_decision_that_was_sent_is_a_line_and_talk_is_none(
    database: Database, engine: Engine, clock: Clock
) -> None:
    def post(records: Any) -> None:
        for member in ROSTER:
            records.people.set_staff(member)
        for kind, case in (("result", CASE), ("relay", CASE), ("card", CASE), ("result", None)):
            records.outbox.post(Notice(to=OWNER, kind=kind, case_number=case))

    def deliver(records: Any, state: str) -> None:
        for letter in records.outbox.due(clock(), 10):
            records.outbox.finish(letter, state)

    for state in ("failed", "sent"):
        await database.run(post)
        await database.run(lambda r, state=state: deliver(r, state))
    (line,) = lines(engine)
    assert (line.act, line.subject, line.actor) == ("sent", CASE, "system")
    assert line.facts == f'{{"kind":"result","to":{OWNER}}}'


def test_what_happens_outside_the_store_gets_lines_of_its_own(engine: Engine, clock: Clock) -> None:
    assert has_audit(engine) and last_line(engine) is None
    add_lines(engine, clock(), "laws", ["law:甲@2024-01-01", "law:乙@None"], {"what": "import"})
    assert [(one.number, one.subject) for one in lines(engine)] == [
        (1, "law:甲@2024-01-01"),
        (2, "law:乙@None"),
    ]
    assert verify(kept_lines(engine)).fault is None


async def test_a_restored_backup_has_the_same_chain_and_goes_on_with_it(
    database: Database, engine: Engine, clock: Clock, tmp_path: Path
) -> None:
    def life(records: Any) -> None:
        story = Story(records)
        story.file()
        story.pull("claim", LAWYER)

    await database.run(life)
    back_up(engine, tmp_path / "b.zip")
    url = f"sqlite:///{tmp_path / 'restored.db'}"
    there = open_engine(url)
    restore_from(there, tmp_path / "b.zip")
    assert lines(there) == lines(engine)
    again = Database(open_engine(url), BOT, clock)
    await again.run(reads("story"))
    again.close()
    assert verify(kept_lines(there), lines(engine)[-1].hash).count == 3
    with pytest.raises(SQLAlchemyError, match="never changed"), there.begin() as connection:
        connection.execute(text("DELETE FROM audit"))
    there.dispose()


def test_reading_the_log_keeps_no_writer_waiting(sqlite_url: str, clock: Clock) -> None:
    engine, other = open_engine(sqlite_url), open_engine(sqlite_url)
    add_lines(engine, clock(), "laws", ["a", "b"], {})
    walk = kept_lines(engine)
    assert next(walk).number == 1
    add_lines(other, clock(), "laws", ["c"], {})
    assert [one.number for one in walk] == [2]
    engine.dispose()
    other.dispose()
