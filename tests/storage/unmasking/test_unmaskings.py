"""Seeing the name behind an alias, on both databases: asked, decided by a second person, looked at, told."""

import asyncio
from typing import Any

import pytest

from mediation.errors import NotFound, Refused
from mediation.model.cases.case import StaffMember
from mediation.model.unmasking import State, Trait, Unmasking
from mediation.privacy.erasure import erase
from mediation.unmasking.ending import act_on_due
from mediation.unmasking.request import ask, grant, look, refuse
from storage.database.sql import put
from storage.tables import PersonRow
from storage.unit_of_work.database import Database
from tests.builders import COUNSELLOR, LAWYER, ROSTER, SUPERVISOR, UNION
from tests.fakes.clock import Clock
from tests.fakes.story import Story
from tests.unmaskings import CHAT, NAME, PRIVACY, STAFF_NUMBER, WHY, asked, claimed, told

MESSAGE = 77


async def _look(database: Database, one: Unmasking, who: StaffMember = LAWYER) -> dict[Trait, str]:
    return (await database.run(lambda r: look(r, who, one.id, MESSAGE)))[1]


async def _kept(database: Database, one: Unmasking) -> Unmasking:
    return await database.run(lambda r: r.unmaskings.get(one.id))


async def _granted(database: Database, withhold: str = "") -> Unmasking:
    one = await asked(database)
    return await database.run(lambda r: grant(r, PRIVACY, one.id, withhold))


async def _helps(database: Database, one: Unmasking, who: StaffMember) -> None:
    """They work on the case beside the handler."""

    def second(records: Any) -> None:
        case = records.cases.get(one.case_number)
        records.cases.save(case.model_copy(update={"second_id": who.person_id}))

    await database.run(second)


def _with_person(records: Any, number: str) -> str:
    """The lawyer has written to the bot before, as everybody on a real roster has."""
    put(records.connection, PersonRow, {"id": LAWYER.person_id}, language="zh-CN", created_at=records.now)
    return number


async def test_the_privacy_officer_is_asked_and_reads_who_wants_what_and_no_name(database: Database) -> None:
    await asked(database)
    (letter,) = await told(database, "unmask_wanted")
    assert (letter.person_id, letter.facts["handler_id"]) == (PRIVACY.person_id, LAWYER.person_id)
    assert letter.facts["text"] == WHY and NAME not in str(letter.facts)


async def test_nothing_is_shown_before_a_second_person_has_agreed(database: Database) -> None:
    one = await asked(database)
    with pytest.raises(Refused, match="unmask_over"):
        await _look(database, one)
    await database.run(lambda r: grant(r, PRIVACY, one.id))
    assert (await _look(database, one))[Trait.NAME] == NAME


async def test_without_a_privacy_officer_a_supervisor_decides(database: Database) -> None:
    one = await asked(database, *ROSTER)
    assert [letter.person_id for letter in await told(database, "unmask_wanted")] == [SUPERVISOR.person_id]
    await database.run(lambda r: grant(r, SUPERVISOR, one.id))
    assert (await _kept(database, one)).decided_by == SUPERVISOR.person_id


@pytest.mark.parametrize("who", [LAWYER, COUNSELLOR, UNION])
async def test_nobody_decides_who_asked_or_has_no_such_duty(database: Database, who: StaffMember) -> None:
    one = await asked(database)
    for act in (grant, refuse):
        with pytest.raises(NotFound):
            await database.run(lambda r, act=act: act(r, who, one.id))
    assert (await _kept(database, one)).state == State.ASKED


async def test_whoever_the_matter_is_about_and_their_line_do_not_decide(database: Database) -> None:
    def work(records: Any) -> None:
        number = claimed(records)
        matter = records.matters.get(number)
        named = frozenset({PRIVACY.person_id, SUPERVISOR.person_id})
        records.matters.save(matter.model_copy(update={"named": named}))
        ask(records, LAWYER, number, "paper", WHY)

    with pytest.raises(Refused, match="unmask_nobody"):
        await database.run(work)


