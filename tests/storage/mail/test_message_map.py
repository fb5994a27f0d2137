"""The message map: keyed by bot, chat and message, because ids of different chats collide."""

from sqlalchemy import select

from mediation.model.cases.content import Place
from storage.database.sql import table
from storage.tables import SaidVersionRow
from storage.unit_of_work.database import Database
from storage.vault.hidden_columns import SAID_BEFORE
from tests.builders import BOT, LAWYER, OWNER, a_case, a_content, a_place
from tests.fakes.story import Story
from tests.fakes.vault import a_vault

HERE, THERE = 9_000_000_101, 9_000_000_201
CASE, OTHER = "K7QF-2MRD", "ZZZZ-ZZZZ"


async def put(database: Database, place: Place, case: str, said_id: int | None = None) -> None:
    await database.run(lambda r: r.places.put(place, case, said_id))


async def test_the_same_message_number_in_two_chats_is_two_messages(database: Database) -> None:
    for case, chat in ((CASE, HERE), (OTHER, THERE)):
        await database.run(lambda r, case=case: r.cases.add(a_case(number=case)))
        await database.run(
            lambda r, case=case, chat=chat: Story(r, case).add(f"aus {case}", a_place(message=5, chat=chat))
        )
    here = await database.run(lambda r: r.talk.at(a_place(message=5, chat=HERE)))
    there = await database.run(lambda r: r.talk.at(a_place(message=5, chat=THERE)))
    assert (here.case_number, there.case_number) == (CASE, OTHER)


async def test_the_same_message_of_the_same_chat_at_another_bot_is_another(database: Database) -> None:
    await put(database, a_place(5, HERE, BOT), CASE)
    await put(database, a_place(5, HERE, BOT + 1), OTHER)
    assert await database.run(lambda r: r.places.case_at(a_place(5, HERE, BOT))) == CASE
    assert await database.run(lambda r: r.places.case_at(a_place(5, HERE, BOT + 1))) == OTHER
    assert await database.run(lambda r: r.places.case_at(a_place(6, HERE, BOT))) is None


async def test_a_message_is_found_by_its_original_and_by_its_copy(database: Database) -> None:
    await database.run(lambda r: r.cases.add(a_case("claimed")))
    original, copy = a_place(5, HERE), a_place(77, THERE)
    said = await database.run(lambda r: Story(r, CASE).add("三月", original))
    await put(database, copy, CASE, said.id)
    assert (await database.run(lambda r: r.talk.at(copy))).id == said.id
    assert await database.run(lambda r: r.places.of_said(said.id, BOT, THERE)) == copy
    assert await database.run(lambda r: r.places.of_said(said.id, BOT, HERE)) == original
    assert await database.run(lambda r: r.places.of_said(said.id, BOT, 42)) is None


async def test_a_panel_belongs_to_a_case_but_is_nobodys_words(database: Database) -> None:
    panel = a_place(9, THERE)
    await put(database, panel, CASE)
    assert await database.run(lambda r: r.places.case_at(panel)) == CASE
    assert await database.run(lambda r: r.talk.at(panel)) is None


async def test_the_newest_message_of_ours_stands_for_the_case(database: Database) -> None:
    for message in (9, 30, 12):
        await put(database, a_place(message, THERE), CASE)
    await put(database, a_place(40, THERE), CASE, said_id=1)
    await put(database, a_place(50, HERE), CASE)
    assert await database.run(lambda r: r.places.anchor(CASE, BOT, THERE)) == 30
    assert await database.run(lambda r: r.places.anchor(OTHER, BOT, THERE)) is None


async def test_a_case_has_one_card(database: Database) -> None:
    assert await database.run(lambda r: r.places.card(CASE)) is None
    for message in (5, 6):
        await database.run(lambda r, message=message: r.places.put_card(CASE, a_place(message, -100123)))
    assert await database.run(lambda r: r.places.card(CASE)) == a_place(6, -100123)


async def test_the_wording_before_an_edit_is_kept(database: Database) -> None:
    said = await database.run(lambda r: _told(r))
    await database.run(lambda r: r.talk.rewrite(said.id, a_content("二月"), r.now))
    (row,) = await database.run(lambda r: r.connection.execute(select(table(SaidVersionRow))).all())
    assert (row.said_id, SAID_BEFORE.decrypt(a_vault(), row._mapping)["text"]) == (said.id, "三月")


def _told(records):
    records.cases.add(a_case("claimed"))
    return Story(records, CASE).note(LAWYER, "三月")


async def test_cases_are_listed_for_their_owner_and_their_handlers(database: Database) -> None:
    def several(records) -> None:
        records.cases.add(a_case("submitted", number=CASE))
        records.cases.add(a_case("claimed", number=OTHER, second_id=202))
        records.cases.add(a_case("withdrawn", number="AAAA-AAAA"))
        records.cases.add(a_case("second_look", number="BBBB-BBBB", owner_id=102))

    await database.run(several)

    async def numbers(what) -> set[str]:
        return {case.number for case in await database.run(what)}

    assert await numbers(lambda r: r.cases.of_owner(OWNER)) == {CASE, OTHER, "AAAA-AAAA"}
    assert await numbers(lambda r: r.cases.of_owner(OWNER, live_only=True)) == {CASE, OTHER}
    assert await numbers(lambda r: r.cases.of_handler(LAWYER.person_id)) == {OTHER, "BBBB-BBBB"}
    assert await numbers(lambda r: r.cases.of_handler(202)) == {OTHER}
    assert await numbers(lambda r: r.cases.unclaimed()) == {CASE}
    assert await numbers(lambda r: r.cases.in_second_look()) == {"BBBB-BBBB"}


async def test_what_was_said_around_a_message_is_found_nearest_first_in_that_chat_alone(
    database: Database,
) -> None:
    await database.run(lambda r: r.cases.add(a_case("claimed")))
    far, near = [
        await database.run(lambda r, at=at: Story(r, CASE).add(f"bei {at}", a_place(at, HERE)))
        for at in (20, 52)
    ]
    await put(database, a_place(50, THERE), CASE, far.id)
    await put(database, a_place(49, HERE), CASE)
    around = await database.run(lambda r: r.places.said_around(a_place(50, HERE), 30))
    assert around == [near.id, far.id]
    assert await database.run(lambda r: r.places.said_around(a_place(50, HERE), 5)) == [near.id]
