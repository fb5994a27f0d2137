"""Warnings: each once, whatever is restarted, to whom it concerns, at the cost of what is due."""

import asyncio
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from sqlalchemy import event, select, text
from sqlalchemy.engine.default import DefaultDialect

from mediation.deadlines.acts import start
from mediation.deadlines.record import record_of
from mediation.deadlines.rules import ClockTable
from mediation.model.procedure.matter import Matter
from mediation.procedure.warnings import ASK_AGAIN, warn_due
from storage.database.sql import table
from storage.procedure.matters import DUE
from storage.tables import OutboxRow
from storage.unit_of_work.database import Database
from storage.vault.hidden_columns import FACTS
from tests.builders import OWNER, ROSTER, SUPERVISOR, UNION, a_case
from tests.fakes.clock import Clock
from tests.fakes.proceedings import CHINA, CLOCKS, HANDLER, Proceeding, at
from tests.fakes.vault import a_vault

OUTBOX = table(OutboxRow)
PLAIN = DefaultDialect(paramstyle="named")


@pytest.fixture
def way(store: Any, clock: Clock) -> Proceeding:
    return Proceeding(store, clock)


async def run(way: Proceeding, kind: str, day: str, until: date | None = None) -> None:
    """Start one more clock in the case."""
    deadline = start(CLOCKS.named(kind), way.number, date.fromisoformat(day), until)
    await way.store.run(lambda r: r.deadlines.add(record_of(deadline, CHINA)))


async def keys(way: Proceeding, person: int) -> list[tuple[str, str]]:
    letters = await way.letters(person)
    return [(one["warning"], one["parts"]) for one in letters if "warning" in one]


async def said(store: Database) -> list[tuple[str, int | None, str]]:
    """Day, person and warning of every notice of a deadline that was ever posted."""
    wanted = select(OUTBOX).where(OUTBOX.c.kind.like("deadline%")).order_by(OUTBOX.c.id)
    rows = await store.run(lambda r: r.connection.execute(wanted).all())
    return [
        (
            row.posted_at.astimezone(CHINA).strftime("%m-%d"),
            row.person_id,
            FACTS.decrypt(a_vault(), row._mapping)["facts"]["warning"],
        )
        for row in rows
    ]


async def test_over_a_year_with_restarts_each_warning_is_given_once(
    reopened: Callable[[], Database], clock: Clock
) -> None:
    store = reopened()
    await store.run(lambda r: [r.people.set_staff(member) for member in ROSTER])
    way = Proceeding(store, clock)
    await way.file("2026-03-02")
    await way.step("2026-03-09", "accept", "triage", person=UNION)
    for day in range(365):
        if day % 30 == 0:
            store.close()
            store = way.store = reopened()
        clock.forward(days=1)
        await way.warned()
        assert (await way.warned()).looked == 0, "a second look finds nothing"
    assert await said(store) == [
        ("04-08", HANDLER, "handle_progress_due"),
        ("04-08", OWNER, "handle_progress"),
        ("04-23", HANDLER, "handle_soon"),
        ("04-23", SUPERVISOR.person_id, "handle_soon"),
        ("05-03", HANDLER, "handle_urgent"),
        ("05-03", SUPERVISOR.person_id, "handle_urgent"),
        ("05-09", OWNER, "handle_late"),
        ("05-09", SUPERVISOR.person_id, "handle_late"),
        ("06-01", SUPERVISOR.person_id, "open_long"),
    ]


async def test_two_that_look_at_the_same_moment_say_it_once(
    reopened: Callable[[], Database], clock: Clock
) -> None:
    stores = [reopened(), reopened()]
    await Proceeding(stores[0], clock).file("2026-03-02")
    at(clock, "2026-03-30")
    await asyncio.gather(*(Proceeding(store, clock).warned() for store in stores * 2))
    assert [key for _, _, key in await said(stores[0])] == ["inform_late", "inform_late"]
    assert {person for _, person, _ in await said(stores[0])} == {OWNER, None}


async def test_whoever_is_not_known_is_named_to_the_supervisors(way: Proceeding) -> None:
    await way.file("2026-03-02")
    at(way.clock, "2026-03-15")
    await way.warned()
    assert await keys(way, SUPERVISOR.person_id) == [("inform_urgent", "FC TRI UH")]
    assert await keys(way, OWNER) == [] and await keys(way, HANDLER) == []


async def test_a_handler_who_has_left_is_named_to_the_supervisors(way: Proceeding) -> None:
    await way.file("2026-03-02")
    await way.step("2026-03-09", "accept", "triage", person=UNION)
    gone = UNION.model_copy(update={"active": False})
    await way.store.run(lambda r: r.people.set_staff(gone))
    at(way.clock, "2026-04-23")
    await way.warned()
    assert await keys(way, HANDLER) == []
    assert await keys(way, SUPERVISOR.person_id) == [("handle_soon", "HDL UH")]