async def test_who_has_a_hand_in_the_case_does_not_decide_in_it(database: Database) -> None:
    def work(records: Any) -> None:
        number = claimed(records, LAWYER, SUPERVISOR)
        case = records.cases.get(number)
        records.cases.save(case.model_copy(update={"second_id": SUPERVISOR.person_id}))
        ask(records, LAWYER, number, "paper", WHY)

    with pytest.raises(Refused, match="unmask_nobody"):
        await database.run(work)


@pytest.mark.parametrize("who", [COUNSELLOR, SUPERVISOR, PRIVACY, None])
async def test_who_does_not_work_on_the_case_cannot_ask(database: Database, who: StaffMember | None) -> None:
    number = await database.run(claimed)
    with pytest.raises(NotFound):
        await database.run(lambda r: ask(r, who, number, "paper", WHY))
    assert await database.run(lambda r: r.unmaskings.of_case(number)) == []


async def test_the_second_mediator_asks_only_while_the_owner_lets_them_read(database: Database) -> None:
    def helped(records: Any) -> str:
        number = claimed(records)
        case = records.cases.get(number)
        records.cases.save(case.model_copy(update={"second_id": UNION.person_id, "handler_only": True}))
        return number

    number = await database.run(helped)
    with pytest.raises(NotFound):
        await database.run(lambda r: ask(r, UNION, number, "paper", WHY))

    def may_read(records: Any) -> None:
        records.cases.save(records.cases.get(number).model_copy(update={"handler_only": False}))

    await database.run(may_read)
    assert (await database.run(lambda r: ask(r, UNION, number, "paper", WHY))).state == State.ASKED


@pytest.mark.parametrize(("ground", "sentence"), [("curious", WHY), ("paper", "  "), ("paper", "长" * 301)])
async def test_a_ground_of_the_file_and_a_sentence_are_needed(
    database: Database, ground: str, sentence: str
) -> None:
    number = await database.run(claimed)
    with pytest.raises(Refused, match="unmask_odd"):
        await database.run(lambda r: ask(r, LAWYER, number, ground, sentence))


async def test_two_asks_at_the_same_moment_are_one(database: Database) -> None:
    number = await database.run(lambda r: _with_person(r, claimed(r)))
    both = (database.run(lambda r: ask(r, LAWYER, number, "paper", WHY)) for _ in range(2))
    found = await asyncio.gather(*both, return_exceptions=True)
    assert sorted(type(one).__name__ for one in found) == ["Refused", "Unmasking"]


async def test_two_who_decide_at_the_same_moment_are_one(database: Database) -> None:
    one = await asked(database)
    both = (database.run(lambda r, who=who: grant(r, who, one.id)) for who in (PRIVACY, SUPERVISOR))
    found = await asyncio.gather(*both, return_exceptions=True)
    assert sorted(type(value).__name__ for value in found) == ["Refused", "Unmasking"]


async def test_each_ground_shows_no_more_than_it_says(database: Database) -> None:
    one = await asked(database, ground="consent")
    await database.run(lambda r: grant(r, PRIVACY, one.id))
    assert await _look(database, one) == {Trait.NAME: NAME}


async def test_after_its_hours_nothing_is_shown_and_the_message_is_taken_back(
    database: Database, clock: Clock
) -> None:
    one = await _granted(database)
    await _look(database, one)
    clock.forward(hours=24)
    with pytest.raises(Refused, match="unmask_over"):
        await _look(database, one)
    assert await database.run(lambda r: act_on_due(r, 10)) == 1
    (letter,) = await told(database, "unmask_away")
    assert (letter.person_id, letter.facts) == (LAWYER.person_id, {"messages": str(MESSAGE)})
    kept = await _kept(database, one)
    assert (kept.state, kept.messages, await database.run(lambda r: r.unmaskings.next_due())) == (
        "over",
        [],
        None,
    )


async def test_an_ask_that_nobody_answers_lapses_and_the_asker_is_told(
    database: Database, clock: Clock
) -> None:
    one = await asked(database)
    clock.forward(days=3)
    with pytest.raises(Refused, match="unmask_lapsed"):
        await database.run(lambda r: grant(r, PRIVACY, one.id))
    await database.run(lambda r: act_on_due(r, 10))
    assert (await _kept(database, one)).state == State.LAPSED
    assert [letter.person_id for letter in await told(database, "unmask_lapsed")] == [LAWYER.person_id]


