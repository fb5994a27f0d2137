"""A case lived at random, by the right and the wrong people; the promises hold after every step."""

from typing import Any

from hypothesis import event, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from mediation.cases import filing, moves
from mediation.errors import Refused
from mediation.model.cases.actor import Intent
from mediation.model.cases.case import Role, StaffMember
from mediation.model.cases.content import Privacy
from tests.builders import ANOTHER_EMPLOYEE, COUNSELLOR, LAWYER, OWNER, ROSTER, UNION, acts
from tests.fakes.clock import Clock
from tests.fakes.records import FakeRecords
from tests.fakes.story import TABLE, Story

INTERNAL = "内部原因"
PUBLIC = "已当面说明"
MEDIATORS = st.sampled_from([LAWYER, COUNSELLOR, UNION])
ANYBODY = st.sampled_from([OWNER, ANOTHER_EMPLOYEE, *ROSTER])
REASONS = st.sampled_from(["", INTERNAL])
TRIGGERS = st.sampled_from(sorted({row.do for row in TABLE.move}))
INTENTS = st.builds(
    Intent,
    reason=REASONS,
    result=st.sampled_from(["", "补发"]),
    rating=st.integers(0, 6),
    colleague=st.sampled_from([None, *ROSTER]),
)


class CaseLife(RuleBasedStateMachine):
    """One case; ``self.seen`` is the newest version and state that was looked at."""

    @initialize()
    def file(self) -> None:
        self.clock = Clock()
        self.records = FakeRecords(self.clock, ROSTER)
        self.story = Story(self.records)
        self.story.file()
        self.seen = (self.story.case.version, self.story.case.state)

    def _try(self, trigger: str, who: StaffMember | int, **intent: Any) -> None:
        """What is refused changes nothing; what is done leaves its line in the history."""
        self.clock.forward(minutes=1)
        before, lines = self.story.case, len(self.story.history)
        try:
            after = self.story.pull(trigger, who, **intent)
        except Refused:
            assert self.story.case == before
            assert len(self.story.history) == lines
            return
        line = self.story.history[-1]
        assert len(self.story.history) == lines + 1
        assert (line.from_state, line.to_state) == (before.state, after.state)
        assert (line.actor_id, line.at) == (acts(who).person_id, self.clock())
        assert Role(line.actor_role) in acts(who).roles_on(before)

    @rule(trigger=TRIGGERS, who=ANYBODY, intent=INTENTS)
    def anybody_tries_anything(self, trigger: str, who: StaffMember | int, intent: Intent) -> None:
        self._try(trigger, who, **vars(intent))

    @rule(pick=st.integers(0, 1000), rating=st.sampled_from([1, 2, 4]), colleague=MEDIATORS)
    def the_right_person_does_what_is_open(self, pick: int, rating: int, colleague: StaffMember) -> None:
        case = self.story.case
        moves = [
            (trigger, who)
            for who in (case.owner_id, *ROSTER)
            for trigger in TABLE.open_to(acts(who).roles_on(case), case.state)
            if trigger != "withdraw" or pick % 7 == 0
        ]
        if moves:
            trigger, who = moves[pick % len(moves)]
            reason = PUBLIC if trigger in ("close", "not_solved") else INTERNAL
            reason = "" if pick % 5 == 0 else reason
            self._try(trigger, who, reason=reason, result="补发", rating=rating, colleague=colleague)

    @rule(who=MEDIATORS)
    def a_mediator_notes_and_relays(self, who: StaffMember) -> None:
        try:
            self.story.note(who, INTERNAL)
            self.story.relay(who, self.story.note(who, "请发工资条"))
        except Refused:
            pass

    @rule()
    def the_clock_runs_out(self) -> None:
        for _, _, due in self.records.clocks.due(self.clock.forward(days=1)):
            assert due <= self.clock()
            self.story.overdue()

    @rule()
    def the_result_arrives(self) -> None:
        if self.story.case.state == "resolved":
            moves.result_delivered(self.records, self.story.number)

    @rule(who=ANYBODY)
    def somebody_follows_up_with_the_code(self, who: StaffMember | int) -> None:
        self.records.outbox.sent()  # what somebody got in another role is not an owner's notice
        try:
            filing.take_to_this_account(self.records, acts(who).person_id, self.story.number)
        except Refused:
            assert self.story.case.handler_id or self.story.case.offered_to_id

    @invariant()
    def at_most_one_has_it_and_never_its_owner(self) -> None:
        case = self.story.case
        handlers = [m for m in ROSTER if Role.HANDLER in acts(m).roles_on(case)]
        assert len(handlers) == (case.handler_id is not None)
        assert case.owner_id not in (case.handler_id, case.second_id, case.offered_to_id)
        assert case.handler_id is None or case.handler_id not in (case.second_id, case.offered_to_id)

    @invariant()
    def the_version_only_rises_and_withdrawn_is_final(self) -> None:
        case = self.story.case
        version, state = self.seen
        event(f"reached {case.state}")
        assert case.version >= version
        assert (case.version > version) or case.state == state
        assert state != "withdrawn" or case.state == "withdrawn"
        self.seen = (case.version, case.state)

    @invariant()
    def it_was_closed_by_the_owners_rating_or_by_a_supervisor_with_a_reason(self) -> None:
        for line in self.story.history:
            if line.to_state == "closed" != line.from_state:
                by_owner = (line.trigger, line.actor_role) == ("rate", Role.OWNER)
                by_supervisor = (line.trigger, line.actor_role) == ("close", Role.SUPERVISOR)
                assert by_owner or (by_supervisor and line.reason)

    @invariant()
    def the_history_has_no_gap(self) -> None:
        lines = self.story.history
        assert [one.from_state for one in lines[1:]] == [one.to_state for one in lines[:-1]]
        assert lines[-1].to_state == self.story.case.state
        assert [one.at for one in lines] == sorted(one.at for one in lines)

    @invariant()
    def what_was_not_relayed_is_internal(self) -> None:
        for said in self.records.talk.of_case(self.story.number):
            assert said.privacy is (Privacy.INTERNAL if INTERNAL in said.content.text else said.privacy)

    @invariant()
    def nothing_internal_reaches_an_owner(self) -> None:
        employees = {OWNER, ANOTHER_EMPLOYEE, self.story.case.owner_id}
        for letter in (one for person in employees for one in self.story.told(person)):
            closed_openly = letter.kind in ("closed_by_supervisor", "reopened")
            assert closed_openly or INTERNAL not in str(letter.facts)
            if letter.kind.startswith("relay"):
                said = self.records.talk.get(int(letter.facts["said_id"]))
                assert said.privacy is Privacy.PUBLIC
                assert INTERNAL not in said.content.text

    @invariant()
    def a_free_case_is_being_watched(self) -> None:
        """Its clock runs, or the supervisors have been told."""
        case = self.story.case
        if case.handler_id is None and case.state in ("submitted", "reopened"):
            assert self.records.clocks.running or case.reminded


CaseLife.TestCase.settings = settings(max_examples=200, stateful_step_count=50)
TestCaseLife = CaseLife.TestCase
