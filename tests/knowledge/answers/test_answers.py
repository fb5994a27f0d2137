from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.answers.answers import AnswerKind, answer
from knowledge.answers.library import Library
from knowledge.laws.texts.article import Validity

TODAY = date(2026, 11, 24)
QUESTIONS = yaml.safe_load(
    (Path(__file__).parents[1] / "data" / "questions.yaml").read_text(encoding="utf-8")
)


def test_an_article_is_shown_as_the_store_has_it(library: Library) -> None:
    told = answer(library, "民法典1254", TODAY)
    assert told.kind is AnswerKind.ARTICLES
    article = told.articles[0].article
    assert article == library.store.article("民法典", 1254)
    assert article.text.startswith("禁止从建筑物中抛掷物品。")


def test_a_number_that_does_not_exist_comes_with_the_law_s_range(library: Library) -> None:
    told = answer(library, "民法典第1261条讲什么", TODAY)
    assert told.kind is AnswerKind.NOT_EXISTS and not told.articles
    assert (told.not_existing[0].range.first, told.not_existing[0].range.last) == (1, 1260)


def test_a_law_known_by_name_only_still_says_how_far_it_goes(library: Library) -> None:
    told = answer(library, "工伤保险条例第80条", TODAY)
    assert told.kind is AnswerKind.NOT_EXISTS and told.not_existing[0].range.last == 67
    assert answer(library, "工伤保险条例第14条", TODAY).kind is AnswerKind.UNAVAILABLE


def test_a_number_without_a_law_is_asked_back(library: Library) -> None:
    told = answer(library, "第680条", TODAY)
    assert told.kind is AnswerKind.AMBIGUOUS and told.ambiguous[0].article == 680
    assert answer(library, "第680条", TODAY, context="民法典").kind is AnswerKind.ARTICLES


@pytest.mark.parametrize(
    ("question", "reason"),
    [
        ("医疗保障法第3条", Validity.FUTURE),
        ("刑法第165条", Validity.OUTDATED),
        ("信访条例33条", Validity.REPEALED),
        ("工伤保险条例14条", Validity.NOT_LOADED),
    ],
)
def test_what_does_not_govern_is_named_and_not_shown(
    library: Library, question: str, reason: Validity
) -> None:
    told = answer(library, question, TODAY)
    assert told.kind is AnswerKind.UNAVAILABLE and told.articles == ()
    assert [refused.reason for refused in told.unavailable] == [reason]


def test_future_law_is_never_found_by_words(library: Library) -> None:
    hits = library.search.search("医疗保障基金 定点医药机构", TODAY, limit=10)
    assert hits and "医疗保障法" not in {hit.article.law for hit in hits}
    later = library.search.search("医疗保障基金 定点医药机构", date(2027, 1, 1), limit=10)
    assert "医疗保障法" in {hit.article.law for hit in later}


def test_a_search_can_be_kept_to_the_civil_code(library: Library) -> None:
    told = answer(library, "加班费怎么算", TODAY, laws={"民法典"})
    assert all(found.article.law == "民法典" for found in told.articles)


@pytest.mark.parametrize("asked", [q for q in QUESTIONS if "law" not in q], ids=lambda q: q["question"])
def test_what_no_law_answers_gets_no_article(library: Library, asked: dict[str, str]) -> None:
    told = answer(library, asked["question"], TODAY)
    assert told.kind in (AnswerKind.NOTHING, AnswerKind.OUT_OF_SCOPE) and not told.articles


def test_most_questions_about_law_find_their_article_among_five(library: Library) -> None:
    asked = [q for q in QUESTIONS if "law" in q]
    found = 0
    for question in asked:
        told = answer(library, question["question"], TODAY, limit=5)
        keys = {(f.article.law, f.article.number) for f in told.articles}
        found += (question["law"], question["article"]) in keys
    assert found / len(asked) >= 0.8


def test_a_title_alone_is_no_question(library: Library) -> None:
    assert answer(library, "民法典", TODAY).kind is AnswerKind.NOTHING


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet=st.characters(min_codepoint=0x20, max_codepoint=0x9FFF), max_size=80))
def test_no_answer_shows_what_is_not_in_the_store(library: Library, question: str) -> None:
    for found in answer(library, question, TODAY).articles:
        assert found.article is library.store.article(*found.article.key[:2], found.article.sub)
        assert found.article.validity(TODAY) is Validity.CURRENT
