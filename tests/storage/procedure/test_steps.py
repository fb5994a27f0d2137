"""Whole lives of matters on the moving clock, the same in memory and on both databases."""

from datetime import date
from typing import Any

import pytest

from mediation.errors import NotFound, Refused
from mediation.model.cases.case import StaffMember
from mediation.model.procedure.step_input import StepInput, Taker
from mediation.procedure.matters import FIRST_STATE, take_step
from tests.builders import OWNER, SUPERVISOR, UNION
from tests.fakes.clock import Clock
from tests.fakes.proceedings import (
    CHINA,
    CLOCKS,
    HANDLER,
    HIGHER,
    REVIEWER,
    TABLE,
    UNIT_HEAD,
    Proceeding,
    promise,
)


@pytest.fixture
def way(store: Any, clock: Clock) -> Proceeding:
    return Proceeding(store, clock)


async def accepted(way: Proceeding) -> None:
    await way.file("2026-03-02")
    await way.step("2026-03-09", "accept", "triage", person=UNION)


async def decided(way: Proceeding) -> None:
    await accepted(way)
    await way.decide("2026-04-10", "按考勤补发")
    await way.step("2026-04-13", "opinion_delivered", "handler")


async def refused(way: Proceeding, *args: Any, **given: Any) -> str:
    with pytest.raises(Refused) as said:
        await way.step(*args, **given)
    return said.value.code


async def test_a_filed_case_is_registered_at_once_with_its_first_clocks(way: Proceeding) -> None:
    await way.file("2026-03-02")
    matter = await way.store.run(lambda r: r.matters.get(way.number))
    assert (matter.state, matter.owner_id, matter.received_on) == (FIRST_STATE, OWNER, date(2026, 3, 2))
    assert matter.state == TABLE.initial
    assert await way.clocks() == {"inform": "2026-03-17", "open_long": "2026-05-31"}


async def test_a_wage_case_is_redirected_mediated_settled_and_executed(way: Proceeding) -> None:
    await way.file("2026-03-02")
    await way.step("2026-03-04", "redirect", "triage", reason="归劳动仲裁", door="仲裁委")
    assert await way.clocks() == {"open_long": "2026-05-31"}
    await way.mediate("2026-03-06")
    promises = (promise("补发三月", "2026-04-10"), promise("补发四月", "2026-05-10"))
    await way.agree("2026-03-20", "分两次补发", promises)
    await way.step("2026-03-20", "settle", "mediator")
    assert (await way.clocks())["judicial_confirmation"] == "2026-04-20"
    assert await refused(way, "2026-04-10", "close", "supervisor", reason="办完") == "promise_open"
    await way.step("2026-04-10", "promise_kept", "handler", promise=1)
    assert (await way.clocks())["promise"] == "2026-04-10", "the other one runs on"
    await way.step("2026-04-13", "promise_kept", "handler", promise=0)
    matter = await way.step("2026-04-14", "close", "supervisor", reason="都办到了")
    assert matter.state == "closed" and [one.done_on for one in matter.promises] == [
        date(2026, 4, 13),
        date(2026, 4, 10),
    ]
    assert set(await way.clocks()) == {"judicial_confirmation"}, "the owner's own limit is the owner's"


async def test_a_claim_goes_through_opinion_review_and_re_check_by_other_people(way: Proceeding) -> None:
    await decided(way)
    assert (await way.clocks())["ask_review"] == "2026-05-13"
    await way.step("2026-05-12", "ask_review", "owner", reason="少算了两个月")
    late = await refused(way, "2026-05-20", "decide_review", "reviewer", HANDLER, opinion="维持")
    assert late == "decided_before"
    await way.step("2026-05-20", "decide_review", "reviewer", opinion="补一个月")
    await way.step("2026-05-21", "review_delivered", "reviewer")
    await way.step("2026-06-01", "ask_recheck", "owner", reason="还差一个月")
    assert (await way.clocks())["recheck"] == "2026-07-01"
    assert await refused(way, "2026-06-02", "decide_recheck", "reviewer", opinion="维持") == "decided_before"
    matter = await way.step("2026-06-10", "decide_recheck", "reviewer", HIGHER, opinion="补足")
    assert (matter.state, matter.decided_by) == ("final", (HANDLER, UNIT_HEAD, REVIEWER, HIGHER))
    assert set(await way.clocks()) == {"open_long"}


