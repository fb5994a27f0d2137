"""What is older than its class goes, step by step; what is held or still runs stays."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest

from bot.commands.cases.retention import sweep_class
from mediation.care.contacts import agree, stop
from mediation.model.retention import CASES, RETENTION_FILE, What, retention
from storage.mail.inbox import UpdateKey
from storage.operations.retention import ROWS, count, delete_some, ended_cases
from storage.unit_of_work.database import Database
from tests.builders import BOT, LAWYER, OWNER, ROSTER, a_content, a_place
from tests.fakes.clock import Clock
from tests.fakes.proceedings import CHINA
from tests.fakes.story import Story

CHAT = 8_123_456_789


def _everything(records: Any) -> str:
    """One old thing of every class; returns the number of a withdrawn case."""
    for member in ROSTER:
        records.people.set_staff(member)
    person = records.people.meet(CHAT, records.now)
    records.drafts.add_part(person, a_content("半句"), a_place(chat=CHAT))
    records.people.count_try(person, "follow_up", records.now)
    records.inbox.accept(UpdateKey(BOT, 1), "{}")
    records.inbox.finish(UpdateKey(BOT, 1))
    records.dialog_places.put("1:2", "intake:name", {"a": "b"})
    complaint = records.complaints.add(person, "慢", records.now)
    records.complaints.answer(complaint, "改", 301, records.now)
    care = agree(records, person, "counsellor", "weekly", 1, CHINA)
    records.care.write(care.id, "note", "通了电话", records.now)
    stop(records, person, care.id)
    story = Story(records)
    number = story.file(owner=OWNER)
    story.pull("withdraw", OWNER)
    for letter in records.outbox.due(records.now, 100):
        records.outbox.finish(letter, "sent")
    return number


def _counts(records: Any, before: datetime) -> dict[str, int]:
    return {what.value: count(records.connection, what, before) for what in What}


async def test_what_is_old_is_counted_and_then_gone(database: Database, clock: Clock) -> None:
    await database.run(_everything)
    before = clock.forward(days=1)
    found = await database.run(lambda r: _counts(r, before))
    without = {"recipients", "closed", "calls"}
    assert {what for what, many in found.items() if many == 0} == without
    for what in What:
        assert await sweep_class(database, what, before) == found[what.value]
    assert set((await database.run(lambda r: _counts(r, before - timedelta(seconds=1)))).values()) == {0}
    assert await database.run(lambda r: r.care.notes(1)) == []


async def test_what_is_young_stays(database: Database, clock: Clock) -> None:
    await database.run(_everything)
    assert set((await database.run(lambda r: _counts(r, clock() - timedelta(days=1)))).values()) == {0}


async def test_an_open_complaint_and_running_care_are_never_old(database: Database, clock: Clock) -> None:
    def begin(records: Any) -> None:
        for member in ROSTER:
            records.people.set_staff(member)
        records.complaints.add(OWNER, "慢", records.now)
        agree(records, OWNER, "union", "monthly", 6, CHINA)

    await database.run(begin)
    after = clock.forward(days=4000)
    found = await database.run(lambda r: _counts(r, after))
    assert found["complaints"] == found["care"] == 0


async def test_a_held_case_is_left_whatever_its_age(database: Database, clock: Clock) -> None:
    number = await database.run(_everything)
    await database.run(lambda r: r.holds.hold(number, "仲裁要用", r.now))
    after = clock.forward(days=4000)
    assert await sweep_class(database, What.WITHDRAWN, after) == 0
    await database.run(lambda r: r.holds.release(number, "裁完了", r.now))
    assert await sweep_class(database, What.WITHDRAWN, after) == 1


async def test_a_closed_case_waits_from_its_last_move(database: Database, clock: Clock) -> None:
    def closed(records: Any) -> str:
        records.people.set_staff(LAWYER)
        story = Story(records)
        number = story.file()
        story.pull("claim", LAWYER)
        story.pull("record_result", LAWYER, result="补发")
        story.pull("rate", OWNER, rating=5)
        return number

    number = await database.run(closed)
    moved = clock()
    assert await database.run(lambda r: ended_cases(r.connection, What.CLOSED, moved)) == []
    (one,) = await database.run(lambda r: ended_cases(r.connection, What.CLOSED, moved + timedelta(days=1)))
    assert one.number == number


async def test_a_sweep_that_was_cut_off_goes_on(database: Database, clock: Clock) -> None:
    for _ in range(3):
        await database.run(_everything)
    before = clock.forward(days=1)
    assert await database.run(lambda r: delete_some(r, What.WITHDRAWN, before)) == 1
    assert await sweep_class(database, What.WITHDRAWN, before) == 2


def test_every_class_of_the_file_can_be_deleted() -> None:
    assert set(What) == set(ROWS) | CASES
    assert {one.key for one in retention().kept} == set(What)
    assert RETENTION_FILE.read_text(encoding="utf-8").startswith("# How long")


@pytest.mark.parametrize("kept", retention().kept, ids=lambda one: one.key.value)
def test_every_class_says_what_from_when_and_why(kept: Any) -> None:
    assert all((kept.what.zh, kept.what.en, kept.since.zh, kept.basis.zh, kept.basis.en))
    assert date(2026, 1, 1) + timedelta(days=kept.days)
