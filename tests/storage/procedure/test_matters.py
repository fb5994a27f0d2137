"""Matters and deadlines as rows: what goes in comes out, two writers are told apart, kinds may vanish."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from mediation.deadlines.acts import extend, marked, pause, resume, start, stop, warnings
from mediation.deadlines.record import record_of
from mediation.deadlines.rules import Addressee, ClockTable, DeadlineRefused
from mediation.errors import NotFound, Stale
from mediation.model.procedure.matter import Matter, Promise
from storage.database.engine import open_engine
from storage.operations.backup import back_up, restore_from
from storage.unit_of_work.database import Database
from tests.builders import BOT
from tests.conftest import BOTH
from tests.fakes.clock import Clock
from tests.fakes.proceedings import CHINA, CLOCKS
from tests.fakes.vault import a_vault

CASE = "K7QF-2MRD"
DAY = date(2026, 3, 2)

FULL = Matter(
    number=CASE,
    state="executing",
    owner_id=101,
    received_on=DAY,
    unit="作业二队",
    handler_id=203,
    accepted_on=DAY,
    opinion="补发夜班津贴 💢",
    decided_by=(203, 402),
    promises=(Promise(what="补发", until=DAY, done_on=DAY), Promise(what="道歉", until=DAY)),
    named=frozenset({7, 8}),
)


async def test_a_matter_is_read_back_as_it_was(store: Any) -> None:
    await store.run(lambda r: r.matters.add(FULL.model_copy()))
    assert await store.run(lambda r: r.matters.get(CASE)) == FULL
    with pytest.raises(NotFound):
        await store.run(lambda r: r.matters.get("ZZZZ-ZZZZ"))


async def test_the_second_of_two_writers_is_told(store: Any) -> None:
    await store.run(lambda r: r.matters.add(FULL.model_copy()))
    first = await store.run(lambda r: r.matters.get(CASE))
    await store.run(lambda r: r.matters.save(first.model_copy(update={"state": "closed"})))
    with pytest.raises(Stale):
        await store.run(lambda r: r.matters.save(first.model_copy(update={"state": "review"})))
    assert (await store.run(lambda r: r.matters.get(CASE))).state == "closed"


async def test_a_deadline_is_read_back_with_all_that_happened_to_it(store: Any, clock: Clock) -> None:
    recheck = start(CLOCKS.named("recheck"), CASE, DAY)
    recheck = resume(pause(recheck, date(2026, 3, 5), "hearing"), date(2026, 3, 9))
    recheck = pause(recheck, date(2026, 3, 20), "hearing")
    late = clock.now + timedelta(days=50)
    handle = extend(
        start(CLOCKS.named("handle"), CASE, DAY), date(2026, 4, 1), 20, "等审计", Addressee.UNIT_HEAD
    )
    handle = stop(marked(handle, warnings(handle, late, CHINA)), date(2026, 4, 21))
    for one in (recheck, handle):
        await store.run(lambda r, one=one: r.deadlines.add(record_of(one, CHINA)))
    rows = await store.run(lambda r: r.deadlines.of_case(CASE))
    assert [row.read(CLOCKS) for row in rows] == [recheck, handle]
    assert handle.warned and [row.next_at for row in rows] == [None, None]


async def test_a_deadline_changed_by_two_keeps_the_first_change(store: Any) -> None:
    await store.run(lambda r: r.deadlines.add(record_of(start(CLOCKS.named("inform"), CASE, DAY), CHINA)))
    (row,) = await store.run(lambda r: r.deadlines.of_case(CASE))
    stopped = row.holding(stop(row.read(CLOCKS), DAY), CHINA)
    await store.run(lambda r: r.deadlines.save(stopped.model_copy()))
    with pytest.raises(Stale):
        await store.run(lambda r: r.deadlines.save(row.model_copy()))
    (after,) = await store.run(lambda r: r.deadlines.of_case(CASE))
    assert after.stopped == DAY


async def test_a_kind_that_is_gone_is_an_error_with_its_name_and_the_row_stays(store: Any) -> None:
    await store.run(lambda r: r.deadlines.add(record_of(start(CLOCKS.named("inform"), CASE, DAY), CHINA)))
    fewer = ClockTable(clock=tuple(one for one in CLOCKS.clock if one.kind != "inform"))
    (row,) = await store.run(lambda r: r.deadlines.of_case(CASE))
    with pytest.raises(DeadlineRefused) as said:
        row.read(fewer)
    assert (said.value.code, said.value.facts) == ("unknown_clock", {"kind": "inform"})
    assert row.read(CLOCKS).due == date(2026, 3, 17)


async def test_the_longest_waiting_comes_first_and_what_is_stopped_never(store: Any, clock: Clock) -> None:
    for kind, day in (("inform", DAY), ("object", DAY), ("handle", date(2026, 1, 5))):
        await store.run(
            lambda r, kind=kind, day=day: r.deadlines.add(
                record_of(start(CLOCKS.named(kind), CASE, day), CHINA)
            )
        )
    assert (
        await store.run(lambda r: r.deadlines.next_due())
        == record_of(start(CLOCKS.named("handle"), CASE, date(2026, 1, 5)), CHINA).next_at
    )
    clock.forward(days=30)
    due = await store.run(lambda r: r.deadlines.due(r.now, 100))
    assert [row.kind for row in due] == ["handle", "object", "inform"]
    handle = due[0]
    await store.run(lambda r: r.deadlines.save(handle.holding(stop(handle.read(CLOCKS), DAY), CHINA)))
    assert [row.kind for row in await store.run(lambda r: r.deadlines.due(r.now, 1))] == ["object"]


@pytest.mark.parametrize("restored", BOTH)
async def test_a_backup_takes_them_along(
    database: Database, clock: Clock, tmp_path: Path, restored: str, request: pytest.FixtureRequest
) -> None:
    handle = extend(
        start(CLOCKS.named("handle"), CASE, DAY), date(2026, 4, 1), 20, "等审计", Addressee.UNIT_HEAD
    )
    await database.run(
        lambda r: [r.matters.add(FULL.model_copy()), r.deadlines.add(record_of(handle, CHINA))]
    )
    engine = open_engine(request.getfixturevalue("database_url"))
    back_up(engine, tmp_path / "b.zip")
    engine.dispose()
    bare = request.getfixturevalue("postgres").bare if restored == "postgres" else None
    there = open_engine(bare() if bare else f"sqlite:///{tmp_path / 'there.db'}")
    restore_from(there, tmp_path / "b.zip")
    again = Database(there, BOT, clock, a_vault())
    both = await again.run(lambda r: (r.matters.get(CASE), r.deadlines.of_case(CASE)[0].read(CLOCKS)))
    again.close()
    assert both == (FULL, handle)