async def test_what_is_carried_out_and_closed_can_still_be_reviewed_and_re_checked_in_time(
    way: Proceeding,
) -> None:
    await decided(way)
    await way.step("2026-04-14", "execute", "handler", promises=(promise("补发", "2026-04-20"),))
    await way.step("2026-04-15", "promise_kept", "handler", promise=0)
    await way.step("2026-04-16", "close", "supervisor", reason="都办到了")
    await way.step("2026-05-12", "ask_review", "owner", reason="少算了两个月")
    await way.step("2026-05-20", "decide_review", "reviewer", opinion="补一个月")
    await way.step("2026-05-21", "review_delivered", "reviewer")
    await way.step("2026-05-22", "execute", "handler", promises=(promise("补一个月", "2026-06-10"),))
    assert (await way.step("2026-06-01", "ask_recheck", "owner", reason="还差一个月")).state == "recheck"


async def test_what_is_closed_cannot_be_reviewed_when_the_time_is_over(way: Proceeding) -> None:
    await decided(way)
    await way.step("2026-04-14", "execute", "handler", promises=(promise("补发", "2026-04-20"),))
    await way.step("2026-04-15", "promise_kept", "handler", promise=0)
    await way.step("2026-04-16", "close", "supervisor", reason="都办到了")
    assert await refused(way, "2026-05-14", "ask_review", "owner", reason="少算了") == "review_too_late"
    assert await refused(way, "2026-05-14", "ask_recheck", "owner", reason="少算了") == "not_reviewed"


async def test_a_matter_that_is_taken_up_again_does_not_remind_of_the_review_of_its_old_opinion(
    way: Proceeding,
) -> None:
    await decided(way)
    await way.step("2026-04-14", "execute", "handler", promises=(promise("补发", "2026-04-20"),))
    await way.step("2026-04-15", "promise_kept", "handler", promise=0)
    await way.step("2026-04-16", "close", "supervisor", reason="都办到了")
    await way.step("2026-04-17", "reopen", "owner", reason="又少发了")
    assert "ask_review" in await way.clocks(), "until somebody has looked, the right runs on"
    await way.step("2026-04-20", "take_up_again", "triage", reason="新的事实")
    assert set(await way.clocks()) == {"inform", "open_long"}


async def test_an_extension_moves_the_end_and_one_that_comes_late_is_refused(way: Proceeding) -> None:
    await accepted(way)
    assert (await way.clocks())["handle"] == "2026-05-08"
    extension = {"reason": "要等审计", "until": date(2026, 6, 5)}
    assert await refused(way, "2026-05-09", "extend", "unit_head", **extension) == "extension_too_late"
    assert (await way.clocks())["handle"] == "2026-05-08", "nothing has changed"
    matter = await way.step("2026-05-08", "extend", "unit_head", **extension)
    assert (matter.state, matter.extended_to) == ("extended", date(2026, 6, 5))
    rows = await way.store.run(lambda r: r.deadlines.of_case(way.number))
    (handle,) = [row.read(CLOCKS) for row in rows if row.kind == "handle"]
    assert handle.due == date(2026, 6, 5)
    assert handle.extended and (handle.extended.by, handle.extended.reason) == (28, "要等审计")


async def test_a_simple_matter_that_turns_ordinary_counts_from_its_first_acceptance(way: Proceeding) -> None:
    await way.file("2026-03-02")
    await way.step("2026-03-03", "accept_simple", "triage", person=UNION)
    await way.step("2026-03-12", "turn_ordinary", "handler", reason="比看上去复杂")
    assert (await way.clocks())["handle"] == "2026-05-06", "60 days from 3 March end on Labour Day's rest"


async def test_an_objection_starts_the_first_clock_again_from_its_first_day(way: Proceeding) -> None:
    await way.file("2026-03-02")
    await way.step("2026-03-04", "transfer", "triage", reason="归二队", unit="作业二队")
    assert set(await way.clocks()) == {"inform_transferred", "object", "open_long"}
    await way.step("2026-03-06", "object", "receiver", 405, reason="不归我们")
    assert await way.clocks() == {"inform": "2026-03-17", "open_long": "2026-05-31"}


async def test_a_second_transfer_does_not_leave_the_first_ones_clock_behind(way: Proceeding) -> None:
    await way.file("2026-03-02")
    await way.step("2026-03-04", "transfer", "triage", reason="归二队", unit="作业二队")
    await way.step("2026-03-05", "accept_transfer", "receiver", 405)
    await way.step("2026-03-10", "transfer", "triage", reason="归三队", unit="作业三队")
    rows = await way.store.run(lambda r: r.deadlines.of_case(way.number))
    assert [one.stopped is None for one in rows if one.kind == "inform_transferred"] == [False, True]


