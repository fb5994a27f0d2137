"""Links between cases, read from either end; a matter that was filed again is counted."""

from contextlib import closing
from datetime import date, timedelta
from typing import Any

import pytest

from mediation.errors import NotFound, Refused
from mediation.model.links import LinkKind
from mediation.model.procedure.matter import Matter
from mediation.related.repeats import add_parts, filings, judge_likely, link_repeat, linked, open_to
from storage.audit.audit import kept_lines
from storage.database.engine import open_engine
from storage.unit_of_work.database import Database
from tests.builders import (
    ANOTHER_EMPLOYEE,
    COUNSELLOR,
    LAWYER,
    OWNER,
    UNION,
    a_content,
    a_place,
    acts,
)
from tests.fakes.clock import Clock
from tests.fakes.proceedings import Proceeding
from tests.fakes.story import CLAIM_WITHIN, TABLE, Story

DAY = date(2026, 3, 2)


async def _filed(store: Any, *told: str, owner: int = OWNER, **fields: Any) -> str:
    return str(await store.run(lambda r: Story(r).file(*told, owner=owner, **fields)))


async def _with_matter(store: Any, number: str, **fields: Any) -> None:
    values: dict[str, Any] = {"state": "registered", "owner_id": OWNER, "received_on": DAY} | fields
    await store.run(lambda r: r.matters.add(Matter(number=number, **values)))


async def _claimed(store: Any, number: str, who: Any = LAWYER) -> None:
    await store.run(lambda r: Story(r, number).pull("claim", who))


async def test_a_repeat_is_read_from_either_end(store: Any, clock: Clock) -> None:
    first, again = await _filed(store), await _filed(store)
    link = await store.run(lambda r: link_repeat(r, again, first, OWNER))
    assert (link.number, link.other, link.by, link.at) == (again, first, OWNER, clock.now)
    assert await store.run(lambda r: r.links.of_case(first)) == [link]
    assert await store.run(lambda r: r.links.of_case(again)) == [link]


async def test_the_matter_of_a_repeat_counts_all_filings_before_it(store: Any) -> None:
    first, second, third = [await _filed(store) for _ in range(3)]
    for number in (second, third):
        await _with_matter(store, number)
        await store.run(lambda r, number=number: link_repeat(r, number, first, OWNER))
    assert (await store.run(lambda r: r.matters.get(second))).filings == 2
    assert (await store.run(lambda r: r.matters.get(third))).filings == 3
    assert await store.run(lambda r: filings(r, first)) == 3


async def test_the_second_filing_opens_the_second_look(store: Any, clock: Clock) -> None:
    way = Proceeding(store, clock)
    plan = {"person": UNION, "plan": "一件一件对账", "until": date(2026, 3, 20)}
    first, again = await way.file("2026-03-02"), await way.file("2026-03-03")
    with pytest.raises(Refused, match="neither_repeat_nor_old"):
        await way.step("2026-03-04", "look_again", "supervisor", **plan)
    await store.run(lambda r: link_repeat(r, again, first, OWNER))
    assert (await way.step("2026-03-04", "look_again", "supervisor", **plan)).state == "second_look"


async def test_linking_twice_counts_once(store: Any) -> None:
    first, again = await _filed(store), await _filed(store)
    await _with_matter(store, again)
    for _ in range(2):
        await store.run(lambda r: link_repeat(r, again, first, OWNER))
    assert (await store.run(lambda r: r.matters.get(again))).filings == 2


@pytest.mark.parametrize("owner", [OWNER, ANOTHER_EMPLOYEE])
async def test_nobody_links_a_case_of_somebody_else(store: Any, owner: int) -> None:
    mine, theirs = await _filed(store), await _filed(store, owner=ANOTHER_EMPLOYEE)
    with pytest.raises(NotFound):
        await store.run(lambda r: link_repeat(r, mine, theirs, owner))
    assert await store.run(lambda r: r.links.of_case(mine)) == []


async def test_a_case_is_no_repeat_of_itself(store: Any) -> None:
    number = await _filed(store)
    with pytest.raises(Refused, match="same_case"):
        await store.run(lambda r: link_repeat(r, number, number, OWNER))


