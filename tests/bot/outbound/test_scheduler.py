"""The scheduler does what is due, sleeps until the next is, and the letters of that have words."""

from datetime import timedelta
from typing import Any

import pytest

from bot.outbound.jobs.job import Job, in_batches, once
from bot.outbound.schedule import every_job
from bot.outbound.scheduler import Scheduler
from mediation.cases.life_table import read_table
from mediation.deadlines.rules import ClockTable
from mediation.procedure.matters import open_matter
from tests.bot.outbound.conftest import OWNER_CHAT, SUPERVISOR_CHAT, Office
from tests.fakes.clock import Clock
from tests.fakes.proceedings import CHINA, CLOCKS, Proceeding, at

HOUR = timedelta(hours=1)


@pytest.fixture
def scheduler(office: Office, clock: Clock) -> Scheduler:
    return Scheduler(office.database, clock, jobs(), every=86400.0)


def jobs(clocks: ClockTable = CLOCKS) -> tuple[Job, ...]:
    return every_job(clocks, read_table(), CHINA, HOUR, HOUR)


async def opened(office: Office, clock: Clock) -> Proceeding:
    """A case of the office with its formal side; nothing else waits."""
    at(clock, "2026-03-02")
    number = await office.file()

    def work(records: Any) -> None:
        records.clocks.stop(number, "claim")
        way.number = number
        open_matter(records, CLOCKS, records.cases.get(number), way.today, CHINA)

    way = Proceeding(office.database, clock)
    await office.do(work)
    return way


async def test_a_deadline_is_warned_of_once_and_in_words(
    office: Office, clock: Clock, scheduler: Scheduler
) -> None:
    way = await opened(office, clock)
    at(clock, "2026-03-18")
    assert (await scheduler.tick(), await scheduler.tick()) == (1, 0)
    await office.deliver()
    (owner,), (_, supervisor) = (office.sender.texts(chat) for chat in (OWNER_CHAT, SUPERVISOR_CHAT))
    assert owner.startswith(f"⏰ 您的事（{way.number}）：告诉本人收到了、怎么办，2026-03-17 已经过了。")
    assert supervisor.endswith("还没有记下是谁，请您转告：单位负责人。")


async def test_a_step_is_told_in_the_words_of_each_language(office: Office, clock: Clock) -> None:
    way = await opened(office, clock)
    await office.do(lambda r: r.people.set_language(office.owner, "en"))
    await way.step("2026-03-04", "redirect", "triage", reason="归仲裁", door="仲裁委")
    await office.deliver()
    (letter,) = office.sender.texts(OWNER_CHAT)
    assert "this belongs elsewhere" in letter and "“shown the way”." in letter


async def test_the_next_look_is_at_the_earlier_of_claim_and_deadline(
    office: Office, clock: Clock, scheduler: Scheduler
) -> None:
    way = await opened(office, clock)
    at(clock, "2026-03-11")
    assert await scheduler.pause() == timedelta(hours=15).total_seconds(), "the tenth day begins at midnight"
    await office.do(lambda r: r.clocks.start(way.number, "claim", "internal target", r.now, r.now + HOUR))
    assert await scheduler.pause() == HOUR.total_seconds()
    at(clock, "2026-03-20")
    assert 0 < await scheduler.pause() < 1, "what is due is looked at at once"
    await office.do(lambda r: r.clocks.stop(way.number, "claim"))
    await scheduler.tick()
    assert await scheduler.pause() == 86400.0


async def test_a_kind_without_a_clock_stops_neither_claims_nor_other_deadlines(
    office: Office, clock: Clock
) -> None:
    await opened(office, clock)
    fewer = ClockTable(clock=tuple(one for one in CLOCKS.clock if one.kind != "inform"))
    scheduler = Scheduler(office.database, clock, jobs(fewer))
    at(clock, "2026-07-01")
    assert await scheduler.tick() == 2
    assert [kind for kind, _ in await office.rows()] == ["registered", "deadline"]
    assert await scheduler.tick() == 0


async def test_a_job_from_outside_is_waited_for_and_done(office: Office, clock: Clock) -> None:
    due = [clock() + HOUR]

    def act(records: Any) -> int:
        return len([due.pop() for moment in tuple(due) if moment <= records.now])

    toy = Job("toy", once(act), lambda _: due[0] if due else None)
    scheduler = Scheduler(office.database, clock, (*jobs(), toy), every=86400.0)
    await scheduler.tick()
    assert (len(due), await scheduler.pause()) == (1, HOUR.total_seconds())
    clock.forward(HOUR)
    assert (await scheduler.tick(), due) == (1, [])


def test_no_two_jobs_have_one_name() -> None:
    names = [one.name for one in jobs()]
    assert len(names) == len(set(names))


async def test_a_batch_that_is_full_is_followed_by_another(office: Office) -> None:
    waiting = list(range(5))

    def act(_: Any) -> int:
        return len([waiting.pop() for _ in range(min(2, len(waiting)))])

    assert (await in_batches(act, 2)(office.database), waiting) == (5, [])
