"""Which stories are compared with which: own ones all, those of others without what nobody may know."""

from datetime import date, timedelta
from typing import Any

from mediation.model.procedure.matter import Matter
from storage.related.repeats import READ
from storage.unit_of_work.database import Database
from tests.builders import ANOTHER_EMPLOYEE, LAWYER, OWNER
from tests.fakes.clock import START
from tests.fakes.story import Story

DAY = date(2026, 3, 2)
LONG_AGO = START - timedelta(days=365)


async def _others(database: Database, **which: Any) -> list[str]:
    values: dict[str, Any] = {"owner_id": OWNER, "viewer_id": LAWYER.person_id, "since": LONG_AGO}
    found = await database.run(lambda r: r.stories.of_others(**values | which))
    return [story.case.number for story in found]


async def _of_another(database: Database, state: str = "", named: frozenset[int] = frozenset()) -> str:
    def work(records: Any) -> str:
        number = Story(records).file(owner=ANOTHER_EMPLOYEE)
        if state:
            records.matters.add(
                Matter(number=number, state=state, owner_id=ANOTHER_EMPLOYEE, received_on=DAY, named=named)
            )
        return number

    return await database.run(work)


async def test_a_story_is_the_owners_words_and_when_where_and_who(database: Database) -> None:
    account = {"when": "三月", "where": "二号井", "who": "队长", "wish": "补钱", "tried": "人事"}
    number = await database.run(lambda r: Story(r).file("扣了钱", "又扣了", account=account))
    await database.run(lambda r: Story(r, number).add("还有一次"))
    assert await database.run(lambda r: r.stories.of_case(number)) == "\n".join(
        ("扣了钱", "又扣了", "还有一次", "三月", "二号井", "队长")
    )


async def test_own_stories_are_the_newest_and_withdrawn_ones_are_among_them(
    database: Database, clock: Any
) -> None:
    first = await database.run(lambda r: Story(r).file())
    await database.run(lambda r: Story(r, first).pull("withdraw", OWNER))
    clock.forward(minutes=1)
    second = await database.run(lambda r: Story(r).file())
    await database.run(lambda r: Story(r).file(owner=ANOTHER_EMPLOYEE))
    found = await database.run(lambda r: r.stories.of_owner(OWNER))
    assert [story.case.number for story in found] == [second, first]
    assert [s.case.number for s in await database.run(lambda r: r.stories.of_owner(OWNER, 1))] == [second]


async def test_stories_of_others_leave_out_own_ones_and_what_was_withdrawn(database: Database) -> None:
    await database.run(lambda r: Story(r).file())
    theirs, gone = await _of_another(database), await _of_another(database)
    await database.run(lambda r: Story(r, gone).pull("withdraw", ANOTHER_EMPLOYEE))
    assert await _others(database) == [theirs]
    assert await _others(database, viewer_id=ANOTHER_EMPLOYEE) == []


async def test_sealed_matters_and_those_about_the_viewer_are_compared_with_nothing(
    database: Database,
) -> None:
    await _of_another(database, "sealed")
    await _of_another(database, "accepted", frozenset({LAWYER.person_id}))
    open_one = await _of_another(database, "accepted", frozenset({7}))
    assert await _others(database) == [open_one]


async def test_a_sealed_own_case_is_not_offered_either(database: Database) -> None:
    await _of_another(database, "sealed")
    assert await database.run(lambda r: r.stories.of_owner(ANOTHER_EMPLOYEE)) == []


async def test_only_the_newest_of_a_year_are_looked_through(database: Database, clock: Any) -> None:
    old = await _of_another(database)
    clock.forward(minutes=1)
    new = await _of_another(database)
    assert await _others(database) == [new, old]
    assert await _others(database, limit=1) == [new]
    assert await _others(database, since=clock.now) == [new]


async def test_a_long_message_is_read_as_far_as_it_is_compared(database: Database) -> None:
    number = await database.run(lambda r: Story(r).file("长" * (READ + 1), account={}))
    assert len(await database.run(lambda r: r.stories.of_case(number))) == READ