async def test_what_is_added_to_an_earlier_case_reaches_its_handler(store: Any) -> None:
    number = await _filed(store)
    await _claimed(store, number)
    parts = [(a_content("这个月又扣了"), a_place()), (a_content("有工资条"), None)]
    await store.run(lambda r: add_parts(r, TABLE, OWNER, number, parts, CLAIM_WITHIN))
    said = await store.run(lambda r: [one.content.text for one in r.talk.of_case(number)])
    assert said[-2:] == ["这个月又扣了", "有工资条"]
    assert (await store.run(lambda r: Story(r, number).kinds(LAWYER)))[-2:] == ["relay", "relay"]


async def test_what_is_added_to_a_closed_case_opens_it_again(store: Any) -> None:
    number = await _filed(store)
    await _claimed(store, number)
    await store.run(lambda r: Story(r, number).pull("record_result", LAWYER, result="补发"))
    await store.run(lambda r: Story(r, number).pull("rate", OWNER, rating=5))
    parts = [(a_content("又没发"), None)]
    case = await store.run(lambda r: add_parts(r, TABLE, OWNER, number, parts, CLAIM_WITHIN))
    assert case.state == "reopened"


async def test_staff_decide_about_a_likely_repeat_and_it_is_kept(store: Any) -> None:
    one, other = await _filed(store), await _filed(store, owner=ANOTHER_EMPLOYEE)
    await _claimed(store, one)
    for holds in (True, False):
        link = await store.run(lambda r, h=holds: judge_likely(r, acts(LAWYER), one, other, h))
        assert (link.kind, link.holds, link.by) == (LinkKind.LIKELY, holds, LAWYER.person_id)
    assert await store.run(lambda r: r.links.of_case(other)) == [link]


async def test_a_decision_about_a_likely_repeat_is_in_the_audit(
    database: Database, database_url: str
) -> None:
    one, other = await _filed(database), await _filed(database, owner=ANOTHER_EMPLOYEE)
    await _claimed(database, one)
    await database.run(lambda r: judge_likely(r, acts(LAWYER), one, other, True))
    engine = open_engine(database_url)
    with closing(kept_lines(engine)) as kept:
        lines = [line for line in kept if line.act == "linked"]
    engine.dispose()
    assert [line.actor for line in lines] == [str(LAWYER.person_id)]


@pytest.mark.parametrize(
    ("fields", "shown"),
    [
        ({}, True),
        ({"state": "sealed"}, False),
        ({"named": frozenset({LAWYER.person_id})}, False),
        ({"named": frozenset({COUNSELLOR.person_id})}, True),
    ],
)
async def test_what_is_sealed_or_about_the_handler_does_not_exist_for_them(
    store: Any, fields: dict[str, Any], shown: bool
) -> None:
    one, other = await _filed(store), await _filed(store, owner=ANOTHER_EMPLOYEE)
    await _claimed(store, one)
    await _with_matter(store, other, owner_id=ANOTHER_EMPLOYEE, **fields)
    if shown:
        await store.run(lambda r: judge_likely(r, acts(LAWYER), one, other, True))
        assert await store.run(lambda r: [x.case.number for x in linked(r, one, LAWYER.person_id)]) == [other]
    else:
        with pytest.raises(NotFound):
            await store.run(lambda r: judge_likely(r, acts(LAWYER), one, other, True))


async def test_a_link_to_what_was_sealed_later_is_hidden(store: Any) -> None:
    one, other = await _filed(store), await _filed(store, owner=ANOTHER_EMPLOYEE)
    await _claimed(store, one)
    await store.run(lambda r: judge_likely(r, acts(LAWYER), one, other, True))
    await _with_matter(store, other, owner_id=ANOTHER_EMPLOYEE, state="sealed")
    assert await store.run(lambda r: linked(r, one, LAWYER.person_id)) == []


async def test_only_who_works_on_a_case_looks_for_its_repeats(store: Any) -> None:
    one = await _filed(store)
    await _claimed(store, one)
    with pytest.raises(NotFound):
        await store.run(lambda r: open_to(r, acts(COUNSELLOR), one))


async def test_a_case_older_than_a_year_is_no_likely_repeat(store: Any, clock: Clock) -> None:
    other = await _filed(store, owner=ANOTHER_EMPLOYEE)
    clock.forward(days=366)
    one = await _filed(store)
    await _claimed(store, one)
    with pytest.raises(NotFound):
        await store.run(lambda r: judge_likely(r, acts(LAWYER), one, other, True))
    clock.now -= timedelta(days=1)
    await store.run(lambda r: judge_likely(r, acts(LAWYER), one, other, True))