async def test_an_ask_without_an_answer_is_asked_again_after_half_of_its_time(
    database: Database, clock: Clock
) -> None:
    await asked(database)
    clock.forward(hours=35)
    await database.run(lambda r: act_on_due(r, 10))
    assert await told(database, "unmask_waits") == []
    clock.forward(hours=1)
    for _ in range(2):
        await database.run(lambda r: act_on_due(r, 10))
    (letter,) = await told(database, "unmask_waits")
    assert (letter.person_id, letter.facts["left"], letter.facts["text"]) == (PRIVACY.person_id, 36, WHY)


async def test_before_it_lapses_the_supervisors_are_asked_and_can_decide(
    database: Database, clock: Clock
) -> None:
    one = await asked(database)
    clock.forward(hours=60)
    for _ in range(2):
        await database.run(lambda r: act_on_due(r, 10))
    asked_again = {letter.person_id: letter.facts["left"] for letter in await told(database, "unmask_waits")}
    assert asked_again == {PRIVACY.person_id: 12, SUPERVISOR.person_id: 12}
    await database.run(lambda r: grant(r, SUPERVISOR, one.id))
    clock.forward(hours=11)
    assert await database.run(lambda r: act_on_due(r, 10)) == 0


async def test_a_supervisor_who_may_not_decide_learns_that_somebody_has_to_and_no_reason(
    database: Database, clock: Clock
) -> None:
    one = await asked(database)
    await _helps(database, one, SUPERVISOR)
    clock.forward(hours=60)
    await database.run(lambda r: act_on_due(r, 10))
    (letter,) = await told(database, "unmask_unanswered")
    assert (letter.person_id, letter.facts) == (SUPERVISOR.person_id, {"left": 12})


async def test_a_supervisor_whom_it_is_about_learns_nothing_of_an_ask(
    database: Database, clock: Clock
) -> None:
    one = await asked(database)

    def named(records: Any) -> None:
        matter = records.matters.get(one.case_number)
        records.matters.save(matter.model_copy(update={"named": frozenset({SUPERVISOR.person_id})}))

    await database.run(named)
    clock.forward(hours=60)
    await database.run(lambda r: act_on_due(r, 10))
    letters = [*await told(database, "unmask_waits"), *await told(database, "unmask_unanswered")]
    assert [letter.person_id for letter in letters] == [PRIVACY.person_id]


async def test_a_refusal_shows_nothing_and_is_final(database: Database) -> None:
    one = await asked(database)
    await database.run(lambda r: refuse(r, PRIVACY, one.id))
    with pytest.raises(Refused, match="unmask_decided"):
        await database.run(lambda r: grant(r, SUPERVISOR, one.id))
    with pytest.raises(Refused, match="unmask_over"):
        await _look(database, one)


async def test_nobody_else_looks_with_it_and_not_who_gave_the_case_back(database: Database) -> None:
    one = await _granted(database)
    for who in (COUNSELLOR, PRIVACY):
        with pytest.raises(NotFound):
            await _look(database, one, who)
    await database.run(lambda r: Story(r, one.case_number or "").pull("give_back", LAWYER, reason="忙"))
    with pytest.raises(NotFound):
        await _look(database, one)


async def test_who_helps_with_the_case_does_not_look_with_what_the_handler_was_granted(
    database: Database,
) -> None:
    one = await _granted(database)
    await _helps(database, one, UNION)
    with pytest.raises(NotFound):
        await _look(database, one, UNION)


async def test_who_lets_go_of_the_case_does_not_keep_the_name(database: Database) -> None:
    one = await _granted(database)
    await _look(database, one)
    assert await database.run(lambda r: act_on_due(r, 10)) == 0
    await database.run(lambda r: Story(r, one.case_number or "").pull("give_back", LAWYER, reason="忙"))
    await database.run(lambda r: act_on_due(r, 10))
    assert [letter.facts for letter in await told(database, "unmask_away")] == [{"messages": str(MESSAGE)}]
    assert (await _kept(database, one)).state == State.OVER


