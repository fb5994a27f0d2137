"""Random lives of matters through the formal procedure, step by step on a calendar that moves on."""

from datetime import date, timedelta
from zoneinfo import ZoneInfo

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from mediation.deadlines.acts import start
from mediation.deadlines.record import record_of
from mediation.deadlines.rules import read_clocks
from mediation.errors import Refused
from mediation.model.cases.case import StaffMember
from mediation.model.procedure.matter import Matter, Promise
from mediation.model.procedure.step_input import StepInput, Taker
from mediation.model.procedure.table import Part, Step, read_procedure
from mediation.procedure.clocks import CaseClocks
from mediation.procedure.matters import FIRST_CLOCKS
from mediation.procedure.step import take
from tests.fakes.matters import FakeDeadlines

TABLE = read_procedure()
CLOCKS = read_clocks()
CHINA = ZoneInfo("Asia/Shanghai")
NUMBER, OWNER, ACCUSED = "K7QF-2MRD", 1, 99
FIRST_DAY = date(2026, 3, 2)
PEOPLE = range(1, 8)
ENDS = frozenset({"closed", "withdrawn", "sealed", "care"})
DUTIES = frozenset(one.kind for one in CLOCKS.clock if one.whose == "duty")


def given(today: date, person: int, days: int) -> StepInput:
    """Enough for every step; whom and how long varies."""
    until = today + timedelta(days=days)
    return StepInput(
        reason="有理由", items=("排班表",), door="仲裁委", unit="作业二队", opinion="补发", agreement="补发",
        plan="先对账", until=until, promises=(Promise(what="补发", until=until),), promise=0,
        person=StaffMember(person_id=person, duty="union", name="欧阳文"), concerned="0042",
    )  # fmt: skip


class Lives(RuleBasedStateMachine):
    """Whoever takes whatever step on whatever day: a refusal changes nothing, the rest keeps its word."""

    def __init__(self) -> None:
        super().__init__()
        self.today = FIRST_DAY
        self.matter = Matter(
            number=NUMBER, state=TABLE.initial, owner_id=OWNER, received_on=FIRST_DAY,
            named=frozenset({ACCUSED}),
        )  # fmt: skip
        self.deadlines = FakeDeadlines()
        for kind in FIRST_CLOCKS:
            self.deadlines.add(record_of(start(CLOCKS.named(kind), NUMBER, self.today), CHINA))

    @rule(days=st.integers(1, 40))
    def time_passes(self, days: int) -> None:
        self.today += timedelta(days=days)

    @rule(filings=st.integers(1, 2))
    def it_is_filed_again(self, filings: int) -> None:
        self.matter = self.matter.model_copy(update={"filings": max(filings, self.matter.filings)})

    @rule()
    def the_opinion_is_delivered(self) -> None:
        """Often, so that lives get as far as review and re-check."""
        if self.matter.opinion and self.matter.delivered_on is None:
            part = "reviewer" if self.matter.state == "review_decided" else "handler"
            step = "review_delivered" if part == "reviewer" else "opinion_delivered"
            if self.matter.state in ("decided", "review_decided"):
                self.take(step, Taker(2, frozenset({Part(part)})), given(self.today, 3, 20))

    @rule(
        data=st.data(), who=st.sampled_from([*PEOPLE, ACCUSED]), person=st.sampled_from(PEOPLE),
        days=st.integers(1, 60),
    )  # fmt: skip
    def somebody_takes_a_step(self, data: st.DataObject, who: int, person: int, days: int) -> None:
        step: Step = data.draw(st.sampled_from(TABLE.open_to(Part, self.matter.state) or TABLE.steps))
        part = data.draw(st.sampled_from(step.who))
        taker = Taker(OWNER if part is Part.OWNER else who, frozenset({part}))
        self.take(step.do, taker, given(self.today, person, days))

    def take(self, step: str, taker: Taker, brought: StepInput) -> None:
        clocks = CaseClocks(self.deadlines, CLOCKS, NUMBER, self.today, CHINA)
        before = self.matter.model_copy(deep=True)
        try:
            taken = take(TABLE, self.matter, step, taker, brought, self.today, clocks.running)
        except Refused:
            assert self.matter == before
            return
        assert taker.person_id != ACCUSED
        if step in ("decide_review", "decide_recheck"):
            assert taker.person_id not in before.decided_by
        if taken.matter.state == "closed" and step == "close":
            assert not taken.matter.open_promises
        clocks.follow(before, taken, brought)
        self.matter = taken.matter

    def running(self) -> list[str]:
        return [one.kind for one in self.deadlines.of_case(NUMBER) if one.stopped is None]

    @invariant()
    def the_state_is_one_of_the_table(self) -> None:
        assert self.matter.state in TABLE.states

    @invariant()
    def no_clock_runs_twice(self) -> None:
        once = [kind for kind in self.running() if kind not in ("promise", "judicial_confirmation")]
        assert len(once) == len(set(once)), once

    @invariant()
    def nobody_is_late_with_what_has_ended(self) -> None:
        left = DUTIES & set(self.running()) - {"promise"}
        assert self.matter.state not in ENDS or not left, (self.matter.state, left)

    @invariant()
    def every_open_promise_has_its_day_and_no_other_has(self) -> None:
        promised = sorted(one.until for one in self.matter.open_promises)
        rows = self.deadlines.of_case(NUMBER)
        assert promised == sorted(one.due for one in rows if one.kind == "promise" and one.stopped is None)


Lives.TestCase.settings = settings(max_examples=150, stateful_step_count=40, deadline=None)
TestLives = Lives.TestCase
