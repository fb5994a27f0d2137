"""Words that nobody has tuned on: the held halves of the line files. Floors lie a little under what came."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from knowledge.answers.answers import answer, ranked_articles
from knowledge.answers.library import Library
from knowledge.evaluation.same_matter import measure_same_matter
from knowledge.plain import load_plain
from knowledge.same_matter.comparison import load_same_matter
from knowledge.scope import load_scope
from knowledge.text.lexicon import Lexicon
from knowledge.triage.triage import Triage

TODAY = date(2026, 11, 24)
DATA = Path(__file__).parents[2] / "data"


def held(name: str) -> list[dict[str, Any]]:
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    return [line for line in map(json.loads, lines) if line["half"] == "held"]


def test_citations_in_any_voice_are_read_as_they_are_meant(library: Library) -> None:
    lines = held("citations_unseen.jsonl")
    right = invented = 0
    for line in lines:
        expected = {(one["law"], one["article"], one["sub"]) for one in line["expect"]}
        given = {(one.law, one.article, one.sub) for one in library.citations(line["text"])}
        right += given == expected
        invented += len(given - expected)
    assert right / len(lines) >= 0.97
    assert invented <= 2


def test_an_article_is_said_to_exist_only_where_it_does(library: Library) -> None:
    for line in held("citations_unseen.jsonl"):
        expected = {(one["law"], one["article"], one["sub"]): one["exists"] for one in line["expect"]}
        for one in library.citations(line["text"]):
            if one.law is not None:
                assert expected.get((one.law, one.article, one.sub), one.exists) == one.exists


def test_questions_in_workshop_words_find_their_article(library: Library) -> None:
    lines = [line for line in held("questions_unseen.jsonl") if library.store.holds(line["gold"][0]["law"])]
    found = 0.0
    for line in lines:
        gold = {(one["law"], one["article"]) for one in line["gold"]}
        ranked = [(a.law, a.number) for a, _ in ranked_articles(library, line["question"], TODAY)]
        found += next((1 / place for place, key in enumerate(ranked, 1) if key in gold), 0.0)
    assert found / len(lines) >= 0.36


def answered(library: Library, lines: list[dict[str, Any]]) -> float:
    """The share of `lines` that get an article."""
    asked = [line.get("question") or line["inside"] for line in lines]
    return sum(bool(answer(library, one, TODAY).articles) for one in asked) / len(lines)


@pytest.mark.deep
@pytest.mark.parametrize("name", ["out_of_scope_unseen.jsonl", "out_of_scope_unseen2.jsonl"])
def test_what_no_law_answers_is_answered_with_no_law(library: Library, name: str) -> None:
    assert answered(library, held(name)) <= 0.05


@pytest.mark.deep
def test_what_no_law_answers_is_told_from_what_one_does(library: Library) -> None:
    lines = held("out_of_scope_unseen3.jsonl")
    inside = [line for line in lines if "inside" in line]
    assert answered(library, inside) >= 0.85
    assert answered(library, [line for line in lines if line not in inside]) <= 0.05


def test_most_short_tellings_and_topics_get_an_article(library: Library) -> None:
    assert answered(library, held("inside_short.jsonl")) >= 0.8


def test_most_of_what_people_ask_in_workshop_words_gets_an_article(library: Library) -> None:
    assert answered(library, held("questions_unseen.jsonl")) >= 0.85


def test_hardly_a_question_that_an_article_answers_is_taken_for_one_that_none_does() -> None:
    scope, asks = load_scope(), list(load_plain().asks)
    refused = [ask for ask in asks if scope.outside(ask) is not None]
    assert len(refused) <= len(asks) / 1000, refused


@pytest.mark.deep
def test_one_matter_told_twice_is_told_from_two_of_a_kind(lexicon: Lexicon, triage: Triage) -> None:
    similar, lines = load_same_matter(lexicon, triage), held("similar_unseen.jsonl")
    measure = measure_same_matter(({"same": similar.judge(one["a"], one["b"]).same}, one) for one in lines)
    assert measure.right >= 0.81