async def test_the_owner_is_told_once_who_saw_it_and_why(database: Database) -> None:
    one = await _granted(database)
    assert await told(database, "unmask_seen") == [], "nobody has looked yet"
    await _look(database, one)
    await _look(database, one)
    (letter,) = await told(database, "unmask_seen")
    assert (letter.chat, letter.facts["handler_id"]) == (CHAT, LAWYER.person_id)
    assert (letter.facts["ground"], letter.facts["text"]) == ("paper", WHY)
    (seen,) = await database.run(lambda r: r.unmaskings.seen_of(letter.person_id))
    assert (seen.looks, seen.asker_id, seen.sentence) == (2, LAWYER.person_id, WHY)


async def test_a_notice_that_the_law_holds_back_comes_on_its_day(database: Database, clock: Clock) -> None:
    one = await _granted(database, "secret")
    await _look(database, one)
    owner = await database.run(lambda r: r.cases.get(one.case_number).owner_id)
    clock.forward(days=29)
    await database.run(lambda r: act_on_due(r, 10))
    assert await told(database, "unmask_seen") == []
    assert await database.run(lambda r: r.unmaskings.seen_of(owner)) == []
    clock.forward(days=1)
    await database.run(lambda r: act_on_due(r, 10))
    assert [letter.person_id for letter in await told(database, "unmask_seen")] == [owner]
    assert len(await database.run(lambda r: r.unmaskings.seen_of(owner))) == 1


async def test_only_a_ground_of_the_law_holds_the_notice_back(database: Database) -> None:
    one = await asked(database)
    with pytest.raises(Refused, match="unmask_odd"):
        await database.run(lambda r: grant(r, PRIVACY, one.id, "better_so"))


async def test_nothing_is_invented_where_nobody_is_known(database: Database) -> None:
    one = await _granted(database)
    await database.run(lambda r: r.organisation.replace(type(r.organisation.read())()))
    with pytest.raises(Refused, match="unmask_unknown"):
        await _look(database, one)
    assert (await _kept(database, one)).looks == 0


async def test_every_step_is_a_line_of_the_audit_and_no_line_has_the_name(
    database: Database, clock: Clock
) -> None:
    one = await _granted(database)
    await _look(database, one)
    clock.forward(hours=25)
    await database.run(lambda r: act_on_due(r, 10))

    def lines(records: Any) -> list[Any]:
        text = "SELECT actor, subject, facts FROM audit WHERE act = 'unmask' ORDER BY number"
        return list(records.connection.exec_driver_sql(text))

    found = await database.run(lines)
    steps = [
        part for line in found for part in ("asked", "granted", "looked", "told", "over") if part in line[2]
    ]
    assert steps == ["asked", "granted", "looked", "told", "over"]
    actors = [str(LAWYER.person_id), str(PRIVACY.person_id), str(LAWYER.person_id), "system", "system"]
    assert [line[0] for line in found] == actors
    assert not any(word in str(found) for word in (NAME, STAFF_NUMBER, str(CHAT), WHY))


async def test_what_is_shown_goes_when_the_case_is_deleted(database: Database) -> None:
    one = await _granted(database)
    await _look(database, one)

    await database.run(lambda r: erase(r, r.cases.get(one.case_number), "owner"))
    assert [letter.facts for letter in await told(database, "unmask_away")] == [{"messages": str(MESSAGE)}]
    assert await database.run(lambda r: r.unmaskings.of_case(one.case_number)) == []


async def test_one_may_ask_only_so_often(database: Database, clock: Clock) -> None:
    number = await database.run(claimed)
    for _ in range(5):
        one = await database.run(lambda r: ask(r, LAWYER, number, "paper", WHY))
        await database.run(lambda r, one=one: refuse(r, PRIVACY, one.id))
    with pytest.raises(Refused, match="too_many_tries"):
        await database.run(lambda r: ask(r, LAWYER, number, "paper", WHY))
    clock.forward(hours=2)
    assert (await database.run(lambda r: ask(r, LAWYER, number, "paper", WHY))).state == State.ASKED
