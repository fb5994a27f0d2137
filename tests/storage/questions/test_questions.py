"""Questions, answers and wishes: the same in memory and on both databases."""

import asyncio
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select

from mediation.errors import Refused, Stale
from mediation.model.questions import OpenQuestion
from mediation.questions import answering
from storage.database.engine import open_engine
from storage.mail.outbox import UpdateKey
from storage.operations.backup import back_up, restore_from
from storage.questions.questions import CARDS, WISHES
from storage.unit_of_work.database import Database
from storage.unit_of_work.ticket import Ticket
from tests.builders import BOT, OWNER
from tests.fakes.clock import START, Clock
from tests.fakes.questions import COLLEAGUE, OFFICER, SOURCES, TODAY, a_draft


@pytest.fixture
async def store(store: Any) -> Any:
    await store.run(lambda r: [r.people.set_staff(member) for member in (OFFICER, COLLEAGUE)])
    return store


async def ask(store: Any, text: str = "休息日加班怎么算", **more: Any) -> OpenQuestion:
    return await store.run(lambda r: answering.note_question(r, text, more.pop("why", "nothing"), **more))


def settle(records: Any, question_id: int) -> Any:
    """Written and approved."""
    answering.write_answer(records, OFFICER.person_id, question_id, a_draft(), SOURCES, TODAY)
    version = records.questions.find(question_id).version
    return answering.approve(records, COLLEAGUE.person_id, question_id, version, TODAY)


async def test_a_question_comes_back_as_it_went_in(store: Any, clock: Clock) -> None:
    noted = await ask(store, "甲问 🙂", category="WAGE")
    question = await store.run(lambda r: r.questions.find(noted.id))
    assert question == noted
    assert (question.text, question.why, question.category, question.times) == (
        "甲问 🙂",
        "nothing",
        "WAGE",
        1,
    )
    assert question.first_at == question.last_at == clock()
    assert await store.run(lambda r: r.questions.find(noted.id + 1)) is None


async def test_counting_up_keeps_the_first_wording_and_the_graver_reason(store: Any, clock: Clock) -> None:
    await ask(store, "休息日加班？", why="wrong")
    later = clock.forward(days=2)
    again = await ask(store, "休息日 加班", category="WAGE")
    assert (again.text, again.why, again.category) == ("休息日加班？", "wrong", "WAGE")
    assert (again.times, again.first_at, again.last_at) == (2, START, later)
    assert len(await store.run(lambda r: r.questions.waiting(8))) == 1


async def test_the_list_is_paged_and_in_order(store: Any, clock: Clock) -> None:
    for text in ("甲问", "乙问", "丙问", "丙问", "丁问"):
        await ask(store, text)
        clock.forward(minutes=1)
    first = await store.run(lambda r: r.questions.waiting(2))
    rest = await store.run(lambda r: r.questions.waiting(8, 2))
    assert [one.text for one in [*first, *rest]] == ["丙问", "甲问", "乙问", "丁问"]


async def test_an_approved_answer_is_a_card_and_a_letter(store: Any) -> None:
    question = await ask(store, category="WAGE", person_id=OWNER)
    card = await store.run(lambda r: settle(r, question.id))
    assert await store.run(lambda r: r.questions.cards(TODAY)) == [card]
    assert await store.run(lambda r: r.questions.cards(card.until + timedelta(days=1))) == []
    letters = await store.run(lambda r: r.outbox.due(r.now, 10))
    assert [(one.person_id, one.kind) for one in letters] == [(OWNER, "question_answered")]
    assert await store.run(lambda r: r.questions.wishing(question.id)) == []


async def test_an_approval_that_fails_leaves_nothing_behind(store: Any) -> None:
    question = await ask(store, person_id=OWNER)

    def half_done(records: Any) -> None:
        settle(records, question.id)
        raise Refused("not_for_you")

    with pytest.raises(Refused):
        await store.run(half_done)
    assert await store.run(lambda r: (r.questions.cards(TODAY), r.questions.version())) == ([], 0)
    assert await store.run(lambda r: r.questions.wishing(question.id)) == [OWNER]
    assert await store.run(lambda r: r.outbox.due(r.now, 10)) == []


