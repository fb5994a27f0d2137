from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.errors import BadData
from knowledge.taxonomy import load_taxonomy
from knowledge.triage import Triage

CONCERNS = yaml.safe_load((Path(__file__).parent / "data" / "concerns.yaml").read_text(encoding="utf-8"))


def test_the_first_category_is_mostly_right_and_three_nearly_always(triage: Triage) -> None:
    told = [([s.code for s in triage.suggest(c["text"])], c["codes"]) for c in CONCERNS]
    first = sum(codes[:1] == right[:1] for codes, right in told) / len(told)
    three = sum(bool(set(codes) & set(right)) for codes, right in told) / len(told)
    assert first >= 0.75
    assert three >= 0.92


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("扣了我三个月奖金", "WAGE"),
        ("队长天天骂人", "HARA"),
        ("让我签自愿离职", "CONT"),
        ("不想活了", "MIND"),
    ],
)
def test_spoken_language_is_understood(triage: Triage, text: str, code: str) -> None:
    assert triage.suggest(text)[0].code == code


@pytest.mark.parametrize(
    ("text", "code", "word"), [("公积鸡咋提", "HOUS", "公积金"), ("天天加般", "WAGE", "加班")]
)
def test_a_typing_slip_is_heard(triage: Triage, text: str, code: str, word: str) -> None:
    first = triage.suggest(text)[0]
    assert first.code == code and word in first.reason_words


@pytest.mark.parametrize("text", ["", "你好", "在吗", "😀", "hello", "123", "哈哈哈哈"])
def test_what_says_nothing_gets_no_proposal(triage: Triage, text: str) -> None:
    assert triage.suggest(text) == []


def test_a_short_word_across_two_words_is_no_word(triage: Triage) -> None:
    reasons = [word for s in triage.suggest("医生开了两个月休养") for word in s.reason_words]
    assert "月休" not in reasons


def test_all_categories_of_the_fact_sheet_are_there() -> None:
    categories = load_taxonomy().categories
    assert len(categories) == 23 and categories[-1].code == "MISC"
    sensitive = {category.code for category in categories if category.sensitive}
    assert sensitive == {"INJU", "HARA", "DISC", "MIND", "DEBT", "PRIV"}


def test_a_pattern_that_names_an_unknown_set_is_told(tmp_path: Path) -> None:
    path = tmp_path / "taxonomy.yaml"
    path.write_text(
        "categories:\n- {code: WAGE, name: {zh: 工资, en: Pay}, helper: union, lead: union,"
        " patterns: ['扣~{mony}']}\n"
    )
    with pytest.raises(BadData) as refused:
        load_taxonomy(path)
    assert "mony" in str(refused.value) and str(path) in str(refused.value)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200))
def test_any_text_gets_at_most_three_and_always_the_same(triage: Triage, text: str) -> None:
    once, again = triage.suggest(text), triage.suggest(text)
    assert once == again and len(once) <= 3
    assert "MISC" not in {suggestion.code for suggestion in once}
