"""A case that is deleted is gone from every table; its number stays taken and a figure stays."""

from typing import Any

import pytest
from sqlalchemy import select
from sqlmodel import SQLModel

import storage.tables  # noqa: F401 - makes the metadata complete
from mediation.errors import NotFound, Refused
from mediation.model.cases.numbers import read_number
from mediation.model.consents import Purpose
from mediation.model.links import CaseLink, LinkKind
from mediation.model.procedure.paper import Kind
from mediation.privacy.consents import decide_consent
from mediation.privacy.erasure import check_erasable, erase_own
from mediation.procedure.matters import open_matter
from mediation.related.signing import open_joint, sign
from storage.operations.statistics import figures
from storage.privacy.erasures import BY_NUMBER, UNDER_NUMBER
from storage.unit_of_work.database import Database
from tests.builders import ANOTHER_EMPLOYEE, LAWYER, OWNER, ROSTER, a_content, a_place
from tests.fakes.clock import Clock
from tests.fakes.proceedings import CHINA, CLOCKS
from tests.fakes.story import Story

KEPT = {"erased_cases", "audit"}
"""Where the number may still stand."""


def _whole(records: Any) -> str:
    """A case with something in every table, withdrawn."""
    for member in ROSTER:
        records.people.set_staff(member)
    story = Story(records)
    number = story.file(name="王芳", account={"who": "赵班长"}, sensitive=True)
    open_matter(records, CLOCKS, story.case, records.now.date(), CHINA)
    said = story.add("夜班费")
    records.talk.rewrite(said.id, a_content("改口"), records.now)
    decide_consent(records, OWNER, number, Purpose.SENSITIVE, True)
    joint = open_joint(records, OWNER, number, "一起提")
    sign(records, ANOTHER_EMPLOYEE, joint.code)
    records.joints.represent(number, OWNER, True)
    records.links.put(CaseLink(number=number, other="22", kind=LinkKind.REPEAT_OF, by=1, at=records.now))
    records.papers.draft(number, Kind.OPINION, {"text": "草"})
    records.places.put_card(number, a_place())
    story.pull("claim", LAWYER)
    records.people.sit_down(LAWYER.person_id, number)
    records.holds.hold(number, "仲裁要用", records.now)
    records.holds.release(number, "裁完了", records.now)
    story.pull("withdraw", OWNER)
    return number


def _found(records: Any, number: str) -> set[str]:
    """Tables in which the number still stands."""
    tables = SQLModel.metadata.sorted_tables
    return {
        one.name
        for one in tables
        for row in records.connection.execute(select(one))
        if number in map(str, row)
    }


async def test_after_it_the_number_stands_in_no_table_but_the_two_that_keep_it(database: Database) -> None:
    number = await database.run(_whole)
    assert {"said", "cases", "matters", "consents"} <= await database.run(lambda r: _found(r, number))
    await database.run(lambda r: erase_own(r, OWNER, number, number))
    assert await database.run(lambda r: _found(r, number)) <= KEPT
    assert await database.run(lambda r: r.talk.of_case(number)) == []


def test_every_table_with_a_case_number_is_emptied() -> None:
    known = {one.name for one in (*BY_NUMBER, *UNDER_NUMBER)} | {"said", "seats"}
    with_number = {one.name for one in SQLModel.metadata.sorted_tables if "case_number" in one.columns}
    assert with_number <= known


async def test_a_figure_without_a_person_is_left_and_the_number_is_not_given_again(
    database: Database,
) -> None:
    number = await database.run(_whole)
    await database.run(lambda r: erase_own(r, OWNER, number, number.lower()))
    (figure,) = await database.run(lambda r: figures(r.connection))
    assert figure == ("2026-03", "pay", "withdrawn", None)
    assert not await database.run(lambda r: r.cases.is_free(number))


async def test_the_card_is_put_away(database: Database) -> None:
    number = await database.run(_whole)
    await database.run(lambda r: erase_own(r, OWNER, number, number))
    letters = await database.run(lambda r: r.outbox.due(r.now, 100))
    assert [one.kind for one in letters if one.person_id is None] == ["card_away"]
    assert all(one.case_number != number for one in letters)


@pytest.mark.parametrize(
    ("typed", "code"), [("ABCD-2345", "number_does_not_fit"), ("", "number_does_not_fit")]
)
async def test_another_number_deletes_nothing(database: Database, typed: str, code: str) -> None:
    number = await database.run(_whole)
    assert read_number(typed) != number
    with pytest.raises(Refused) as refusal:
        await database.run(lambda r: erase_own(r, OWNER, number, typed))
    assert refusal.value.code == code
    assert await database.run(lambda r: r.cases.get(number).state) == "withdrawn"


async def test_a_held_case_is_refused_with_the_reason_until_it_is_released(
    database: Database, clock: Clock
) -> None:
    number = await database.run(_whole)
    await database.run(lambda r: r.holds.hold(number, "法院要证据", r.now))
    with pytest.raises(Refused) as refusal:
        await database.run(lambda r: erase_own(r, OWNER, number, number))
    assert refusal.value.facts == {"number": number, "reason": "法院要证据"}
    await database.run(lambda r: r.holds.release(number, "判了", clock()))
    await database.run(lambda r: erase_own(r, OWNER, number, number))


async def test_a_live_case_and_a_live_procedure_stay(database: Database) -> None:
    number = await database.run(lambda r: Story(r).file())
    with pytest.raises(Refused, match="case_is_live"):
        await database.run(lambda r: erase_own(r, OWNER, number, number))
    whole = await database.run(_whole)

    def accepted(records: Any) -> None:
        records.matters.save(records.matters.get(whole).model_copy(update={"state": "accepted"}))

    await database.run(accepted)
    with pytest.raises(Refused, match="procedure_is_live"):
        await database.run(lambda r: check_erasable(r, r.cases.get(whole)))


async def test_somebody_elses_case_answers_as_if_there_were_none(database: Database) -> None:
    number = await database.run(_whole)
    with pytest.raises(NotFound):
        await database.run(lambda r: erase_own(r, ANOTHER_EMPLOYEE, number, number))
