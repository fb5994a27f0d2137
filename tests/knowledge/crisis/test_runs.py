import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.crisis.runs import LONGEST, RunWeights, run, runs_of

TEXTS = st.text(max_size=40)
"""Any characters: also one of no value, and halves of a pair."""


def named(text: str) -> set[str]:
    return {text[at : at + size] for size in range(1, LONGEST + 1) for at in range(len(text) - size + 1)}


@given(TEXTS)
def test_every_run_of_a_text_has_a_number_of_its_own_that_leads_back(text: str) -> None:
    numbers = runs_of(text).tolist()
    assert {run(number) for number in numbers} == named(text) and len(numbers) == len(named(text))


@given(TEXTS, st.dictionaries(st.text(min_size=1, max_size=LONGEST), st.floats(-9, 9)))
def test_the_weights_of_the_runs_in_a_text_are_added_and_no_others(
    text: str, weights: dict[str, float]
) -> None:
    known = weights | dict.fromkeys(list(named(text))[::2], 0.5)
    wanted = sum(known.get(one, 0.0) for one in named(text))
    assert RunWeights(known).sum(runs_of(text)) == pytest.approx(wanted)


@pytest.mark.parametrize("wrong", ["", "四个字呀"])
def test_a_weight_of_what_is_no_run_is_refused(wrong: str) -> None:
    with pytest.raises(ValueError, match="run"):
        RunWeights({wrong: 1.0})
