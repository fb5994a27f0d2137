"""What claim, relay and "my cases" cost with 1,000, 10,000 and 100,000 cases in the store."""

import asyncio
import tempfile
import time
from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median
from typing import Any

from sqlalchemy import insert

from mediation.cases.filing import Concern, add_to_case, file_concern
from mediation.cases.life_table import read_table
from mediation.cases.moves import apply_move
from mediation.model.cases.actor import Actor
from mediation.model.cases.case import StaffMember
from mediation.model.cases.content import Content, Place
from storage.database.engine import open_engine
from storage.database.schema import upgrade
from storage.database.sql import table
from storage.tables import CaseRow, ContactRow, EventRow, OutboxRow, PersonRow, PlacementRow, SaidRow
from storage.unit_of_work.database import Database
from storage.unit_of_work.records import SqlRecords
from tests.bench.filling import CODE
from tests.bench.stub import BOT

SIZES = (1_000, 10_000, 100_000)
REPEATS = 200
NOW = datetime(2026, 3, 2, tzinfo=UTC)
STATES = ("submitted", "claimed", "resolved", "closed", "closed", "closed")
HANDLERS = 40


def _rows(size: int) -> Iterable[tuple[type, list[dict[str, Any]]]]:
    """Cases with history, two messages each, their places, and a sent letter; every tenth owner has ten."""
    numbers = range(size)
    owner = [1000 + i // 10 if i % 2 else 1000 + i for i in numbers]
    people = sorted(set(owner))
    yield PersonRow, [{"id": p, "language": "zh-CN", "created_at": NOW} for p in people]
    yield ContactRow, [{"person_id": p, "bot": BOT, "chat": 10**6 + p} for p in people]
    base = {"account": {}, "alias": "A22", "category": "WAGE", "version": 1, "filed_at": NOW}
    fields = {n: f.get_default() for n, f in CaseRow.model_fields.items() if not f.is_required()}
    cases = []
    for i in numbers:
        state = STATES[i % len(STATES)]
        handler = None if state == "submitted" else 1 + i % HANDLERS
        own = {"number": f"N{i:07d}", "owner_id": owner[i], "state": state, "handler_id": handler}
        cases.append({**fields, **base, **own, "filed_at": NOW - timedelta(minutes=i)})
    yield CaseRow, cases
    event = {
        "trigger": "file",
        "from_state": "draft",
        "to_state": "submitted",
        "actor_role": "owner",
        "at": NOW,
    }
    yield (
        EventRow,
        [{**event, "case_number": f"N{i:07d}", "actor_id": owner[i], "reason": ""} for i in numbers],
    )
    said = {
        "author_role": "owner",
        "privacy": "public",
        "kind": "text",
        "text": "x",
        "entities": [],
        "said_at": NOW,
    }
    yield (
        SaidRow,
        [{**said, "case_number": f"N{i // 2:07d}", "author_id": owner[i // 2]} for i in range(2 * size)],
    )
    yield (
        PlacementRow,
        [
            {
                "bot": BOT,
                "chat": 10**6 + owner[i // 2],
                "message": i,
                "case_number": f"N{i // 2:07d}",
                "said_id": i + 1,
            }
            for i in range(2 * size)
        ],
    )
    letter = {
        "bot": BOT,
        "kind": "relay",
        "facts": {},
        "lane": 0,
        "state": "sent",
        "attempts": 0,
        "revision": 0,
    }
    yield (
        OutboxRow,
        [{**letter, "person_id": owner[i], "not_before": NOW, "posted_at": NOW} for i in numbers],
    )


def _fill(path: Path, size: int) -> Database:
    engine = open_engine(f"sqlite:///{path}")
    upgrade(engine)
    with engine.begin() as connection:
        for model, rows in _rows(size):
            for start in range(0, len(rows), 5000):
                connection.execute(insert(table(model)), rows[start : start + 5000])
    return Database(engine, BOT, lambda: datetime.now(UTC))


async def _costs(database: Database) -> dict[str, float]:
    """Median milliseconds of each act, through the same door as the bot."""
    life = read_table()

    def enrol(records: SqlRecords) -> tuple[int, int]:
        staff, owner = records.people.meet(1, records.now), records.people.meet(2, records.now)
        records.people.set_staff(StaffMember(person_id=staff, duty="lawyer", name="L"))
        return staff, owner

    staff, owner = await database.run(enrol)
    concern = Concern([(Content(text="x"), None)], {}, "WAGE")
    wait = timedelta(hours=1)
    numbers = [
        (await database.run(lambda r: file_concern(r, owner, concern, CODE, wait))).number
        for _ in range(REPEATS)
    ]
    places = iter(range(10**6, 10**7))

    async def timed(work: Callable[[SqlRecords], Any]) -> float:
        started = time.perf_counter()
        await database.run(work)
        return (time.perf_counter() - started) * 1e3

    claim, relay, mine = [], [], []
    for number in numbers:
        claim.append(
            await timed(
                lambda r, n=number: apply_move(r, life, n, "claim", Actor(staff, r.people.staff(staff)), wait)
            )
        )
        place = Place(bot=BOT, chat=2, message=next(places))
        relay.append(await timed(lambda r, n=number, p=place: add_to_case(r, owner, n, Content(text="x"), p)))
        mine.append(await timed(lambda r: r.cases.of_owner(1010)))
    return {"claim": median(claim), "relay": median(relay), "my cases": median(mine)}


def report() -> str:
    """The table; the last column compares the largest with the smallest store."""
    found = []
    for size in SIZES:
        with tempfile.TemporaryDirectory() as scratch:
            database = _fill(Path(scratch) / "size.db", size)
            found.append(asyncio.run(_costs(database)))
            database.close()
    head = " | ".join(f"{size:,} cases, ms" for size in SIZES)
    lines = [f"| act | {head} | growth |", "|---|" + "---|" * (len(SIZES) + 1)]
    for act in found[0]:
        times = " | ".join(f"{one[act]:.2f}" for one in found)
        lines.append(f"| {act} | {times} | {found[-1][act] / found[0][act]:.2f} |")
    return "\n".join(lines)
