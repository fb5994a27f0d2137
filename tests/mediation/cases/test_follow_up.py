"""With number and code an anonymous case is followed up from another account."""

import pytest

from mediation.cases import filing
from mediation.errors import Refused
from mediation.model.cases.numbers import code_matches, hash_code
from tests.builders import ANOTHER_EMPLOYEE, CODE, COUNSELLOR, LAWYER, OWNER
from tests.fakes.story import Story

TYPED = "1234 5678 9012 3456"


def kept(story: Story, number: str | None = None, person: int = ANOTHER_EMPLOYEE) -> str:
    return filing.code_kept_for(story.records, person, number if number is not None else story.number)


def move(story: Story, person: int = ANOTHER_EMPLOYEE) -> None:
    filing.take_to_this_account(story.records, person, story.number.lower())


def test_the_right_code_fits_the_number_however_it_is_typed(filed: Story) -> None:
    filed.records.cases.keep_code(filed.number, hash_code(TYPED))
    assert code_matches(TYPED, kept(filed, filed.number.lower().replace("-", " ")))


@pytest.mark.parametrize("number", ["ZZZZ-ZZZZ", "no number at all", ""])
def test_an_unknown_number_answers_like_a_wrong_code(filed: Story, number: str) -> None:
    assert not code_matches(TYPED, kept(filed, number))


def test_a_named_case_has_no_code_that_could_fit(story: Story) -> None:
    story.file(name="王芳")
    assert not code_matches(CODE.shown, kept(story))


def test_the_sixth_try_within_an_hour_is_refused(filed: Story) -> None:
    for _ in range(5):
        kept(filed)
    with pytest.raises(Refused, match="too_many_tries"):
        kept(filed)


def test_unknown_numbers_count_as_tries_too(filed: Story) -> None:
    for number in range(5):
        kept(filed, f"ZZZZ-ZZZ{number}")
    with pytest.raises(Refused, match="too_many_tries"):
        kept(filed)


def test_the_tries_are_counted_for_each_person(filed: Story) -> None:
    for _ in range(5):
        kept(filed)
    assert kept(filed, person=OWNER) == CODE.hashed


def test_after_an_hour_one_may_try_again(filed: Story) -> None:
    for _ in range(5):
        kept(filed)
    filed.records._clock.forward(hours=1, seconds=1)
    assert kept(filed) == CODE.hashed


def test_the_case_moves_and_the_account_before_is_told(filed: Story) -> None:
    move(filed)
    assert filed.case.owner_id == ANOTHER_EMPLOYEE
    assert [(one.kind, one.facts) for one in filed.told(OWNER)] == [("moved_away", {})]
    assert filed.history[-1].trigger == "follow_up"
    assert filed.pull("withdraw", ANOTHER_EMPLOYEE).state == "withdrawn"


def test_an_account_that_had_blocked_us_does_not_mark_the_new_one(filed: Story) -> None:
    filed.records.cases.save(filed.case.model_copy(update={"owner_unreachable": True}))
    move(filed)
    assert not filed.case.owner_unreachable


def test_from_the_same_account_nothing_moves(filed: Story) -> None:
    before = filed.case
    move(filed, OWNER)
    assert (filed.case, filed.told(OWNER), len(filed.history)) == (before, [], 1)


@pytest.mark.parametrize("part", ["handler", "second", "offered"])
def test_nobody_who_works_on_a_case_becomes_its_owner(claimed: Story, part: str) -> None:
    if part == "second":
        claimed.pull("ask_second", LAWYER)
        claimed.pull("join", COUNSELLOR)
    if part == "offered":
        claimed.pull("offer", LAWYER, colleague=COUNSELLOR)
    person = (LAWYER if part == "handler" else COUNSELLOR).person_id
    with pytest.raises(Refused, match="own_case"):
        move(claimed, person)
    assert claimed.case.owner_id == OWNER
