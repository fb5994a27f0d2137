"""From a confirmed concern to a filed case, and what its owner may add to it."""

from datetime import timedelta

import pytest

from mediation.cases import filing
from mediation.errors import NotFound, Refused
from mediation.model.cases.case import Role
from mediation.model.cases.content import Privacy
from tests.builders import ANOTHER_EMPLOYEE, CODE, COUNSELLOR, LAWYER, OWNER, a_concern, a_content, a_place
from tests.fakes.records import FakeRecords
from tests.fakes.story import CLAIM_WITHIN, Story

HOUR = timedelta(hours=1)


def test_filing_keeps_what_was_told_in_order_and_where_it_stands(records: FakeRecords) -> None:
    concern = a_concern("第一句", "第二句")
    receipt = filing.file_concern(records, OWNER, concern, CODE, HOUR)
    said = records.talk.of_case(receipt.number)
    assert [one.content.text for one in said] == ["第一句", "第二句"]
    assert {one.privacy for one in said} == {Privacy.PUBLIC}
    assert records.talk.at(concern.parts[1][1]) == said[1]
    assert records.cases.account(receipt.number) == {"when": "今年一月起"}


def test_a_new_case_is_submitted_and_nobody_has_it(story: Story) -> None:
    story.file(category="pay", more_categories=["leave", "bullying"], wish="lawyer", sensitive=True)
    case = story.case
    assert (case.state, case.handler_id, case.owner_id) == ("submitted", None, OWNER)
    assert (case.category, case.more_categories, case.wish) == ("pay", "leave,bullying", "lawyer")
    assert (case.sensitive, case.filed_at) == (True, story.records.now)


def test_an_empty_concern_is_not_filed(records: FakeRecords) -> None:
    nothing = filing.Concern(parts=[], account={}, category="pay")
    with pytest.raises(Refused, match="nothing_told"):
        filing.file_concern(records, OWNER, nothing, CODE, HOUR)
    assert (records.cases.kept, records.outbox.waiting) == ({}, [])


def test_an_anonymous_owner_gets_a_code_of_which_only_the_hash_is_kept(records: FakeRecords) -> None:
    receipt = filing.file_concern(records, OWNER, a_concern(), CODE, HOUR)
    assert receipt.code == CODE.shown
    assert records.cases.code_hash(receipt.number) == CODE.hashed
    assert records.cases.name(receipt.number) is None
    assert records.cases.get(receipt.number).anonymous


def test_a_named_owner_gets_no_code_and_the_name_is_kept_apart(records: FakeRecords) -> None:
    receipt = filing.file_concern(records, OWNER, a_concern(name="王芳"), CODE, HOUR)
    case = records.cases.get(receipt.number)
    assert (receipt.code, records.cases.code_hash(receipt.number)) == (None, None)
    assert records.cases.name(receipt.number) == "王芳"
    assert "王芳" not in case.model_dump_json()


def test_the_receipt_bears_the_number_the_code_and_the_time(story: Story) -> None:
    story.file()
    (receipt,) = story.told(OWNER)
    assert (receipt.kind, receipt.case_number) == ("receipt", story.number)
    assert receipt.facts == {"code": CODE.shown, "filed_at": story.records.now.isoformat()}


def test_the_card_in_the_group_carries_neither_name_nor_story(story: Story) -> None:
    story.file("我叫王芳，加班费没有发", name="王芳")
    assert [(one.kind, one.facts) for one in story.told(None)] == [("card", {})]


def test_filing_is_the_first_line_of_the_history(story: Story) -> None:
    story.file()
    (event,) = story.history
    assert (event.trigger, event.from_state, event.to_state) == ("file", "draft", "submitted")
    assert (event.actor_id, event.actor_role, event.at) == (OWNER, Role.OWNER, story.records.now)


def test_a_number_that_is_taken_is_not_given_out_again(records: FakeRecords) -> None:
    letters = iter("AAAAAAAAB22AAAAAAAACCCCCCCCD33")
    numbers = [
        filing.file_concern(records, OWNER, a_concern(), CODE, HOUR, lambda _: next(letters)).number
        for _ in range(2)
    ]
    assert numbers == ["AAAA-AAAA", "CCCC-CCCC"]


def test_one_person_may_have_several_cases(story: Story) -> None:
    first, second = story.file("加班费"), story.file("休假")
    story.pull("withdraw", OWNER)
    assert story.records.cases.get(first).state == "submitted"
    assert story.records.cases.get(second).state == "withdrawn"


def test_what_is_added_before_the_claim_comes_with_the_file(filed: Story) -> None:
    added = filed.add("补充：还有二月的")
    assert filed.records.outbox.waiting == []
    filed.pull("claim", LAWYER)
    assert [one.facts["said_id"] for one in filed.told(LAWYER) if one.kind == "relay"] == [1, added.id]


def test_what_is_added_after_the_claim_goes_to_the_handler_at_once(claimed: Story) -> None:
    added = claimed.add("补充：还有二月的")
    assert added.privacy is Privacy.PUBLIC
    assert [(one.kind, one.facts["said_id"]) for one in claimed.told(LAWYER)] == [("relay", added.id)]
    assert claimed.told(COUNSELLOR) == []


def test_nothing_is_added_to_a_withdrawn_case(filed: Story) -> None:
    filed.pull("withdraw", OWNER)
    with pytest.raises(Refused, match="case_is_withdrawn"):
        filed.add("再说一句")
    assert len(filed.records.talk.of_case(filed.number)) == 1


@pytest.mark.parametrize("number", ["the case itself", "ZZZZ-ZZZZ", "", "%", "' OR 1=1 --"])
def test_somebody_elses_case_answers_like_one_that_does_not_exist(filed: Story, number: str) -> None:
    wanted = filed.number if number == "the case itself" else number
    with pytest.raises(NotFound) as refusal:
        filing.add_to_case(filed.records, ANOTHER_EMPLOYEE, wanted, a_content(), a_place())
    assert (refusal.value.code, refusal.value.facts) == ("not_found", {})


def test_the_claim_clock_runs_from_the_moment_of_filing(story: Story) -> None:
    story.file()
    assert story.records.clocks.running == {(story.number, "claim"): story.records.now + CLAIM_WITHIN}
