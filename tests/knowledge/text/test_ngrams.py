from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.crisis.classifier import CrisisClassifier, Weights, load_classifier
from knowledge.crisis.features import PassageFeatures
from knowledge.errors import BadData
from knowledge.text.ngrams import LONGEST, NgramWeights, ngram_text, ngrams_of, read_ngram_weights
from knowledge.training.crisis import written

TEXTS = st.text(max_size=40)
"""Any characters: also one of no value, and halves of a pair."""


def named(text: str) -> set[str]:
    return {text[at : at + size] for size in range(1, LONGEST + 1) for at in range(len(text) - size + 1)}


@given(TEXTS)
def test_every_run_of_a_text_has_a_number_of_its_own_that_leads_back(text: str) -> None:
    numbers = ngrams_of(text).tolist()
    assert {ngram_text(number) for number in numbers} == named(text) and len(numbers) == len(named(text))


@given(TEXTS, st.dictionaries(st.text(min_size=1, max_size=LONGEST), st.floats(-9, 9)))
def test_the_weights_of_the_runs_in_a_text_are_added_and_no_others(
    text: str, weights: dict[str, float]
) -> None:
    known = weights | dict.fromkeys(list(named(text))[::2], 0.5)
    wanted = sum(known.get(one, 0.0) for one in named(text))
    assert NgramWeights(known.items()).sum(ngrams_of(text)) == pytest.approx(wanted)


@pytest.mark.parametrize(
    "wrong",
    [
        '["", 1]',
        '["四个字呀", 1]',
        '["河"]',
        '["河", "?"]',
        '["河", NaN]',
        '["河", -Infinity]',
        "河",
        '{"河": 1}',
        "7",
    ],
)
def test_a_line_that_is_no_run_with_its_weight_is_named(tmp_path: Path, wrong: str) -> None:
    path = tmp_path / "weights.jsonl"
    path.write_text(f'["河边", 0.7]\n{wrong}\n', encoding="utf-8")
    with pytest.raises(BadData) as refused:
        read_ngram_weights(path)
    assert refused.value.facts["place"] == "line 2"


def test_what_was_fitted_weighs_the_same_when_it_is_read_again(tmp_path: Path) -> None:
    weights = Weights(
        bias=0.0, raises=0.0, lowers=0.0, weights={"c river": 1.0, 'g "\n': 0.5, "g 河 ": -0.25}
    )
    for name, text in zip(("weights.json", "weights.jsonl"), written(weights), strict=True):
        (tmp_path / name).write_text(text, encoding="utf-8")
    again = load_classifier(tmp_path / "weights.json", tmp_path / "weights.jsonl")
    for text in ('"\n', "河 ", "河"):
        piece = PassageFeatures({"c river": 1.0}, ngrams_of(text), 1.0)
        assert again.score(piece) == CrisisClassifier(weights).score(piece)