async def test_what_is_taken_up_again_counts_from_that_day_and_a_withdrawn_matter_has_no_clock(
    way: Proceeding,
) -> None:
    await way.file("2026-03-02")
    await way.step("2026-03-03", "ask_withdrawal", "owner")
    await way.step("2026-03-04", "confirm_withdrawal", "triage", reason="当面问过")
    assert await way.clocks() == {}
    await way.step("2026-06-01", "reopen", "owner", reason="又没发")
    await way.step("2026-06-02", "take_up_again", "triage", reason="有新的事实")
    assert await way.clocks() == {"inform": "2026-06-17", "open_long": "2026-08-31"}


async def test_a_sealed_accusation_leaves_no_clock_in_the_ordinary_store(way: Proceeding) -> None:
    await way.file("2026-03-02")
    await way.step("2026-03-03", "seal", "triage")
    assert await way.clocks() == {}


async def test_every_step_is_in_the_history_and_in_the_audit(way: Proceeding) -> None:
    await accepted(way)
    *_, event = await way.store.run(lambda r: r.cases.history(way.number))
    assert (event.trigger, event.from_state, event.to_state, event.actor_role) == (
        "accept",
        "registered",
        "accepted",
        "triage",
    )
    await way.step("2026-05-08", "extend", "unit_head", reason="要等审计", until=date(2026, 6, 1))
    *_, event = await way.store.run(lambda r: r.cases.history(way.number))
    assert event.reason == "要等审计"
    said = '{"from":"accepted","role":"unit_head","to":"extended","trigger":"extend"}'
    assert await way.audited() == ("moved", str(UNIT_HEAD), said), "codes, and not the reason"


async def test_whom_the_step_concerns_is_told_with_the_day_that_they_may_see(way: Proceeding) -> None:
    await accepted(way)
    said = {"kind": "step", "step": "accept", "state": "accepted", "due": "2026-05-08"}
    assert await way.letters(OWNER) == [said]
    assert await way.letters(HANDLER) == [said]
    await way.decide("2026-04-10", "按考勤补发")
    assert (await way.letters(OWNER))[-1]["due"] == "none"
    await way.step("2026-04-13", "opinion_delivered", "handler")
    await way.step("2026-04-14", "ask_review", "owner", reason="少算了")
    assert (await way.letters(SUPERVISOR.person_id))[-1]["due"] == "2026-05-14"


async def test_a_supervisor_whom_the_matter_is_about_is_not_told(way: Proceeding) -> None:
    other = StaffMember(person_id=302, duty="supervisor", name="督办老吴")
    await decided(way)
    await way.store.run(lambda r: r.people.set_staff(other))
    await way.set(named=frozenset({SUPERVISOR.person_id}))
    before = await way.letters(SUPERVISOR.person_id)
    await way.step("2026-04-14", "ask_review", "owner", reason="少算了")
    assert await way.letters(SUPERVISOR.person_id) == before
    assert [one["step"] for one in await way.letters(302)] == ["ask_review"]


async def test_a_stranger_and_an_unknown_number_answer_alike(way: Proceeding) -> None:
    await way.file("2026-03-02")
    for number, parts in ((way.number, frozenset()), ("ZZZZ-ZZZZ", frozenset(TABLE.steps[0].who))):
        taker = Taker(9, parts)
        with pytest.raises(NotFound):
            await way.store.run(
                lambda r, n=number, t=taker: take_step(
                    r, TABLE, CLOCKS, n, "redirect", t, StepInput(), way.today, CHINA
                )
            )


async def test_who_follows_the_case_up_from_another_account_is_its_owner(way: Proceeding) -> None:
    await decided(way)

    def move(records: Any) -> None:
        records.cases.save(records.cases.get(way.number).model_copy(update={"owner_id": 777}))

    await way.store.run(move)
    matter = await way.step("2026-04-14", "ask_review", "owner", 777, reason="少算了")
    assert matter.owner_id == 777


async def test_a_refused_step_changes_nothing(way: Proceeding) -> None:
    await accepted(way)
    before = await way.store.run(lambda r: (r.matters.get(way.number), r.deadlines.of_case(way.number)))
    past = (promise("补发", "2026-01-01"),)
    await way.mediate("2026-03-10", "handler")
    code = await refused(way, "2026-03-11", "propose_agreement", "handler", agreement="补发", promises=past)
    assert code == "promise_past"
    after = await way.store.run(lambda r: (r.matters.get(way.number), r.deadlines.of_case(way.number)))
    assert after[1] == before[1] and after[0].state == "in_mediation"
