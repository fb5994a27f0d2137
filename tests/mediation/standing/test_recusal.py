"""Who is named in a matter, and everybody in their line, neither holds it nor learns of it."""

import pytest

from mediation.errors import NotFound, Refused
from mediation.model.organisation import Organisation
from mediation.standing.recusal import (
    Mention,
    concerned,
    confirm,
    may_be_told,
    may_hold,
    picked,
    recused,
    require,
    suggestions,
)
from tests.organisations import changed, example, person, small


@pytest.fixture
def ladder() -> Organisation:
    """top > boss > {a > b, c}"""
    return small(
        person("top"), person("boss", "top"), person("a", "boss"), person("b", "a"), person("c", "boss")
    )


def test_superiors_up_to_the_top_and_all_below_are_recused(ladder: Organisation) -> None:
    assert recused(ladder, ["a"]) == {"a", "boss", "top", "b"}
    assert recused(ladder, ["boss"]) == {"boss", "top", "a", "b", "c"}


def test_colleagues_of_the_same_rank_stay_out_of_it(ladder: Organisation) -> None:
    assert may_hold(ladder, "c", ["a"])
    assert not may_hold(ladder, "b", ["a"])


def test_nobody_is_recused_where_nobody_is_named(ladder: Organisation) -> None:
    assert recused(ladder, []) == frozenset()


def test_people_who_report_in_a_circle_are_all_recused() -> None:
    round_ = small(person("a", "b"), person("b", "c"), person("c", "a"), person("d", "d"))
    assert recused(round_, ["a"]) == {"a", "b", "c"}
    assert recused(round_, ["d"]) == {"d"}


def test_somebody_unknown_who_is_named_recuses_only_themselves(ladder: Organisation) -> None:
    assert recused(ladder, ["ghost"]) == {"ghost"}


def test_nobody_holds_a_matter_of_their_own(ladder: Organisation) -> None:
    assert not may_hold(ladder, "c", [], owner="c")
    assert may_hold(ladder, "c", [], owner="b")


def test_the_recused_hear_what_a_number_that_does_not_exist_answers(ladder: Organisation) -> None:
    with pytest.raises(NotFound) as refusal:
        require(ladder, "boss", ["a"])
    assert (refusal.value.code, refusal.value.facts) == ("not_found", {})
    require(ladder, "c", ["a"])


def test_notices_go_to_those_who_may_be_told_in_their_order(ladder: Organisation) -> None:
    assert may_be_told(ladder, ["c", "boss", "b", "elsewhere"], ["a"]) == ("c", "elsewhere")


def test_who_the_owner_picked_is_certain_at_once(ladder: Organisation) -> None:
    assert concerned(ladder, [picked("a")]) == {"a"}
    assert suggestions(ladder, picked("a")) == ()


def test_until_a_name_is_confirmed_all_who_bear_it_count_as_named(ladder: Organisation) -> None:
    twins = changed(changed(ladder, "a", name="周 平"), "c", name="周平")
    said = Mention("周平")
    assert [one.key for one in suggestions(twins, said)] == ["a", "c"]
    assert concerned(twins, [said]) == {"a", "c"}


def test_a_name_is_confirmed_by_somebody_outside_the_lines_of_all_who_bear_it() -> None:
    settled = confirm(example(), Mention("周平"), "3003", by="1004")
    assert (settled.person, settled.settled_by) == ("3003", "1004")
    with pytest.raises(NotFound):
        confirm(example(), Mention("周平"), None, by="3001")


def test_confirming_leaves_the_others_of_that_name_alone(ladder: Organisation) -> None:
    far = small(*ladder.people, person("x"), person("twin", "x", name="人a"))
    settled = confirm(far, Mention("人a"), "a", by="elsewhere")
    assert concerned(far, [settled]) == {"a"}


def test_a_name_may_turn_out_to_be_nobodys_here(ladder: Organisation) -> None:
    assert concerned(ladder, [confirm(ladder, Mention("人a"), None, by="c")]) == frozenset()
    assert concerned(ladder, [Mention("外面的人")]) == frozenset()


def test_only_a_suggested_person_can_be_confirmed_and_only_once(ladder: Organisation) -> None:
    with pytest.raises(Refused, match="not_suggested"):
        confirm(ladder, Mention("人b"), "c", by="c")
    settled = confirm(ladder, Mention("人b"), "b", by="c")
    with pytest.raises(Refused, match="already_confirmed"):
        confirm(ladder, settled, "b", by="c")
