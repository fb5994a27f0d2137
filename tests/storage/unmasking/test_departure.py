"""Who leaves takes no open ask to see a name along, and leaves none waiting, on both databases."""

from typing import Any

import pytest

from mediation.crisis import calls
from mediation.errors import NotFound, Refused
from mediation.model.cases.case import StaffMember
from mediation.model.cases.content import Content
from mediation.model.unmasking import State, Unmasking
from mediation.unmasking.emergency import look_at_once, review
from mediation.unmasking.request import grant, look
from storage.operations.departure import HandedOver, depart
from storage.unit_of_work.database import Database
from tests.builders import COUNSELLOR, LAWYER, ROSTER, SUPERVISOR
from tests.fakes.story import CLAIM_WITHIN, TABLE
from tests.unmaskings import CHAT, PRIVACY, asked, claimed, told

MESSAGE = 77
OTHER = StaffMember(person_id=402, duty="privacy", name="信息保护小吴")


async def leaves(database: Database, who: StaffMember) -> HandedOver:
    return await database.run(lambda r: depart(r, TABLE, who.person_id, CLAIM_WITHIN))


async def last_line(database: Database) -> str:
    """What the audit says last of a name."""
    text = "SELECT facts FROM audit WHERE act = 'unmask' ORDER BY number DESC"
    return str(await database.run(lambda r: r.connection.exec_driver_sql(text).scalar()))


async def looked_at_once(database: Database) -> Unmasking:
    """The counsellor has come and looked."""

    def work(records: Any) -> Unmasking:
        claimed(records)
        owner = records.people.find(CHAT)
        call = calls.raise_alarm(records, owner, "suicide", False, Content(text="撑不住了"))
        calls.take(records, call.id, COUNSELLOR.person_id)
        return look_at_once(records, COUNSELLOR, call.id, "ambulance", MESSAGE)[0]

    return await database.run(work)


async def test_what_the_leaver_asked_for_is_closed_and_nobody_decides_on_it_any_more(
    database: Database,
) -> None:
    one = await asked(database)
    assert (await leaves(database, LAWYER)).names == 1
    with pytest.raises(Refused, match="unmask_lapsed"):
        await database.run(lambda r: grant(r, PRIVACY, one.id))
    assert (await database.run(lambda r: r.unmaskings.get(one.id))).state == State.LAPSED
    assert "asker_left" in await last_line(database)
    assert await told(database, "unmask_lapsed") == []


async def test_a_name_that_the_leaver_sees_is_taken_back_at_once(database: Database) -> None:
    one = await asked(database)
    await database.run(lambda r: grant(r, PRIVACY, one.id))
    await database.run(lambda r: look(r, LAWYER, one.id, MESSAGE))
    await leaves(database, LAWYER)
    assert [letter.facts for letter in await told(database, "unmask_away")] == [{"messages": str(MESSAGE)}]
    with pytest.raises(NotFound):
        await database.run(lambda r: look(r, r.people.staff(LAWYER.person_id), one.id, MESSAGE))
    assert (await database.run(lambda r: r.unmaskings.get(one.id))).state == State.OVER


async def test_what_waited_for_the_leaver_is_shown_to_who_may_answer_in_their_place(
    database: Database,
) -> None:
    one = await asked(database)
    assert (await leaves(database, PRIVACY)).names == 1
    assert [letter.person_id for letter in await told(database, "unmask_wanted")][-1] == SUPERVISOR.person_id
    assert "second_left" in await last_line(database)
    await database.run(lambda r: grant(r, SUPERVISOR, one.id))


async def test_nobody_is_asked_twice_where_another_of_that_duty_has_the_letter(database: Database) -> None:
    await asked(database, *ROSTER, PRIVACY, OTHER)
    before = await told(database, "unmask_wanted")
    assert (await leaves(database, PRIVACY)).names == 0
    assert await told(database, "unmask_wanted") == before


async def test_a_look_at_once_that_waits_for_a_word_goes_to_who_may_give_it(database: Database) -> None:
    one = await looked_at_once(database)
    await leaves(database, PRIVACY)
    assert SUPERVISOR.person_id in {letter.person_id for letter in await told(database, "unmask_review")}
    await database.run(lambda r: review(r, SUPERVISOR, one.id, True))


async def test_who_looked_at_once_and_leaves_sees_it_no_more_and_the_word_on_it_is_still_wanted(
    database: Database,
) -> None:
    one = await looked_at_once(database)
    await leaves(database, COUNSELLOR)
    kept: Any = await database.run(lambda r: r.unmaskings.get(one.id))
    assert (kept.state, kept.review, kept.messages) == (State.OVER, "waiting", [])
    await database.run(lambda r: review(r, PRIVACY, one.id, False))