async def test_after_a_long_silence_each_hears_the_last_word_only(way: Proceeding) -> None:
    await way.file("2026-03-02")
    at(way.clock, "2026-04-01")
    assert (await way.warned()).posted == 2
    assert await keys(way, SUPERVISOR.person_id) == [("inform_late", "UH")]
    (letter,) = await way.letters(OWNER)
    assert (letter["kind"], letter["when"], letter["due"]) == ("deadline_owner", "late", "2026-03-17")


async def test_a_limit_outside_is_told_to_the_owner_and_to_nobody_else(way: Proceeding) -> None:
    await way.file("2026-03-02")
    await way.step("2026-03-09", "accept", "triage", person=UNION)
    await run(way, "award", "2026-03-02")
    await run(way, "discipline_review", "2026-03-02")
    at(way.clock, "2026-04-20")
    await way.warned()
    heard = {one[0] for one in await keys(way, OWNER)}
    assert heard == {"may_sue_after_silence", "right_2", "handle_progress"}
    for person in (HANDLER, SUPERVISOR.person_id):
        assert {one[0] for one in await keys(way, person)} <= {"handle_progress_due"}


async def test_a_stopped_deadline_is_silent(way: Proceeding) -> None:
    await way.file("2026-03-02")
    await way.step("2026-03-04", "redirect", "triage", reason="归仲裁", door="仲裁委")
    at(way.clock, "2026-05-01")
    assert (await way.warned()).looked == 0


async def test_an_unknown_kind_is_named_kept_and_holds_up_nobody(way: Proceeding) -> None:
    await way.file("2026-03-02")
    fewer = ClockTable(clock=tuple(one for one in CLOCKS.clock if one.kind != "inform"))
    at(way.clock, "2026-07-01")

    def look(records: Any) -> Any:
        return warn_due(records, fewer, records.now, CHINA, 1)

    assert (await way.store.run(look)).unknown == ("inform",)
    assert (await way.store.run(look)).posted == 1, "the other one comes at the second look"
    assert (await way.store.run(look)).looked == 0
    way.clock.forward(ASK_AGAIN)
    assert (await way.warned()).posted == 2, "with the kind back in the table nothing was lost"


def fill(records: Any, count: int) -> None:
    """So many open deadlines, of which three are due on 20 March."""
    for index in range(count):
        number = f"CASE-{index:04}"
        day = date(2026, 3, 2) if index < 3 else date(2026, 6, 1)
        records.cases.add(a_case(number=number))
        records.matters.add(Matter(number=number, state="registered", owner_id=OWNER, received_on=day))
        records.deadlines.add(record_of(start(CLOCKS.named("inform"), number, day), CHINA))


@pytest.mark.parametrize("count", [10, 1000])
async def test_a_look_costs_what_is_due_and_not_what_exists(
    database: Database, clock: Clock, count: int
) -> None:
    await database.run(lambda r: fill(r, count))
    at(clock, "2026-03-20")
    statements: list[str] = []

    def look(records: Any) -> Any:
        def noted(_c: Any, _cursor: Any, statement: str, *_: Any) -> None:
            statements.append(statement)

        event.listen(records.connection, "before_cursor_execute", noted)
        try:
            return warn_due(records, CLOCKS, records.now, CHINA, 100)
        finally:
            event.remove(records.connection, "before_cursor_execute", noted)

    assert (await database.run(look)).looked == 3
    reading = [one for one in statements if one.startswith("SELECT") and "deadlines" in one]
    assert len(reading) == 1
    once, each = 1 + 1 + 4, 6
    assert len(statements) == once + 3 * each, (
        "once: what is due, the roster, the organisation; for each: case, matter, supervisors, letters, row"
    )


async def test_what_is_due_is_found_by_the_index_and_no_other_row_is_read(
    database: Database, clock: Clock
) -> None:
    await database.run(lambda r: fill(r, 1000))
    at(clock, "2026-03-20")

    def plan(records: Any) -> str:
        connection, dialect = records.connection, records.connection.dialect
        if dialect.name == "postgresql":
            connection.exec_driver_sql("ANALYZE deadlines")
        explain = "EXPLAIN (ANALYZE)" if dialect.name == "postgresql" else "EXPLAIN QUERY PLAN"
        values = {"now": str(records.now), "at_most": 100}
        rows = connection.execute(text(f"{explain} {DUE.compile(dialect=PLAIN)}"), values)
        return "\n".join(str(row) for row in rows)

    said = await database.run(plan)
    assert "ix_deadlines_next" in said
    assert "Seq Scan" not in said and "Rows Removed" not in said and "SCAN" not in said