async def test_the_same_question_can_come_up_again_after_its_answer(store: Any) -> None:
    first = await ask(store)
    await store.run(lambda r: settle(r, first.id))
    second = await ask(store, why="wrong")
    assert second.id != first.id and second.times == 1
    newer = await store.run(lambda r: settle(r, second.id))
    assert await store.run(lambda r: r.questions.cards(TODAY)) == [newer]
    assert await store.run(lambda r: r.questions.version()) == 2


async def test_two_of_the_staff_do_not_overwrite_each_other(store: Any) -> None:
    question = await ask(store)
    first, second = question.model_copy(), question.model_copy()
    await store.run(lambda r: r.questions.save(first))
    with pytest.raises(Stale):
        await store.run(lambda r: r.questions.save(second))
    assert (await store.run(lambda r: r.questions.find(question.id))).version == 1


async def test_an_asking_in_the_meantime_is_not_lost(store: Any) -> None:
    question = await ask(store)
    await ask(store)
    question.title = "写到一半"
    await store.run(lambda r: r.questions.save(question))
    kept = await store.run(lambda r: r.questions.find(question.id))
    assert (kept.times, kept.title) == (2, "写到一半")


async def test_the_history_is_kept_in_order(store: Any, clock: Clock) -> None:
    question = await ask(store)
    await store.run(lambda r: answering.take_up(r, OFFICER.person_id, question.id))
    clock.forward(minutes=5)
    await store.run(lambda r: answering.dismiss(r, OFFICER.person_id, question.id, "不是法规问题"))
    history = await store.run(lambda r: r.questions.history(question.id))
    assert [(one.act, one.reason) for one in history] == [("take_up", ""), ("dismiss", "不是法规问题")]
    assert (history[0].at, history[1].at) == (START, clock())


async def test_coverage_is_counted_by_category(store: Any) -> None:
    answered = await ask(store, "甲问", category="WAGE")
    await store.run(lambda r: settle(r, answered.id))
    for text, category in (("乙问", "WAGE"), ("丙问", "LEAV"), ("丁问", None)):
        await ask(store, text, category=category)
    counts = await store.run(lambda r: [vars(one) for one in r.questions.coverage(TODAY)])
    assert [tuple(one.values()) for one in counts] == [("LEAV", 0, 1), ("WAGE", 1, 1), (None, 0, 1)]


async def test_many_askings_at_once_are_one_question(database: Database) -> None:
    noted = await asyncio.gather(
        *(ask(database, f"休息日{'？' * (n % 3)}加班", person_id=n) for n in range(40))
    )
    assert len({one.id for one in noted}) == 1
    question = await database.run(lambda r: r.questions.find(noted[0].id))
    assert question is not None and question.times == 40
    assert len(await database.run(lambda r: r.questions.wishing(question.id))) == 40


async def test_an_update_that_comes_twice_counts_once(database: Database) -> None:
    await database.run(lambda r: r.inbox.accept(UpdateKey(BOT, 7), "{}"))

    def note(records: Any) -> int:
        return answering.note_question(records, "甲问", "nothing", "WAGE", OWNER).id

    first, again = [await database.once(Ticket(7), note) for _ in range(2)]
    question = await database.run(lambda r: r.questions.find(first))
    assert first == again and question is not None and question.times == 1


async def test_a_restart_loses_nothing(database: Database, reopened: Any) -> None:
    question = await ask(database, person_id=OWNER)
    await database.run(lambda r: [r.people.set_staff(member) for member in (OFFICER, COLLEAGUE)])
    card = await database.run(lambda r: settle(r, question.id))
    database.close()
    again = reopened()
    assert await again.run(lambda r: r.questions.cards(TODAY)) == [card]
    assert await again.run(lambda r: r.connection.scalar(select(func.count()).select_from(WISHES))) == 0


async def test_a_backup_brings_the_days_back(database_url: str, clock: Clock, tmp_path: Path) -> None:
    store = Database(open_engine(database_url), BOT, clock)
    await store.run(lambda r: [r.people.set_staff(member) for member in (OFFICER, COLLEAGUE)])
    question = await ask(store)
    card = await store.run(lambda r: settle(r, question.id))
    store.close()
    engine, other = open_engine(database_url), open_engine(f"sqlite:///{tmp_path / 'other.db'}")
    back_up(engine, tmp_path / "b.zip")
    restore_from(other, tmp_path / "b.zip")
    with other.connect() as connection:
        days = connection.execute(select(CARDS.c.checked, CARDS.c.until)).one()
    assert tuple(days) == (card.checked, card.until)
    engine.dispose()
    other.dispose()
