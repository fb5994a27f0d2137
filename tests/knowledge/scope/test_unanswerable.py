"""What only sounds like law is answered with no law, and an odd way of asking is no reason for none."""

import json
from collections.abc import Mapping
from copy import copy
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from knowledge.answers.answers import AnswerKind, answer
from knowledge.answers.library import Library
from knowledge.scope import UnanswerableClassifier, load_unanswerable_classifier
from knowledge.scope.unanswerable import MOST
from knowledge.text.ngrams import NgramWeights, read_ngram_weights
from knowledge.training.scope import Line, dev_lines, fit, held_texts, written

TODAY = date(2026, 11, 24)
ASIDE = "年假审批单打印出来是歪的"
ASKED = "年假没歇完钱怎么算"


def with_knobs(library: Library, **knobs: float) -> Library:
    """The library with other knobs of its word search; index and store are shared."""
    search = copy(library.search)
    search.settings = search.settings.model_copy(update=knobs)
    return replace(library, search=search)


def with_weights(library: Library, weights: Mapping[str, float]) -> Library:
    return replace(library, unanswerable=UnanswerableClassifier(NgramWeights(weights.items())))


def test_of_two_lines_about_one_word_the_one_that_asks_for_no_right_weighs_more() -> None:
    unanswerable = load_unanswerable_classifier()
    assert unanswerable.score(ASIDE) > unanswerable.score(ASKED) + 1


@pytest.mark.parametrize(
    "other", ["ＶＰＮ连不上，怎么办？！", "《VPN》连不上——怎么办", "（vpn）连不上🙏怎么办"]
)
def test_which_mark_stands_in_a_question_and_case_and_width_of_letters_weigh_nothing(other: str) -> None:
    unanswerable, said = (
        load_unanswerable_classifier(),
        "vpn 连不上 怎么办" if other[0] in "《（" else "vpn连不上 怎么办",
    )
    assert unanswerable.score(other) == unanswerable.score(said)


def test_a_long_tale_weighs_no_more_than_the_lines_that_were_learned_from() -> None:
    unanswerable = UnanswerableClassifier(
        NgramWeights({"烤": 1.0, "工资": -1.0, **{f"{n}": 0.5 for n in "一二三四五六七八九"}}.items())
    )
    assert unanswerable.score("烤一二三四五六七八九") == MOST
    assert UnanswerableClassifier(NgramWeights({"工": -9.0}.items())).score("工资") == -MOST


def test_what_only_sounds_like_law_is_not_turned_away_but_told_that_there_is_no_source(
    library: Library,
) -> None:
    told = answer(library, ASIDE, TODAY)
    assert told.kind is AnswerKind.NOTHING and not told.articles and told.outside is None


@pytest.mark.parametrize(("weight", "shown"), [(-2.0, True), (2.0, False)])
def test_the_weights_say_whether_an_article_is_shown(library: Library, weight: float, shown: bool) -> None:
    assert bool(answer(with_weights(library, {"年": weight}), ASKED, TODAY).articles) is shown


def test_how_much_the_weights_say_is_a_knob(library: Library) -> None:
    heavy = with_weights(library, {"年": 100.0})
    assert answer(heavy, ASKED, TODAY).kind is AnswerKind.NOTHING
    assert answer(with_knobs(heavy, aside_weight=0.0, least=1.0), ASKED, TODAY).articles


def test_how_well_words_must_fit_is_a_knob(library: Library) -> None:
    question = "前妻不让我见儿子"
    assert answer(library, question, TODAY).articles
    assert (
        answer(with_knobs(library, least=12.0, short_score=99.0), question, TODAY).kind is AnswerKind.NOTHING
    )


@pytest.mark.parametrize(
    "said",
    [
        "家暴",
        "欠薪",
        "工伤",
        "强奸",
        "尘肺",
        "产假",
        "加班费",
        "离婚",
        "班长摸我",
        "我被打了",
        "厕所里发现摄像头",
    ],
)
def test_a_topic_of_a_word_or_two_and_a_short_telling_of_harm_get_an_article(
    library: Library, said: str
) -> None:
    assert answer(library, said, TODAY).articles


@pytest.mark.parametrize("knob", ["short_score", "short_threshold"])
def test_how_much_of_a_short_question_must_fit_is_a_knob(library: Library, knob: str) -> None:
    assert not answer(with_knobs(library, **{knob: 99.0}), "尘肺", TODAY).articles


def test_a_short_question_that_sounds_like_an_aside_gets_no_article(library: Library) -> None:
    assert not answer(with_knobs(library, short_aside=-3.0), "尘肺", TODAY).articles


def test_of_a_long_tale_more_than_a_word_must_fit(library: Library) -> None:
    tale = "昨天傍晚跟老伴去河边走了一圈，柳树都黄了，碰见老同事钓鱼，说起当年在井队过年，笑了半天"
    told = with_weights(library, {"河": -3.0})
    assert not answer(told, tale, TODAY).articles
    assert answer(with_knobs(told, threshold=0.0), tale, TODAY).articles


def test_an_article_asked_for_by_its_number_is_shown_whatever_the_words_weigh(library: Library) -> None:
    heavy = with_weights(library, {"民": 100.0})
    assert answer(heavy, "民法典1254", TODAY).articles


def test_a_card_that_knows_the_question_answers_whatever_the_words_weigh(library: Library) -> None:
    card = next(one for one in library.cards.cards if library.cards.holds(one, TODAY))
    heavy = with_weights(library, dict.fromkeys(card.questions[0], 100.0))
    assert answer(heavy, card.questions[0], TODAY).kind is AnswerKind.CARD


def test_weights_are_fitted_to_the_development_halves_alone(tmp_path: Path) -> None:
    lines = [
        {"question": "一", "half": "dev"},
        {"question": "二", "half": "held"},
        {"question": "三", "gold": [{"law": "民法典", "article": 1}], "half": "dev"},
        {"outside": "四", "inside": "五"},
        {"inside": "六", "half": "held"},
        {"inside": "七", "half": "dev"},
    ]
    path = tmp_path / "lines.jsonl"
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    assert list(dev_lines([path])) == [
        Line("一", True),
        Line("三", False),
        Line("四", True),
        Line("五", False),
        Line("七", False),
    ]
    assert held_texts([path]) == {"二", "六"}


def test_a_fit_learns_what_tells_the_lines_apart_and_is_read_as_it_was_written(tmp_path: Path) -> None:
    outside = [Line(f"食堂的{dish}好吃不", True) for dish in ("鱼", "面", "饼", "汤") for _ in range(50)]
    inside = [Line(f"食堂的{dish}馊了赔不", False) for dish in ("鱼", "面", "饼", "汤") for _ in range(50)]
    weights = fit(outside + inside)
    assert weights == fit(outside + inside)
    path = tmp_path / "weights.jsonl"
    path.write_text(written(weights), encoding="utf-8")
    unanswerable = UnanswerableClassifier(read_ngram_weights(path))
    assert unanswerable.score("包子好吃不") > 0 > unanswerable.score("包子馊了赔不")
    assert unanswerable.score("包子好吃不") == pytest.approx(
        UnanswerableClassifier(NgramWeights(weights.items())).score("包子好吃不")
    )
