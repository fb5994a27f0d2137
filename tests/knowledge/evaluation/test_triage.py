import pytest

from knowledge.evaluation.triage import LabelWrong, measure_triage


def given(kind: str, *codes: str) -> dict[str, object]:
    return {"kind": kind, "categories": list(codes)}


def test_first_any_and_within_three_are_shares_of_the_lines_that_have_categories() -> None:
    measure = measure_triage(
        [
            (given("concern", "WAGE", "CONT"), {"categories": ["WAGE"]}),
            (given("concern", "CONT", "WAGE"), {"categories": ["WAGE", "CONT"]}),
            (given("concern", "CONT", "POST", "WAGE"), {"category": "WAGE"}),
            (given("concern", "CONT"), {"categories": []}),
        ]
    )
    assert (measure.lines, measure.with_categories) == (4, 3)
    assert measure.first == pytest.approx(1 / 3) and measure.first_any == pytest.approx(2 / 3)
    assert measure.within_three == 1.0


def test_what_was_taken_for_what_is_counted() -> None:
    lines = [
        (given("concern"), {"kind": "accusation"}),
        (given("concern"), {"kind": "accusation"}),
        (given("praise"), {"kind": "praise"}),
        (given("praise"), {}),
    ]
    measure = measure_triage(lines)
    assert measure.with_kind == 3 and measure.kind == pytest.approx(1 / 3)
    assert measure.confused == {"accusation > concern": 2}


@pytest.mark.parametrize("wrong", [{"categories": "WAGE"}, {"category": 5}, {"kind": ["concern"]}])
def test_a_label_that_cannot_be_read_names_its_line(wrong: dict[str, object]) -> None:
    with pytest.raises(LabelWrong) as refused:
        measure_triage([(given("concern"), {"id": 7} | wrong)])
    assert refused.value.facts["id"] == 7


def test_dangers_noticed_and_false_alarms_are_shares_of_the_lines_that_say_which_they_are() -> None:
    def seen(crisis: bool, sure: bool) -> dict[str, object]:
        return given("concern") | {"crisis": crisis, "crisis_sure": sure}

    danger, calm = {"expect": {"crisis": True}}, {"expect": {"crisis": False}}
    measure = measure_triage(
        [
            (seen(True, True), danger),
            (seen(True, False), danger),
            (seen(False, False), danger),
            (seen(False, False), danger),
            (seen(True, False), calm),
            (seen(False, False), calm),
            (seen(True, True), {}),
        ]
    )
    assert (measure.lines, measure.with_crisis) == (7, 6)
    assert (measure.crisis_recall, measure.crisis_recall_sure) == (0.5, 0.25)
    assert (measure.crisis_false, measure.crisis_false_sure) == (0.5, 0.0)
