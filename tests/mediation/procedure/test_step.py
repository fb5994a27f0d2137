"""The table of the formal procedure, walked completely: each step for the right part, and for nobody else."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import product

import pytest

from mediation.deadlines.acts import start
from mediation.deadlines.deadline import Deadline
from mediation.deadlines.rules import read_clocks
from mediation.errors import Refused
from mediation.model.cases.case import StaffMember
from mediation.model.procedure.matter import Matter, Promise
from mediation.model.procedure.step_input import StepInput, Taker
from mediation.model.procedure.table import Part, Step, read_procedure
from mediation.procedure.step import Taken, take
from tests.every import every

TABLE = read_procedure()
CLOCKS = read_clocks()
TODAY = date(2026, 3, 2)
OWNER, HANDLER, HEAD, REVIEWER, OTHER = 1, 2, 3, 4, 5

GIVEN = StepInput(
    reason="有理由",
    items=("排班表",),
    door="劳动人事争议仲裁委员会",
    unit="作业二队",
    person=StaffMember(person_id=HANDLER, duty="union", name="欧阳文"),
    opinion="补发夜班津贴",
    agreement="三月底前补发",
    until=TODAY + timedelta(days=70),
    plan="先对账，再补发",
    promises=(Promise(what="补发", until=TODAY + timedelta(days=20)),),
    promise=0,
    concerned="0042",
)
"""Enough for every step."""


def running(*kinds: str, on: date = TODAY) -> list[Deadline]:
    return [start(CLOCKS.named(kind), "K7QF-2MRD", on) for kind in kinds]


def ready(step: Step, state: str) -> tuple[Matter, list[Deadline], StepInput]:
    """A matter in that state for which every guard of the step says yes."""
    matter = Matter(number="K7QF-2MRD", state=state, owner_id=OWNER, received_on=TODAY, before="accepted")
    consents = not {"owner_has_not_agreed", "unit_has_not_agreed"} & set(step.guards)
    signed = not {"owner_has_not_signed", "unit_has_not_signed"} & set(step.guards)
    matter = matter.model_copy(
        update={
            "owner_agrees": consents, "other_agrees": consents,
            "owner_signed": signed, "other_signed": signed,
            "delivered_on": None if "not_delivered_yet" in step.guards else TODAY,
            "withdrawal_asked": True, "reviewed": True, "handler_id": HANDLER,
            "bounces": 2 if "bounced_twice" in step.guards else 0,
            "filings": 2 if "repeat_or_old" in step.guards else 1,
            "draft": "补发夜班津贴", "draft_by": HANDLER, "about": ("0042",),
            "agreement": "三月底前补发", "agreed": GIVEN.promises,
            "promises": GIVEN.promises if "promise_is_open" in step.guards else (),
        }
    )  # fmt: skip
    over = "right_is_over" in step.guards
    clocks = [] if over else running("object", "handle", "ask_review", "ask_recheck")
    clocks.append(start(CLOCKS.named("supervision"), "K7QF-2MRD", TODAY, TODAY + timedelta(days=9)))
    return matter, clocks, GIVEN


def by(step: Step, part: Part) -> Taker:
    """Somebody with one part; where others have to decide, nobody who did before."""
    others = {"not_the_handler", "not_own_matter", "other_people", "handler_is_free", "not_the_writer"}
    who = OTHER if others & set(step.guards) else HANDLER
    return Taker(OWNER if part is Part.OWNER else who, frozenset({part}))


def taken(step: Step, state: str, part: Part) -> Taken:
    matter, clocks, given = ready(step, state)
    return take(TABLE, matter, step.do, by(step, part), given, TODAY, clocks)


def for_its_parts_alone(step: Step, state: str) -> None:
    for part in Part:
        if state in step.sources and part in step.who:
            after = taken(step, state, part).matter.state
            assert after == {"=": state, "back": "accepted"}.get(step.to, step.to)
        else:
            with pytest.raises(Refused) as refused:
                taken(step, state, part)
            assert refused.value.code in ("wrong_state", "wrong_role")


def test_each_step_is_for_the_parts_of_the_table_and_for_no_other() -> None:
    every(for_its_parts_alone, product(TABLE.steps, TABLE.states))


def test_what_a_step_needs_is_asked_for_by_name() -> None:
    def asked_for(step: Step) -> None:
        matter, clocks, _ = ready(step, step.sources[0])
        with pytest.raises(Refused) as refused:
            take(TABLE, matter, step.do, by(step, step.who[0]), StepInput(), TODAY, clocks)
        assert (refused.value.code, refused.value.facts["need"]) == ("need_missing", step.needs[0].value)

    every(asked_for, ((step,) for step in TABLE.steps if step.needs))


def test_whom_the_matter_is_about_does_not_even_see_it() -> None:
    def unseen(step: Step) -> None:
        matter, clocks, given = ready(step, step.sources[0])
        named = matter.model_copy(update={"named": frozenset({OTHER})})
        with pytest.raises(Refused) as refused:
            take(TABLE, named, step.do, Taker(OTHER, frozenset(Part)), given, TODAY, clocks)
        assert refused.value.code == "not_seen"

    every(unseen, ((step,) for step in TABLE.steps))


def test_every_clock_of_the_table_is_known_and_every_guard_is_used() -> None:
    assert TABLE.clocks <= {clock.kind for clock in CLOCKS.clock}
    assert {step.do for step in TABLE.steps if step.to == "closed"} == {
        "answer_suggestion", "close", "keep_closed", "end_care",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("name", "change", "code"),
    [
        ("ask_items", {"asked_for_items": True}, "asked_already"),
        ("transfer", {"bounces": 2}, "supervisor_assigns"),
        ("assign_unit", {"bounces": 1}, "not_bounced_twice"),
        ("accept_simple", {"filings": 2}, "filed_before"),
        ("accept_simple", {"opposed_to_simple": True}, "owner_is_against"),
        ("accept", {"filings": 2}, "sponsor_missing"),
        ("accept", {"named": frozenset({HANDLER})}, "handler_cannot"),
        ("mediate", {"other_agrees": False}, "not_both_agree"),
        ("settle", {"owner_signed": False}, "not_both_signed"),
        ("extend", {"extended_to": TODAY}, "extended_already"),
        ("execute", {"delivered_on": None}, "not_delivered"),
        ("promise_kept", {"promises": ()}, "promise_unknown"),
        ("opinion_delivered", {"delivered_on": TODAY}, "delivered_already"),
        ("ask_recheck", {"reviewed": False}, "not_reviewed"),
        ("decide", {"draft": ""}, "nothing_drafted"),
        ("decide", {"draft_by": OTHER}, "signature_missing"),
        ("decide", {"owner_id": OTHER}, "about_yourself"),
        ("send_back_opinion", {"draft": ""}, "nothing_drafted"),
        ("sign_agreement", {"owner_signed": True}, "signed_already"),
        ("sign_for_unit", {"other_signed": True}, "signed_already"),
        ("settle", {"agreement": ""}, "nothing_drafted"),
        ("agree_to_mediate", {"owner_agrees": True}, "agreed_already"),
        ("unit_agrees", {"other_agrees": True}, "agreed_already"),
        ("clear_concerned", {"about": ()}, "not_named"),
        ("oppose_simple", {"opposed_to_simple": True}, "opposed_already"),
        ("decide_review", {"decided_by": (OTHER,)}, "decided_before"),
        ("close", {"promises": GIVEN.promises}, "promise_open"),
        ("confirm_withdrawal", {"withdrawal_asked": False}, "withdrawal_not_asked"),
        ("confirm_withdrawal", {"handler_id": OTHER}, "you_have_it"),
        ("look_again", {"filings": 1}, "neither_repeat_nor_old"),
        ("back_to_handling", {"before": "closed"}, "ended_before"),
    ],
)
def test_each_guard_says_no_with_its_own_reason(name: str, change: dict[str, object], code: str) -> None:
    step = TABLE.step(name)
    assert step is not None
    matter, clocks, given = ready(step, step.sources[0])
    who = by(step, step.who[0])
    with pytest.raises(Refused) as refused:
        take(TABLE, matter.model_copy(update=change), name, who, given, TODAY, clocks)
    assert refused.value.code == code


def test_an_extension_that_comes_late_is_refused_however_good_the_reason() -> None:
    step = TABLE.step("extend")
    assert step is not None
    matter, _, given = ready(step, "accepted")
    clocks = running("handle", on=TODAY - timedelta(days=61))
    with pytest.raises(Refused) as refused:
        take(TABLE, matter, "extend", by(step, Part.UNIT_HEAD), given, TODAY, clocks)
    assert refused.value.code == "extension_too_late"


def test_an_extension_is_at_most_thirty_days() -> None:
    step = TABLE.step("extend")
    assert step is not None
    matter, clocks, given = ready(step, "accepted")
    longer = replace(given, until=next(c.due for c in clocks if c.kind == "handle") + timedelta(days=31))
    with pytest.raises(Refused) as refused:
        take(TABLE, matter, "extend", by(step, Part.UNIT_HEAD), longer, TODAY, clocks)
    assert refused.value.code == "extension_too_long"


def test_nobody_closes_a_complaint_about_themselves_nor_their_own_work() -> None:
    step = TABLE.step("close")
    assert step is not None
    matter, clocks, given = ready(step, "executing")
    with pytest.raises(Refused) as refused:
        take(TABLE, matter, "close", Taker(HANDLER, frozenset({Part.SUPERVISOR})), given, TODAY, clocks)
    assert refused.value.code == "own_case"


def test_silence_closes_nothing() -> None:
    step = TABLE.step("close")
    assert step is not None
    matter, clocks, given = ready(step, "executing")
    silent = matter.model_copy(update={"delivered_on": None})
    with pytest.raises(Refused) as refused:
        take(TABLE, silent, "close", Taker(OTHER, frozenset({Part.SUPERVISOR})), given, TODAY, clocks)
    assert refused.value.code == "not_answered"


def test_a_simple_matter_that_turns_out_complex_counts_from_its_first_acceptance() -> None:
    simple, ordinary = TABLE.step("accept_simple"), TABLE.step("turn_ordinary")
    assert simple is not None and ordinary is not None
    matter, clocks, given = ready(simple, "registered")
    first = take(TABLE, matter, "accept_simple", by(simple, Part.TRIAGE), given, TODAY, clocks).matter
    later = take(
        TABLE, first, "turn_ordinary", by(ordinary, Part.HANDLER), given, TODAY + timedelta(days=5)
    ).matter
    assert first.accepted_on == later.accepted_on == TODAY


@pytest.mark.parametrize(
    ("before", "closes"), [("closed", True), ("accepted", False)], ids=["was closed", "was being handled"]
)
def test_a_second_look_closes_what_was_answered_before_and_nothing_else(before: str, closes: bool) -> None:
    matter = Matter(
        number="K7QF-2MRD", state="second_look", owner_id=OWNER, received_on=TODAY, before=before, filings=2
    )
    taker = Taker(OTHER, frozenset({Part.SUPERVISOR}))
    if closes:
        assert take(TABLE, matter, "close", taker, GIVEN, TODAY).matter.state == "closed"
        return
    with pytest.raises(Refused, match="not_answered"):
        take(TABLE, matter, "close", taker, GIVEN, TODAY)
    assert take(TABLE, matter, "back_to_handling", taker, GIVEN, TODAY).matter.state == "accepted"
