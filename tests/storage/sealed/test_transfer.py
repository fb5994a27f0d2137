"""A case is copied, taken out and let go of; whoever stops in between goes on where it stopped."""

from sqlalchemy import select
from sqlmodel import SQLModel

from mediation.sealed.model import LetterKind
from mediation.sealed.transfer import Traces, copy_in, let_go
from storage.sealed.store import SealedStore
from storage.unit_of_work.database import Database
from storage.unit_of_work.records import SqlRecords
from tests.builders import BOT, LAWYER, ROSTER, a_content, a_place
from tests.fakes.confided import confide
from tests.fakes.story import Story

NUMBER = "K7QF-2MRD"
TRACES = Traces(card=(-100, 7), copies=((9002, 8), (9002, 9)))


def copied(*texts: str):  # type: ignore[no-untyped-def]
    parts = [a_content(one) for one in texts]
    return lambda r: copy_in(r, NUMBER, parts, (), (7001, "en"), TRACES)


async def test_copied_twice_it_is_there_once_as_it_was_the_second_time(store: SealedStore) -> None:
    first = await store.run(copied("一"))
    assert await store.run(copied("一", "二")) == first
    parts = await store.run(lambda r: r.parts(first))
    assert [part.content.text for part in parts] == ["一", "二"]
    assert await store.run(lambda r: r.letters.due()) == [], "nothing goes out before it is gone there"


async def test_let_go_of_the_code_goes_out_and_the_number_is_forgotten(store: SealedStore) -> None:
    woken: list[bool] = []
    store.on_posted(lambda: woken.append(True))
    await store.run(copied("一"))
    assert await store.run(lambda r: let_go(r, NUMBER)) and woken
    kinds = sorted(one.kind for one in await store.run(lambda r: r.letters.due()))
    assert kinds == [LetterKind.CODE, LetterKind.PUT_AWAY, LetterKind.TAKE_BACK, LetterKind.TAKE_BACK]
    (code,) = [one for one in await store.run(lambda r: r.letters.due()) if one.kind is LetterKind.CODE]
    assert (code.chat, code.language) == (7001, "en") and len(code.code) == 19
    assert await store.run(lambda r: r.of_origin(NUMBER)) is None
    assert not await store.run(lambda r: let_go(r, NUMBER))


async def test_a_case_taken_out_is_in_no_table_and_its_neighbour_in_all(database: Database) -> None:
    number = await database.run(confide)
    other = await database.run(_another)
    await database.run(lambda r: r.case_removal.case(number))
    rows = await database.run(lambda r: _rows_with(r, number))
    assert rows == []
    assert "cases" in await database.run(lambda r: _rows_with(r, other))
    assert len(await database.run(lambda r: r.talk.of_case(other))) == 2
    await database.run(lambda r: r.case_removal.case(number))


def _another(records: SqlRecords) -> str:
    for member in ROSTER:
        records.people.set_staff(member)
    story = Story(records)
    number = story.file("另一件", owner=records.people.meet(8_000, records.now))
    story.pull("claim", LAWYER)
    said = story.note(LAWYER, "另一件的备注")
    records.places.put(a_place(bot=BOT), number, said.id)
    return number


def _rows_with(records: SqlRecords, number: str) -> list[str]:
    """Tables of which a row shows the number."""

    tables = [one for one in SQLModel.metadata.sorted_tables if one.name != "audit"]
    return [
        one.name
        for one in tables
        if any(number in str(tuple(row)) for row in records.connection.execute(select(one)))
    ]
