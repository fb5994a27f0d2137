from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.crisis import Alarm, Danger
from knowledge.errors import BadData
from knowledge.text.lexicon import Lexicon
from knowledge.triage.kinds import Kind
from knowledge.triage.taxonomy import load_taxonomy
from knowledge.triage.triage import Triage, load_triage
from knowledge.triage.urgency import Level

DATA = Path(__file__).parents[1] / "data"
CONCERNS = yaml.safe_load((DATA / "concerns.yaml").read_text(encoding="utf-8"))


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


def test_every_reason_names_words_that_were_written(triage: Triage) -> None:
    text = "工资被拖欠三个月了，我们三十多个工友都没发"
    judged = triage.judge(text)
    assert {reason.about for reason in judged.reasons} >= {"kind", "WAGE", "urgency"}
    assert all(word in text for reason in judged.reasons for word in reason.words)
    assert "拖欠三个月" in [word for reason in judged.reasons for word in reason.words]


def test_initials_and_traditional_characters_are_heard_and_shown_as_heard(triage: Triage) -> None:
    judged = triage.judge("gjj咋提")
    house = next(reason for reason in judged.reasons if reason.about == "HOUS")
    assert "公积金" in house.heard and "公积金" not in house.words
    assert triage.judge("加班費一分沒給").codes[0] == "WAGE"


def test_an_accusation_is_sealed_and_goes_to_the_discipline_office(triage: Triage) -> None:
    judged = triage.judge("队长收了包工头两万块回扣")
    assert judged.kind is Kind.ACCUSATION and judged.codes[0] == "DISC"
    assert judged.channel and judged.channel.sealed and judged.department_kind == "discipline"


def test_small_talk_and_noise_get_no_category_channel_or_department(triage: Triage) -> None:
    for text in ("你好", "asdfghjkl"):
        judged = triage.judge(text)
        assert judged.categories == () and judged.codes == ("MISC",)
        assert judged.channel is None and judged.department_kind is None


def test_a_suggestion_is_one_even_where_its_subject_has_a_category(triage: Triage) -> None:
    judged = triage.judge("建议食堂增加一个素菜窗口")
    assert judged.kind is Kind.SUGGESTION
    assert judged.codes[0] == "SUGG" and "BENE" in judged.codes
    assert [fit.code for fit in triage.suggest("建议食堂增加一个素菜窗口")] == list(judged.codes)


def test_a_crisis_is_what_the_caller_says_it_is(lexicon: Lexicon) -> None:
    danger = Alarm(Danger.SUICIDE, about_other=False, sure=False)
    watchful = load_triage(lexicon, detect=lambda text: danger if "攒" in text else None)
    assert watchful.judge("药我攒好了").urgency.level is Level.TODAY
    assert watchful.judge("药我攒好了").alarm == danger and watchful.judge("药我攒好了").crisis
    assert not watchful.judge("年假有几天").crisis


@pytest.mark.parametrize(
    "text", ["", "1", "啊", "😀", "工资没发" * 1024, "😀" * 4096, "<b>工资</b>" * 400, "no pay since May"]
)
def test_any_message_gets_an_answer(triage: Triage, text: str) -> None:
    judged = triage.judge(text)
    assert judged == triage.judge(text)
    assert len(judged.categories) <= 3 and judged.codes
