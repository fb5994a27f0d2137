"""A half-told concern: it survives a restart, can be gone on with, and can be thrown away."""

from typing import Any

from mediation.model.cases.content import Content, Place
from storage.cases.drafts import Draft
from storage.unit_of_work.database import Database
from tests.builders import ANOTHER_EMPLOYEE, OWNER, a_content, a_picture, a_place


async def tell(database: Database, content: Content, place: Place, who: int = OWNER) -> int:
    return await database.run(lambda r: r.drafts.add_part(who, content, place))


async def draft(database: Database, who: int = OWNER) -> Draft | None:
    return await database.run(lambda r: r.drafts.get(who))


async def test_nothing_told_is_no_draft(database: Database) -> None:
    assert await draft(database) is None
    assert await database.run(lambda r: r.drafts.count(OWNER)) == 0


async def test_messages_are_kept_in_the_order_in_which_they_were_told(database: Database) -> None:
    assert await tell(database, a_content("第一句"), a_place(30)) == 1
    assert await tell(database, a_picture("album-1"), a_place(31)) == 2
    assert await tell(database, a_content("第二句"), a_place(29)) == 3
    kept = await draft(database)
    assert [content.kind for content, _ in kept.parts] == ["text", "photo", "text"]
    assert kept.text == "第一句\n第二句"


async def test_the_same_message_counts_once(database: Database) -> None:
    place = a_place()
    assert [await tell(database, a_content("一句"), place) for _ in range(3)] == [1, 1, 1]


async def test_the_same_message_number_in_another_chat_counts_too(database: Database) -> None:
    await tell(database, a_content("甲"), a_place(5, chat=1))
    await tell(database, a_content("乙"), a_place(5, chat=2), who=ANOTHER_EMPLOYEE)
    assert (await draft(database)).text == "甲"
    assert (await draft(database, ANOTHER_EMPLOYEE)).text == "乙"


async def test_a_draft_survives_a_restart(database: Database, reopened: Any) -> None:
    place = a_place()
    await tell(database, a_content("一句"), place)
    await database.run(lambda r: r.drafts.change(OWNER, account={"when": "三月"}, named=False))
    database.close()
    kept = await draft(reopened())
    assert kept.parts == [(a_content("一句"), place)]
    assert (kept.account, kept.named, kept.wish) == ({"when": "三月"}, False, None)


async def test_an_answer_may_come_before_the_story(database: Database) -> None:
    await database.run(lambda r: r.drafts.change(OWNER, categories=["pay", "leave"], wish="lawyer"))
    kept = await draft(database)
    assert (kept.categories, kept.wish, kept.parts) == (["pay", "leave"], "lawyer", [])


async def test_going_on_keeps_when_it_was_begun(database: Database, clock: Any) -> None:
    begun = clock()
    await tell(database, a_content("一句"), a_place())
    clock.forward(hours=5)
    await database.run(lambda r: r.drafts.start(OWNER))
    await database.run(lambda r: r.drafts.change(OWNER, wish="union"))
    kept = await draft(database)
    assert (kept.started_at, kept.changed_at) == (begun, clock())


async def test_an_edited_message_changes_in_the_draft(database: Database) -> None:
    place = a_place()
    await tell(database, a_content("三月"), place)
    assert await database.run(lambda r: r.drafts.edit_part(OWNER, a_content("二月"), place))
    assert (await draft(database)).text == "二月"


async def test_nobody_edits_the_draft_of_another(database: Database) -> None:
    place = a_place()
    await tell(database, a_content("三月"), place)
    assert not await database.run(lambda r: r.drafts.edit_part(ANOTHER_EMPLOYEE, a_content("x"), place))
    assert not await database.run(lambda r: r.drafts.edit_part(OWNER, a_content("x"), a_place()))
    assert (await draft(database)).text == "三月"


async def test_telling_anew_keeps_the_answers(database: Database) -> None:
    await tell(database, a_content("三月"), a_place())
    await database.run(lambda r: r.drafts.change(OWNER, wish="union"))
    await database.run(lambda r: r.drafts.clear_parts(OWNER))
    kept = await draft(database)
    assert (kept.parts, kept.wish) == ([], "union")


async def test_throwing_away_leaves_nothing_and_only_of_this_person(database: Database) -> None:
    place = a_place()
    await tell(database, a_content("三月"), place)
    await tell(database, a_content("另一件"), a_place(), who=ANOTHER_EMPLOYEE)
    await database.run(lambda r: r.drafts.throw_away(OWNER))
    assert await draft(database) is None
    assert (await draft(database, ANOTHER_EMPLOYEE)).text == "另一件"
    assert await tell(database, a_content("三月"), place) == 1
